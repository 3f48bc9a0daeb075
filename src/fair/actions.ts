import { record } from '../audit/actions.ts'
import { country } from '../kernel/actor.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { slugOf } from '../kernel/text.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { provincesToday } from '../territory/actions.ts'
import { fairAccess } from './access.ts'
import { placeOf } from './actions-reading.ts'
import type { AttendInput, ChooseInput, FairAct, FairCancelInput, FairInput, FairState, ShownFair } from './model.ts'
import * as rules from './rules.ts'
import * as applications from './store-application.ts'
import * as store from './store.ts'

type Right = keyof typeof fairAccess

/** Loads, locks and judges: whoever may not act on it does not learn that it is there. */
export async function lockFor(tx: Tx, id: string, right: Right, act: FairAct): Promise<ShownFair> {
  const fair = orMissing(await store.lockFair(tx, id))
  if (!fairAccess[right](tx.actor, placeOf(fair))) throw new Refused({ code: 'kernel/not-found' })
  orRefuse(rules.judgeAct(act, fair))
  return fair
}

/** A fair written down by its organiser; what clashes on the common calendar is named before it is kept. */
export function openFair(ctx: Context, input: FairInput, sample = false): Promise<string> {
  return atomically(ctx, async (tx) => {
    refuseElsewhere(tx, input.unit)
    const id = newId()
    const slug = `${slugOf(input.title).slice(0, 60)}-${id.slice(-6)}`
    const text = await judgedText(tx, input, null)
    const made = { id, slug, unitCode: input.unit, unitOn: tx.today, edition: 1, state: 'draft', sample } as const
    await store.addFair(tx, { ...text, ...made }, tx.actor.id, tx.now)
    await record(tx, 'fair.opened', id, { title: text.title, unit: input.unit, clashReason: text.clashReason })
    return id
  })
}

export function amendFair(ctx: Context, id: string, input: FairInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const fair = await lockFor(tx, id, 'organise-fair', 'amend')
    orRefuse(rules.judgeEdition(fair.edition, input.edition))
    const text = await judgedText(tx, input, fair)
    await store.amendFair(tx, { ...fair, ...text })
    await record(tx, 'fair.amended', id, { edition: fair.edition + 1, clashReason: text.clashReason })
  })
}

async function judgedText(tx: Tx, input: FairInput, before: ShownFair | null) {
  orRefuse(rules.judgeDays(input, tx.today, before))
  if (!(await provincesToday(tx)).some(({ code }) => code === input.province)) {
    throw new Refused({ code: 'fair/no-such-province', field: 'province' })
  }
  const { unit: _, edition: __, province: provinceCode, summary = '', clashReason: typed, ...rest } = input
  const clash = await store.clashOf(tx, { ...rest, provinceCode }, before?.id ?? null)
  return { ...rest, provinceCode, summary, clashReason: orRefuse(rules.judgeClash(clash, typed)) }
}

/** The call goes out: everybody reads it, and producers apply. */
export function callFair(ctx: Context, id: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    await lockFor(tx, id, 'organise-fair', 'call')
    await takeStep(tx, id, 'call', 'called')
    await record(tx, 'fair.called', id)
  })
}

export function cancelFair(ctx: Context, id: string, { reason }: FairCancelInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    await lockFor(tx, id, 'organise-fair', 'cancel')
    await takeStep(tx, id, 'cancel', 'cancelled', reason)
    await record(tx, 'fair.cancelled', id, { reason })
  })
}

/** The organiser chooses or declines, with a reason that the producer reads; nobody chooses the producer they belong to. */
export function chooseApplicant(ctx: Context, id: string, applicationId: string, input: ChooseInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const fair = await lockFor(tx, id, 'choose-applicants', 'choose')
    const all = await applications.applicationsOf(tx, id, tx.today)
    const application = orMissing(all.find((one) => one.id === applicationId))
    if (application.outcome === 'withdrawn') throw new Refused({ code: 'fair/nothing-to-withdraw', overtaken: true })
    if (tx.actor.producers.includes(application.producerId)) throw new Refused({ code: 'fair/own-application' })
    const others = all.filter((one) => one.id !== applicationId)
    const booth = orRefuse(rules.judgeChoice(fair, input, others))
    const { outcome, reason } = input
    const by = { by: tx.actor.id, on: tx.today, at: tx.now }
    await applications.addSelection(tx, applicationId, { outcome, booth, reason, ...by })
    await record(tx, 'fair.applicant-chosen', id, { application: applicationId, outcome, booth })
  })
}

/** Which of the shown producers came, from the day it opened: the record that a producer may show as evidence. */
export function markAttendance(ctx: Context, id: string, { shown, attended }: AttendInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const fair = await lockFor(tx, id, 'mark-attendance', 'attend')
    orRefuse(rules.judgeOpened(fair, tx.today))
    const all = await applications.applicationsOf(tx, id, tx.today)
    const came = all.filter((one) => one.outcome === 'chosen' && attended.includes(one.id)).map((one) => one.id)
    await applications.markAttendance(tx, id, { shown, came }, { by: tx.actor.id, on: tx.today, at: tx.now })
    await record(tx, 'fair.attendance-marked', id, { attended: came.length })
  })
}

/** The results stand; nothing more is asked of anybody. */
export function closeFair(ctx: Context, id: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const fair = await lockFor(tx, id, 'organise-fair', 'close')
    orRefuse(rules.judgeOver(fair, tx.today))
    await takeStep(tx, id, 'close', 'closed')
    await record(tx, 'fair.closed', id, { ...(await applications.totalsOf(tx, id)) })
  })
}

function takeStep(tx: Tx, id: string, act: string, stateAfter: FairState, reason = ''): Promise<void> {
  return store.addStep(tx, id, { act, stateAfter, reason, by: tx.actor.id, on: tx.today, at: tx.now })
}

export function refuseElsewhere({ actor }: Context, unit: string): void {
  const province = actor.postings.find((posting) => posting.unit === unit)?.province ?? country
  if (!fairAccess['organise-fair'](actor, { unit, province })) {
    throw new Refused({ code: 'fair/not-your-unit', field: 'unit' })
  }
}
