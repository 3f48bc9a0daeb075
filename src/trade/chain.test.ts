import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { commune, owner, province, provinceLeader } from '../../test/support/awarding.ts'
import { fairing } from '../../test/support/fairs.ts'
import { funding } from '../../test/support/funding.ts'
import { tradeOfficer as organiser } from '../../test/support/gathering.ts'
import { refusedWith } from '../../test/support/producers.ts'
import { selling } from '../../test/support/selling.ts'
import { buyerPerson, tradeOfficer, trading } from '../../test/support/trading.ts'
import { useWorld } from '../../test/support/world.ts'
import { visitor } from '../kernel/actor.ts'
import type { Actor } from '../kernel/actor.ts'
import { run, sql } from '../platform/db.ts'
import { callFair, chooseApplicant, markAttendance } from '../fair/actions.ts'
import { applyToFair } from '../fair/actions-producer.ts'
import { answerPurchase, placePurchase } from '../sale/actions.ts'
import { chainPage, endArea, enterArea, keepStarMonth, starSheet } from './actions-chain.ts'
import { takeStep } from './actions-connection.ts'
import { exportList, exportPage, giftChoices, giftShelf, keepExport, shelveGift, takeGiftOff } from './actions-shelf.ts'
import type { StepInput } from './model-connection.ts'
import { exportPapers, monthsBack, sumOf } from './rules-chain.ts'

const world = useWorld()
const { buyer, seller, ask, product } = trading(world)
const { recognise } = funding(world, provinceLeader)
const { apart } = fairing(world)
const auditor: Actor = {
  id: 'kiem-toan',
  name: 'Kiểm toán mẫu',
  postings: [{ role: 'auditor', unit: 'VN', province: 'VN' }],
  producers: [],
}
const far: Actor = { ...tradeOfficer, postings: [{ role: 'trade-officer', unit: '66', province: '66' }] }
const area = {
  name: 'Vườn mẫu',
  crop: 'Cà phê',
  commune,
  squareMetres: 25_000,
  households: 12,
  contract: true,
  fromDate: '2026-01-01',
}

describe('the value chain', () => {
  test('is closed when material is under contract and a buyer has received, and open again when the area ends', async () => {
    const made = await seller('Cà phê chuỗi', {}, '0922000401')
    const id = await ask(made.offerId, await buyer())
    const closed = async () => (await chainPage(world.as(made.owner), made.producerId)).closed
    const areaId = await enterArea(world.as(made.owner), made.producerId, area)
    expect(await closed()).toBe(false)
    const steps = [
      ['quote', 'producer'],
      ['accept', 'buyer'],
      ['deliver', 'producer'],
      ['receive', 'buyer'],
    ] as const
    for (const [index, [act, side]] of steps.entries()) {
      const input: StepInput = { act, side, position: index + 1 }
      await takeStep(world.as(side === 'buyer' ? buyerPerson : made.owner), id, input)
    }
    expect(await closed()).toBe(true)
    const { buyers } = await chainPage(world.as(tradeOfficer), made.producerId)
    expect(buyers).toMatchObject([{ connections: 1, received: 1, value: 19_000_000 }])
    await endArea(world.as(made.owner), made.producerId, areaId)
    expect(await closed()).toBe(false)
    expect(await refusedWith(endArea(world.as(made.owner), made.producerId, areaId))).toEqual(['trade/ended-already'])
  })

  test('an area of tomorrow, of no commune, of somebody else is refused', async () => {
    const { producerId } = await product('Chè chuỗi')
    const enter = (change: Partial<typeof area>, actor: Actor = owner(producerId)) =>
      refusedWith(enterArea(world.as(actor), producerId, { ...area, ...change }))
    expect(await enter({ fromDate: '2026-11-25' })).toEqual(['trade/day-to-come'])
    expect(await enter({ commune: '99999' })).toEqual(['trade/no-such-commune'])
    expect(await enter({}, far)).toEqual(['kernel/not-found'])
    expect(await enter({}, auditor)).toEqual(['kernel/not-found'])
    expect(await enter({}, tradeOfficer)).toEqual([])
  })
})

