import { record } from '../audit/actions.ts'
import { visitor } from '../kernel/actor.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { trainingAccess } from './access.ts'
import { lockFor, may, placeOf } from './actions.ts'
import type { AttendeeKind, EnrolForInput, EnrolInput, Enrolment, ShownClass } from './model.ts'
import { judgeClassAct, judgeConsent, judgeEnrolment } from './rules.ts'
import * as store from './store-enrolment.ts'
import { lockClass } from './store.ts'

export interface Seat {
  readonly id: string
  readonly outcome: 'seated' | 'waiting'
}

/** In which capacities this person may learn: for an own producer, as an officer, always as a resident. */
export async function capacitiesOf(ctx: Context): Promise<readonly { value: string; label: string }[]> {
  const own = await store.producersNamed(ctx, ctx.actor.producers)
  return [
    ...own.map(({ id, name }) => ({ value: `producer:${id}`, label: `Chủ thể: ${name}` })),
    ...(ctx.actor.postings.length > 0 ? [{ value: 'officer', label: 'Cán bộ' }] : []),
    { value: 'resident', label: 'Người dân' },
  ]
}

/** A person puts the own name on the list. */
export function enrol(ctx: Context, classId: string, input: EnrolInput, sample = false): Promise<Seat> {
  return atomically(ctx, async (tx) => {
    if (tx.actor.id === visitor.id) throw new Refused({ code: 'kernel/not-found' })
    const found = orMissing(await lockClass(tx, classId))
    if (!(await capacitiesOf(tx)).some(({ value }) => value === input.as)) {
      throw new Refused({ code: 'training/no-such-capacity', field: 'as' })
    }
    orRefuse(judgeConsent(input))
    const enrolled = (await store.enrolmentOf(tx, classId, tx.actor.id)) !== undefined
    const outcome = orRefuse(judgeEnrolment({ ...found, enrolled, wait: input.wait, now: tx.now }))
    const [kind, producerId = null] = input.as.split(':') as [AttendeeKind, string?]
    return keep(tx, found, outcome, { ...input, kind, producerId, accountId: tx.actor.id, personName: null, sample })
  })
}

/** The officer of the class or of a commune enters somebody who has no account, on that person's word. */
export function enrolFor(ctx: Context, classId: string, input: EnrolForInput, sample = false): Promise<Seat> {
  return atomically(ctx, async (tx) => {
    const found = await lockFor(tx, classId, 'enrol-for')
    if (!input.consent) throw new Refused({ code: 'training/agreement-needed', field: 'consent' })
    const producer =
      input.kind === 'producer' ? await store.producerByCode(tx, (input.producerCode ?? '').toUpperCase()) : undefined
    if (input.kind === 'producer' && !producer) {
      throw new Refused({ code: 'training/no-such-producer', field: 'producerCode' })
    }
    const producerId = producer?.id ?? null
    const enrolled = await store.isNamed(tx, classId, input.name, producerId)
    const outcome = orRefuse(judgeEnrolment({ ...found, enrolled, wait: input.wait, now: tx.now }))
    return keep(tx, found, outcome, { ...input, producerId, accountId: null, personName: input.name, sample })
  })
}

interface Kept {
  readonly kind: AttendeeKind
  readonly producerId: string | null
  readonly accountId: string | null
  readonly personName: string | null
  readonly sex?: 'female' | 'male' | undefined
  readonly ethnicity?: string | undefined
  readonly consent: boolean
  readonly sample: boolean
}

async function keep(tx: Tx, { id: classId }: ShownClass, outcome: Seat['outcome'], given: Kept): Promise<Seat> {
  const { kind, producerId, accountId, personName, sex, ethnicity, consent, sample } = given
  const id = newId()
  const told = sex !== undefined || ethnicity !== undefined
  await store.addEnrolment(
    tx,
    {
      id,
      classId,
      accountId,
      personName,
      kind,
      producerId,
      sex: sex ?? null,
      ethnicity: ethnicity ?? null,
      consentOn: consent && told ? tx.today : null,
      sample,
    },
    tx.actor.id,
    tx.now,
  )
  // The book holds no name and nothing personal: it can never be forgotten there.
  await record(tx, 'training.enrolled', id, { class: classId, outcome, onBehalf: accountId === null })
  return { id, outcome }
}

/** One's own name, or one that the officer keeps. */
async function lockEnrolment(tx: Tx, id: string): Promise<{ enrolment: Enrolment; found: ShownClass }> {
  const { classId } = orMissing(await store.enrolmentById(tx, id))
  const found = orMissing(await lockClass(tx, classId))
  // Whoever waited for the class finds the name as it stands now: perhaps off the list.
  const enrolment = orMissing(await store.enrolmentById(tx, id))
  const at = { ...placeOf(found), ...(enrolment.accountId === null ? {} : { owner: enrolment.accountId }) }
  if (!trainingAccess['own-enrolment'](tx.actor, at) && !may(tx, 'keep-list', at)) {
    throw new Refused({ code: 'kernel/not-found' })
  }
  return { enrolment, found }
}

/** The name goes off the list; whoever waits first has the seat at once. @returns the class. */
export function withdraw(ctx: Context, enrolmentId: string): Promise<string> {
  return atomically(ctx, async (tx) => {
    const { enrolment, found } = await lockEnrolment(tx, enrolmentId)
    orRefuse(judgeClassAct('withdraw', found, tx.now))
    const next = (await store.enrolmentsOf(tx, found.id)).find(({ seated }) => !seated)
    await store.endEnrolment(tx, enrolmentId, tx.actor.id, tx.now)
    await record(tx, 'training.withdrawn', enrolmentId, { class: found.id })
    if (enrolment.seated && next !== undefined) await record(tx, 'training.seat-given', next.id, { class: found.id })
    return found.id
  })
}

/** The word is taken back: sex and ethnicity are forgotten, the seat stays. @returns the class. */
export function takeBackConsent(ctx: Context, enrolmentId: string): Promise<string> {
  return atomically(ctx, async (tx) => {
    const { found } = await lockEnrolment(tx, enrolmentId)
    await store.forgetPersonal(tx, enrolmentId)
    await record(tx, 'training.consent-ended', enrolmentId)
    return found.id
  })
}
