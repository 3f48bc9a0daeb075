import { record } from '../audit/actions.ts'
import { orderReexamination } from '../evaluation/actions-again.ts'
import { country } from '../kernel/actor.ts'
import type { UnitCode } from '../kernel/actor.ts'
import { addDays, yearOf } from '../kernel/civil-date.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { tell } from '../notice/actions.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { calendarOf } from '../programme/actions.ts'
import { addWorkingDays } from '../programme/working-days.ts'
import { oversightAccess } from './access.ts'
import type { OversightPlace } from './access.ts'
import { provinceOf } from './actions.ts'
import type {
  AnswerComplaintInput,
  Complaint,
  ComplaintAct,
  ComplaintInput,
  ComplaintTermInput,
  ReceiveInput,
} from './model-complaint.ts'
import * as rules from './rules-complaint.ts'
import { paperNumber } from './rules.ts'
import * as store from './store-complaint.ts'
import { nextSerial } from './store-plan.ts'
import { answeredComplaintNotice, complaintNotice } from './words-notice.ts'

export function placeOfComplaint({ unitToday, provinceToday, producerId, recused }: Complaint): OversightPlace {
  return { unit: unitToday ?? '', province: provinceToday ?? '', producer: producerId, recused }
}

async function lockFor(tx: Tx, id: string, right: keyof typeof oversightAccess, act: ComplaintAct): Promise<Complaint> {
  const complaint = orMissing(await store.lockComplaint(tx, id))
  if (!oversightAccess[right](tx.actor, placeOfComplaint(complaint))) throw new Refused({ code: 'kernel/not-found' })
  orRefuse(rules.judgeStep(act, complaint))
  return complaint
}

/** From the unit that answers upwards: whose terms hold. */
export function unitsAbove(unit: UnitCode, province: UnitCode): readonly UnitCode[] {
  return [...new Set([unit, province, country])]
}

async function termOf(tx: Tx, { unitToday, provinceToday }: Pick<Complaint, 'unitToday' | 'provinceToday'>) {
  return rules.termFor(await store.complaintTerms(tx), unitsAbove(unitToday ?? '', provinceToday ?? ''), tx.today)
}

/** A producer complains of a result, a revocation or a signed inspection, within the term of the unit that answers. */
export function fileComplaint(ctx: Context, { subject: chosen, text, wish }: ComplaintInput): Promise<string> {
  return atomically(ctx, async (tx) => {
    const found = await store.contestableOf(tx, tx.actor.producers)
    const subject = found.find(({ against, ref }) => `${against}:${ref}` === chosen)
    if (!subject) throw new Refused({ code: 'oversight/no-such-subject', field: 'subject' })
    const open = await store.isOpenAbout(tx, subject)
    const province = await provinceOf(tx, subject.unit ?? '')
    const term = rules.termFor(await store.complaintTerms(tx), unitsAbove(subject.unit ?? '', province), tx.today)
    const unit = orRefuse(rules.judgeFiling(subject, term, { open, today: tx.today }))
    const id = newId()
    const year = yearOf(tx.today)
    const number = paperNumber('KN', unit, year, await nextSerial(tx, unit, 'KN', year))
    await store.addComplaint(tx, { id, number, text, wish, ...subject, today: tx.today }, tx.actor.id, tx.now)
    const dueOn = addWorkingDays(tx.today, term.receiveDays, await calendarOf(tx, province))
    await store.addComplaintStep(tx, id, { act: 'file', stateAfter: 'filed', dueOn }, tx)
    await record(tx, 'oversight.complaint-filed', id, { number, against: subject.against })
    return id
  })
}

/** The office takes it in and the term for the answer begins, or says why it does not. */
export function receiveComplaint(ctx: Context, id: string, input: ReceiveInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const complaint = await lockFor(tx, id, 'receive-complaint', input.outcome)
    const outcome = orRefuse(rules.judgeReceipt(input))
    const { why: reason = '' } = input
    if (outcome === 'refuse') {
      await store.addComplaintStep(tx, id, { act: 'refuse', stateAfter: 'refused', reason }, tx)
      await record(tx, 'oversight.complaint-refused', id)
    } else {
      const dueOn = addDays(tx.today, (await termOf(tx, complaint)).answerDays)
      await store.addComplaintStep(tx, id, { act: 'receive', stateAfter: 'received', reason, dueOn }, tx)
      await record(tx, 'oversight.complaint-received', id, { dueOn })
    }
    await tell(tx, [complaintNotice(complaint, outcome, reason)])
  })
}

/**
 * The leader answers with grounds; a result found wrong may be ordered to be scored again by another session.
 * @throws {Refused} also what stands against the order, such as a council of that level that never scored the dossier.
 */
export function answerComplaint(ctx: Context, id: string, input: AnswerComplaintInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const complaint = await lockFor(tx, id, 'answer-complaint', 'answer')
    const stateAfter = orRefuse(rules.judgeAnswer(complaint, input))
    const { outcome, grounds: reason, document } = input
    const act = stateAfter === 'reexamining' ? 'order' : 'answer'
    await store.addComplaintStep(tx, id, { act, stateAfter, outcome, reason, document }, tx)
    if (stateAfter === 'reexamining') {
      const level = complaint.unitToday === country ? 'ministry' : 'province'
      await orderReexamination(tx, { dossierId: orMissing(complaint.dossierId), level, cause: complaint.number })
    }
    await record(tx, 'oversight.complaint-answered', id, { outcome, document, reexamine: input.reexamine })
    await tell(tx, [answeredComplaintNotice(complaint, act, document)])
  })
}

export function withdrawComplaint(ctx: Context, id: string, reason: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    await lockFor(tx, id, 'file-complaint', 'withdraw')
    await store.addComplaintStep(tx, id, { act: 'withdraw', stateAfter: 'withdrawn', reason }, tx)
    await record(tx, 'oversight.complaint-withdrawn', id)
  })
}

/** A province or the ministry enters the terms that its own document sets. */
export function setComplaintTerm(ctx: Context, input: ComplaintTermInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const { unit } = input
    if (unit.length === 5 || !oversightAccess['set-complaint-term'](tx.actor, { unit, province: unit }))
      throw new Refused({ code: 'oversight/not-your-unit', field: 'unit' })
    orRefuse(rules.judgeTerm(input))
    if (!(await store.addComplaintTerm(tx, input, tx.actor.id, tx.now)))
      throw new Refused({ code: 'oversight/term-exists', field: 'fromDate' })
    await record(tx, 'oversight.complaint-term-set', unit, { from: input.fromDate })
  })
}
