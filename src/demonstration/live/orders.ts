import { newSpokenCode } from '../../kernel/id.ts'
import type { Tx } from '../../platform/atomically.ts'
import { answerPurchase, lapseDue, openPack, placePurchase } from '../../sale/actions.ts'
import { askHelp } from '../../sale/actions-help.ts'
import { saleDesk } from '../../sale/actions-reading.ts'
import type { AnswerInput, PackInput } from '../../sale/model.ts'
import type { Stage } from './stage.ts'

type Terms = Omit<PackInput, 'product'>
type Act = AnswerInput['act']

const sent = { least: 1, delivery: 'Bưu điện, cả nước; trong tỉnh giao tận nhà (mẫu)', payment: 'either' } as const
const small: Terms = { ...sent, label: 'Gói 500 g', price: 95_000, stock: 60, fee: 30_000 }
const gift: Terms = { ...sent, label: 'Hộp quà 1 kg', price: 240_000, stock: undefined, fee: 30_000 }

const sellers = ['mau.chu-the-ca-phe', 'mau.chu-the-gia-lai']

/** Days ago, packs, hours until the first answer, and what was done; an order without an act nobody answered. */
const orders: readonly (readonly [ago: number, quantity: number, hours: number, acts: readonly Act[]])[] = [
  [40, 2, 3, ['confirm', 'hand-over', 'receive']],
  [36, 1, 6, ['confirm', 'hand-over', 'receive']],
  [33, 3, 2, ['confirm', 'hand-over', 'receive']],
  [30, 1, 26, ['confirm', 'hand-over', 'return']],
  [27, 2, 5, ['confirm', 'hand-over', 'receive']],
  [24, 10, 4, ['decline']],
  [21, 1, 3, ['confirm', 'hand-over', 'receive']],
  [17, 2, 8, ['confirm', 'hand-over', 'receive']],
  [14, 4, 2, ['confirm', 'hand-over', 'receive']],
  [9, 1, 48, []],
  [6, 2, 4, ['confirm', 'hand-over']],
  [1, 3, 5, ['confirm']],
  [0, 2, 0, []],
]
const reasons: Partial<Record<Act, string>> = {
  decline: 'Mùa này chỉ đủ cho đơn nhỏ, xin hẹn tháng sau.',
  return: 'Túi bị rách trên đường đi, đã gửi túi khác.',
}

/** Packs on direct sale, and orders in every state. Buyers and goods are invented. */
export async function enterOrders(stage: Stage): Promise<void> {
  for (const [index, seller] of sellers.entries()) {
    const selling = await stage.as(seller, 45)
    // A star that ended since would have stopped the sale.
    const still = new Set((await saleDesk(await stage.as(seller, 0))).products.map(({ id }) => id))
    const products = (await saleDesk(selling)).products.filter(({ id }) => still.has(id))
    const packs: string[] = []
    for (const { id: product } of products.slice(0, 2))
      for (const terms of [small, gift]) packs.push(await openPack(selling, { product, ...terms }))
    const [pack] = packs
    if (pack === undefined) continue
    // Enough orders of the first say how fast it answers; of the second, too few.
    for (const order of index === 0 ? orders : orders.slice(-2)) await enterOrder(stage, { seller, pack }, order)
  }
  await lapseDue(stage.system(6))
}

async function enterOrder(
  stage: Stage,
  { seller, pack }: { seller: string; pack: string },
  [ago, quantity, hours, acts]: (typeof orders)[number],
): Promise<void> {
  const { price } = small
  const who = { name: 'Người mua mẫu', phone: '0900000777', address: 'Số 1 đường Mẫu, xã Mẫu (địa chỉ mẫu)' }
  const typed = { ma: newSpokenCode(), seen: price, quantity, ...who, consent: true }
  const id = await placePurchase(stage.system(ago), pack, typed)
  // The newest waits for help; the one that lapsed had none.
  if (ago === 0) await askHelp(await stage.as(seller, 0), id)
  for (const [index, act] of acts.entries()) {
    const then = await stage.as(seller, index === 0 ? ago : Math.max(ago - 3 * index, 0))
    await answerPurchase(index === 0 ? hoursLater(then, hours) : then, id, { act, reason: reasons[act] })
  }
}

function hoursLater(tx: Tx, hours: number): Tx {
  return { ...tx, now: new Date(Date.parse(tx.now) + hours * 3_600_000).toISOString() }
}
