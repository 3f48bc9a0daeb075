import { roleNames } from '../identity/access.ts'
import { country } from '../kernel/actor.ts'
import type { Actor, Role, UnitCode } from '../kernel/actor.ts'
import { addMonths, civilDateOf, daysBetween, momentOf, showDate } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { Page } from '../kernel/page.ts'
import { Refused, orMissing } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import type { DeskItem } from '../platform/desk.ts'
import { deliveriesOf } from '../notice/actions.ts'
import type { Delivery } from '../notice/model.ts'
import { communesOfProvince, placeName, provincesToday } from '../territory/actions.ts'
import { paths } from '../ui/paths.ts'
import { gatheringAccess, organisingRoles } from './access.ts'
import type { GatheringPlace } from './access.ts'
import { letterKey } from './letter.ts'
import { linkOf } from './link.ts'
import type { Guest, Occasion, ShownConclusion, ShownEvent } from './model.ts'
import { occasions } from './store-calendar.ts'
import * as closing from './store-closing.ts'
import * as guests from './store-guests.ts'
import * as store from './store.ts'

const size = 20
export const guestsSize = 50
/** A page and a printed programme show so many products; beyond it they lead to the decision. */
const honouredSize = 500

export function placeOf({ unitToday, provinceToday }: ShownEvent): GatheringPlace {
  return { unit: unitToday ?? '', province: provinceToday ?? '' }
}

export function placeOfConclusion(conclusion: ShownConclusion): GatheringPlace {
  const { unitToday, provinceToday, ownerRole, ownerUnitToday } = conclusion
  const at = { unit: unitToday ?? '', province: provinceToday ?? '' }
  return ownerUnitToday === null ? at : { ...at, ownerRole, ownerUnit: ownerUnitToday }
}

/** Units that this person organises events for. */
export function organisedUnits({ postings }: Actor): readonly UnitCode[] {
  const roles: readonly Role[] = organisingRoles
  return [...new Set(postings.filter(({ role }) => roles.includes(role)).map(({ unit }) => unit))]
}

function lookedAt({ postings }: Actor): readonly UnitCode[] | 'all' {
  const roles: readonly Role[] = [...organisingRoles, 'commune-leader', 'province-leader', 'ministry-leader', 'auditor']
  const held = postings.filter(({ role }) => roles.includes(role))
  if (held.some(({ role, unit }) => role === 'auditor' && unit === country)) return 'all'
  return held.map(({ unit }) => unit)
}

/** The unit's own events, drafts among them. @throws {Refused} for those who look after none. */
export async function eventList(ctx: Context, page: number): Promise<Page<ShownEvent>> {
  const units = lookedAt(ctx.actor)
  if (units.length === 0) throw new Refused({ code: 'kernel/not-found' })
  return { ...(await store.events(ctx, { units }, { page, size })), page, size }
}

/** Of these units and what lies in them, the latest that news may tell of; for the country those of every unit. */
export async function eventsToTell(ctx: Context, units: readonly UnitCode[]): Promise<readonly ShownEvent[]> {
  const wanted = {
    units: units.includes(country) ? ('all' as const) : units,
    states: ['announced', 'concluded'] as const,
  }
  return (await store.events(ctx, wanted, { page: 1, size: 6 })).items
}

/** What the form of an event chooses from. */
export async function eventChoices(ctx: Context) {
  const codes = organisedUnits(ctx.actor)
  if (codes.length === 0) throw new Refused({ code: 'kernel/not-found' })
  const units = await Promise.all(codes.map(async (code) => ({ code, name: await unitName(ctx, code) })))
  return { units, rooms: await store.roomsOf(ctx, codes) }
}

export async function unitName(ctx: Context, code: UnitCode): Promise<string> {
  if (code === country) return 'Bộ Nông nghiệp và Môi trường'
  return (await placeName(ctx, code)) ?? code
}

