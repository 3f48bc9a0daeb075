import type { CivilDate } from '../kernel/civil-date.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Capacity, Consent, Member, Producer, ProducerDetails, ProducerKind } from './model.ts'

const article = '26/2026 Điều 2.3'

/** Kinds whose existence rests on a registration number: the article asks it of households and farms by name. */
const registered: readonly ProducerKind[] = ['household', 'cooperative', 'company', 'farm']

export function needsRegistration(kind: ProducerKind): boolean {
  return registered.includes(kind)
}

export type DetailsCode =
  | 'producer/kind-not-named'
  | 'producer/registration-needed'
  | 'producer/registration-date-needed'
  | 'producer/registration-in-future'
  | 'producer/founded-in-future'
  | 'producer/labour-total-needed'
  | 'producer/more-local-than-all'

/** Every fault of the details at once, so that the person mends them in one go. */
export function faultsOfDetails(details: ProducerDetails, today: CivilDate): Refusal<DetailsCode>[] {
  const { kind, registrationNo, registrationOn, foundedOn, labourTotal, labourLocal } = details
  const faults: (Refusal<DetailsCode> | false)[] = [
    (kind === 'other' || kind === 'unknown') && { code: 'producer/kind-not-named', article, field: 'kind' },
    registrationNo === undefined &&
      needsRegistration(kind) && { code: 'producer/registration-needed', article, field: 'registrationNo' },
    registrationNo !== undefined &&
      registrationOn === undefined && { code: 'producer/registration-date-needed', field: 'registrationOn' },
    registrationOn !== undefined &&
      registrationOn > today && { code: 'producer/registration-in-future', field: 'registrationOn' },
    foundedOn !== undefined && foundedOn > today && { code: 'producer/founded-in-future', field: 'foundedOn' },
    labourLocal !== undefined &&
      labourTotal === undefined && { code: 'producer/labour-total-needed', field: 'labourTotal' },
    labourLocal !== undefined &&
      labourTotal !== undefined &&
      labourLocal > labourTotal && { code: 'producer/more-local-than-all', field: 'labourLocal' },
  ]
  return faults.filter((fault) => fault !== false)
}

/** An officer's entry stands on consent that was already given. */
export function judgeConsent(consent: Consent, today: CivilDate) {
  if (consent.givenOn > today) return refuse('producer/consent-in-future', { field: 'consentOn' })
  if (consent.means !== 'phone' || consent.note) return allow(consent)
  // A call leaves no paper: the record says which number was called and who heard it.
  return refuse('producer/phone-consent-needs-note', { field: 'consentNote' })
}

export interface MemberRequest {
  readonly accountId: string
  readonly capacity: Capacity
  readonly fromDate: CivilDate
  readonly toDate?: CivilDate | undefined
}

/**
 * Whoever belongs to a producer neither scores, inspects nor signs what concerns it. Were a producer to name officials and
 * council members as its own, it could choose who judges it.
 */
export function judgeNamed({ holdsOffice }: { readonly holdsOffice: boolean }) {
  return holdsOffice ? refuse('producer/holds-office', { field: 'signInName' }) : allow(null)
}

export function judgeMember(members: readonly Member[], wanted: MemberRequest) {
  const current = members.some(
    ({ accountId, toDate }) => accountId === wanted.accountId && (toDate === null || toDate >= wanted.fromDate),
  )
  if (current) return refuse('producer/already-member', { field: 'signInName', overtaken: true })
  if (wanted.toDate !== undefined && wanted.toDate < wanted.fromDate) {
    return refuse('producer/term-ended-before-start', { field: 'toDate' })
  }
  if (wanted.capacity === 'delegate' && wanted.toDate === undefined) {
    return refuse('producer/delegation-needs-end', { field: 'toDate' })
  }
  return allow(wanted)
}

/** Accounts that own it on a day. */
export function ownersOf(members: readonly Member[], on: CivilDate): string[] {
  return members
    .filter(
      ({ capacity, fromDate, toDate }) => capacity === 'owner' && fromDate <= on && (toDate === null || toDate >= on),
    )
    .map(({ accountId }) => accountId)
}

/** Somebody must stay answerable: the last owner cannot leave. */
export function judgeLeaving(members: readonly Member[], accountId: string, today: CivilDate) {
  const current = members.filter(({ fromDate, toDate }) => fromDate <= today && (toDate === null || toDate >= today))
  const leaving = current.find((member) => member.accountId === accountId)
  if (!leaving) return refuse('producer/not-a-member')
  if (leaving.capacity === 'owner' && ownersOf(members, today).length === 1) return refuse('producer/last-owner')
  return allow(leaving)
}

type Party = Pick<Producer, 'id' | 'closedOn' | 'foundedOn'>

export interface SuccessionRequest {
  readonly onDate: CivilDate
  readonly today: CivilDate
  /** Ids before the predecessor in its own line: the successor must not be among them. */
  readonly predecessorLine: readonly string[]
}

export function judgeSuccession(
  predecessor: Party,
  successor: Party,
  { onDate, today, predecessorLine }: SuccessionRequest,
) {
  if (predecessor.id === successor.id) return refuse('producer/succeeds-itself', { field: 'successorCode' })
  if (predecessor.closedOn !== null) return refuse('producer/already-succeeded', { overtaken: true })
  if (successor.closedOn !== null) return refuse('producer/successor-closed', { field: 'successorCode' })
  if (predecessorLine.includes(successor.id)) return refuse('producer/line-in-circle', { field: 'successorCode' })
  if (onDate > today) return refuse('producer/succession-in-future', { field: 'onDate' })
  return allow({ predecessorId: predecessor.id, successorId: successor.id, onDate })
}

/** What Form 02 part I will ask and the register does not know yet, by field. */
export function missingForForm02(producer: Producer): (keyof Producer)[] {
  const asked: (keyof Producer)[] = [
    'representativeName',
    'representativeSex',
    'representativeEthnicity',
    'representativePosition',
    'representativeAddress',
    'address',
    'phone',
    'foundedOn',
    'localCapitalPercent',
    'labourTotal',
    'labourLocal',
    'history',
  ]
  const registration: (keyof Producer)[] = needsRegistration(producer.kind) ? ['registrationNo', 'registrationOn'] : []
  // A household has nobody to put in a chart.
  const structure: (keyof Producer)[] = producer.kind === 'household' ? [] : ['structure']
  return [...asked, ...structure, ...registration].filter((field) => producer[field] === null || producer[field] === '')
}

/** `CT-23473-007`: the commune it registered in and the running number there. */
export function producerCode(commune: string, serial: number): string {
  return `CT-${commune}-${String(serial).padStart(3, '0')}`
}
