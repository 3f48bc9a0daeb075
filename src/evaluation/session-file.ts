import type { Actor } from '../kernel/actor.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { evaluationAccess, placeOf } from './access.ts'
import { lawOf, rubricOf } from './counting.ts'
import type { AgendaItem, Council, Note, Regulation, Seat, Session, Sitting, SittingItem } from './model.ts'
import { closingFaults, isTooWide, missingBallots, presides, seatOf, votersOf } from './quorum.ts'
import { judgeNextRound, judgeSettling, judgeTakingOff, sessionCan } from './rules.ts'
import type { FullResult } from './sheet.ts'
import { proposesByDefault } from './verdict.ts'

/** One line of the agenda as a tracker: counts of ballots, never points, until the session is closed. */
export interface ItemLine extends AgendaItem {
  readonly voters: number
  readonly cast: number
  readonly missing: number
  /** The reader's own ballot; `none` when they have none to give. */
  readonly own: 'cast' | 'draft' | 'to-do' | 'none'
  /** Criteria answered in the reader's draft, and asked. */
  readonly answered: number
  readonly asked: number
  readonly tooWide: boolean
  readonly mayRescore: boolean
  readonly mayTakeOff: boolean
  readonly maySettle: boolean
  readonly settledBecause: string | null
  readonly note: string
  readonly result: FullResult | undefined
}

/** A session for whoever asks; what they are recused from is nowhere in it. */
export interface SessionFile {
  readonly session: Session
  readonly council: Council
  readonly regulation: Regulation
  readonly own: Seat | undefined
  readonly present: ReadonlySet<string>
  readonly lines: readonly ItemLine[]
  readonly faults: readonly Refusal[]
  /** Closing applies a default that the regulation does not state; the closer confirms it. */
  readonly confirms: boolean
  /** A sealed bundle is kept, and the reader is kept from nothing in it. */
  readonly hasBundle: boolean
  /** For who leads and who keeps the minutes: members found to be in a conflict since the session was called. */
  readonly keptOut: readonly {
    readonly name: string
    readonly product: string
    readonly cause: 'of-producer' | 'audits'
  }[]
  readonly may: Readonly<Record<'open' | 'close' | 'attend' | 'markOthers' | 'note', boolean>>
}

export interface Around {
  readonly drafts: readonly { readonly dossierId: string; readonly answered: object }[]
  readonly decided: readonly FullResult[]
  readonly notes: readonly Note[]
  readonly sealed: boolean
}

export function sessionFileOf(
  { whole, seen }: { readonly whole: Sitting; readonly seen: Sitting },
  actor: Actor,
  today: CivilDate,
  around: Around,
): SessionFile {
  const { session, council, regulation, present } = seen
  const own = seatOf(seen, actor.id)
  const leads = presides(whole, actor.id)
  const may = {
    open: leads && sessionCan('open', session) && today >= session.meetsOn,
    close: leads && sessionCan('close', session),
    attend: own !== undefined && sessionCan('attend', session) && today >= session.meetsOn,
    markOthers: own !== undefined && own.capacity !== 'member' && sessionCan('attend', session),
    note: evaluationAccess['prepare-session'](actor, placeOf(council)) && sessionCan('note', session),
  }
  return {
    session,
    council,
    regulation,
    own,
    present,
    lines: seen.items.map((item) => lineOf(whole, item, actor.id, around)),
    hasBundle: around.sealed && seen.items.length === whole.items.length,
    keptOut: may.markOthers ? keptOutOf(seen) : [],
    confirms: proposesByDefault(lawOf(session.text), council.level, regulation),
    faults: session.state === 'open' ? closingFaults(seen) : [],
    may,
  }
}

function keptOutOf({ items, council }: Sitting): SessionFile['keptOut'] {
  return items.flatMap(({ productName, found }) =>
    [...found].map(([accountId, cause]) => ({
      name: council.seats.find((seat) => seat.accountId === accountId)?.name ?? '',
      product: productName,
      cause,
    })),
  )
}

function lineOf(whole: Sitting, item: SittingItem, reader: string, { drafts, decided, notes }: Around): ItemLine {
  const { recused: _, found: __, totals, ...agendaItem } = item
  const voters = votersOf(whole, item)
  const draft = drafts.find(({ dossierId }) => dossierId === item.dossierId)
  const decidedHere = decided.find(({ dossierId }) => dossierId === item.dossierId)
  const votes = voters.some(({ accountId }) => accountId === reader) && item.stands
  return {
    ...agendaItem,
    voters: voters.length,
    cast: decidedHere?.ballots ?? totals.size,
    missing: missingBallots(whole, item).length,
    own: !votes ? 'none' : totals.has(reader) ? 'cast' : draft ? 'draft' : 'to-do',
    answered: draft ? Object.keys(draft.answered).length : 0,
    asked: votes && item.rubric !== null ? rubricOf(whole.session.text, item.rubric).criteria.length : 0,
    tooWide: item.stands && whole.session.state === 'open' && isTooWide(whole, item) && item.settledBecause === null,
    mayRescore: judgeNextRound(whole, item, reader).ok,
    maySettle: judgeSettling(whole, item, reader).ok,
    mayTakeOff: judgeTakingOff(whole, item, reader).ok,
    note: notes.find(({ dossierId }) => dossierId === item.dossierId)?.text ?? '',
    result: decidedHere,
  }
}
