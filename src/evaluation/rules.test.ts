import { describe, expect, test } from 'vitest'
import { addDays } from '../kernel/civil-date.ts'
import type { Council, Seat, Sitting, SittingItem } from './model.ts'
import { closingFaults, isTooWide, presides, quorumOf } from './quorum.ts'
import {
  judgeAttendance,
  judgeCall,
  judgeClosing,
  judgeCouncil,
  judgeNextRound,
  judgeOpening,
  judgeVoting,
} from './rules.ts'
import type { Callable } from './rules.ts'

const council: Council = {
  id: 'h1',
  level: 'province',
  unitCode: '51',
  unitOn: '2026-01-01',
  unitName: 'Quảng Ngãi',
  name: 'Hội đồng',
  decisionNo: '12/QĐ-UBND',
  decidedOn: '2026-01-05',
  fromDate: '2026-01-05',
  toDate: null,
  provinceToday: '51',
  seats: [],
  sample: true,
}
const regulation = {
  id: 'q1',
  councilId: 'h1',
  effectiveOn: '2026-01-10',
  quorumNumerator: 3,
  quorumDenominator: 4,
  chairRequired: true,
  spreadPoints: 10,
  gateRule: 'majority',
  fallback: 'highest-met',
  proposes: null,
  wideRounds: null,
  outlierPoints: null,
  sitsAgain: null,
  documentNo: '13/QĐ-UBND',
} as const

const seat = (accountId: string, capacity: Seat['capacity'] = 'member'): Seat => ({
  accountId,
  name: accountId,
  capacity,
  agency: 'Sở',
  votes: capacity !== 'secretary',
})

/** A council of a chair `c`, a vice-chair `v`, a secretary `s` and members `m1`… */
function seats(members: number): readonly Seat[] {
  return [
    seat('c', 'chair'),
    seat('v', 'vice-chair'),
    seat('s', 'secretary'),
    ...Array.from({ length: members }, (_, n) => seat(`m${n + 1}`)),
  ]
}

const item = (change: Partial<SittingItem> = {}): SittingItem => ({
  dossierId: 'd1',
  number: '001',
  productName: 'Cà phê',
  producerId: 'p1',
  producerName: 'HTX',
  rubric: '26-2026/13',
  settledBecause: null,
  reexaminationId: null,
  kind: 'first',
  scoringRound: 1,
  stands: true,
  recused: new Set(),
  found: new Map(),
  totals: new Map(),
  ...change,
})

function sitting({
  seats: seated = seats(7),
  ...change
}: Partial<Sitting> & { seats?: readonly Seat[] } = {}): Sitting {
  return {
    session: {
      id: 's1',
      councilId: 'h1',
      regulationId: 'q1',
      roundId: null,
      text: '26-2026',
      meetsOn: '2026-11-24',
      place: '',
      state: 'open',
      openedAt: null,
      closedAt: null,
      sample: true,
    },
    council: { ...council, seats: seated },
    regulation,
    present: new Set(),
    items: [item()],
    ...change,
  }
}

const codeOf = (judged: { ok: boolean; refusal?: { code: string } }) => (judged.ok ? 'ok' : judged.refusal?.code)
const here = (...ids: readonly string[]) => new Set(ids)
const cast = (...given: readonly [string, number][]) => new Map(given)

describe('quorum', () => {
  // Three quarters of nine is 6.75: six are too few, seven enough. Of eight: exactly six.
  test.each([
    [7, 5, false],
    [7, 6, true],
    [6, 4, false],
    [6, 5, true],
    [2, 1, false],
    [2, 2, true],
  ])('chair, vice-chair and %i members vote; chair and %i others there → %s', (members, others, met) => {
    const all = ['v', ...Array.from({ length: members }, (_, n) => `m${n + 1}`)]
    const at = sitting({ seats: seats(members), present: here('c', ...all.slice(0, others)) })
    expect(quorumOf(at, item()).met).toBe(met)
  })

  test('the secretary is not counted', () => {
    const at = sitting({ present: here('c', 'v', 's', 'm1', 'm2', 'm3', 'm4') })
    expect(quorumOf(at, item())).toMatchObject({ voters: 9, present: 6, need: 7, met: false })
  })

  test('those recused from an item are counted out of both sides', () => {
    const at = sitting({ present: here('c', 'v', 'm1', 'm2', 'm3', 'm4') })
    expect(quorumOf(at, item({ recused: here('m6') }))).toMatchObject({ voters: 8, present: 6, met: true })
    expect(quorumOf(at, item({ recused: here('m1') }))).toMatchObject({ voters: 8, present: 5, met: false })
  })

  test('without the chair there is none, unless the regulation says otherwise', () => {
    const at = sitting({ present: here('v', 'm1', 'm2', 'm3', 'm4', 'm5', 'm6') })
    expect(quorumOf(at, item())).toMatchObject({ met: true, chaired: false })
    expect(quorumOf({ ...at, regulation: { ...regulation, chairRequired: false } }, item()).chaired).toBe(true)
  })

  test('a recused chair is stood in for by the vice-chair', () => {
    const at = sitting({ present: here('c', 'm1', 'm2', 'm3', 'm4', 'm5') })
    expect(quorumOf(at, item({ recused: here('c') })).chaired).toBe(false)
    expect(quorumOf({ ...at, present: here('v', 'm1') }, item({ recused: here('c') })).chaired).toBe(true)
  })

  test('an item from which everybody is recused has no quorum', () => {
    expect(quorumOf(sitting({ seats: [seat('c', 'chair')] }), item({ recused: here('c') })).met).toBe(false)
  })
})

