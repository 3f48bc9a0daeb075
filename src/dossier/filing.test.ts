import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readiness } from '../regime/assess.ts'
import { rubricById, rubricsOf, textById } from '../regime/law.ts'
import type { LegalText, Rubric } from '../regime/model.ts'
import { faultsOfFiling, sureChoices } from './filing.ts'
import type { Filing, HeldPaper } from './filing.ts'
import { form02Fields } from './model.ts'

const law = textById('26-2026') as LegalText
const coffee = rubricById('26-2026/13') as Rubric
const today = '2026-11-24'

const paper = (id: string, kind: HeldPaper['kind'], change: Partial<HeldPaper> = {}): HeldPaper => ({
  id,
  kind,
  title: `Giấy ${id}`,
  issuedOn: '2025-01-10',
  expiresOn: null,
  withdrawnAt: null,
  ...change,
})

const everyKind = [
  paper('p1', 'food-safety'),
  paper('p2', 'production-condition'),
  paper('p3', 'quality-declaration'),
  paper('p4', 'quality-management'),
]

const everyPart = Object.fromEntries(form02Fields.map((field) => [field, 'Đã ghi.']))

/** A dossier that may be filed, and what is changed about it. */
function filing(change: Partial<Filing> = {}): Filing {
  const rubric = change.rubric ?? coffee
  const papers = change.papers ?? everyKind
  return {
    law,
    rubric,
    kind: 'first',
    form01: { samples: 5, pledge: true },
    form02: everyPart,
    selfScore: { choices: Object.fromEntries(rubric.criteria.map(({ code }) => [code, 1])), notes: {} },
    attachments: papers.map(({ id }) => ({ criterion: 'hs', paperId: id })),
    papers,
    today,
    ...change,
  }
}

const codesOf = (given: Filing) => faultsOfFiling(given).map(({ code }) => code)
const missingOf = (given: Filing) =>
  faultsOfFiling(given).flatMap(({ code, facts }) => (code === 'dossier/missing-document' ? [facts?.['kind']] : []))

describe('what stands in the way of filing', () => {
  it.each([
    ['first', {}, []],
    ['first', { changes: undefined, results: undefined }, []],
    ['first', { revenue: undefined, profit: '' }, ['revenue profit']],
    ['upgrade', {}, []],
    ['renewal', { changes: undefined }, ['changes']],
  ] as const)('blank parts of form 02, of kind %s with %o', (kind, change, parts) => {
    const faults = faultsOfFiling(filing({ kind, form02: { ...everyPart, ...change } }))
    expect(faults.map(({ facts }) => facts?.['parts'])).toEqual(parts)
  })

  it('nothing, when everything is there', () => {
    expect(faultsOfFiling(filing())).toEqual([])
  })

  it('everything at once, each with its article, when there is nothing', () => {
    const nothing = filing({
      form01: undefined,
      form02: undefined,
      selfScore: {
        choices: {},
        notes: {},
      },
      attachments: [],
      papers: [],
    })
    expect(faultsOfFiling(nothing)).toEqual([
      { code: 'dossier/form-missing', article: '26/2026 Điều 6', facts: { form: '01' } },
      { code: 'dossier/form-missing', article: '26/2026 Điều 6', facts: { form: '02' } },
      {
        code: 'dossier/self-score-missing',
        article: '26/2026 Điều 6',
        facts: { open: 34, codes: coffee.criteria.map(({ code }) => code).join(', ') },
      },
      { code: 'dossier/missing-document', article: '26/2026 Điều 6', facts: { kind: 'food-safety' } },
    ])
  })

  it('a criterion of which no level is reached is answered', () => {
    const choices = { ...filing().selfScore.choices, '4.1': 0 }
    expect(faultsOfFiling(filing({ selfScore: { choices, notes: {} } }))).toEqual([])
  })

  it('one criterion left open is counted and named', () => {
    const { '4.1': _, ...choices } = filing().selfScore.choices
    expect(faultsOfFiling(filing({ selfScore: { choices, notes: {} } }))).toMatchObject([
      { code: 'dossier/self-score-missing', facts: { open: 1, codes: '4.1' } },
    ])
  })

  test.each([
    ['13', 4, ['dossier/samples-missing']],
    ['13', 5, []],
    ['13', 6, []],
    ['26', 0, []],
  ])('set %s with %i samples: %j', (number, samples, codes) => {
    const rubric = rubricById(`26-2026/${number}`) as Rubric
    expect(codesOf(filing({ rubric, form01: { samples, pledge: true } }))).toEqual(codes)
  })
})

