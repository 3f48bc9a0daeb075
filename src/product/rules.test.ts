import { describe, expect, test } from 'vitest'
import { DescriptionInput } from './model.ts'
import type { Picture, Product } from './model.ts'
import { judgeAmendment, judgePacks, judgePictureCount, mostPictures, productCode } from './rules.ts'

const product = { id: 'p', name: 'Cà phê bột', groupNo: '13', code: null, retiredOn: null } as Product

describe('packs', () => {
  test('every fault of the rows is said at its row', () => {
    const { faults } = judgePacks([
      { label: 'Hộp 200 g', gtin: '6291041500213', row: 0 },
      { label: 'Hộp 500 g', gtin: '6291041500213', row: 2 },
      { label: 'Túi', gtin: '6291041500214', row: 3 },
      { label: 'Hộp 200 g', row: 4 },
    ])
    expect(faults.map(({ code, field }) => [code, field])).toEqual([
      ['product/gtin-twice', 'gtin[2]'],
      ['product/gtin-check', 'gtin[3]'],
      ['product/pack-twice', 'label[4]'],
    ])
  })

  test('packs without a bar code do not clash', () => {
    expect(judgePacks([{ label: 'Hộp' }, { label: 'Túi' }])).toEqual({
      packs: [
        { label: 'Hộp', gtin: null },
        { label: 'Túi', gtin: null },
      ],
      faults: [],
    })
  })

  test('a bar code without a pack is told at the pack’s box; empty rows are skipped', () => {
    const form = { name: 'Trà', group: '11', label: { 3: 'Hộp' }, gtin: { 1: '6291041500213' } }
    expect(DescriptionInput.safeParse(form).error?.issues[0]).toMatchObject({ path: ['label', 1] })
    expect(DescriptionInput.parse({ ...form, gtin: {} }).packs).toEqual([{ label: 'Hộp', gtin: undefined, row: 3 }])
  })
})

describe('what a recognition fixed', () => {
  const recognised = { ...product, code: '51-23473-01-2026' }

  test.each<[string, Product, { name: string; group: string }, string]>([
    ['before a code, name and group are free', product, { name: 'Cà phê rang', group: '11' }, 'ok'],
    ['with a code, the name stays', recognised, { name: 'Cà phê rang', group: '13' }, 'product/name-fixed'],
    ['with a code, the group stays', recognised, { name: 'Cà phê bột', group: '11' }, 'product/group-fixed'],
    ['with a code, the rest may change', recognised, { name: 'Cà phê bột', group: '13' }, 'ok'],
    [
      'a retired product stays as it was',
      { ...product, retiredOn: '2026-01-01' },
      { name: 'Cà phê bột', group: '13' },
      'product/retired',
    ],
  ])('%s', (_, before, wanted, outcome) => {
    const judged = judgeAmendment(before, wanted)
    expect(judged.ok ? 'ok' : judged.refusal.code).toBe(outcome)
  })
})

test('the last place for a picture is taken, the next one refused', () => {
  const pictures = (count: number) => Array.from({ length: count }, () => ({}) as Picture)
  expect(judgePictureCount(product, pictures(mostPictures - 1)).ok).toBe(true)
  expect(judgePictureCount(product, pictures(mostPictures))).toMatchObject({
    refusal: { code: 'product/too-many-pictures' },
  })
})

test.each([
  [7, '51-23473-07-2026'],
  [99, '51-23473-99-2026'],
  [100, '51-23473-100-2026'],
])('the code of number %i', (serial, code) => {
  expect(productCode({ province: '51', commune: '23473', serial, year: 2026 })).toBe(code)
})