describe('spread', () => {
  const three = sitting({ seats: [seat('c', 'chair'), seat('m1'), seat('m2')], present: here('c', 'm1', 'm2') })

  test.each([
    [70, false],
    [69, true],
  ])('80, 75 and %i: too wide is %s', (lowest, wide) => {
    expect(isTooWide(three, item({ totals: cast(['c', 80], ['m1', 75], ['m2', lowest]) }))).toBe(wide)
  })

  test('is not told before the last ballot is in', () => {
    expect(isTooWide(three, item({ totals: cast(['c', 90], ['m1', 20]) }))).toBe(false)
  })

  test('a second round is opened by who presides, and only when it is needed', () => {
    const wide = item({ totals: cast(['c', 80], ['m1', 75], ['m2', 60]) })
    expect(codeOf(judgeNextRound(three, wide, 'c'))).toBe('ok')
    expect(codeOf(judgeNextRound(three, wide, 'm1'))).toBe('evaluation/not-presiding')
    expect(codeOf(judgeNextRound(three, item({ totals: cast(['c', 80], ['m1', 75], ['m2', 70]) }), 'c'))).toBe(
      'evaluation/spread-within',
    )
  })
})

describe('closing', () => {
  const present = here('c', 'v', 'm1', 'm2', 'm3', 'm4', 'm5')
  const all = cast(['c', 80], ['v', 80], ['m1', 78], ['m2', 79], ['m3', 80], ['m4', 82], ['m5', 85])

  test('is possible when nothing stands against it', () => {
    expect(closingFaults(sitting({ present, items: [item({ totals: all })] }))).toEqual([])
  })

  test('lists every failing rule of every item', () => {
    const short = item({ dossierId: 'd2', productName: 'Mật ong', totals: cast(['c', 80], ['m1', 60]) })
    const at = sitting({ present: here('m1', 'c'), items: [item({ totals: all }), short] })
    expect(closingFaults(at).map(({ code, dossierId }) => [dossierId, code])).toEqual([
      ['d1', 'evaluation/quorum-not-met'],
      ['d2', 'evaluation/quorum-not-met'],
      ['d2', 'evaluation/spread-too-wide'],
    ])
  })

  test('an item that left the agenda holds nothing up', () => {
    expect(closingFaults(sitting({ present, items: [item({ stands: false })] }))).toEqual([])
  })

  test('is for the chair; for the vice-chair when the chair is away or recused; never for a recused one', () => {
    const at = sitting({ present })
    expect([presides(at, 'c'), presides(at, 'v'), presides(at, 's')]).toEqual([true, false, false])
    const away = sitting({ present: here('v') })
    expect([presides(away, 'c'), presides(away, 'v')]).toEqual([false, true])
    const recused = sitting({ present, items: [item({ recused: here('c') })] })
    const law = { procedure: { steps: [], proposes: 'on-points' as const } }
    const close = (who: string) => codeOf(judgeClosing(recused, who, law, false))
    expect([close('c'), close('v')]).toEqual(['evaluation/not-presiding', 'ok'])
    const both = sitting({ present, items: [item({ recused: here('c', 'v') })] })
    expect(presides(both, 'v')).toBe(false)
  })
})

test('a ballot needs an open session, a seat that votes, presence, and no conflict', () => {
  const at = sitting({ present: here('m1', 's') })
  const code = (who: string, of: Sitting = at, one: SittingItem = item(), act: 'cast' | 'draft' = 'cast') =>
    codeOf(judgeVoting(of, one, who, act))
  expect(code('m1')).toBe('ok')
  expect(code('m2')).toBe('evaluation/not-present')
  expect(code('m2', at, item(), 'draft')).toBe('ok')
  expect(code('s')).toBe('evaluation/not-seated')
  expect(code('x')).toBe('evaluation/not-seated')
  expect(code('m1', at, item({ recused: here('m1') }))).toBe('evaluation/not-seated')
  expect(code('m1', at, item({ stands: false }))).toBe('evaluation/off-agenda')
  expect(code('m1', { ...at, session: { ...at.session, state: 'called' } })).toBe('evaluation/session-not-open')
  expect(code('m1', { ...at, session: { ...at.session, state: 'called' } }, item(), 'draft')).toBe('ok')
  expect(code('m1', { ...at, session: { ...at.session, state: 'closed' } })).toBe('evaluation/session-closed')
})

