import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { funding } from '../../test/support/funding.ts'
import { provinceLeader } from '../../test/support/awarding.ts'
import { refusedWith } from '../../test/support/producers.ts'
import { buyerPerson, market, trading, tradeOfficer } from '../../test/support/trading.ts'
import { useWorld } from '../../test/support/world.ts'
import { run, sql } from '../platform/db.ts'
import { closeDemand, confirmBuyer, registerBuyer } from './actions-buyer.ts'
import { matchAll, followPaper } from './actions-match.ts'
import { makeOffer, withdrawOffer } from './actions-offer.ts'
import { board, channelPage, demandPage, offerPage } from './actions-reading.ts'

const world = useWorld()
const { buyer, channel, demand, seller, account } = trading(world)
const { recognise } = funding(world, provinceLeader)
const nobody = () => world.as({ id: 'visitor', name: 'Khách', postings: [], producers: [] })

async function addPaper(producerId: string, kind: string, expiresOn: string | null = null): Promise<string> {
  const id = `giay-${producerId.slice(-8)}-${kind}`
  const file = createHash('sha256').update(id).digest('hex')
  await run(
    world,
    sql`insert into evidence.paper (id, producer_id, kind, title, issued_on, expires_on, file, file_name, media_type, bytes, source, added_at, added_by, sample)
      values (${id}, ${producerId}, ${kind}, 'Giấy mẫu', '2026-01-01', ${expiresOn}::date, ${file}, 'a.pdf', 'application/pdf', 1, ${file}, now(), 'x', true)`,
  )
  return id
}

async function scoreOf(demandId: string, offerId: string): Promise<number | undefined> {
  const { matched } = await demandPage(world.as(buyerPerson), demandId, 1)
  return matched.items.find(({ match }) => match.offerId === offerId)?.match.score
}

describe('matching', () => {
  test('a demand meets every offer of its group at once, and an offer every demand; a paper and a star move the score', async () => {
    const buyerId = await buyer()
    const early = await seller('Cà phê chè')
    const demandId = await demand(buyerId, await channel(buyerId))
    const late = await seller('Cà phê vối')
    // Papers 0, season 25, volume 20, stars 0, terms 5, place 5.
    expect([await scoreOf(demandId, early.offerId), await scoreOf(demandId, late.offerId)]).toEqual([55, 55])
    await followPaper(world.as(), await addPaper(early.producerId, 'food-safety', '2027-06-01'))
    expect([await scoreOf(demandId, early.offerId), await scoreOf(demandId, late.offerId)]).toEqual([65, 55])
    await recognise(late.productId, 3)
    await matchAll(world.as())
    expect([await scoreOf(demandId, early.offerId), await scoreOf(demandId, late.offerId)]).toEqual([65, 65])
  })

  test('what has ended is matched with nothing: a demand closed, an offer withdrawn, a buyer not confirmed', async () => {
    const buyerId = await buyer({}, false)
    const { offerId, owner } = await seller('Cà phê rang')
    const demandId = await demand(buyerId, await channel(buyerId))
    const seen = async () => (await offerPage(world.as(owner), offerId, 1)).matched.items.map((one) => one.demand.id)
    expect(await seen()).not.toContain(demandId)
    expect(await refusedWith(demandPage(nobody(), demandId, 1))).toEqual(['kernel/not-found'])
    await confirmBuyer(world.as(tradeOfficer), buyerId)
    expect(await refusedWith(confirmBuyer(world.as(tradeOfficer), buyerId))).toEqual(['trade/confirmed-already'])
    expect(await seen()).toContain(demandId)
    await closeDemand(world.as(buyerPerson), demandId)
    expect(await seen()).not.toContain(demandId)
    await withdrawOffer(world.as(owner), offerId)
    expect(await refusedWith(withdrawOffer(world.as(owner), offerId))).toEqual(['trade/ended-already'])
  })

  test('a second offer of a product takes the place of the first', async () => {
    const { productId, offerId, owner } = await seller('Cà phê bột')
    const again = await makeOffer(world.as(owner), {
      product: productId,
      unit: 'kg',
      price: 100_000,
      monthly: { '1': 50 },
      minOrder: 5,
      paymentDays: 0,
      discountPercent: 0,
    })
    const wanted = { groups: ['13'], q: 'ca phe bot' }
    const { offers } = await board(nobody(), 'offers', wanted, 1)
    expect(offers.items.map(({ id }) => id)).toEqual([again])
    expect((await offerPage(nobody(), offerId, 1)).offer.withdrawnOn).toBe('2026-11-24')
    expect((await board(nobody(), 'offers', { ...wanted, month: 2 }, 1)).offers.total).toBe(0)
    expect((await board(nobody(), 'offers', { ...wanted, month: 1, province: '51' }, 1)).offers.total).toBe(1)
    expect((await board(nobody(), 'offers', { ...wanted, province: '66' }, 1)).offers.total).toBe(0)
  })

  test('of two offers sent for one product at once, one stands', async () => {
    const { productId, owner } = await seller('Cà phê hạt')
    const make = (price: number) =>
      makeOffer(world.as(owner), {
        product: productId,
        unit: 'kg',
        price,
        monthly: { '1': 50 },
        minOrder: 5,
        paymentDays: 0,
        discountPercent: 0,
      })
    await Promise.all([make(1), make(2)])
    const { offers } = await board(nobody(), 'offers', { groups: [], q: 'Cà phê hạt' }, 1)
    expect(offers.total).toBe(1)
  })
})

