import { record } from '../audit/actions.ts'
import { systemActor } from '../kernel/actor.ts'
import type { UnitCode } from '../kernel/actor.ts'
import { momentOf } from '../kernel/civil-date.ts'
import { newId, newSecret } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { unitAt } from '../territory/actions.ts'
import { trainingAccess } from './access.ts'
import type { TrainingPlace } from './access.ts'
import type { ClassInput, CourseInput, LecturerInput, MeetingInput, ShownClass, ShownCourse } from './model.ts'
import { judgeClassAct, judgeMeeting, roomKey } from './rules.ts'
import * as store from './store.ts'

export type Act = keyof typeof trainingAccess

type Placed = Pick<ShownCourse, 'unitToday' | 'provinceToday'>

export function placeOf({ unitToday, provinceToday }: Placed): TrainingPlace {
  return { unit: unitToday ?? '', province: provinceToday ?? '' }
}

export function may({ actor }: Context, act: Act, at: TrainingPlace): boolean {
  return actor.id === systemActor.id || trainingAccess[act](actor, at)
}

/** Whoever may not act on it does not learn that it is there. */
export function orHidden(ctx: Context, act: Act, placed: Placed): void {
  if (!may(ctx, act, placeOf(placed))) throw new Refused({ code: 'kernel/not-found' })
}

export async function orNotYours(tx: Tx, act: Act, unit: UnitCode): Promise<void> {
  const found = unit === 'VN' ? { provinceCode: 'VN' } : await unitAt(tx, unit, tx.today)
  if (found === undefined || !may(tx, act, { unit, province: found.provinceCode })) {
    throw new Refused({ code: 'training/not-your-unit', field: 'unit' })
  }
}

/** The units where this person is the training officer. */
export function officeUnits({ actor }: Context): readonly UnitCode[] {
  return actor.postings.filter(({ role }) => role === 'training-officer').map(({ unit }) => unit)
}

export function openCourse(ctx: Context, input: CourseInput, sample = false): Promise<string> {
  return atomically(ctx, async (tx) => {
    const { unit, passPercent, ...given } = input
    await orNotYours(tx, 'open-course', unit)
    const id = newId()
    const course = { ...given, id, unitCode: unit, unitOn: tx.today, passPercent: passPercent || null, sample }
    await store.addCourse(tx, course, tx.actor.id, tx.now)
    await record(tx, 'training.course-opened', id, { unit, title: input.title })
    return id
  })
}

/** A class with its first meeting: no room, no class; a room that is taken, no class. */
export function openClass(ctx: Context, courseId: string, input: ClassInput): Promise<string> {
  return atomically(ctx, async (tx) => {
    const course = orMissing(await store.courseById(tx, courseId))
    orHidden(tx, 'open-class', course)
    const { name, place, room, capacity } = input
    const key = roomKey(place, room)
    const id = newId()
    const hours = await hoursIn(tx, key, input)
    const opened = { id, courseId, name, place, room, capacity, sample: course.sample }
    await store.addClass(tx, opened, { roomKey: key, secret: newSecret(), by: tx.actor.id, at: tx.now })
    await keepMeeting(tx, { ...opened, ...course }, id, hours, input)
    await record(tx, 'training.class-opened', id, { course: courseId, capacity, startsAt: hours.startsAt })
    return id
  })
}

async function hoursIn(tx: Tx, key: string, { date, from, to }: MeetingInput) {
  const hours = { startsAt: momentOf(date, from), endsAt: momentOf(date, to) }
  const isSystem = tx.actor.id === systemActor.id
  return orRefuse(judgeMeeting(hours, isSystem ? '' : tx.now, await store.takenHours(tx, key)))
}

async function keepMeeting(
  tx: Tx,
  placed: Placed,
  classId: string,
  hours: { startsAt: string; endsAt: string },
  { topic = '', lecturer }: MeetingInput,
): Promise<string> {
  const known = lecturer === undefined ? [] : await store.lecturersOf(tx, placed.unitToday ?? '')
  if (lecturer !== undefined && !known.some(({ id }) => id === lecturer)) {
    throw new Refused({ code: 'training/no-such-lecturer', field: 'lecturer' })
  }
  const id = newId()
  await store.addMeeting(tx, { id, classId, ...hours, topic, lecturerId: lecturer ?? null })
  return id
}

export async function lockFor(tx: Tx, id: string, act: Act): Promise<ShownClass> {
  const found = orMissing(await store.lockClass(tx, id))
  orHidden(tx, act, found)
  return found
}

export function addMeeting(ctx: Context, classId: string, input: MeetingInput): Promise<string> {
  return atomically(ctx, async (tx) => {
    const found = await lockFor(tx, classId, 'open-class')
    orRefuse(judgeClassAct('add-meeting', found, tx.now))
    const hours = await hoursIn(tx, roomKey(found.place, found.room), input)
    const id = await keepMeeting(tx, found, classId, hours, input)
    await record(tx, 'training.meeting-added', classId, { meeting: id, startsAt: hours.startsAt })
    return id
  })
}

/** The class does not take place; the list stays, and everybody on it reads why. */
export function cancelClass(ctx: Context, classId: string, reason: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const found = await lockFor(tx, classId, 'open-class')
    orRefuse(judgeClassAct('cancel', found, tx.now))
    await store.endClass(tx, classId, reason, tx.actor.id, tx.now)
    await record(tx, 'training.class-cancelled', classId, { reason })
  })
}

/** An expert is named in public only with the expert's own word. */
export function addLecturer(ctx: Context, input: LecturerInput, sample = false): Promise<string> {
  return atomically(ctx, async (tx) => {
    const { unit, agreed, ...given } = input
    await orNotYours(tx, 'add-lecturer', unit)
    if (!agreed) throw new Refused({ code: 'training/lecturer-agrees', field: 'agreed' })
    const id = newId()
    await store.addLecturer(tx, { ...given, id, unitCode: unit, on: tx.today, sample }, tx.actor.id, tx.now)
    await record(tx, 'training.lecturer-added', id, { unit })
    return id
  })
}
