import type { CivilDate } from '../kernel/civil-date.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import type { Choices, LegalText, Rubric } from '../regime/model.ts'
import type { Council, CouncilInput, Regulation, Session, SessionState, Sitting, SittingItem } from './model.ts'
import { isTooWide, presides, seatOf, votersOf } from './quorum.ts'
import { meanOf } from './tally.ts'
import type { Reexamination } from './model-again.ts'
import { isScoredAgain, judgeAgain } from './rules-again.ts'
import { agendaActs, proposesByDefault } from './verdict.ts'

// Which act is open in which state; buttons, routes and actions all ask this table. A ballot may be prepared as soon
// as the session is called, for members read before they meet.
const openIn = {
  open: ['called'],
  attend: ['called', 'open'],
  recuse: ['called', 'open'],
  note: ['called', 'open'],
  draft: ['called', 'open'],
  'take-off': ['called', 'open'],
  cast: ['open'],
  rescore: ['open'],
  settle: ['open'],
  close: ['open'],
} as const satisfies Record<string, readonly SessionState[]>

export type SessionAct = keyof typeof openIn

export function sessionCan(act: SessionAct, { state }: Pick<Session, 'state'>): boolean {
  return (openIn[act] as readonly SessionState[]).includes(state)
}

/** A council needs one chair, somebody who votes, and nobody twice. */
export function judgeCouncil(input: CouncilInput) {
  if (input.toDate !== undefined && input.toDate < input.fromDate)
    return refuse('evaluation/term-ends-before-it-begins', { field: 'toDate' })
  const chairs = input.seats.filter(({ capacity }) => capacity === 'chair').length
  if (chairs !== 1)
    return refuse('evaluation/one-chair', { field: 'seats', facts: { chairs }, article: '26/2026 Điều 7.3' })
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
  /** It was decided, and another session of a level is to score it again. */
  readonly again?: Pick<Reexamination, 'level' | 'sat'> | undefined
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
  if (regulation === undefined)
    return refuse('evaluation/no-regulation', { article: '26/2026 Điều 7.3.b', field: 'meetsOn' })
  if (!text?.procedure.steps.some(({ level, role }) => level === council.level && role === 'score')) {
    return refuse('evaluation/text-has-no-such-level', { field: 'text' })
  }
  for (const dossier of dossiers) {
    const callable = judgeCallable(council, regulation, text.id, dossier)
    if (!callable.ok) return callable
  }
  return allow({ regulation, text: text.id })
}

function judgeCallable(council: Council, regulation: Regulation, text: string, dossier: Callable) {
  const { level, unitCode } = council
  const facts = { dossier: dossier.number ?? dossier.id }
  if (level !== 'ministry' && !dossier.units.includes(unitCode))
    return refuse('evaluation/not-of-this-unit', { facts, field: 'dossiers' })
  if (dossier.text !== text) return refuse('evaluation/other-text', { facts, field: 'dossiers' })
  if (!dossier.scorable) return refuse('evaluation/no-rubric', { facts, field: 'dossiers' })
  if (agendaActs[level].waits.some((state) => state === dossier.state)) return allow(dossier)
  if (dossier.again === undefined) return refuse('evaluation/not-ready', { facts, field: 'dossiers' })
  const again = judgeAgain(council, regulation, dossier.again, facts)
  if (!again.ok) return again
  return isScoredAgain(level, dossier.state)
    ? allow(dossier)
    : refuse('evaluation/not-ready', { facts, field: 'dossiers' })
}

export function judgeOpening(sitting: Sitting, accountId: string, today: CivilDate) {
  if (!sessionCan('open', sitting.session)) return refuse('evaluation/already-opened', { overtaken: true })
  if (!presides(sitting, accountId)) return refuse('evaluation/not-presiding')
  if (today < sitting.session.meetsOn)
    return refuse('evaluation/too-early', { facts: { meetsOn: sitting.session.meetsOn } })
  return allow(sitting.session)
}

export function judgeAttendance(
  sitting: Sitting,
  accountId: string,
  mark: { readonly accountId: string; readonly present: boolean },
  today: CivilDate,
) {
  if (!sessionCan('attend', sitting.session)) return refuse('evaluation/session-closed', { overtaken: true })
  if (today < sitting.session.meetsOn)
    return refuse('evaluation/too-early', { facts: { meetsOn: sitting.session.meetsOn } })
  const own = seatOf(sitting, accountId)
  if (!seatOf(sitting, mark.accountId) || !own) return refuse('evaluation/not-seated')
  if (own.capacity === 'member' && own.accountId !== mark.accountId) return refuse('evaluation/only-own-attendance')
  if (!mark.present && sitting.items.some(({ totals }) => totals.has(mark.accountId)))
    return refuse('evaluation/has-cast', { overtaken: true })
  return allow(mark)
}