test('members mark themselves, the secretary everybody; who has cast cannot be marked away', () => {
  const at = sitting({ items: [item({ totals: cast(['m1', 70]) })] })
  expect(codeOf(judgeAttendance(at, 'm1', { accountId: 'm1', present: true }, at.session.meetsOn))).toBe('ok')
  expect(codeOf(judgeAttendance(at, 'm1', { accountId: 'm2', present: true }, at.session.meetsOn))).toBe(
    'evaluation/only-own-attendance',
  )
  expect(codeOf(judgeAttendance(at, 's', { accountId: 'm2', present: true }, at.session.meetsOn))).toBe('ok')
  expect(codeOf(judgeAttendance(at, 's', { accountId: 'm1', present: false }, at.session.meetsOn))).toBe(
    'evaluation/has-cast',
  )
  expect(codeOf(judgeAttendance(at, 's', { accountId: 'x', present: true }, at.session.meetsOn))).toBe(
    'evaluation/not-seated',
  )
  const dayBefore = addDays(at.session.meetsOn, -1)
  expect(codeOf(judgeAttendance(at, 's', { accountId: 'm2', present: true }, dayBefore))).toBe('evaluation/too-early')
})

test('a session opens on its day, once, by the chair', () => {
  const called = sitting({ session: { ...sitting().session, state: 'called' } })
  expect(codeOf(judgeOpening(called, 'c', '2026-11-23'))).toBe('evaluation/too-early')
  expect(codeOf(judgeOpening(called, 'c', '2026-11-24'))).toBe('ok')
  expect(codeOf(judgeOpening(called, 'm1', '2026-11-24'))).toBe('evaluation/not-presiding')
  expect(codeOf(judgeOpening(sitting(), 'c', '2026-11-24'))).toBe('evaluation/already-opened')
})

describe('calling', () => {
  const step = {
    role: 'score',
    recognises: [3, 4],
    proposesFrom: 90,
    approvesResult: true,
    otherwise: 'tell',
    authority: 'UBND cấp tỉnh',
    article: '',
    certainty: 'printed',
  } as const
  const text = { id: '26-2026', procedure: { steps: [{ ...step, level: 'province' }], proposes: 'on-points' } } as const
  const ready: Callable = { id: 'd1', number: '001', text: '26-2026', state: 'advised', units: ['51'], scorable: true }
  const call = (dossier: Partial<Callable> = {}, meetsOn = '2026-11-24', of: Council = council) =>
    codeOf(judgeCall(of, regulation, text, { meetsOn }, [ready, { ...ready, ...dossier }], '2026-11-24'))

  test.each([
    [{}, 'ok'],
    [{ text: '148-2023' }, 'evaluation/other-text'],
    [{ state: 'under-advice' }, 'evaluation/not-ready'],
    [{ state: 'on-agenda' }, 'evaluation/not-ready'],
    [{ units: ['68'] }, 'evaluation/not-of-this-unit'],
    [{ scorable: false }, 'evaluation/no-rubric'],
  ])('a dossier with %o: %s', (dossier, code) => expect(call(dossier)).toBe(code))

  test('stays within time', () => {
    expect(call({}, '2026-11-23')).toBe('evaluation/meets-in-the-past')
    expect(call({}, '2026-12-31', { ...council, toDate: '2026-12-30' })).toBe('evaluation/council-out-of-term')
    expect(codeOf(judgeCall(council, undefined, text, { meetsOn: '2026-11-24' }, [ready], '2026-11-24'))).toBe(
      'evaluation/no-regulation',
    )
    expect(
      codeOf(
        judgeCall(
          { ...council, level: 'district' },
          regulation,
          text,
          { meetsOn: '2026-11-24' },
          [ready],
          '2026-11-24',
        ),
      ),
    ).toBe('evaluation/text-has-no-such-level')
  })
})

test('a council has one chair and nobody twice', () => {
  const input = {
    level: 'province',
    unitCode: '51',
    name: 'Hội đồng',
    decisionNo: '1',
    decidedOn: '2026-01-01',
    fromDate: '2026-01-01',
  } as const
  const person = (accountId: string, capacity: Seat['capacity']) => ({ accountId, capacity, agency: 'Sở' })
  expect(codeOf(judgeCouncil({ ...input, seats: [person('a', 'member')] }))).toBe('evaluation/one-chair')
  expect(codeOf(judgeCouncil({ ...input, seats: [person('a', 'chair'), person('b', 'chair')] }))).toBe(
    'evaluation/one-chair',
  )
  expect(codeOf(judgeCouncil({ ...input, seats: [person('a', 'chair'), person('a', 'member')] }))).toBe(
    'evaluation/seated-twice',
  )
  expect(judgeCouncil({ ...input, seats: [person('a', 'chair'), person('b', 'secretary')] })).toMatchObject({
    ok: true,
    value: [{ votes: true }, { votes: false }],
  })
})
