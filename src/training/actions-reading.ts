import { country } from '../kernel/actor.ts'
import type { UnitCode } from '../kernel/actor.ts'
import { civilDateOf, clockOf, daysBetween } from '../kernel/civil-date.ts'
import type { Instant } from '../kernel/civil-date.ts'
import type { Page } from '../kernel/page.ts'
import { Refused, orMissing } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import type { DeskItem } from '../platform/desk.ts'
import { paths } from '../ui/paths.ts'
import { may, officeUnits, placeOf } from './actions.ts'
import { capacitiesOf } from './actions-enrolment.ts'
import type { Lecturer, Meeting, OwnEnrolment, ShownClass } from './model.ts'
import { stateOf } from './rules.ts'
import { dueForCertificate } from './rules-certificate.ts'
import * as list from './store-enrolment.ts'
import * as store from './store.ts'

const size = 20

/** Classes that are announced or running, for everybody. */
export async function announced(
  ctx: Context,
  { province, page }: { province: UnitCode | undefined; page: number },
): Promise<Page<ShownClass>> {
  return { ...(await store.classesFor(ctx, { province, after: ctx.now }, { page, size })), page, size }
}

/** The classes of the units this person works for, or audits. @throws {Refused} for those without a unit. */
export async function officeClasses(ctx: Context, { past, page }: { past: boolean; page: number }) {
  const units = officeUnits(ctx)
  const audited = ctx.actor.postings.filter(({ role }) => role === 'auditor').map(({ unit }) => unit)
  if (units.length === 0 && audited.length === 0) throw new Refused({ code: 'kernel/not-found' })
  const [province] = audited
  const whose = units.length > 0 ? { units } : province === country ? {} : { province }
  const when = past ? { before: ctx.now } : { after: ctx.now }
  const [classes, courses] = await Promise.all([
    store.classesFor(ctx, { ...whose, ...when }, { page, size }),
    store.coursesOf(ctx, units),
  ])
  return { classes: { ...classes, page, size }, courses, works: units.length > 0 }
}

export async function coursePage(ctx: Context, id: string) {
  const course = orMissing(await store.courseById(ctx, id))
  const at = placeOf(course)
  const mayOpen = may(ctx, 'open-class', at)
  const [coming, past, lecturers] = await Promise.all([
    store.classesFor(ctx, { course: id, after: ctx.now }, { page: 1, size: 50 }),
    store.classesFor(ctx, { course: id, before: ctx.now }, { page: 1, size }),
    mayOpen ? store.lecturersOf(ctx, at.unit) : [],
  ])
  return { course, coming: coming.items, past: past.items, lecturers, mayOpen }
}

/** A class for whoever asks: facts for all, the list for those who keep it, the own seat for whoever has one. */
export async function classPage(ctx: Context, id: string) {
  const found = orMissing(await store.classById(ctx, id))
  const at = placeOf(found)
  const rights = {
    keep: may(ctx, 'keep-list', at),
    open: may(ctx, 'open-class', at),
    certify: may(ctx, 'issue-certificate', at),
    read: may(ctx, 'read-list', at),
    enrolFor: may(ctx, 'enrol-for', at),
    enrol: may(ctx, 'enrol', at),
  }
  const [meetings, enrolments, own, capacities, lecturers, roomUses] = await Promise.all([
    store.meetingsOf(ctx, id),
    rights.read ? list.enrolmentsOf(ctx, id) : [],
    list.enrolmentOf(ctx, id, ctx.actor.id),
    rights.enrol ? capacitiesOf(ctx) : [],
    rights.open ? store.lecturersOf(ctx, at.unit) : [],
    rights.keep && found.cancelledWhy === null ? store.eventsInRoom(ctx, id) : [],
  ])
  return { found, state: stateOf(found, ctx.now), meetings, enrolments, own, capacities, lecturers, roomUses, rights }
}
export type ClassFile = Awaited<ReturnType<typeof classPage>>

export async function ownClasses(ctx: Context, page: number): Promise<Page<OwnEnrolment>> {
  return { ...(await list.ownEnrolments(ctx, ctx.actor.id, { page, size })), page, size }
}

