import type { Context } from '../platform/context.ts'
import { unitsToday } from '../territory/actions.ts'
import type { Idea } from './model.ts'
import { ideaAccess } from './access.ts'
import { askedPairs, countAlike, rank } from './rules-alike.ts'
import type { Asked, Candidate, LookAlike, LookAlikes } from './rules-alike.ts'
import { candidatesFor } from './store-alike.ts'

/** Products and ideas that are like this one, near and in the whole country, with reasons. */
export function lookAlikesOf(ctx: Context, idea: Idea): Promise<LookAlikes> {
  return lookAlikesTo(
    ctx,
    { ...idea, commune: idea.communeToday ?? idea.communeCode, province: idea.provinceToday },
    idea.id,
  )
}

export async function lookAlikesTo(ctx: Context, asked: Asked, except = ''): Promise<LookAlikes> {
  const { title, commune } = asked
  const all = await candidatesFor(ctx, { title, pairs: askedPairs(asked), commune, except })
  const found = rank(
    asked,
    all.filter((one) => mayRead(ctx, one)),
  )
  const unread = countAlike(
    asked,
    all.filter((one) => !mayRead(ctx, one)),
  )
  // Names of places for the few that are shown: joined to every candidate they cost half a second.
  const communes = [...found.near, ...found.elsewhere].flatMap((one) => one.commune ?? [])
  const units = new Map((await unitsToday(ctx, [...new Set(communes)])).map((unit) => [unit.code, unit]))
  const placed = (one: LookAlike) => {
    const unit = units.get(one.commune ?? '')
    return { ...one, place: unit ? `${unit.fullName}, ${unit.provinceName}` : null }
  }
  return { near: found.near.map(placed), elsewhere: found.elsewhere.map(placed), unread }
}

/** Of ideas that are not shown only its own people and the officers of its place read a word. */
function mayRead({ actor }: Context, { open, owner, commune, province }: Candidate): boolean {
  const at = { unit: commune ?? '', province: province ?? '', ...(owner === null ? {} : { owner }) }
  return open || ideaAccess.read(actor, at)
}