/** One event as its organisers see it. */
export async function eventFile(ctx: Context, id: string, page: number) {
  const event = orMissing(await store.eventById(ctx, id))
  const at = placeOf(event)
  if (!gatheringAccess['read-event'](ctx.actor, at)) throw new Refused({ code: 'kernel/not-found' })
  const may = gatheringAccess['organise-event'](ctx.actor, at)
  const [agenda, counts, byAgency, listed, papers, minutes, conclusions, honours, reason] = await Promise.all([
    store.agendaOf(ctx, id),
    guests.countsOf(ctx, id),
    guests.countsByAgency(ctx, id),
    guests.guestsOf(ctx, id, { page, size: guestsSize }),
    closing.papersOf(ctx, id),
    closing.minutesOf(ctx, id),
    closing.conclusionsOf(ctx, id),
    closing.honoursOf(ctx, id),
    store.cancelReason(ctx, id),
  ])
  const invited = { items: listed, total: counts.invited, page, size: guestsSize }
  // A reader of the file must not be able to answer in a guest's name: only organisers see the links.
  const links = new Map(may ? listed.map((guest) => [guest.id, linkOf(ctx.keys, guest.id)]) : [])
  const letters = await lettersTo(ctx, listed)
  const roomUses = may && event.state !== 'concluded' ? await store.classesInRoom(ctx, id) : []
  return {
    event,
    may,
    agenda,
    counts,
    byAgency,
    guests: invited,
    links,
    letters,
    papers,
    minutes,
    conclusions,
    honours,
    roomUses,
    reason,
  }
}
export type EventFile = Awaited<ReturnType<typeof eventFile>>

/** What became of the invitation to each of these guests. */
async function lettersTo(ctx: Context, listed: readonly Guest[]): Promise<Map<string, Delivery[]>> {
  const found = await deliveriesOf(
    ctx,
    listed.map(({ id }) => letterKey('invited', id)),
  )
  return new Map(listed.map(({ id }) => [id, found.get(letterKey('invited', id)) ?? []]))
}

export async function honourChoices(ctx: Context, event: ShownEvent): Promise<closing.HonourChoice[]> {
  if (event.kind !== 'ceremony') return []
  return closing.decisionsToHonour(ctx, event.id, placeOf(event).unit, { page: 1, size: 100 })
}

export interface Office {
  readonly value: string
  readonly label: string
  readonly role: Role
  readonly unit: UnitCode
}

const ownOffices: Readonly<Record<number, readonly Role[]>> = {
  5: ['commune-officer', 'commune-leader'],
  2: ['province-officer', 'province-leader', 'support-officer', 'training-officer', 'trade-officer', 'editor'],
}

/** Who can be given a task: offices of the unit, then the officers of the units below it. */
export async function officesOf(ctx: Context, unit: UnitCode): Promise<readonly Office[]> {
  const own = unit === country ? (['ministry-officer', 'ministry-leader'] as const) : (ownOffices[unit.length] ?? [])
  const below =
    unit === country ? await provincesToday(ctx) : unit.length === 2 ? await communesOfProvince(ctx, unit) : []
  const office = (role: Role, code: UnitCode, label: string) => ({ value: `${role}@${code}`, label, role, unit: code })
  return [
    ...own.map((role) => office(role, unit, roleNames[role])),
    ...below.map(({ code, fullName }) =>
      office(unit === country ? 'province-officer' : 'commune-officer', code, `Cán bộ ${fullName}`),
    ),
  ]
}

/** An announced event is everybody's; a draft is there for those who may read the file. */
async function eventToRead(ctx: Context, slug: string): Promise<ShownEvent> {
  const event = orMissing(await store.eventBySlug(ctx, slug))
  if (event.state === 'draft' && !gatheringAccess['read-event'](ctx.actor, placeOf(event))) {
    throw new Refused({ code: 'kernel/not-found' })
  }
  return event
}

/** One event as everybody reads it. */
export async function publicEvent(ctx: Context, slug: string) {
  const event = await eventToRead(ctx, slug)
  const [agenda, papers, minutes, conclusions, honours, honoured, reason] = await Promise.all([
    store.agendaOf(ctx, event.id),
    closing.papersOf(ctx, event.id),
    closing.minutesOf(ctx, event.id),
    closing.conclusionsOf(ctx, event.id),
    closing.honoursOf(ctx, event.id),
    closing.honouredProducts(ctx, event.id, { page: 1, size: honouredSize }),
    store.cancelReason(ctx, event.id),
  ])
  const shownMinutes = minutes?.isPublic ? minutes : undefined
  return {
    event,
    agenda,
    papers: papers.filter(({ isPublic }) => isPublic),
    minutes: shownMinutes,
    conclusions: shownMinutes ? conclusions : [],
    // What was awarded on the day stays as it was counted that day.
    honours: minutes?.honoured ?? honours,
    honoured,
    reason,
  }
}
export type PublicEvent = Awaited<ReturnType<typeof publicEvent>>

