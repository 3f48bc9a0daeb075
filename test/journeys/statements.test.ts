import { expect, it } from 'vitest'
import { systemActor } from '../../src/kernel/actor.ts'
import { atomically } from '../../src/platform/atomically.ts'
import { rows, sql } from '../../src/platform/db.ts'
import { registerProducer } from '../../src/producer/actions.ts'
import { describeProduct } from '../../src/product/actions.ts'
import { openRound } from '../../src/programme/actions.ts'
import { enterPastRecognition } from '../../src/recognition/actions-past.ts'
import { communeTotals, figureAnswer, placeByCode, reconciled, rising } from '../../src/statistics/actions.ts'
import { enterPublished } from '../../src/statistics/actions-entry.ts'
import { figureById, figures } from '../../src/statistics/figures/catalogue-of-figures.ts'
import { statisticsPages } from '../../src/statistics/pages.tsx'
import { communesOfProvince } from '../../src/territory/actions.ts'
import { rubricById } from '../../src/regime/law.ts'
import { enterProduct } from '../support/entered.ts'
import { visiting } from '../support/pages.ts'
import { useWorld } from '../support/world.ts'

const world = useWorld()
const at = '2026-11-24'
const system = () => world.as(systemActor, `${at}T02:00:00.000Z`)

/** So many products of so many producers of one province, with a star each, or an approved result (`null`). */
async function enter(
  province: string,
  given: {
    products: number
    producers: number
    stars: 3 | 4 | 5 | null
    /** Where the producers are, one after another; the first commune of the province when absent. */
    communes?: readonly string[]
    decidedOn?: string
    roundId?: string
  },
) {
  const ctx = system()
  const { decidedOn = '2026-09-01', roundId = null } = given
  const first = (await communesOfProvince(ctx, province))[0]!.code
  const communes = given.communes ?? [first]
  // Codes of communes are understood on the day of the decision.
  const communeOn = given.communes === undefined ? at : decidedOn
  const level = given.stars === 5 ? 'ministry' : 'province'
  await atomically(ctx, async (tx) => {
    const producers: string[] = []
    for (let index = 0; index < given.producers; index++) {
      const commune = communes[index % communes.length]!
      const name = `Chủ thể mẫu ${province}-${given.stars}-${index}`
      producers.push(
        (
          await registerProducer(tx, {
            kind: 'household',
            name,
            commune,
            communeOn,
            representativeDisabled: false,
            sample: true,
          })
        ).id,
      )
    }
    for (let index = 0; index < given.products; index++) {
      const producerId = producers[index % producers.length]!
      const name = `Sản phẩm mẫu ${province}-${given.stars}-${index}`
      const { id: productId } = await describeProduct(tx, { producerId, name, group: '13', packs: [] })
      await enterPastRecognition(tx, {
        productId,
        ...(given.stars === null ? {} : { stars: given.stars }),
        decision: {
          kind: given.stars === null ? 'approve-result' : 'recognise',
          level,
          unitCode: level === 'ministry' ? 'VN' : province,
          unitOn: at,
          authority: level === 'ministry' ? 'Bộ mẫu' : `UBND tỉnh mẫu ${province}`,
          number: `${given.stars ?? 0}/QĐ-M`,
          year: Number(decidedOn.slice(0, 4)),
          decidedOn,
          text: decidedOn < '2025-07-06' ? '148-2023' : '26-2026',
          roundId,
        },
        sample: true,
      })
    }
  })
}

async function value(figure: string, place: string, stars?: string): Promise<number> {
  const ctx = system()
  const answer = await figureAnswer(ctx, figureById(figure)!, {
    at,
    place: await placeByCode(ctx, place),
    by: stars === undefined ? undefined : 'stars',
  })
  return stars === undefined ? answer.value : (answer.parts.find(({ key }) => key === stars)?.count ?? 0)
}

const products = 'san-pham-con-hieu-luc'
const producers = 'chu-the-co-san-pham-con-hieu-luc'

it('M12: a round gives 21 products, 7 four-star of 2 producers and 14 three-star of 12', async () => {
  const roundId = await openRound(system(), {
    level: 'province',
    unitCode: '51',
    unitOn: at,
    year: 2026,
    number: 1,
    proposeBy: '2026-04-30',
    doneBy: '2026-10-30',
  })
  await enter('51', { products: 7, producers: 2, stars: 4, roundId })
  await enter('51', { products: 14, producers: 12, stars: 3, roundId })
  expect(await value(products, '51')).toBe(21)
  expect([await value(products, '51', '4'), await value(producers, '51', '4')]).toEqual([7, 2])
  expect([await value(products, '51', '3'), await value(producers, '51', '3')]).toEqual([14, 12])
  const byRound = await figureAnswer(system(), figureById(products)!, {
    at,
    place: await placeByCode(system(), '51'),
    by: 'round',
  })
  expect(byRound.parts).toMatchObject([{ key: roundId, label: 'Đợt 1/2026', count: 21 }])
})

