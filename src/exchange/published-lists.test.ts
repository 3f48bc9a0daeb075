import { beforeAll, describe, expect, it } from 'vitest'
import { browse } from '../catalogue/actions.ts'
import { recordsSize, figureAnswer, figureRecords, placeByCode } from '../statistics/actions.ts'
import { figureById } from '../statistics/figures/catalogue-of-figures.ts'
import { oneRow, sql } from '../platform/db.ts'
import { useWorld } from '../../test/support/world.ts'
import { importRecognitions } from './actions.ts'
import { readList } from './list-file.ts'
import type { ImportReport, Outcome } from './model.ts'

const world = useWorld()
const fileName = 'src/exchange/cases/published-lists.csv'
const byLine = new Map<number, ImportReport['rows'][number]>()
let report: ImportReport

beforeAll(async () => {
  report = await importRecognitions(world.as(), await readList(fileName), { fileName })
  for (const row of report.rows) byLine.set(row.line, row)
})

/** Every line of the file: what becomes of it, why, and where it lies today. */
const expected: readonly { lines: [number, number]; outcome: Outcome; says: RegExp; province: string }[] = [
  { lines: [2, 12], outcome: 'needs-person', says: /ngày quyết định/, province: '46' },
  { lines: [13, 17], outcome: 'needs-person', says: /số quyết định/, province: '68' },
  { lines: [18, 37], outcome: 'accepted', says: /không ghi chủ thể; nguồn không ghi xã/, province: '38' },
  { lines: [38, 47], outcome: 'needs-person', says: /bị đưa khỏi danh sách/, province: '25' },
  { lines: [48, 51], outcome: 'refused', says: /không phải là một công nhận/, province: '68' },
  { lines: [52, 60], outcome: 'needs-person', says: /số quyết định/, province: '68' },
  { lines: [61, 65], outcome: 'refused', says: /không phải là một công nhận/, province: '52' },
  { lines: [66, 66], outcome: 'accepted', says: /^Nhận là công nhận, có nguồn\.$/, province: '19' },
]

describe.each(expected)('lines $lines', ({ lines: [first, last], outcome, says, province }) => {
  it.each(Array.from({ length: last - first + 1 }, (_, index) => first + index))('line %i', (line) => {
    const row = byLine.get(line)
    expect(row).toMatchObject({ outcome, provinceCode: province })
    expect(row?.reason).toMatch(says)
    expect(row?.productId !== null).toBe(outcome === 'accepted')
  })
})

it('the outcomes add up to the rows of the file', () => {
  expect(report.rows).toHaveLength(65)
  expect(report.counts).toEqual({ accepted: 21, 'needs-person': 35, refused: 9 })
})

it('a commune has a code exactly where the source names one that is one unit today', () => {
  const known = report.rows.filter(({ communeCode }) => communeCode !== null).map(({ line }) => line)
  expect(known).toEqual([2, 3, 4, 5, 6, 7, 8, 10, 11, 13, 14, 15, 16, 17, 66])
})

it('an accepted row stands in the catalogue with its decision, source and term, its gaps said', async () => {
  const { list } = await browse(
    world.as(),
    { words: 'nem nướng vinh lài', groups: [], stars: [], standing: 'all' },
    { page: 1, order: 'moi' },
  )
  expect(list.items).toMatchObject([
    {
      name: 'Nem nướng Vinh Lài',
      stars: 3,
      decisionNumber: '2942/QĐ-UBND',
      decidedOn: '2021-08-05',
      authority: 'Ủy ban nhân dân tỉnh Thanh Hoá',
      lastDay: '2024-08-05',
      producerKind: 'unknown',
      provinceCode: '38',
      communeCode: null,
    },
  ])
})

it('what is unknown is counted nowhere: the products are in the province, no commune and no producer are added', async () => {
  const ctx = world.as()
  const at = '2023-01-01'
  const place = await placeByCode(ctx, '38')
  const value = async (id: string) => (await figureAnswer(ctx, figureById(id)!, { at, place })).value
  expect([
    await value('san-pham-con-hieu-luc'),
    await value('chu-the-co-san-pham-con-hieu-luc'),
    await value('xa-co-san-pham'),
  ]).toEqual([20, 0, 0])
  const { items } = await figureRecords(ctx, figureById('san-pham-con-hieu-luc')!, {
    at,
    place,
    part: { by: 'commune', key: '' },
    page: 1,
  })
  expect(items.length).toBeLessThanOrEqual(recordsSize)
  expect(items).toHaveLength(20)
})

it('importing the file again changes nothing and reports the same', async () => {
  const held = () =>
    oneRow(
      world.as(),
      sql<object>`select (select count(*) from recognition.pub_recognition) as recognitions,
        (select count(*) from product.pub_product) as products, (select count(*) from producer.pub_producer) as producers`,
    )
  const before = await held()
  const again = await importRecognitions(world.as(), await readList(fileName), { fileName: 'again.csv' })
  expect(again.counts).toEqual(report.counts)
  expect(again.rows.map(({ productId }) => productId)).toEqual(report.rows.map(({ productId }) => productId))
  expect(await held()).toEqual(before)
})