/** The kept bytes of a paper: a public one for everybody, others for those who read the file. */
export async function paperContent(ctx: Context, slug: string, paperId: string) {
  const event = await eventToRead(ctx, slug)
  const paper = orMissing((await closing.papersOf(ctx, event.id)).find(({ id }) => id === paperId))
  if (!paper.isPublic && !gatheringAccess['read-event'](ctx.actor, placeOf(event))) {
    throw new Refused({ code: 'kernel/not-found' })
  }
  return { bytes: await ctx.files.get(paper.file), fileName: paper.fileName, mediaType: paper.mediaType }
}

export async function conclusionFile(ctx: Context, id: string) {
  const conclusion = orMissing(await closing.conclusionById(ctx, id))
  const at = placeOfConclusion(conclusion)
  if (!gatheringAccess['read-conclusion'](ctx.actor, at)) throw new Refused({ code: 'kernel/not-found' })
  const mayReport = gatheringAccess['report-conclusion'](ctx.actor, at) && conclusion.doneOn === null
  return { conclusion, mayReport, reports: await closing.reportsOf(ctx, id) }
}
export type ConclusionFile = Awaited<ReturnType<typeof conclusionFile>>

/** Everything of one month, `2026-11`, in all units. */
export function monthOfOccasions(ctx: Context, month: string): Promise<Occasion[]> {
  const first = `${month}-01`
  return occasions(ctx, momentOf(first, '00:00'), momentOf(addMonths(first, 1), '00:00'))
}

const comingSize = 5

/** What comes next after a month: an empty page of the calendar still says where to go. */
export async function occasionsAfter(ctx: Context, month: string): Promise<Occasion[]> {
  const next = momentOf(addMonths(`${month}-01`, 1), '00:00')
  const coming = await occasions(ctx, next, momentOf(addMonths(`${month}-01`, 12), '00:00'))
  return coming.filter(({ startsAt, cancelled }) => startsAt >= next && !cancelled).slice(0, comingSize)
}

/** A year back and a year ahead, for calendars that subscribe. */
export function occasionsAround(ctx: Context): Promise<Occasion[]> {
  return occasions(ctx, momentOf(addMonths(ctx.today, -12), '00:00'), momentOf(addMonths(ctx.today, 12), '00:00'))
}

export async function deskItems(ctx: Context): Promise<DeskItem[]> {
  const { postings, producers } = ctx.actor
  const units = organisedUnits(ctx.actor)
  const [tasks, held, asked] = await Promise.all([
    postings.length > 0 ? closing.openConclusions(ctx, postings) : [],
    units.length > 0
      ? store.events(ctx, { units, states: ['announced'], endedBefore: ctx.now }, { page: 1, size: 20 })
      : { items: [] },
    producers.length > 0 ? guests.unanswered(ctx, producers, ctx.now) : [],
  ])
  return [
    ...tasks.map((task) => taskItem(task, ctx.today)),
    ...held.items.filter(({ unitToday }) => units.includes(unitToday ?? '')).map(closingItem),
    ...asked.map((invitation) => invitationItem(ctx, invitation)),
  ]
}

function taskItem({ id, body, eventTitle, dueOn, ownerRole }: ShownConclusion, today: CivilDate): DeskItem {
  return {
    id,
    href: paths.gathering.conclusion(id),
    title: body.length > 90 ? `${body.slice(0, 90).trimEnd()}…` : body,
    sub: eventTitle,
    act: 'Thực hiện kết luận',
    dueOn,
    daysLeft: daysBetween(today, dueOn),
    plainDays: true,
    turn: roleNames[ownerRole],
  }
}

function closingItem({ id, title, endsAt }: ShownEvent): DeskItem {
  return {
    id,
    href: paths.gathering.file(id),
    title,
    sub: `Kết thúc ngày ${showDate(civilDateOf(endsAt))}`,
    act: 'Ghi biên bản và kết luận',
    dueOn: null,
    daysLeft: null,
    turn: 'Đơn vị tổ chức',
  }
}

function invitationItem(ctx: Context, { id, title, agency, answerBy, startsAt }: guests.WaitingInvitation): DeskItem {
  const dueOn = answerBy ?? civilDateOf(startsAt)
  return {
    id,
    href: paths.gathering.answer(linkOf(ctx.keys, id)),
    title,
    sub: agency,
    act: 'Trả lời lời mời',
    dueOn,
    daysLeft: daysBetween(ctx.today, dueOn),
    plainDays: true,
    turn: 'Chủ thể',
  }
}
