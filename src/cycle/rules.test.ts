import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { dossierStates } from '../dossier/model.ts'
import { currentText } from '../regime/law.ts'
import { paths } from '../ui/paths.ts'
import type { ProducerFacts, ProductFacts, Threshold } from './model.ts'
import { placeOfHelp } from './places.ts'
import { adviceOf, bordersFor, judgeThreshold, usualBorders } from './rules.ts'
import type { Ground } from './rules.ts'
import { helpWords, segmentNotes, whyOf } from './words.ts'

const today = '2026-11-24'
const ground: Ground = {
  today,
  year: 2025,
  bands: currentText.bands,
  pointsShort: 500,
}

const product: ProductFacts = {
  productId: 'sp',
  producerId: 'ct',
  name: 'Cà phê mẫu',
  certificate: '1/GCN',
  stars: 4,
  inForce: true,
  lastDay: '2028-06-01',
  meanHundredths: null,
  dossierId: null,
  dossierState: null,
  dossierDue: null,
  recused: false,
  offerId: 'nc',
  offerYear: 1_000_000,
  agreements: 1,
  shelves: 1,
}

const facts = (change: Partial<ProducerFacts> = {}, ...products: readonly Partial<ProductFacts>[]): ProducerFacts => ({
  producerId: 'ct',
  name: 'HTX Mẫu',
  kind: 'cooperative',
  communeName: 'Xã Mẫu',
  communeToday: '23473',
  provinceToday: '51',
  toldYear: 2025,
  revenue: 100_000_000,
  labour: 5,
  papers: 3,
  papersLapsed: 0,
  papersEnding: 0,
  classes: 1,
  supportOpen: 0,
  products: products.map((one) => ({ ...product, ...one })),
  ...change,
})

const advise = (given: ProducerFacts) => adviceOf(given, usualBorders, ground)
const kinds = (given: ProducerFacts) => advise(given).help.map(({ kind }) => kind)

describe('a segment is rank in force × volume of a year', () => {
  test.each([
    [4, 3_000_000_000, 'leading'],
    [4, 2_999_999_999, 'craft'],
    [3, 3_000_000_000, 'volume'],
    [3, 2_999_999_999, 'starting'],
  ] as const)('%i stars and %i đồng: %s', (stars, revenue, segment) => {
    expect(advise(facts({ revenue }, { stars })).segment).toBe(segment)
  })

  it('counts no star that is not in force', () => {
    expect(advise(facts({}, { inForce: false })).segment).toBe('starting')
  })

  it('reads the offers where no revenue of the last two years is told, and says so', () => {
    const offered = { offerYear: 3_000_000_000 }
    expect(advise(facts({ revenue: null }, offered))).toMatchObject({ segment: 'leading', volume: { from: 'offers' } })
    expect(advise(facts({ toldYear: 2024 }, offered)).volume).toEqual({ from: 'report', value: 100_000_000 })
    expect(advise(facts({ toldYear: 2023 }, offered)).volume).toMatchObject({ from: 'offers' })
  })

  it('says that it does not know, and asks', () => {
    const silent = facts({ toldYear: null, revenue: null }, { offerId: null, offerYear: null })
    expect(advise(silent)).toMatchObject({ segment: 'unknown', volume: null })
    expect(kinds(silent)).toContain('ask-volume')
  })

  it('moves with the borders of the province', () => {
    const at = { ...usualBorders, highStars: 3, largeYear: 100_000_000 }
    expect(adviceOf(facts({}, { stars: 3 }), at, ground).segment).toBe('leading')
  })
})

