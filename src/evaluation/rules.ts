import type { CivilDate } from '../kernel/civil-date.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Choices, LegalText, Rubric } from '../regime/model.ts'
import type { Council, CouncilInput, Regulation, Seat, Session, SessionState, Sitting, SittingItem, Verdict } from './model.ts'
import { reaches, spreadOf } from './tally.ts'
import type { Tally } from './tally.ts'

// Which act is open in which state; buttons, routes and actions all ask this table. A ballot may be prepared as soon
// as the session is called, for members read before they meet.
const openIn = {
  open: ['called'],
  attend: ['called', 'open'],
  recuse: ['called', 'open'],
  draft: ['called', 'open'],
  'take-off': ['called', 'open'],
  cast: ['open'],
  rescore: ['open'],
  close: ['open'],
} as const satisfies Record<string, readonly SessionState[]>

export type SessionAct = keyof typeof openIn

export function sessionCan(act: SessionAct, { state }: Pick<Session, 'state'>): boolean {
  return (openIn[act] as readonly SessionState[]).includes(state)
}

/** A council needs one chair, somebody who votes, and nobody twice. */
export function judgeCouncil(input: CouncilInput) {
  if (input.toDate !== undefined && input.toDate < input.fromDate) return refuse('evaluation/term-ends-before-it-begins', { field: 'toDate' })
  const chairs = input.seats.filter(({ capacity }) => capacity === 'chair').length
  if (chairs !== 1) return refuse('evaluation/one-chair', { field: 'seats', facts: { chairs }, article: '26/2026 Điều 7.3' })
  if (new Set(input.seats.map(({ accountId }) => accountId)).size < input.seats.length) {
    return refuse('evaluation/seated-twice', { field: 'seats' })
  }
  return allow(input.seats.map((seat) => ({ ...seat, votes: seat.votes ?? seat.capacity !== 'secretary' })))
}

export function judgeRegulation(input: { readonly quorumNumerator: number; readonly quorumDenominator: number }) {
  return input.quorumNumerator > input.quorumDenominator
    ? refuse('evaluation/quorum-over-all', { field: 'quorumNumerator' })
    : allow(input)
}

/** What calling a session looks at in each dossier. */
export interface Callable {
  readonly id: string
  readonly number: string | null
  readonly text: string
  readonly state: string
  /** Its province, and its district in the time of districts. */
  readonly units: readonly string[]
  readonly scorable: boolean
}

/** The state in which a dossier waits for the council of a level. */
export function waitsFor(level: Council['level']): string {
  return level === 'ministry' ? 'sent-to-ministry' : 'advised'
}

export function judgeCall(
  council: Council,
  regulation: Regulation | undefined,
  text: Pick<LegalText, 'id' | 'procedure'> | undefined,
  input: { readonly meetsOn: CivilDate },
  dossiers: readonly Callable[],
  today: CivilDate,
) {
  if (input.meetsOn < today) return refuse('evaluation/meets-in-the-past', { field: 'meetsOn' })
  if (input.meetsOn < council.fromDate || (council.toDate !== null && input.meetsOn > council.toDate)) {
    return refuse('evaluation/council-out-of-term', { field: 'meetsOn' })
  }
  if (regulation === undefined) return refuse('evaluation/no-regulation', { article: '26/2026 Điều 7.3.b', field: 'meetsOn' })
  if (!text?.procedure.steps.some(({ level, role }) => level === council.level && role === 'score')) {
    return refuse('evaluation/text-has-no-such-level', { field: 'text' })
  }
  for (const dossier of dossiers) {
    const facts = { dossier: dossier.number ?? dossier.id }
    if (council.level !== 'ministry' && !dossier.units.includes(council.unitCode)) return refuse('evaluation/not-of-this-unit', { facts, field: 'dossiers' })
    if (dossier.text !== text.id) return refuse('evaluation/other-text', { facts, field: 'dossiers' })
    if (!dossier.scorable) return refuse('evaluation/no-rubric', { facts, field: 'dossiers' })
    if (dossier.state !== waitsFor(council.level)) return refuse('evaluation/not-ready', { facts, field: 'dossiers' })
  }
  return allow(regulation)
}

export function seatOf({ seats }: Pick<Sitting, 'seats'>, accountId: string): Seat | undefined {
  return seats.find((seat) => seat.accountId === accountId)
}

export function votersOf(sitting: Pick<Sitting, 'seats'>, item: Pick<SittingItem, 'recused'>): readonly Seat[] {
  return sitting.seats.filter(({ votes, accountId }) => votes && !item.recused.has(accountId))
}