it('M12: 28 four-star products of 10 producers', async () => {
  await enter('52', { products: 28, producers: 10, stars: 4 })
  expect([await value(products, '52'), await value(producers, '52')]).toEqual([28, 10])
})

it('M11: in May 2024, 240 products came from 92 of the 184 communes that Đắk Lắk had then', async () => {
  const day = '2024-05-20'
  const then = await rows(
    system(),
    sql<{ code: string }>`select code from territory.pub_unit where kind = 'commune' and province_code = '66'
      and valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date) order by code`,
  )
  const communes = then.slice(0, 92).map(({ code }) => code)
  await enter('66', { products: 240, producers: 92, stars: 4, communes, decidedOn: '2024-03-01' })
  const place = await placeByCode(system(), '66')
  const asOf = async (figure: string) => (await figureAnswer(system(), figureById(figure)!, { at: day, place })).value
  expect([await asOf(products), await asOf('xa-co-san-pham-dia-gioi-khi-do')]).toEqual([240, 92])
  expect(await communeTotals(system(), day, place)).toEqual({ onDay: 184, today: 102 })
  const page = await visiting(statisticsPages, {}, system).get(`/thong-ke?ngay=${day}&noi=66`)
  expect(await page.text()).toContain('trên 184 đơn vị cấp xã của ngày đó')
}, 600_000)

it('M11: a product near the next star is listed with the points it lacks and the gates of that star', async () => {
  const ctx = system()
  const commune = (await communesOfProvince(ctx, '48'))[0]!.code
  const scores = { 'Thiếu ít': 6700, 'Thiếu nhiều': 6400, 'Vừa đúng năm': 6500, 'Không ghi điểm': null }
  for (const [name, meanHundredths] of Object.entries(scores)) {
    await enterProduct(world, { name, province: '48', commune, stars: 3, decidedOn: '2026-09-01', meanHundredths })
  }
  const { items, total } = await rising(ctx, { at, place: await placeByCode(ctx, '48'), page: 1 })
  expect(total).toBe(2)
  expect(items.map(({ name, lack }) => [name, lack.stars, lack.points])).toEqual([
    ['Thiếu ít', 4, 300],
    ['Vừa đúng năm', 4, 500],
  ])
  const gates = rubricById('26-2026/13')?.gates.filter(({ stars }) => stars === 4) ?? []
  expect(items[0]?.lack.gates).toEqual(gates.map(({ criterion, need }) => ({ criterion, need })))
  const page = await visiting(statisticsPages, {}, system).get('/thong-ke/co-the-nang-hang?noi=48')
  expect(await page.text()).toContain('3 điểm tới 4 sao')
})

it('M13: 109 products, one of five stars, and six that await the ministry and count as no star', async () => {
  await enter('68', { products: 108, producers: 40, stars: 4 })
  await enter('68', { products: 1, producers: 1, stars: 5 })
  await enter('68', { products: 6, producers: 6, stars: null })
  expect([await value(products, '68'), await value(products, '68', '5'), await value('cho-trung-uong', '68')]).toEqual([
    109, 1, 6,
  ])
}, 600_000)

it('M14: a published 70 against 2 + 8 + 14 is kept as printed and said not to add up', async () => {
  const counts = { 'Năm sao': 2, 'Bốn sao': 8, 'Ba sao': 14 }
  await enterPublished(system(), {
    title: 'Tổng số đã in',
    placeCode: '51',
    at,
    figure: products,
    total: 70,
    parts: Object.entries(counts).map(([label, count]) => ({ label, count })),
    sourceTitle: 'Nguồn mẫu',
    sourceUrl: null,
  })
  expect((await reconciled(system()))[0]?.held).toMatchObject({
    sumOfParts: 24,
    unexplained: 46,
    addsUp: false,
    counted: 21,
  })
  const page = await visiting(statisticsPages, {}, system).get('/thong-ke/cong-bo')
  expect(await page.text()).toContain('Không cộng đúng')
})

it('the parts of every figure along every dimension that does not overlap make its total', async () => {
  const ctx = system()
  const place = await placeByCode(ctx, undefined)
  for (const figure of figures)
    for (const by of figure.dimensions.filter((dimension) => !figure.overlapping.includes(dimension))) {
      const { value: total, parts } = await figureAnswer(ctx, figure, { at, place, by })
      expect(
        parts.reduce((sum, { count }) => sum + count, 0),
        `${figure.id} by ${by}`,
      ).toBe(total)
    }
})
