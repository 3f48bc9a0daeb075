import fc from 'fast-check'
import { expect, test } from 'vitest'
import { regulation, rubric13 } from '../../test/support/hall.ts'
import { countBallot, tallyOf } from './counting.ts'
import type { Ballot, Sitting, SittingItem } from './model.ts'
import { castChoices } from './rules.ts'
import { freeze } from './sheet.ts'
import type { Sheet } from './sheet.ts'

const seat = (accountId: string) => ({
  accountId,
  name: accountId,
  capacity: 'member' as const,
  agency: 'Sở',
  votes: true,
})
const item: SittingItem = {
  dossierId: 'd1',
  number: '001',
  productName: 'Cà phê',
  producerId: 'p1',
  producerName: 'HTX',
  rubric: '13',
  settledBecause: null,
  reexaminationId: null,
  kind: 'first',
  scoringRound: 1,
  stands: true,
  recused: new Set(),
  found: new Map(),
  totals: new Map(),
}

function sittingOf(members: number): Sitting {
  const silent = { proposes: null, wideRounds: null, outlierPoints: null, sitsAgain: null }
  const rules = { ...regulation, ...silent, id: 'q', councilId: 'h' }
  return {
    session: {
      id: 's',
      councilId: 'h',
      regulationId: 'q',
      roundId: null,
      text: '26-2026',
      meetsOn: '2026-11-24',
      place: '',
      state: 'open',
      openedAt: null,
      closedAt: null,
      sample: true,
    },
    council: {
      id: 'h',
      level: 'province',
      unitCode: '51',
      unitOn: '2026-01-01',
      unitName: '',
      provinceToday: '51',
      name: '',
      decisionNo: '',
      decidedOn: '2026-01-01',
      fromDate: '2026-01-01',
      toDate: null,
      seats: Array.from({ length: members }, (_, n) => seat(`m${n}`)),
      sample: true,
    },
    regulation: rules,
    present: new Set(),
    items: [item],
  }
}

/** Whole ballots of a council: a position, or 0, at each criterion. */
const anyBallots = fc.array(
  fc.record(
    Object.fromEntries(
      rubric13.criteria.map(({ code, options }) => [code, fc.integer({ min: 0, max: options.length })]),
    ),
  ),
  { minLength: 1, maxLength: 15 },
)
const anyRule = fc.record({
  gateRule: fc.constantFrom('majority' as const, 'all' as const, 'mean' as const),
  fallback: fc.constantFrom('highest-met' as const, 'not-recognised' as const),
})

// Invariant 1: stars recomputed from stored options equal the stars decided.
test('the frozen sheet, kept as JSON and read back, gives the same result from its options', () => {
  fc.assert(
    fc.property(anyBallots, anyRule, (given, rule) => {
      const sitting = sittingOf(given.length)
      const rules = { ...sitting.regulation, ...rule }
      const counted = given.map((choices, n) =>
        countBallot(rubric13, {
          id: `b${n}`,
          dossierId: 'd1',
          accountId: `m${n}`,
          scoringRound: 1,
          comment: '',
          choices: castChoices(rubric13, choices),
          castAt: '2026-11-24T02:00:00.000Z',
          supersededAt: null,
        }),
      )
      const decided = tallyOf('26-2026', rubric13, counted, rules)
      const sheet = JSON.parse(JSON.stringify(freeze(sitting, item, rubric13, counted, [], '2026-11-24'))) as Sheet
      const again = sheet.counted.map(({ seat: accountId, choices }) =>
        countBallot(rubric13, { accountId, choices } as Ballot),
      )
      expect(tallyOf('26-2026', rubric13, again, rules)).toEqual(decided)
      expect(sheet.counted.map(({ total }) => total)).toEqual(again.map(({ total }) => total))
      // The sheet asks what was asked: points read from its own options agree too.
      for (const ballot of sheet.counted) {
        const points = sheet.asked.map(({ code, options }) => options[(ballot.choices[code] ?? 0) - 1]?.points ?? 0)
        expect(points.reduce((sum, one) => sum + one, 0)).toBe(ballot.total)
      }
    }),
    { numRuns: 60 },
  )
})