describe('the next step follows from the record', () => {
  it('of nothing yet is the first product', () => {
    expect(kinds(facts())[0]).toBe('describe')
  })

  test.each([
    ['2027-05-23', true],
    ['2027-05-24', false],
  ])('warns of a certificate that ends on %s: %s', (lastDay, warned) => {
    expect(kinds(facts({}, { lastDay })).includes('renew')).toBe(warned)
  })

  it('is no renewal while a dossier is on its way, and is the dossier when it is the producer’s turn', () => {
    const running = { lastDay: '2026-12-01', dossierId: 'hs', dossierDue: '2026-12-20' } as const
    expect(kinds(facts({}, { ...running, dossierState: 'filed' }))).not.toContain('renew')
    expect(advise(facts({}, { ...running, dossierState: 'returned' })).help[0]).toMatchObject({
      kind: 'mend-dossier',
      dueOn: '2026-12-20',
    })
    expect(kinds(facts({}, { ...running, dossierState: 'draft' }))[0]).toBe('finish-dossier')
  })

  it('says nothing of a dossier from which the reader stepped back', () => {
    const hidden = facts({}, { certificate: null, inForce: false, lastDay: null, stars: null, recused: true })
    expect(kinds(hidden)).not.toContain('first-dossier')
  })

  test.each([
    [8500, true],
    [8499, false],
    [null, false],
  ])('advises to raise from a mean of %s: %s', (meanHundredths, advised) => {
    expect(kinds(facts({}, { meanHundredths })).includes('raise')).toBe(advised)
  })

  it('leads to buyers when something is offered and nothing agreed, to offering when nothing is offered', () => {
    expect(kinds(facts({}, { agreements: 0 }))).toContain('channel')
    expect(kinds(facts({}, { offerId: null, agreements: 0 }))).toContain('offer')
    expect(kinds(facts({}, {}))).not.toContain('channel')
  })
})

const day = fc.constantFrom(null, '2020-01-01', today, '2027-01-01', '2029-01-01')
const anyProduct = fc.record({
  certificate: fc.constantFrom(null, '1/GCN'),
  stars: fc.constantFrom(null, 3, 4, 5),
  inForce: fc.boolean(),
  lastDay: day,
  meanHundredths: fc.constantFrom(null, 6_000, 9_900),
  dossierId: fc.constantFrom(null, 'hs'),
  dossierState: fc.constantFrom(null, ...dossierStates),
  recused: fc.boolean(),
  offerId: fc.constantFrom(null, 'nc'),
  offerYear: fc.constantFrom(null, 0, 5_000_000_000),
  agreements: fc.nat(2),
})
const anyFacts = fc
  .tuple(
    fc.record({
      toldYear: fc.constantFrom(null, 2020, 2025),
      revenue: fc.constantFrom(null, 0, 9_000_000_000),
      papersLapsed: fc.nat(2),
      classes: fc.nat(1),
      supportOpen: fc.nat(1),
    }),
    fc.array(anyProduct, { maxLength: 3 }),
  )
  .map(([change, products]) => facts(change, ...products))

test('nobody leaves without a next step, and each has words, a reason and a place, for producer and officer', () => {
  fc.assert(
    fc.property(anyFacts, fc.boolean(), (given, own) => {
      const { help, segment } = advise(given)
      expect(help.length).toBeGreaterThan(0)
      expect(segmentNotes[segment].means).toMatch(/\S/)
      for (const one of help) {
        expect(helpWords[one.kind] + whyOf(one)).not.toMatch(/undefined|NaN/)
        expect(placeOfHelp(one, 'ct', own)).toMatch(/^\/[a-z]/)
      }
    }),
  )
})

test('an officer is led to the officer’s place, a producer to its own', () => {
  const help = {
    kind: 'first-dossier',
    product: { productId: 'sp', name: 'x', certificate: null, dossierId: null },
  } as const
  expect(placeOfHelp(help, 'ct', true)).toBe(paths.dossier.begin())
  expect(placeOfHelp(help, 'ct', false)).toBe(paths.product.file('sp'))
})

describe('borders', () => {
  const set = (unitCode: string, fromDate: string, highStars: number): Threshold => ({
    ...usualBorders,
    unitCode,
    fromDate,
    highStars,
    basis: 'x',
  })

  it('of the province win over the country’s, the latest of each, none before its day', () => {
    const all = [
      set('VN', '2026-01-01', 3),
      set('51', '2026-02-01', 5),
      set('51', '2026-03-01', 4),
      set('51', '2027-01-01', 3),
    ]
    expect(bordersFor(all, '51', today).highStars).toBe(4)
    expect(bordersFor(all, '66', today).highStars).toBe(3)
    expect(bordersFor(all, '66', '2025-12-31')).toBe(usualBorders)
  })

  test.each([
    ['2026-11-23', false],
    [today, true],
  ])('set from %s: %s', (fromDate, ok) => {
    expect(judgeThreshold({ fromDate }, today).ok).toBe(ok)
  })
})
