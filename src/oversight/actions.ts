import { record } from '../audit/actions.ts'
import { country } from '../kernel/actor.ts'
import type { Actor, UnitCode } from '../kernel/actor.ts'
import { yearOf } from '../kernel/civil-date.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { tell } from '../notice/actions.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { rubricById } from '../regime/law.ts'
import { unitAt } from '../territory/actions.ts'
import { oversightAccess } from './access.ts'
import type { OversightPlace } from './access.ts'
import { checklistFor } from './checklist.ts'
import type { CheckInput, Inspection, InspectionAct, OpenInspectionInput, SignInput } from './model.ts'
import { isChosen, nextSerial } from './store-plan.ts'
import { addFindings, commitmentsOf } from './store-finding.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { openedNotice, signedNotice } from './words-notice.ts'

type Right = keyof typeof oversightAccess

export function placeOf(
  one: Pick<Inspection, 'unitToday' | 'provinceToday' | 'producerId' | 'announced' | 'state'>,
): OversightPlace {
  return {
    unit: one.unitToday ?? '',
    province: one.provinceToday ?? '',
    producer: one.producerId,
    unannounced: !one.announced && (one.state === 'open' || one.state === 'cancelled'),
  }
}

/** Loads, locks and judges: whoever may not act on it does not learn that it is there. */
export async function lockFor(tx: Tx, id: string, right: Right, act: InspectionAct): Promise<Inspection> {
  const inspection = orMissing(await store.lockInspection(tx, id, tx.today))
  if (!oversightAccess[right](tx.actor, placeOf(inspection))) throw new Refused({ code: 'kernel/not-found' })
  orRefuse(rules.judgeAct(act, inspection))
  return inspection
}

/** The units in which this person inspects. */
export function unitsInspected({ postings }: Actor): readonly UnitCode[] {
  const roles = ['inspector', 'commune-officer', 'province-officer', 'ministry-officer']
  return [...new Set(postings.filter(({ role }) => roles.includes(role)).map(({ unit }) => unit))]
}

/** The province of a unit of today; of the country and of a province, itself. */
export async function provinceOf(ctx: Context, unit: UnitCode): Promise<UnitCode> {
  if (unit.length === 2) return unit
  return (await unitAt(ctx, unit, ctx.today))?.provinceCode ?? ''
}

/** A unit this person inspects in, today. @throws {Refused} at the field of the form. */
export async function ownUnit(tx: Tx, unit: UnitCode, right: 'make-plan' | 'inspect'): Promise<void> {
  const province = await provinceOf(tx, unit)
  if (!oversightAccess[right](tx.actor, { unit, province }))
    throw new Refused({ code: 'oversight/not-your-unit', field: 'unit' })
}

/** Opens an inspection of one certificate and freezes its checklist; who is told beforehand is chosen here. */
export function openInspection(
  ctx: Context,
  { certificate: number, unit, plan, reason, visitOn, announced }: OpenInspectionInput,
): Promise<string> {
  return atomically(ctx, async (tx) => {
    await ownUnit(tx, unit, 'inspect')
    await store.lockCertificate(tx, number)
    const certificate = await store.certificateToInspect(tx, number, tx.today)
    const here = unit === country || certificate?.provinceToday === unit || certificate?.communeToday === unit
    if (!certificate || !here || tx.actor.producers.includes(certificate.producerId))
      throw new Refused({ code: 'oversight/no-such-certificate', field: 'certificate' })
    orRefuse(
      rules.judgeOpening({ ...certificate, unit, underWay: certificate.underWay ?? undefined }, visitOn, tx.today),
    )
    if (plan && !(await isChosen(tx, plan, number)))
      throw new Refused({ code: 'oversight/not-chosen', field: 'certificate' })
    const id = newId()
    const year = yearOf(tx.today)
    const { productId, producerId, sample } = certificate
    const inspection = {
      id,
      number: rules.paperNumber('KT', unit, year, await nextSerial(tx, unit, 'KT', year)),
      unitCode: unit,
      unitOn: tx.today,
      planId: plan ?? null,
      certificateNumber: number,
      productId,
      producerId,
      reason,
      announced,
      visitOn,
      sample,
    }
    await store.addInspection(tx, inspection, tx.actor.id, tx.now, tx.today)
    const rubric = rubricById(`${certificate.text}/${certificate.rubric}`)
    await store.addItems(tx, id, checklistFor(await commitmentsOf(tx, number), rubric))
    await store.addStep(tx, id, { act: 'open', stateAfter: 'open', reason }, tx)
    await record(tx, 'oversight.inspection-opened', id, {
      number: inspection.number,
      certificate: number,
      plan: plan ?? null,
    })
    if (announced) await tell(tx, [openedNotice({ ...inspection, productName: certificate.productName })])
    return id
  })
}

/** One question answered on the spot, kept at once; answered again, the last answer stands. */
export function answerItem(
  ctx: Context,
  id: string,
  code: string,
  input: CheckInput,
  photo: string | null,
): Promise<void> {
  return atomically(ctx, async (tx) => {
    await lockFor(tx, id, 'inspect', 'answer')
    const item = orMissing((await store.itemsOf(tx, id)).find((one) => one.code === code))
    orRefuse(rules.judgeCheck(item, input))
    const { verdict, grave, note = '' } = input
    const answer = { code, verdict, grave, note, photo: photo ?? item.photo, version: item.version + 1 }
    await store.addAnswer(tx, id, answer, tx.actor.id, tx.now)
    await record(tx, 'oversight.item-answered', id, { code, verdict, grave })
  })
}

/** Place, time and people; every "no" becomes a finding with one term for the remedy. Without one it is concluded. */
export function signInspection(ctx: Context, id: string, input: SignInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const inspection = await lockFor(tx, id, 'inspect', 'sign')
    const items = await store.itemsOf(tx, id)
    const [opened] = await store.stepsOf(tx, id)
    const openedOn = opened?.onDate ?? tx.today
    const dueOn = orRefuse(rules.judgeSigning(items, input, { openedOn, today: tx.today }))
    for (const { code, version } of items.filter(({ verdict }) => verdict === null)) {
      const unseen = { code, verdict: 'unseen', grave: false, note: '', photo: null, version: version + 1 } as const
      await store.addAnswer(tx, id, unseen, tx.actor.id, tx.now)
    }
    const { place, visitedOn, fromClock, toClock, present, opinion = '' } = input
    const signed = { signedBy: tx.actor.id, signedAt: tx.now }
    await store.addVisit(tx, id, { place, visitedOn, fromClock, toClock, present, opinion, ...signed })
    const findings = items
      .filter(({ verdict }) => verdict === 'no')
      .map(({ code, note, grave }, index) => ({ id: newId(), code, position: index + 1, text: note, grave }))
    await store.addStep(
      tx,
      id,
      findings.length === 0
        ? { act: 'sign', stateAfter: 'closed', outcome: 'kept' }
        : { act: 'sign', stateAfter: 'remedying', dueOn },
      tx,
    )
    if (findings.length > 0) await addFindings(tx, id, findings)
    await record(tx, 'oversight.inspection-signed', id, { number: inspection.number, findings: findings.length, dueOn })
    await tell(tx, [signedNotice(inspection, findings.length, dueOn)])
  })
}

export function cancelInspection(ctx: Context, id: string, why: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    await lockFor(tx, id, 'inspect', 'cancel')
    await store.addStep(tx, id, { act: 'cancel', stateAfter: 'cancelled', reason: why }, tx)
    await record(tx, 'oversight.inspection-cancelled', id)
  })
}
