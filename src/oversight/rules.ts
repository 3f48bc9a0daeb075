import { country } from '../kernel/actor.ts'
import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { addDays } from '../kernel/civil-date.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import type {
  CheckedItem,
  CheckInput,
  Inspection,
  InspectionAct,
  InspectionFinding,
  InspectionState,
  InspectionStep,
  Sanction,
  SignInput,
} from './model.ts'

const openIn: Readonly<Record<InspectionAct, readonly InspectionState[]>> = {
  answer: ['open'],
  sign: ['open'],
  cancel: ['open'],
  remedy: ['remedying'],
  'answer-remedy': ['remedying'],
  warn: ['remedying'],
  suspend: ['remedying'],
  'propose-revocation': ['remedying'],
}

export function inspectionCan(act: InspectionAct, { state }: Pick<Inspection, 'state'>): boolean {
  return openIn[act].includes(state)
}

export function judgeAct(act: InspectionAct, inspection: Pick<Inspection, 'state'>) {
  return inspectionCan(act, inspection) ? allow(null) : refuse('oversight/not-now', { overtaken: true })
}

/** Post-checks belong to certificates that live; 5★ are the ministry's (26/2026 Điều 9). */
export function judgeOpening(
  {
    inForce,
    stars,
    unit,
    underWay,
  }: {
    readonly inForce: boolean
    readonly stars: number
    readonly unit: UnitCode
    readonly underWay: string | undefined
  },
  visitOn: CivilDate,
  today: CivilDate,
) {
  if (!inForce) return refuse('oversight/not-in-force', { field: 'certificate', article: '26/2026 Điều 9' })
  if (stars === 5 && unit !== country)
    return refuse('oversight/five-stars-ministry', { field: 'certificate', article: '26/2026 Điều 9' })
  if (underWay !== undefined)
    return refuse('oversight/under-way', { field: 'certificate', facts: { number: underWay }, overtaken: true })
  if (visitOn < today) return refuse('oversight/visit-in-past', { field: 'visitOn' })
  return allow(null)
}

export function judgeCheck(item: Pick<CheckedItem, 'version'>, { verdict, note, seen, grave }: CheckInput) {
  if (seen !== item.version) return refuse('oversight/answered-meanwhile', { overtaken: true })
  if (verdict === 'no' && !note) return refuse('oversight/no-needs-note', { field: 'note' })
  if (grave && verdict !== 'no') return refuse('oversight/grave-needs-no', { field: 'grave' })
  return allow(null)
}

/** The visit happened by today, not before it was opened, and every question has an answer. */
export function judgeSigning(
  items: readonly Pick<CheckedItem, 'verdict'>[],
  { visitedOn, fromClock, toClock, remedyDays, rest }: SignInput,
  { openedOn, today }: { readonly openedOn: CivilDate; readonly today: CivilDate },
) {
  if (visitedOn > today) return refuse('oversight/visited-in-future', { field: 'visitedOn' })
  if (visitedOn < openedOn) return refuse('oversight/visited-before-opening', { field: 'visitedOn' })
  if (toClock <= fromClock) return refuse('oversight/ends-before-start', { field: 'toClock' })
  const left = items.filter(({ verdict }) => verdict === null).length
  if (left === items.length) return refuse('oversight/nothing-checked')
  if (left > 0 && !rest) return refuse('oversight/items-left', { field: 'rest', facts: { left } })
  const found = items.some(({ verdict }) => verdict === 'no')
  if (found && remedyDays === 0) return refuse('oversight/no-term', { field: 'remedyDays' })
  return allow(found ? addDays(today, remedyDays) : null)
}

export function isRemedied({ remedies }: Pick<InspectionFinding, 'remedies'>): boolean {
  return remedies.at(-1)?.accepted === true
}

/** Told by the producer, and the inspector has not answered. */
export function isAwaitingAnswer({ remedies }: Pick<InspectionFinding, 'remedies'>): boolean {
  return remedies.length > 0 && remedies.at(-1)?.accepted === null
}

export function judgeRemedy(finding: Pick<InspectionFinding, 'remedies'>) {
  if (isRemedied(finding)) return refuse('oversight/remedied-already', { overtaken: true })
  if (isAwaitingAnswer(finding)) return refuse('oversight/remedy-waits', { overtaken: true })
  return allow(null)
}

export function judgeRemedyAnswer(
  finding: Pick<InspectionFinding, 'remedies'>,
  { outcome, reason }: { readonly outcome: 'accept' | 'send-back'; readonly reason?: string | undefined },
) {
  if (!isAwaitingAnswer(finding)) return refuse('oversight/no-remedy-waits', { overtaken: true })
  if (outcome === 'send-back' && !reason) return refuse('oversight/send-back-needs-reason', { field: 'reason' })
  return allow(outcome === 'accept')
}

export function wasWarned(steps: readonly Pick<InspectionStep, 'act'>[]): boolean {
  return steps.some(({ act }) => act === 'warn')
}

/**
 * 26/2026 Điều 8 names the grounds of a revocation and no ladder before it. Ours, shown as such: the term of the remedy
 * runs out first, then one warning with a new term, then suspension or revocation; a grave finding skips the warning
 * and the term. Whatever the producer told is answered first.
 */
export function judgeSanction(
  sanction: Sanction,
  {
    findings,
    steps,
    dueOn,
    suspended,
  }: {
    readonly findings: readonly InspectionFinding[]
    readonly steps: readonly Pick<InspectionStep, 'act'>[]
    readonly dueOn: CivilDate | null
    readonly suspended: boolean
  },
  days: number,
  today: CivilDate,
) {
  const left = findings.filter((finding) => !isRemedied(finding))
  if (left.some(isAwaitingAnswer)) return refuse('oversight/answer-first')
  if (sanction === 'warn' && wasWarned(steps)) return refuse('oversight/warned-already', { field: 'sanction' })
  if (sanction === 'suspend' && suspended) return refuse('oversight/suspended-already', { field: 'sanction' })
  if (sanction !== 'propose-revocation' && days === 0) return refuse('oversight/no-term', { field: 'days' })
  if (!left.some(({ grave }) => grave)) {
    if (dueOn !== null && today <= dueOn) return refuse('oversight/term-runs', { field: 'sanction', facts: { dueOn } })
    if (sanction !== 'warn' && !wasWarned(steps)) return refuse('oversight/warn-first', { field: 'sanction' })
  }
  return allow(sanction === 'propose-revocation' ? null : addDays(today, days))
}

export function judgeCommitting(confirmed: number, { revoked, own }: { revoked: boolean; own: boolean }) {
  if (!own) return refuse('oversight/not-yours')
  if (confirmed > 0) return refuse('oversight/committed-already', { overtaken: true })
  return revoked ? refuse('oversight/not-in-force', { article: '26/2026 Điều 9' }) : allow(null)
}

/** `KT-66-2026-0001`: one series for each unit, kind of paper and year. */
export function paperNumber(kind: 'KT' | 'KN', unit: string, year: number, serial: number): string {
  return `${kind}-${unit}-${year}-${String(serial).padStart(4, '0')}`
}
