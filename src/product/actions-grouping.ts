import type { CivilDate } from '../kernel/civil-date.ts'
import { systemActor } from '../kernel/actor.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { record } from '../audit/actions.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { placeOfProduct, productAccess } from './access.ts'
import { isGroup } from './groups.ts'
import { groupingText } from './model.ts'
import type { Grouping, Product } from './model.ts'
import { judgeRegrouping } from './rules.ts'
import * as store from './store.ts'
import * as recognised from './store-recognised.ts'

/**
 * A person says in which group of the text in force a product of an earlier text is. What was recognised stays listed in
 * its group until a recognition under the new text; what was never recognised moves at once.
 */
export function regroupProduct(ctx: Context, id: string, group: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const product = orMissing(await store.lockProduct(tx, id))
    if (tx.actor.id !== systemActor.id && !productAccess.describe(tx.actor, placeOfProduct(product)))
      throw new Refused({ code: 'kernel/not-found' })
    const known = await store.groupingsOf(tx, id)
    const text = orRefuse(judgeRegrouping(product, { text: groupingText, known }))
    if (group === '' || !isGroup(text, group)) throw new Refused({ code: 'product/no-such-group', field: 'group' })
    await store.keepGrouping(tx, id, { text, group, by: tx.actor.id, at: tx.now })
    if (product.groupNo === '' || (product.code === null && !(await recognised.wasRecognised(tx, id))))
      await store.putInGroup(tx, id, { text, group })
    await record(tx, 'product.regrouped', id, {
      from: `${product.groupText}/${product.groupNo}`,
      to: `${text}/${group}`,
    })
  })
}

/** A recognition under a text makes its group the one that everybody sees. Part of the recognition's act. */
export async function adoptGroup(
  tx: Tx,
  productId: string,
  { text, group }: { text: string; group: string },
): Promise<void> {
  await store.putInGroup(tx, productId, { text, group })
}

/** From its first recognition on a product leaves its group only by another one. Part of the recognition's act. */
export async function markRecognised(tx: Tx, productId: string, since: CivilDate): Promise<void> {
  await recognised.markRecognised(tx, productId, since)
}

export function groupingsOf(ctx: Context, productId: string): Promise<Grouping[]> {
  return store.groupingsOf(ctx, productId)
}

/** The group of a product under a text; undefined until a person said it. */
export async function groupUnder(
  ctx: Context,
  { id, groupText, groupNo }: Pick<Product, 'id' | 'groupText' | 'groupNo'>,
  text: string,
): Promise<string | undefined> {
  if (groupText === text) return groupNo === '' ? undefined : groupNo
  return (await store.groupingsOf(ctx, id)).find((one) => one.text === text)?.groupNo
}