describe('papers whose lack rejects the dossier, as the head of each set prints it', () => {
  const asked: Readonly<Record<string, readonly string[]>> = {
    ...Object.fromEntries(Array.from({ length: 17 }, (_, index) => [index + 1, ['food-safety']])),
    15: ['food-safety', 'production-condition'],
    17: ['food-safety', 'production-condition'],
    18: ['production-condition', 'quality-declaration'],
    19: ['production-condition', 'quality-declaration'],
    20: ['production-condition', 'quality-declaration'],
  }

  test.each(rubricsOf('26-2026').map((rubric) => [rubric.number, rubric] as const))('set %s', (number, rubric) => {
    expect(missingOf(filing({ rubric, papers: [], attachments: [] }))).toEqual(asked[number] ?? [])
    expect(missingOf(filing({ rubric }))).toEqual([])
  })

  it('a paper that only lies in the wallet proves nothing', () => {
    expect(missingOf(filing({ attachments: [] }))).toEqual(['food-safety'])
  })

  test.each([
    ['the day after its last one', '2026-11-23', ['dossier/document-expired']],
    ['its last day', '2026-11-24', []],
    ['without an end', null, []],
  ])('%s: %j', (_, expiresOn, codes) => {
    expect(codesOf(filing({ papers: [paper('p1', 'food-safety', { expiresOn })] }))).toEqual(codes)
  })

  it('one that was taken out of the wallet no longer counts, and is named', () => {
    const gone = paper('p1', 'food-safety', { withdrawnAt: '2026-11-20T02:00:00.000Z' })
    expect(faultsOfFiling(filing({ papers: [gone] }))).toMatchObject([
      { code: 'dossier/missing-document' },
      { code: 'dossier/document-withdrawn', facts: { title: 'Giấy p1' } },
    ])
  })
})

describe('options that count as sure', () => {
  // 3.3 local labour is usually proved by the list of workers; 3.2 by the registration.
  const chosen = { choices: { '3.3': 3 }, notes: {} }
  const workers = (change: Partial<HeldPaper> = {}) => [paper('w', 'labour-list', change)]
  const at = (criterion: string) => [{ criterion, paperId: 'w' }]

  test.each<[string, Partial<Filing>, object]>([
    ['proved at the criterion', { papers: workers(), attachments: at('3.3') }, { '3.3': 3 }],
    ['proved elsewhere only', { papers: workers(), attachments: at('hs') }, {}],
    ['not proved', { papers: workers(), attachments: [] }, {}],
    ['by a paper that has ended', { papers: workers({ expiresOn: '2026-11-23' }), attachments: at('3.3') }, {}],
    ['by a paper of tomorrow', { papers: workers({ issuedOn: '2026-11-25' }), attachments: at('3.3') }, {}],
    ['by a paper withdrawn', { papers: workers({ withdrawnAt: '2026-11-20T02:00:00Z' }), attachments: at('3.3') }, {}],
  ])('%s', (_, change, sure) => {
    expect(sureChoices(filing({ selfScore: chosen, ...change }))).toEqual(sure)
  })

  it('never more points sure than claimed, and never more than possible', () => {
    const given = fc.constantFrom(...rubricsOf('26-2026')).chain((rubric) =>
      fc.record({
        rubric: fc.constant(rubric),
        positions: fc.tuple(...rubric.criteria.map(({ options }) => fc.integer({ min: 1, max: options.length }))),
        proved: fc.tuple(...rubric.criteria.map(() => fc.boolean())),
      }),
    )
    fc.assert(
      fc.property(given, ({ rubric, positions, proved }) => {
        const choices = Object.fromEntries(rubric.criteria.map(({ code }, index) => [code, positions[index] ?? 1]))
        const attachments = rubric.criteria
          .filter((_, index) => proved[index])
          .map(({ code }) => ({ criterion: code, paperId: 'w' }))
        const sure = sureChoices(filing({ rubric, selfScore: { choices, notes: {} }, papers: workers(), attachments }))
        const range = readiness(law, rubric, sure)
        const claimed = readiness(law, rubric, choices)
        if (!range.ok || !claimed.ok) throw new Error('refused')
        expect(range.value.pointsSure).toBeLessThanOrEqual(claimed.value.pointsSure)
        expect(range.value.pointsPossible).toBeGreaterThanOrEqual(claimed.value.pointsSure)
      }),
    )
  })
})