/** Recused from anything of this session: then they neither lead it nor see what is missing in it. */
function isRecused({ items }: Pick<Sitting, 'items'>, accountId: string): boolean {
  return items.some(({ stands, recused }) => stands && recused.has(accountId))
}

/**
 * Who leads now: the chair; a vice-chair when the chair is recused from an item or not there. Never somebody recused,
 * for who closes a session reads in each failing rule how its items stand.
 */
export function presiders(sitting: Sitting): readonly Seat[] {
  const able = (seat: Seat) => !isRecused(sitting, seat.accountId)
  const chair = sitting.seats.find(({ capacity }) => capacity === 'chair')
  const chairLeads = chair !== undefined && able(chair) && (sitting.session.state === 'called' || sitting.present.has(chair.accountId))
  return chairLeads ? [chair] : sitting.seats.filter((seat) => seat.capacity === 'vice-chair' && able(seat))
}

export function presides(sitting: Sitting, accountId: string): boolean {
  return presiders(sitting).some((seat) => seat.accountId === accountId)
}

export function judgeOpening(sitting: Sitting, accountId: string, today: CivilDate) {
  if (!sessionCan('open', sitting.session)) return refuse('evaluation/already-opened')
  if (!presides(sitting, accountId)) return refuse('evaluation/not-presiding')
  if (today < sitting.session.meetsOn) return refuse('evaluation/too-early', { facts: { meetsOn: sitting.session.meetsOn } })
  return allow(sitting.session)
}

export function judgeAttendance(sitting: Sitting, accountId: string, mark: { readonly accountId: string; readonly present: boolean }) {
  if (!sessionCan('attend', sitting.session)) return refuse('evaluation/session-closed')
  const own = seatOf(sitting, accountId)
  if (!seatOf(sitting, mark.accountId) || !own) return refuse('evaluation/not-seated')
  if (own.capacity === 'member' && own.accountId !== mark.accountId) return refuse('evaluation/only-own-attendance')
  if (!mark.present && sitting.items.some(({ totals }) => totals.has(mark.accountId))) return refuse('evaluation/has-cast')
  return allow(mark)
}

export function judgeRecusal(sitting: Sitting, accountId: string) {
  if (!sessionCan('recuse', sitting.session)) return refuse('evaluation/session-closed')
  if (!seatOf(sitting, accountId)) return refuse('evaluation/not-seated')
  return allow(accountId)
}

/** May this seat cast (or prepare) a ballot for this item now? The item is one that they may see. */
export function judgeVoting(sitting: Sitting, item: SittingItem, accountId: string, act: 'draft' | 'cast') {
  if (!sessionCan(act, sitting.session)) {
    return sitting.session.state === 'closed' ? refuse('evaluation/session-closed') : refuse('evaluation/session-not-open')
  }
  if (!votersOf(sitting, item).some((seat) => seat.accountId === accountId)) return refuse('evaluation/not-seated')
  if (!item.stands) return refuse('evaluation/off-agenda')
  if (act === 'cast' && !sitting.present.has(accountId)) return refuse('evaluation/not-present')
  return allow(item)
}

/** Criteria still without an answer; position 0 is an answer: nothing reaches the levels. */
export function unanswered(rubric: Pick<Rubric, 'criteria'>, choices: Choices): readonly string[] {
  return rubric.criteria.map(({ code }) => code).filter((code) => choices[code] === undefined)
}

/** Positions only, in the order of the rubric: a cast ballot answers everything, so what is absent says "nothing". */
export function castChoices(rubric: Pick<Rubric, 'criteria'>, choices: Choices): Choices {
  return Object.fromEntries(rubric.criteria.flatMap(({ code }) => (choices[code] ? [[code, choices[code]]] : [])))
}

export interface Quorum {
  readonly voters: number
  readonly present: number
  readonly need: number
  readonly met: boolean
  /** The chair, or for an item the chair is recused from a vice-chair, is there. */
  readonly chaired: boolean
}

