import type { Page } from '../kernel/page.ts'
import { orMissing } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import type { Idea } from './model.ts'
import { publicityOf } from './rules-look.ts'
import * as store from './store.ts'

export function publicIdeas(ctx: Context, province: string | undefined, page: number): Promise<Page<Idea>> {
  return store.publicIdeas(ctx, province, page)
}

/** @throws {Refused} not found, for an idea that is not shown as for one that is not there. */
export async function publicIdea(ctx: Context, id: string): Promise<Idea> {
  const idea = orMissing(await store.ideaById(ctx, id))
  return orMissing(publicityOf(idea) === 'shown' ? idea : undefined)
}
