import { expect, it } from 'vitest'
import { systemActor } from '../../src/kernel/actor.ts'
import { atomically } from '../../src/platform/atomically.ts'
import { registerProducer } from '../../src/producer/actions.ts'
import { describeProduct } from '../../src/product/actions.ts'
import { enterPastRecognition } from '../../src/recognition/actions-past.ts'
import { enterPublished, figureAnswer, placeByCode, reconciled } from '../../src/statistics/actions.ts'
import { figureById, figures } from '../../src/statistics/figures/catalogue-of-figures.ts'
import { statisticsPages } from '../../src/statistics/pages.tsx'
import { communesOfProvince } from '../../src/territory/actions.ts'
import { visiting } from '../support/pages.ts'
import { useWorld } from '../support/world.ts'

const world = useWorld()
const at = '2026-11-24'
const system = () => world.as(systemActor, `${at}T02:00:00.000Z`)

/** So many products of so many producers of one province, with a star each, or an approved result (`null`). */
async function enter(
  province: string,
  given: { products: number; producers: number; stars: 3 | 4 | 5 | null; communes?: number },
) {
  const ctx = system()
  const communes = (await communesOfProvince(ctx, province)).slice(0, given.communes ?? 1)
  const level = given.stars === 5 ? 'ministry' : 'province'
  await atomically(ctx, async (tx) => {
    const producers: string[] = []
    for (let index = 0; index < given.producers; index++) {
      const commune = communes[index % communes.length]!.code
      const name = `Chủ thể mẫu ${province}-${given.stars}-${index}`
      producers.push(
        (await registerProducer(tx, { kind: 'household', name, commune, representativeDisabled: false, sample: true }))
          .id,
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
          year: 2026,
          decidedOn: '2026-09-01',
          text: '26-2026',
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

it('M11: 21 products are 7 four-star of 2 producers and 14 three-star of 12', async () => {
  await enter('51', { products: 7, producers: 2, stars: 4 })
  await enter('51', { products: 14, producers: 12, stars: 3 })
  expect(await value(products, '51')).toBe(21)
  expect([await value(products, '51', '4'), await value(producers, '51', '4')]).toEqual([7, 2])
  expect([await value(products, '51', '3'), await value(producers, '51', '3')]).toEqual([14, 12])
})

it('M12: 28 four-star products of 10 producers', async () => {
  await enter('52', { products: 28, producers: 10, stars: 4 })
  expect([await value(products, '52'), await value(producers, '52')]).toEqual([28, 10])
})

it('M13: 240 products come from 92 communes', async () => {
  await enter('66', { products: 240, producers: 92, stars: 3, communes: 92 })
  expect([await value(products, '66'), await value('xa-co-san-pham', '66')]).toEqual([240, 92])
}, 120_000)

it('M14: 109 products, one of five stars, and six that await the ministry and count as no star', async () => {
  await enter('68', { products: 108, producers: 40, stars: 4 })
  await enter('68', { products: 1, producers: 1, stars: 5 })
  await enter('68', { products: 6, producers: 6, stars: null })
  expect([await value(products, '68'), await value(products, '68', '5'), await value('cho-trung-uong', '68')]).toEqual([
    109, 1, 6,
  ])
})

it('a published 70 against 2 + 8 + 14 is kept as printed and said not to add up', async () => {
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