/** Counted for each item over the seats that vote, minus those recused from it. */
export function quorumOf(sitting: Sitting, item: Pick<SittingItem, 'recused'>): Quorum {
  const { quorumNumerator, quorumDenominator, chairRequired } = sitting.regulation
  const voters = votersOf(sitting, item)
  const present = voters.filter(({ accountId }) => sitting.present.has(accountId)).length
  const leaders = sitting.seats.filter(({ capacity }) => capacity === 'chair' || capacity === 'vice-chair')
  const chair = leaders.find(({ capacity }) => capacity === 'chair')
  const needed = chair && !item.recused.has(chair.accountId) ? [chair] : leaders.filter(({ accountId }) => !item.recused.has(accountId))
  return {
    voters: voters.length,
    present,
    need: Math.ceil((quorumNumerator * voters.length) / quorumDenominator),
    met: voters.length > 0 && present * quorumDenominator >= quorumNumerator * voters.length,
    chaired: !chairRequired || needed.some(({ accountId }) => sitting.present.has(accountId)),
  }
}

/** Voters who are there and have not cast in the current round. */
export function missingBallots(sitting: Sitting, item: SittingItem): readonly Seat[] {
  return votersOf(sitting, item).filter(({ accountId }) => sitting.present.has(accountId) && !item.totals.has(accountId))
}

/** Judged only when every ballot is in: before that it would tell the first members how the others scored. */
export function isTooWide(sitting: Sitting, item: SittingItem): boolean {
  return missingBallots(sitting, item).length === 0 && spreadOf(item.totals.values()) > sitting.regulation.spreadPoints
}

export type ClosingFault = 'evaluation/quorum-not-met' | 'evaluation/chair-absent' | 'evaluation/ballots-missing' | 'evaluation/spread-too-wide'

/** Every rule that still stands against closing, item by item; an empty list means the session may close. */
export function closingFaults(sitting: Sitting): readonly (Refusal<ClosingFault> & { readonly dossierId: string })[] {
  return sitting.items
    .filter(({ stands }) => stands)
    .flatMap((item) => {
      const quorum = quorumOf(sitting, item)
      const missing = missingBallots(sitting, item).length
      const facts = { product: item.productName, present: quorum.present, need: quorum.need, voters: quorum.voters, missing, limit: sitting.regulation.spreadPoints }
      const codes: ClosingFault[] = []
      if (!quorum.met) codes.push('evaluation/quorum-not-met')
      if (!quorum.chaired) codes.push('evaluation/chair-absent')
      if (missing > 0 || item.totals.size === 0) codes.push('evaluation/ballots-missing')
      if (isTooWide(sitting, item)) codes.push('evaluation/spread-too-wide')
      return codes.map((code) => ({ code, facts, dossierId: item.dossierId, article: '26/2026 Điều 7.3.b' }))
    })
}

export function judgeNextRound(sitting: Sitting, item: SittingItem, accountId: string) {
  if (!sessionCan('rescore', sitting.session)) return refuse('evaluation/session-not-open')
  if (!presides(sitting, accountId)) return refuse('evaluation/not-presiding')
  if (!item.stands) return refuse('evaluation/off-agenda')
  if (!isTooWide(sitting, item)) return refuse('evaluation/spread-within')
  return allow(item.scoringRound + 1)
}

export function judgeTakingOff(sitting: Sitting, item: SittingItem, accountId: string) {
  if (!sessionCan('take-off', sitting.session)) return refuse('evaluation/session-closed')
  if (!presides(sitting, accountId)) return refuse('evaluation/not-presiding')
  if (!item.stands) return refuse('evaluation/off-agenda')
  return allow(item)
}

/** Who may close, before asking whether the rules hold. */
export function judgeClosing(sitting: Sitting, accountId: string) {
  if (!sessionCan('close', sitting.session)) return refuse('evaluation/session-not-open')
  if (!presides(sitting, accountId)) return refuse('evaluation/not-presiding')
  return allow(sitting.session)
}

/**
 * Where a result goes by the procedure of its text. Going up is judged on the mean (26/2026 Điều 7.3: from 90 points the
 * province approves the result only and asks the ministry), and on the top gates too where the text says so.
 */
export function verdictOf({ procedure }: Pick<LegalText, 'procedure'>, level: Council['level'], { mean, stars, band, gates }: Pick<Tally, 'mean' | 'stars' | 'band' | 'gates'>): Verdict {
  const step = procedure.steps.find((one) => one.level === level && one.role === 'score')
  if (step === undefined) throw new Error(`The text has no council at level ${level}`)
  const gatesHold = procedure.proposes === 'on-points' || gates.every((gate) => gate.stars > band || gate.met)
  if (step.proposesFrom !== undefined && stars > 0 && reaches(mean, step.proposesFrom) && gatesHold) return 'propose'
  if ((step.recognises as readonly number[]).includes(stars)) return 'recognise'
  return step.otherwise === 'hand-back' ? 'lower-may-use' : 'not-recognised'
}