describe('the gift shelf', () => {
  test('takes a product with a star in force, once, and loses it by itself when the star lapses', async () => {
    const { productId } = await product('Trà quà tặng')
    const gift = { product: productId, occasion: 'Tết', price: 250_000 }
    expect(await refusedWith(shelveGift(world.as(tradeOfficer), gift))).toEqual(['trade/gift-needs-star'])
    await recognise(productId, 4)
    expect((await giftChoices(world.as(tradeOfficer))).map(({ id }) => id)).toContain(productId)
    const id = await shelveGift(world.as(tradeOfficer), gift)
    expect(await refusedWith(shelveGift(world.as(tradeOfficer), gift))).toEqual(['trade/on-shelf-already'])
    const on = async (now: string, budget?: number) =>
      (await giftShelf(world.as(undefined, now), { province, budget }, 1)).gifts.map((one) => one.id)
    expect(await on('2026-11-24T02:00:00.000Z', 250_000)).toEqual([id])
    expect(await on('2026-11-24T02:00:00.000Z', 249_999)).toEqual([])
    expect(await on('2031-01-01T02:00:00.000Z')).toEqual([])
    expect(await refusedWith(takeGiftOff(world.as(far), id))).toEqual(['kernel/not-found'])
    const off = () => refusedWith(takeGiftOff(world.as(tradeOfficer), id))
    expect((await Promise.all([off(), off()])).flat()).toHaveLength(1)
    expect(await on('2026-11-24T02:00:00.000Z')).toEqual([])
  })

  test('is filled by trade officers of the place alone', async () => {
    const { productId, producerId } = await product('Mật quà tặng')
    await recognise(productId, 3)
    const gift = { product: productId, occasion: 'Tết', price: 1 }
    for (const actor of [far, auditor, owner(producerId)]) {
      expect(await refusedWith(shelveGift(world.as(actor), gift))).toEqual(['trade/no-such-product'])
    }
  })
})

describe('readiness for export', () => {
  test('the product is on the public list when the last point is met, and off it when a paper lapses', async () => {
    const { productId, producerId } = await product('Cà phê xuất khẩu')
    const own = world.as(owner(producerId))
    await recognise(productId, 4)
    await run(world, sql`update product.pack set gtin = '08930000000014' where product_id = ${productId}`)
    const kept = {
      englishName: 'Sample coffee',
      englishSummary: 'Roasted beans.',
      hsCode: '090121',
      markets: 'Japan',
      englishLabel: true,
    }
    await keepExport(own, productId, kept)
    const listed = async (now?: string) => (await exportList(world.as(undefined, now))).map((one) => one.productId)
    const papers = exportPapers.filter((kind) => kind !== 'gtin')
    for (const [index, kind] of papers.entries()) {
      expect(await listed()).toEqual([])
      const file = createHash('sha256').update(kind).digest('hex')
      await run(
        world,
        sql`insert into evidence.paper (id, producer_id, kind, title, issued_on, expires_on, file, file_name, media_type, bytes, source, added_at, added_by, sample)
          values (${kind}, ${producerId}, ${kind}, 'Giấy mẫu', '2026-01-01', '2027-06-30', ${file}, 'a.pdf', 'application/pdf', 1, ${file}, now(), 'x', true)`,
      )
      const { points } = await exportPage(own, productId)
      expect(points.filter(({ met }) => !met)).toHaveLength(papers.length - index - 1)
    }
    expect(await listed()).toEqual([productId])
    expect(await listed('2027-07-01T02:00:00.000Z')).toEqual([])
    expect(await refusedWith(exportPage(world.as(far), productId))).toEqual(['kernel/not-found'])
  })

  test('tells at which fairs the product was seen, from the marks of who came', async () => {
    const { productId, producerId } = await product('Cà phê đi hội chợ')
    await recognise(productId, 4)
    const own = world.as(owner(producerId))
    const fair = await apart({ reach: 'international' })
    await callFair(world.as(organiser), fair)
    const seen = async () => (await exportPage(own, productId)).fairs.map(({ reach, opensOn }) => [reach, opensOn])
    const input = { producer: producerId, products: [productId], wish: 'both' as const }
    const application = await applyToFair(own, fair, input)
    await chooseApplicant(world.as(organiser), fair, application, { outcome: 'chosen', booth: '1', reason: 'Đủ sao.' })
    expect(await seen()).toEqual([])
    const marks = { shown: [application], attended: [application] }
    await markAttendance(world.as(organiser, '2026-12-10T05:00:00.000Z'), fair, marks)
    expect(await seen()).toEqual([['international', '2026-12-10']])
  })
})

