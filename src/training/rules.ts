import type { Instant } from '../kernel/civil-date.ts'
import { showMoment } from '../kernel/civil-date.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import { fold } from '../kernel/text.ts'
import type { DoorReading } from './door.ts'
import type { ClassState, Meeting, ShownClass } from './model.ts'

const openIn = {
  enrol: ['planned'],
  withdraw: ['planned'],
  'add-meeting': ['planned', 'running'],
  cancel: ['planned', 'running'],
  mark: ['planned', 'running', 'over'],
  test: ['running', 'over'],
  certify: ['over'],
} as const satisfies Record<string, readonly ClassState[]>
export type ClassAct = keyof typeof openIn

export function stateOf(
  { cancelledWhy, firstStart, lastEnd }: Pick<ShownClass, 'cancelledWhy' | 'firstStart' | 'lastEnd'>,
  now: Instant,
): ClassState {
  if (cancelledWhy !== null) return 'cancelled'
  if (firstStart === null || now < firstStart) return 'planned'
  return lastEnd !== null && now >= lastEnd ? 'over' : 'running'
}

type Timed = Pick<ShownClass, 'cancelledWhy' | 'firstStart' | 'lastEnd'>

export function classCan(act: ClassAct, found: Timed, now: Instant): boolean {
  const states: readonly ClassState[] = openIn[act]
  return states.includes(stateOf(found, now))
}

export function judgeClassAct(act: ClassAct, found: Timed, now: Instant) {
  if (found.cancelledWhy !== null) return refuse('training/class-cancelled', { overtaken: true })
  return classCan(act, found, now) ? allow(null) : refuse('training/not-now')
}

/** The name of a room as clashes are told by: `Nhà văn hóa xã, Hội trường A` is `nha van hoa xa, hoi truong a`. */
export function roomKey(place: string, room: string): string {
  return fold(`${place}, ${room}`).replaceAll(/[.,;\s]+/g, ' ')
}

type Hours = Pick<Meeting, 'startsAt' | 'endsAt'>

export interface Clash extends Hours {
  readonly className: string
}

/** A meeting lies ahead, ends after it begins on the same day, and has its room for itself. */
export function judgeMeeting(hours: Hours, now: Instant, taken: readonly Clash[]) {
  if (hours.endsAt <= hours.startsAt) return refuse('training/ends-before-start', { field: 'to' })
  if (hours.startsAt <= now) return refuse('training/meeting-in-past', { field: 'date' })
  const clash = taken.find(({ startsAt, endsAt }) => startsAt < hours.endsAt && hours.startsAt < endsAt)
  if (clash === undefined) return allow(hours)
  const facts = { name: clash.className, from: showMoment(clash.startsAt), to: showMoment(clash.endsAt) }
  return refuse('training/room-taken', { field: 'room', facts })
}

export interface EnrolFacts extends Timed {
  readonly capacity: number
  readonly seated: number
  readonly waiting: number
  readonly enrolled: boolean
  readonly wait: boolean
  readonly now: Instant
}

/** As many may wait as there are seats; nobody is put on the waiting list without having said so. */
export function judgeEnrolment(facts: EnrolFacts) {
  const { cancelledWhy, firstStart, capacity, seated, waiting, enrolled, wait, now } = facts
  if (cancelledWhy !== null) return refuse('training/class-cancelled', { overtaken: true })
  if (firstStart !== null && now >= firstStart) {
    return refuse('training/started', { facts: { start: showMoment(firstStart) } })
  }
  if (enrolled) return refuse('training/enrolled-already')
  if (seated < capacity) return allow('seated' as const)
  if (waiting >= capacity) return refuse('training/waiting-list-full', { facts: { capacity } })
  return wait ? allow('waiting' as const) : refuse('training/full', { field: 'wait', facts: { capacity, waiting } })
}

interface Personal {
  readonly sex?: string | undefined
  readonly ethnicity?: string | undefined
  readonly consent: boolean
}

/** What is asked for the count of whom training reaches is kept only with a word for it (Law 91/2025/QH15). */
export function judgeConsent({ sex, ethnicity, consent }: Personal) {
  const told = sex !== undefined || ethnicity !== undefined
  return told && !consent ? refuse('training/consent-needed', { field: 'consent' }) : allow(null)
}

/** People come early and go late: the door opens half an hour before and closes with the meeting. */
export const doorOpensBefore = 30

/** From when until when people are written down as they come. */
export function doorHours({ startsAt, endsAt }: Hours): { readonly opens: Instant; readonly closes: Instant } {
  return { opens: new Date(Date.parse(startsAt) - doorOpensBefore * 60_000).toISOString(), closes: endsAt }
}

export function isDoorOpen(hours: Hours, now: Instant): boolean {
  const { opens, closes } = doorHours(hours)
  return opens <= now && now <= closes
}

export interface ScanFacts {
  readonly reading: DoorReading
  readonly meeting: Hours
  readonly cancelled: boolean
  readonly seated: boolean
  readonly struck: boolean
  readonly now: Instant
}

export function judgeScan({ reading, meeting, cancelled, seated, struck, now }: ScanFacts) {
  if (reading !== 'genuine') return refuse(`training/token-${reading}`)
  if (cancelled) return refuse('training/class-cancelled', { overtaken: true })
  if (!isDoorOpen(meeting, now)) {
    const { opens, closes } = doorHours(meeting)
    return refuse('training/door-closed', { facts: { from: showMoment(opens), to: showMoment(closes) } })
  }
  if (!seated) return refuse('training/not-on-list')
  return struck ? refuse('training/struck-out') : allow(null)
}

/** The officer's list: after the meeting has begun. A meeting of tomorrow has had nobody. */
export function judgeMark({ startsAt }: Pick<Meeting, 'startsAt'>, now: Instant) {
  return now >= startsAt ? allow(null) : refuse('training/not-begun', { facts: { start: showMoment(startsAt) } })
}