export function judgeRecusal(sitting: Sitting, accountId: string) {
  if (!sessionCan('recuse', sitting.session)) return refuse('evaluation/session-closed', { overtaken: true })
  if (!seatOf(sitting, accountId)) return refuse('evaluation/not-seated')
  return allow(accountId)
}

/** What was said stands in the minutes and in the sealed bundle: after closing nobody writes into either. */
export function judgeNote(sitting: Sitting, text: string) {
  if (!sessionCan('note', sitting.session)) return refuse('evaluation/session-closed', { overtaken: true })
  return allow(text)
}

/**
 * A seat whose holder joined the producer, or became an auditor, since the session opened: told so at the ballot, for they
 * had it before them. Who stepped back, or was kept out from the start, finds nothing (invariant 4).
 */
export function judgeConflict({ found }: Pick<SittingItem, 'found'>, accountId: string) {
  const cause = found.get(accountId)
  if (cause === 'of-producer') return refuse('evaluation/joined-producer', { overtaken: true })
  if (cause === 'audits') return refuse('evaluation/audits-meanwhile', { overtaken: true })
  return allow(accountId)
}

/** May this seat cast (or prepare) a ballot for this item now? The item is one that they may see. */
export function judgeVoting(sitting: Sitting, item: SittingItem, accountId: string, act: 'draft' | 'cast') {
  if (!sessionCan(act, sitting.session)) {
    return sitting.session.state === 'closed'
      ? refuse('evaluation/session-closed', { overtaken: true })
      : refuse('evaluation/session-not-open', { overtaken: true })
  }
  if (!votersOf(sitting, item).some((seat) => seat.accountId === accountId)) return refuse('evaluation/not-seated')
  if (!item.stands) return refuse('evaluation/off-agenda', { overtaken: true })
  if (act === 'cast' && item.settledBecause !== null) return refuse('evaluation/round-settled', { overtaken: true })
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

export function judgeNextRound(sitting: Sitting, item: SittingItem, accountId: string) {
  if (!sessionCan('rescore', sitting.session)) return refuse('evaluation/session-not-open', { overtaken: true })
  if (!presides(sitting, accountId)) return refuse('evaluation/not-presiding')
  if (!item.stands) return refuse('evaluation/off-agenda', { overtaken: true })
  if (!isTooWide(sitting, item)) return refuse('evaluation/spread-within')
  return allow(item.scoringRound + 1)
}

/** A spread that stays too wide ends by a reasoned act of whoever leads, once the regulation's rounds are spent. */
export function judgeSettling(sitting: Sitting, item: SittingItem, accountId: string) {
  if (!sessionCan('settle', sitting.session)) return refuse('evaluation/session-not-open', { overtaken: true })
  if (!presides(sitting, accountId)) return refuse('evaluation/not-presiding')
  if (!item.stands) return refuse('evaluation/off-agenda', { overtaken: true })
  if (item.settledBecause !== null) return refuse('evaluation/round-settled', { overtaken: true })
  if (!isTooWide(sitting, item)) return refuse('evaluation/spread-within')
  const { wideRounds } = sitting.regulation
  if (wideRounds === null) return refuse('evaluation/settling-not-provided')
  return item.scoringRound < wideRounds
    ? refuse('evaluation/rounds-not-spent', { facts: { rounds: wideRounds, round: item.scoringRound } })
    : allow(item.scoringRound)
}

/** Was this member's total of the round before so far off its mean that the regulation asks for the reason? */
export function owesReason(
  { outlierPoints }: Pick<Regulation, 'outlierPoints'>,
  before: readonly { readonly accountId: string; readonly total: number }[],
  accountId: string,
): boolean {
  const own = before.find((one) => one.accountId === accountId)
  if (outlierPoints === null || own === undefined) return false
  const { total, ballots } = meanOf(before.map((one) => one.total))
  return Math.abs(own.total * ballots - total) > outlierPoints * ballots
}

export function judgeTakingOff(sitting: Sitting, item: SittingItem, accountId: string) {
  if (!sessionCan('take-off', sitting.session)) return refuse('evaluation/session-closed', { overtaken: true })
  if (!presides(sitting, accountId)) return refuse('evaluation/not-presiding')
  if (!item.stands) return refuse('evaluation/off-agenda', { overtaken: true })
  return allow(item)
}

/**
 * Who may close, before asking whether the rules hold. The default on going up is confirmed whether or not a product
 * falls under it: asked only then, the question would tell a score before the session is closed.
 */
export function judgeClosing(
  sitting: Sitting,
  accountId: string,
  law: Pick<LegalText, 'procedure'>,
  confirmed: boolean,
) {
  if (!sessionCan('close', sitting.session)) return refuse('evaluation/session-not-open', { overtaken: true })
  if (!presides(sitting, accountId)) return refuse('evaluation/not-presiding')
  if (!confirmed && proposesByDefault(law, sitting.council.level, sitting.regulation))
    return refuse('evaluation/default-unconfirmed', { field: 'confirmed', article: '26/2026 Điều 7.3' })
  return allow(sitting.session)
}
