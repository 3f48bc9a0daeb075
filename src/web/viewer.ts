import type { Actor, Posting, Role } from '../kernel/actor.ts'
import { country } from '../kernel/actor.ts'
import { roleNames } from '../identity/access.ts'
import type { Context } from '../platform/context.ts'
import { placeName } from '../territory/actions.ts'
import type { Viewer } from '../ui/viewer.ts'
import { stranger } from '../ui/viewer.ts'
import { menuOf } from './menu.ts'

/** The person as the layouts show them; a producer's people work for their producer, not for a unit. */
export async function viewerOf(ctx: Context, path: string): Promise<Viewer> {
  const { actor } = ctx
  if (actor.id === 'visitor') return stranger
  const [posting] = actor.postings
  return {
    signedIn: true,
    name: actor.name,
    unitName: posting ? await unitName(ctx, posting) : actor.producers.length > 0 ? 'Chủ thể OCOP' : undefined,
    roleName: posting ? roleNames[posting.role] : actor.producers.length > 0 ? roleNames.producer : undefined,
    menu: menuOf(rolesOf(actor), path),
  }
}

/** Whoever acts for a producer, or has no posting at all yet, sees the producer's places of work. */
function rolesOf({ postings, producers }: Actor): ReadonlySet<Role> {
  const held = new Set(postings.map(({ role }) => role))
  if (producers.length > 0 || postings.length === 0) held.add('producer')
  return held
}

async function unitName(ctx: Context, { unit }: Posting): Promise<string> {
  if (unit === country) return 'Bộ Nông nghiệp và Môi trường'
  const name = (await placeName(ctx, unit, ctx.today)) ?? unit
  return `UBND ${name.charAt(0).toLowerCase()}${name.slice(1)}`
}
