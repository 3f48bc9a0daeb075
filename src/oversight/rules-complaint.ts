import type { CivilDate } from '../kernel/civil-date.ts'
import { addDays } from '../kernel/civil-date.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import { usualTerm } from './model-complaint.ts'
import type {
  AnswerComplaintInput,
  Complaint,
  ComplaintAct,
  ComplaintState,
  ComplaintTerm,
  ComplaintTermInput,
  Contestable,
  ReceiveInput,
} from './model-complaint.ts'

const openIn: Readonly<Record<ComplaintAct, readonly ComplaintState[]>> = {
  receive: ['filed'],
  refuse: ['filed'],
  answer: ['received'],
  withdraw: ['filed', 'received'],
}

export function complaintCan(act: ComplaintAct, { state }: Pick<Complaint, 'state'>): boolean {
  return openIn[act].includes(state)
}

export function judgeStep(act: ComplaintAct, complaint: Pick<Complaint, 'state'>) {
  return complaintCan(act, complaint) ? allow(null) : refuse('oversight/complaint-not-now', { overtaken: true })
}

/** The term of the unit itself, else of its province, else of the country, else ours; the latest in force on the day. */
export function termFor(terms: readonly ComplaintTerm[], units: readonly string[], on: CivilDate): ComplaintTerm {
  for (const unit of units) {
    const own = terms.filter(({ unitCode, fromDate }) => unitCode === unit && fromDate <= on)
    const last = own.toSorted((one, other) => one.fromDate.localeCompare(other.fromDate)).at(-1)
    if (last !== undefined) return last
  }
  return usualTerm
}

/** The last day on which a complaint may be filed. */
export function fileBy({ decidedOn }: Pick<Contestable, 'decidedOn'>, { fileDays }: ComplaintTerm): CivilDate {
  return addDays(decidedOn, fileDays)
}

export function judgeFiling(
  subject: Pick<Contestable, 'decidedOn' | 'unit'>,
  term: ComplaintTerm,
  { open, today }: { readonly open: boolean; readonly today: CivilDate },
) {
  if (subject.unit === null) return refuse('oversight/nobody-answers', { field: 'subject' })
  if (open) return refuse('oversight/complaint-open', { field: 'subject', overtaken: true })
  const lastDay = fileBy(subject, term)
  if (today > lastDay)
    return refuse('oversight/complaint-too-late', { field: 'subject', facts: { lastDay, basis: term.basis } })
  return allow(subject.unit)
}

export function judgeReceipt({ outcome, why }: ReceiveInput) {
  return outcome === 'refuse' && !why ? refuse('oversight/refusal-needs-why', { field: 'why' }) : allow(outcome)
}

/** Only a result can be scored again, and only when the complaint is right at least in part. */
export function judgeAnswer({ against }: Pick<Complaint, 'against'>, { outcome, reexamine }: AnswerComplaintInput) {
  if (reexamine && against !== 'result') return refuse('oversight/nothing-to-score-again', { field: 'reexamine' })
  if (reexamine && outcome === 'rejected') return refuse('oversight/rejected-no-order', { field: 'reexamine' })
  return allow(reexamine ? ('reexamining' as const) : ('answered' as const))
}

export function judgeTerm({ fileDays, receiveDays, answerDays }: ComplaintTermInput) {
  const field = fileDays === 0 ? 'fileDays' : receiveDays === 0 ? 'receiveDays' : answerDays === 0 ? 'answerDays' : null
  return field === null ? allow(null) : refuse('oversight/term-of-no-days', { field })
}