describe('the gap between a product and a channel', () => {
  test('one paper added is one line less; a lapsed one does not count', async () => {
    const buyerId = await buyer()
    const channelId = await channel(buyerId)
    const { producerId, owner } = await seller('Trà mẫu')
    const states = async () => (await channelPage(world.as(owner), channelId)).gaps[0]?.gaps.map(({ state }) => state)
    expect(await states()).toEqual(['missing', 'missing', 'missing'])
    await addPaper(producerId, 'quality-declaration')
    await addPaper(producerId, 'food-safety', '2026-11-23')
    expect(await states()).toEqual(['missing', 'held', 'missing'])
    expect((await channelPage(nobody(), channelId)).gaps).toEqual([])
  })
})

describe('buyers', () => {
  test("are run by their own people and the officer of their province; anybody else's is not there", async () => {
    const buyerId = await buyer()
    await account('nguoi-la')
    const stranger = world.as({ id: 'nguoi-la', name: 'x', postings: [], producers: [] })
    const far = world.as({ ...tradeOfficer, postings: [{ role: 'trade-officer', unit: '66', province: '66' }] })
    for (const ctx of [stranger, far]) {
      expect(await refusedWith(confirmBuyer(ctx, buyerId))).toEqual(['kernel/not-found'])
    }
    expect(await refusedWith(registerBuyer(stranger, { ...market, province: '99' }))).toEqual([
      'trade/no-such-province',
    ])
    const entered = await registerBuyer(world.as(tradeOfficer), market)
    expect(await refusedWith(confirmBuyer(world.as(tradeOfficer), entered))).toEqual(['trade/confirmed-already'])
  })

  test('a demand is refused whole: a channel of another buyer, a group that is none, a day that is past', async () => {
    const buyerId = await buyer()
    const own = await channel(buyerId)
    const foreign = await channel(await buyer())
    expect(await refusedWith(demand(buyerId, foreign))).toEqual(['trade/no-such-channel'])
    expect(await refusedWith(demand(buyerId, own, { group: '99' }))).toEqual(['trade/no-such-group'])
    expect(await refusedWith(demand(buyerId, own, { until: '2026-11-23' }))).toEqual(['trade/until-past'])
    expect(await refusedWith(demand(buyerId, own, { months: [] }))).toEqual(['trade/no-wanted-month'])
  })
})
