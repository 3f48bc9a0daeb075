import { describe, expect, test } from 'vitest'
import { cast, codeOf, council, here, item, regulation, sitting } from '../../test/support/sitting.ts'
import { addDays } from '../kernel/civil-date.ts'
import type { Council, Seat, Sitting, SittingItem } from './model.ts'
import { judgeAttendance, judgeCall, judgeCouncil, judgeOpening, judgeVoting } from './rules.ts'
import type { Callable } from './rules.ts'

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