export async function lecturerList(ctx: Context, page: number): Promise<Page<Lecturer>> {
  return { ...(await store.lecturerPage(ctx, { page, size })), page, size }
}

const daysAhead = 7
const daysAfter = 30

/** For the officer: coming meetings, the door of today, certificates to issue. For everybody: the own coming meetings. */
export async function deskItems(ctx: Context): Promise<DeskItem[]> {
  const units = officeUnits(ctx)
  const all = { page: 1, size: 50 }
  const [kept, over, own] = await Promise.all([
    units.length > 0 ? store.classesFor(ctx, { units, after: ctx.now }, all) : { items: [] },
    units.length > 0 ? store.classesFor(ctx, { units, before: ctx.now }, all) : { items: [] },
    list.ownEnrolments(ctx, ctx.actor.id, all),
  ])
  const items = await Promise.all([
    ...kept.items.map((one) => officersItem(ctx, one)),
    ...over.items.filter(({ lastEnd }) => endedLately(ctx, lastEnd)).map((one) => certificatesItem(ctx, one)),
    ...own.items.filter(({ lastEnd }) => (lastEnd ?? '') > ctx.now).map((one) => ownItem(ctx, one)),
  ])
  return items.filter((item) => item !== undefined)
}

function endedLately({ today }: Context, lastEnd: Instant | null): boolean {
  return lastEnd !== null && daysBetween(civilDateOf(lastEnd), today) <= daysAfter
}

/** The meeting that is on or comes next, within a week; a class of many weeks is no work on the days between. */
async function nextMeeting(ctx: Context, classId: string): Promise<Meeting | undefined> {
  const next = (await store.meetingsOf(ctx, classId)).find(({ endsAt }) => endsAt > ctx.now)
  return next && daysBetween(ctx.today, civilDateOf(next.startsAt)) <= daysAhead ? next : undefined
}

async function officersItem(ctx: Context, found: ShownClass): Promise<DeskItem | undefined> {
  const { id, courseTitle, name, seated, capacity, cancelledWhy } = found
  const next = await nextMeeting(ctx, id)
  if (cancelledWhy !== null || next === undefined) return undefined
  const isToday = civilDateOf(next.startsAt) === ctx.today
  return {
    id,
    href: isToday ? paths.training.door(next.id) : paths.training.class(id),
    title: courseTitle,
    sub: `${name}, ${seated}/${capacity} chỗ`,
    act: isToday ? 'Điểm danh' : 'Chuẩn bị lớp',
    ...dueOf(ctx, next),
    turn: 'Cán bộ đào tạo',
  }
}

async function certificatesItem(ctx: Context, found: ShownClass): Promise<DeskItem | undefined> {
  const { id, courseTitle, name, cancelledWhy } = found
  if (cancelledWhy !== null) return undefined
  const [meetings, enrolments] = await Promise.all([store.meetingsOf(ctx, id), list.enrolmentsOf(ctx, id)])
  const due = dueForCertificate(found, meetings, enrolments).length
  if (due === 0) return undefined
  return {
    id: `${id}/chung-nhan`,
    href: paths.training.class(id),
    title: courseTitle,
    sub: `${name}, ${due} người đủ điều kiện`,
    act: 'Cấp chứng nhận',
    dueOn: null,
    daysLeft: null,
    turn: 'Cán bộ đào tạo',
  }
}

async function ownItem(ctx: Context, own: OwnEnrolment): Promise<DeskItem | undefined> {
  const { classId, courseTitle, place, room, seated, cancelledWhy } = own
  const next = await nextMeeting(ctx, classId)
  if (cancelledWhy !== null || next === undefined) return undefined
  return {
    id: own.id,
    href: paths.training.class(classId),
    title: courseTitle,
    sub: `${clockOf(next.startsAt)}, ${room}, ${place}`,
    act: seated ? 'Đi học' : 'Đang chờ chỗ',
    ...dueOf(ctx, next),
    turn: 'Bạn',
  }
}

/** A meeting that is on since before midnight is no deadline that somebody missed. */
function dueOf({ today }: Context, { startsAt }: Meeting) {
  const day = civilDateOf(startsAt)
  const dueOn = day < today ? today : day
  return { dueOn, daysLeft: daysBetween(today, dueOn), plainDays: true }
}
