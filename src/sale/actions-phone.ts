import { record } from '../audit/actions.ts'
import { orMissing, orRefuse } from '../kernel/refusal.ts'
import type { PhoneAsker } from '../notice/actions-phone.ts'
import { move } from './actions.ts'
import { judgeAsked } from './rules.ts'
import * as store from './store.ts'
import { refusedOf, standingOf } from './words-message.ts'

const digitMeans = {
  '1': { act: 'confirm', reason: '' },
  '2': { act: 'decline', reason: 'Chủ thể báo không bán được.' },
} as const

/** What a digit of the producer's telephone does to an order: the same step as on the page, by the same rules. */
export const purchaseByPhone: PhoneAsker = {
  async answer(tx, id, digit) {
    const purchase = orMissing(await store.lockPurchase(tx, id))
    orRefuse(judgeAsked(purchase))
    const { act, reason } = digitMeans[digit]
    await move(tx, purchase, { act, reason, side: 'producer', means: 'sms' })
    await record(tx, 'sale.answered', id, { act, side: 'producer', means: 'sms' })
  },
  async standing(ctx, id) {
    const purchase = orMissing(await store.purchaseById(ctx, id))
    const pack = orMissing(await store.packById(ctx, purchase.packId, ctx.today))
    return standingOf(purchase, pack, (await store.stepsOf(ctx, id)).at(-1)?.means)
  },
  refused: refusedOf,
}
