import type { Context } from '../platform/context.ts'
import type { Idea } from './model.ts'
import { askedPairs, rank } from './rules-alike.ts'
import type { Asked, LookAlikes } from './rules-alike.ts'
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
  return rank(asked, await candidatesFor(ctx, { title, pairs: askedPairs(asked), commune, except }))
}
