import type { Actor } from '../../src/kernel/actor.ts'
import { confirmBuyer, openChannel, postDemand, registerBuyer } from '../../src/trade/actions-buyer.ts'
import { enquire } from '../../src/trade/actions-connection.ts'
import { makeOffer } from '../../src/trade/actions-offer.ts'
import type { BuyerInput, ChannelInput, DemandInput, OfferInput } from '../../src/trade/model.ts'
import { run, sql } from '../../src/platform/db.ts'
import { awarding, owner, province } from './awarding.ts'
import type { World } from './world.ts'

export const tradeOfficer: Actor = {
  id: 'xuc-tien',
  name: 'Cán bộ xúc tiến mẫu',
  postings: [{ role: 'trade-officer', unit: province, province }],
  producers: [],
}

export const buyerPerson: Actor = { id: 'nguoi-mua', name: 'Người mua mẫu', postings: [], producers: [] }

export const market: BuyerInput = {
  kind: 'supermarket',
  name: 'Siêu thị mẫu',
  province,
  address: '1 Đường Mẫu',
  contactName: 'Chị Mẫu',
  phone: '0911000111',
  email: 'mua@vidu.vn',
}

export const shelf: ChannelInput = {
  name: 'Quầy đặc sản',
  asks: ['food-safety', 'quality-declaration', 'gtin'],
  minStars: 3,
  unit: 'kg',
  minQuantity: 100,
  paymentDays: 30,
  discountPercent: 10,
}

/** Buyers, channels, demands and offers of invented people. Today is 24/11/2026. */
export function trading(world: World) {
  const { product } = awarding(world)
  let count = 0

  async function account(id: string): Promise<void> {
    await run(
      world,
      sql`insert into identity.account (id, sign_in_name, name, password_hash, opened_at, sample)
        values (${id}, ${id}, ${id}, 'x', now(), true) on conflict do nothing`,
    )
  }

  async function buyer(change: Partial<BuyerInput> = {}, confirmed = true): Promise<string> {
    await account(buyerPerson.id)
    const id = await registerBuyer(world.as(buyerPerson), { ...market, name: `Siêu thị mẫu ${++count}`, ...change })
    if (confirmed) await confirmBuyer(world.as(tradeOfficer), id)
    return id
  }

  const channel = (buyerId: string, change: Partial<ChannelInput> = {}) =>
    openChannel(world.as(buyerPerson), buyerId, { ...shelf, ...change })

  const demand = (buyerId: string, channelId: string, change: Partial<DemandInput> = {}) =>
    postDemand(world.as(buyerPerson), buyerId, {
      channel: channelId,
      title: 'Cà phê mẫu',
      group: '13',
      months: [11, 12],
      quantity: 200,
      until: '2026-12-31',
      ...change,
    })

  /** A product with an offer of 300 kg in November and December, and the phone of its producer. */
  async function seller(name: string, change: Partial<OfferInput> = {}, phone = '0922000222') {
    const made = await product(name)
    await run(
      world,
      sql`update producer.producer set phone = ${phone}, email = 'ban@vidu.vn' where id = ${made.producerId}`,
    )
    const offerId = await makeOffer(world.as(owner(made.producerId)), {
      product: made.productId,
      unit: 'kg',
      price: 95_000,
      monthly: { '11': 300, '12': 300 },
      minOrder: 10,
      paymentDays: 30,
      discountPercent: 5,
      ...change,
    })
    return { ...made, offerId, owner: owner(made.producerId) }
  }

  const ask = (offerId: string, buyerId: string, quantity = 200) =>
    enquire(world.as(buyerPerson), offerId, { buyer: buyerId, quantity, wantedOn: '2026-12-10' })

  return { account, buyer, channel, demand, seller, ask, product }
}
