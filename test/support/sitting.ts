import type { Council, Seat, Sitting, SittingItem } from '../../src/evaluation/model.ts'

/** A council, its regulation and a session as they lie in memory, for the rules that judge them. */
export const council: Council = {
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
export const regulation = {
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

export const seat = (accountId: string, capacity: Seat['capacity'] = 'member'): Seat => ({
  accountId,
  name: accountId,
  capacity,
  agency: 'Sở',
  votes: capacity !== 'secretary',
})

/** A council of a chair `c`, a vice-chair `v`, a secretary `s` and members `m1`… */
export function seats(members: number): readonly Seat[] {
  return [
    seat('c', 'chair'),
    seat('v', 'vice-chair'),
    seat('s', 'secretary'),
    ...Array.from({ length: members }, (_, n) => seat(`m${n + 1}`)),
  ]
}

export const item = (change: Partial<SittingItem> = {}): SittingItem => ({
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

export function sitting({
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

export const codeOf = (judged: { ok: boolean; refusal?: { code: string } }) => (judged.ok ? 'ok' : judged.refusal?.code)
export const here = (...ids: readonly string[]) => new Set(ids)
export const cast = (...given: readonly [string, number][]) => new Map(given)