describe('the sheet of a star', () => {
  const figures = (cost: number, starredSales: number) => ({ month: '2026-10', cost, starredSales, otherSales: 0 })

  test('is read by its own people alone, and a month typed again takes the place of the first', async () => {
    const { producerId } = await product('Cà phê sổ riêng')
    const own = world.as(owner(producerId))
    await keepStarMonth(own, producerId, figures(1, 1_000))
    await keepStarMonth(own, producerId, figures(50, 1_000))
    expect((await starSheet(own, producerId)).sum).toMatchObject({ cost: 50, costPerThousand: 50, starredPercent: 100 })
    for (const actor of [tradeOfficer, auditor, far]) {
      expect(await refusedWith(starSheet(world.as(actor), producerId))).toEqual(['kernel/not-found'])
      expect(await refusedWith(keepStarMonth(world.as(actor), producerId, figures(1, 1)))).toEqual(['kernel/not-found'])
    }
    const keep = (month: string) => refusedWith(keepStarMonth(own, producerId, { ...figures(1, 1), month }))
    expect([await keep('2026-12'), await keep('2023-11')]).toEqual([['trade/month-to-come'], ['trade/month-too-old']])
  })

  test('shows a median from five others on, never from four, and never counts its own numbers', async () => {
    const { producerId } = await product('Cà phê so sánh')
    const own = world.as(owner(producerId))
    const median = async () => (await starSheet(own, producerId)).median
    // One other is there from the test before, with 50 for a thousand.
    await keepStarMonth(own, producerId, figures(900, 1_000))
    for (const cost of [10, 20, 80]) {
      const { producerId: other } = await product(`Chè ${cost}`)
      await keepStarMonth(world.as(owner(other)), other, figures(cost, 1_000))
    }
    expect(await median()).toBeUndefined()
    const { producerId: fifth } = await product('Chè 90')
    await keepStarMonth(world.as(owner(fifth)), fifth, figures(90, 1_000))
    expect(await median()).toMatchObject({ producers: 5, costPerThousand: 50 })
  })

  test('counts what direct sale brought by itself once the buyer received it, and nothing that came back', async () => {
    const { onSale, wanted } = selling(world)
    const { pack, producerId, as } = await onSale()
    const sold = async (acts: readonly ('confirm' | 'hand-over' | 'receive' | 'return')[], quantity: number) => {
      const id = await placePurchase(world.as(visitor), pack, wanted({ quantity }))
      for (const act of acts) await answerPurchase(as(), id, { act, reason: 'mẫu' })
    }
    await sold(['confirm', 'hand-over', 'receive'], 2)
    await sold(['confirm', 'hand-over', 'return'], 1)
    await sold(['confirm'], 1)
    const sheet = async () => (await starSheet(as(), producerId)).sum
    expect(await sheet()).toMatchObject({ cost: 0, starredSales: 240_000 })
    await keepStarMonth(as(), producerId, { ...figures(30_000, 60_000), month: '2026-11' })
    expect(await starSheet(as(), producerId)).toMatchObject({
      months: [{ month: '2026-11-01', starredSales: 60_000, received: 240_000 }],
      sum: { starredSales: 300_000, costPerThousand: 100 },
    })
  })

  test('sums without sales divide by nothing; months go back over the new year', () => {
    expect(sumOf([])).toMatchObject({ cost: 0, costPerThousand: null, starredPercent: null })
    expect([monthsBack('2026-02-10', 0), monthsBack('2026-02-10', 2), monthsBack('2026-02-10', 14)]).toEqual([
      '2026-02-01',
      '2025-12-01',
      '2024-12-01',
    ])
  })
})
