import { country } from '../kernel/actor.ts'
import type { UnitCode } from '../kernel/actor.ts'
import { civilDateOf, clockOf, daysBetween } from '../kernel/civil-date.ts'
import type { Page } from '../kernel/page.ts'
import { Refused, orMissing } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import type { DeskItem } from '../platform/desk.ts'
import { paths } from '../ui/paths.ts'
import { may, officeUnits, placeOf } from './actions.ts'
import { capacitiesOf } from './actions-enrolment.ts'
import type { Lecturer, OwnEnrolment, ShownClass } from './model.ts'
import { stateOf } from './rules.ts'
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
    enrol: may(ctx, 'enrol', at),
  }
  const [meetings, enrolments, own, capacities, lecturers] = await Promise.all([
    store.meetingsOf(ctx, id),
    rights.read ? list.enrolmentsOf(ctx, id) : [],
    list.enrolmentOf(ctx, id, ctx.actor.id),
    rights.enrol ? capacitiesOf(ctx) : [],
    rights.open ? store.lecturersOf(ctx, at.unit) : [],
  ])
  return { found, state: stateOf(found, ctx.now), meetings, enrolments, own, capacities, lecturers, rights }
}
export type ClassFile = Awaited<ReturnType<typeof classPage>>

export async function ownClasses(ctx: Context, page: number): Promise<Page<OwnEnrolment>> {
  return { ...(await list.ownEnrolments(ctx, ctx.actor.id, { page, size })), page, size }
}

export async function lecturerList(ctx: Context, page: number): Promise<Page<Lecturer>> {
  return { ...(await store.lecturerPage(ctx, { page, size })), page, size }
}

const daysAhead = 7

/** For the officer: classes of the coming days, the door of today. For everybody: the own classes of the coming days. */
export async function deskItems(ctx: Context): Promise<DeskItem[]> {
  const units = officeUnits(ctx)
  const [kept, own] = await Promise.all([
    units.length > 0 ? store.classesFor(ctx, { units, after: ctx.now }, { page: 1, size: 50 }) : { items: [] },
    list.ownEnrolments(ctx, ctx.actor.id, { page: 1, size: 50 }),
  ])
  const near = (start: string | null) => start !== null && daysBetween(ctx.today, civilDateOf(start)) <= daysAhead
  return [
    ...kept.items
      .filter(({ firstStart, cancelledWhy }) => cancelledWhy === null && near(firstStart))
      .map((one) => officersItem(ctx, one)),
    ...own.items
      .filter(
        ({ firstStart, lastEnd, cancelledWhy }) =>
          cancelledWhy === null && near(firstStart) && (lastEnd ?? '') > ctx.now,
      )
      .map((one) => ownItem(ctx, one)),
  ]
}

function officersItem(ctx: Context, found: ShownClass): DeskItem {
  const { id, courseTitle, name, seated, capacity } = found
  const running = stateOf(found, ctx.now) === 'running'
  return {
    id,
    href: paths.training.class(id),
    title: courseTitle,
    sub: `${name}, ${seated}/${capacity} chỗ`,
    act: running ? 'Điểm danh' : 'Chuẩn bị lớp',
    ...dueOf(ctx, found.firstStart, running),
    turn: 'Cán bộ đào tạo',
  }
}

function ownItem(ctx: Context, own: OwnEnrolment): DeskItem {
  const { classId, courseTitle, place, room, firstStart, seated } = own
  return {
    id: own.id,
    href: paths.training.class(classId),
    title: courseTitle,
    sub: `${firstStart === null ? '' : `${clockOf(firstStart)}, `}${room}, ${place}`,
    act: seated ? 'Đi học' : 'Đang chờ chỗ',
    ...dueOf(ctx, firstStart, firstStart !== null && firstStart <= ctx.now),
    turn: 'Bạn',
  }
}

/** A class that is on is no deadline that somebody missed. */
function dueOf({ today }: Context, start: string | null, running: boolean) {
  if (start === null) return { dueOn: null, daysLeft: null }
  const dueOn = running ? today : civilDateOf(start)
  return { dueOn, daysLeft: daysBetween(today, dueOn), plainDays: true }
}
