import { addDays, civilDateOf, clockOf, momentOf, readClock, showDate } from '../kernel/civil-date.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import type { AgendaItem, EventAct, EventInput, EventKind, EventState, GatheringEvent, ShownEvent } from './model.ts'

const openIn: Readonly<Record<EventAct, readonly EventState[]>> = {
  amend: ['draft', 'announced'],
  announce: ['draft'],
  cancel: ['draft', 'announced'],
  invite: ['draft', 'announced'],
  answer: ['announced'],
  attend: ['announced'],
  conclude: ['announced'],
  'add-conclusion': ['announced', 'concluded'],
}

export function eventCan(act: EventAct, { state }: Pick<GatheringEvent, 'state'>): boolean {
  return openIn[act].includes(state)
}

/** Somebody else announced, cancelled or closed it meanwhile: that is 409, and what was typed comes back. */
export function judgeAct(act: EventAct, event: Pick<GatheringEvent, 'state'>) {
  return eventCan(act, event) ? allow(null) : refuse('gathering/not-now', { overtaken: true })
}

/** From when to when; an event ends after it starts, and guests answer before it starts. */
export function judgeTime(input: Pick<EventInput, 'startsOn' | 'startsClock' | 'endsOn' | 'endsClock' | 'answerBy'>) {
  const startsAt = momentOf(input.startsOn, input.startsClock)
  const endsAt = momentOf(input.endsOn, input.endsClock)
  if (endsAt <= startsAt) {
    const field = input.endsOn < input.startsOn ? 'endsOn' : 'endsClock'
    return refuse('gathering/ends-before-start', { field })
  }
  if (input.answerBy !== undefined && input.answerBy > input.startsOn) {
    return refuse('gathering/answer-after-start', { field: 'answerBy' })
  }
  return allow({ startsAt, endsAt })
}

export function judgeNotPast(startsAt: Instant, now: Instant) {
  return startsAt > now ? allow(null) : refuse('gathering/starts-in-past', { field: 'startsOn' })
}

/** Two events never share a room at one time; one may begin the minute another ends. */
export function judgeRoom(taken: Pick<ShownEvent, 'title' | 'startsAt' | 'endsAt'> | undefined) {
  if (taken === undefined) return allow(null)
  const facts = { title: taken.title, from: showSpan(taken.startsAt, taken.endsAt) }
  return refuse('gathering/room-taken', { field: 'room', facts })
}

/** `08:00–11:30, 24/11/2026`, or both days when they differ. */
export function showSpan(startsAt: Instant, endsAt: Instant): string {
  const [first, last] = [civilDateOf(startsAt), civilDateOf(endsAt)]
  if (first === last) return `${clockOf(startsAt)}–${clockOf(endsAt)}, ${showDate(first)}`
  return `${clockOf(startsAt)}, ${showDate(first)} đến ${clockOf(endsAt)}, ${showDate(last)}`
}

/**
 * Lines `08:00 Đón khách | Ban tổ chức`; a clock that runs backward begins the next day.
 * Every item lies within the event.
 */
export function readAgenda(lines: readonly string[], startsAt: Instant, endsAt: Instant) {
  const items: AgendaItem[] = []
  let day: CivilDate = civilDateOf(startsAt)
  for (const [index, line] of lines.entries()) {
    const at = { field: 'agenda', facts: { line: index + 1, text: line.slice(0, 40) } }
    const [, typed = '', rest = ''] = /^(\S+)\s+(.+)$/.exec(line) ?? []
    const clock = readClock(typed)
    const [title = '', speaker = ''] = rest.split('|').map((part) => part.trim())
    if (clock === undefined || title === '') return refuse('gathering/agenda-line', at)
    const before = items.at(-1)?.startsAt
    if (before !== undefined && momentOf(day, clock) < before) day = addDays(day, 1)
    const moment = momentOf(day, clock)
    if (moment < startsAt || moment >= endsAt) return refuse('gathering/agenda-outside', at)
    items.push({ startsAt: moment, title, speaker })
  }
  return allow(items)
}

/** The same lines again, for the form. */
export function writeAgenda(items: readonly AgendaItem[]): string {
  return items
    .map(({ startsAt, title, speaker }) => `${clockOf(startsAt)} ${title}${speaker === '' ? '' : ` | ${speaker}`}`)
    .join('\n')
}

/** Somebody saved while another was writing: neither text is lost, and nothing is overwritten unseen. */
export function judgeEdition(saved: number, begunFrom: number) {
  return saved === begunFrom ? allow(null) : refuse('gathering/changed-meanwhile', { overtaken: true })
}

/** A ceremony honours what decisions say, so it has none to announce without them. */
export function judgeAnnouncement(kind: EventKind, decisions: number) {
  return kind === 'ceremony' && decisions === 0 ? refuse('gathering/ceremony-without-decision') : allow(null)
}

/** Lines `Họ tên; cơ quan; thư điện tử`; the address may be left out. */
export function readGuests(lines: readonly string[]) {
  const guests: { invitee: string; agency: string; email: string | null }[] = []
  for (const [index, line] of lines.entries()) {
    const at = { field: 'guests', facts: { line: index + 1, text: line.slice(0, 40) } }
    const [invitee = '', agency = '', email = ''] = line.split(';').map((part) => part.trim())
    if (invitee === '' || agency === '' || invitee.length > 120 || agency.length > 200) {
      return refuse('gathering/guest-line', at)
    }
    if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return refuse('gathering/guest-address', at)
    guests.push({ invitee, agency, email: email === '' ? null : email })
  }
  return allow(guests)
}

/** A guest answers once, in time; a change of mind goes through the office, which writes it down. */
export function judgeAnswer(
  event: Pick<GatheringEvent, 'state' | 'startsAt' | 'answerBy' | 'contact'>,
  answered: boolean,
  toldBy: 'invitee' | 'office',
  now: Instant,
) {
  const facts = { contact: event.contact }
  if (event.state === 'cancelled') return refuse('gathering/event-cancelled')
  if (event.state !== 'announced') return refuse('gathering/answers-closed', { facts })
  if (toldBy === 'office') return allow(null)
  if (answered) return refuse('gathering/answered-already', { overtaken: true, facts })
  const late = event.answerBy !== null && civilDateOf(now) > event.answerBy
  return late || now >= event.startsAt ? refuse('gathering/answer-too-late', { facts }) : allow(null)
}

export function judgeBegun({ startsAt }: Pick<GatheringEvent, 'startsAt'>, now: Instant) {
  return now >= startsAt ? allow(null) : refuse('gathering/not-begun')
}

export function judgeDue(dueOn: CivilDate, today: CivilDate) {
  return dueOn >= today ? allow(dueOn) : refuse('gathering/due-in-past', { field: 'dueOn' })
}

export function judgeReport(doneOn: CivilDate | null) {
  return doneOn === null ? allow(null) : refuse('gathering/done-already', { overtaken: true })
}
