import { record } from '../audit/actions.ts'
import { country } from '../kernel/actor.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { slugOf } from '../kernel/text.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { tell } from '../notice/actions.ts'
import { gatheringAccess } from './access.ts'
import { placeOf } from './actions-reading.ts'
import { letterTo } from './letter.ts'
import type { Occurrence } from './letter.ts'
import type {
  AgendaItem,
  CancelInput,
  EventAct,
  EventInput,
  EventState,
  EventText,
  RoomInput,
  ShownEvent,
} from './model.ts'
import * as rules from './rules.ts'
import { honoursOf } from './store-closing.ts'
import { invitationsOf } from './store-guests.ts'
import * as store from './store.ts'

type Right = keyof typeof gatheringAccess

/** Loads, locks and judges: whoever may not act on it does not learn that it is there. */
export async function lockFor(tx: Tx, id: string, right: Right, act: EventAct): Promise<ShownEvent> {
  const event = orMissing(await store.lockEvent(tx, id))
  if (!gatheringAccess[right](tx.actor, placeOf(event))) throw new Refused({ code: 'kernel/not-found' })
  orRefuse(rules.judgeAct(act, event))
  return event
}

/** A hall that the unit meets in, added once and picked from then on. */
export function addRoom(ctx: Context, { unit, ...room }: RoomInput, sample = false): Promise<string> {
  return atomically(ctx, async (tx) => {
    refuseElsewhere(tx, unit)
    const id = newId()
    const added = { ...room, id, unitCode: unit, unitOn: tx.today, sample }
    if (!(await store.addRoom(tx, added, tx.actor.id, tx.now))) {
      throw new Refused({ code: 'gathering/room-named-already', field: 'name' })
    }
    await record(tx, 'gathering.room-added', id, { unit, name: room.name })
    return id
  })
}

/** The officer writes an event down: it stays a draft of the unit until it is announced. */
export function openEvent(ctx: Context, input: EventInput, sample = false): Promise<string> {
  return atomically(ctx, async (tx) => {
    refuseElsewhere(tx, input.unit)
    const { text, agenda } = await judgedText(tx, input.unit, input, null)
    const id = newId()
    const slug = `${slugOf(input.title).slice(0, 60)}-${id.slice(-6)}`
    const event = {
      ...text,
      id,
      slug,
      unitCode: input.unit,
      unitOn: tx.today,
      edition: 1,
      state: 'draft',
      sample,
    } as const
    await store.addEvent(tx, event, tx.actor.id, tx.now)
    await store.keepAgenda(tx, id, agenda)
    await record(tx, 'gathering.opened', id, { title: text.title, unit: input.unit })
    return id
  })
}

/** Another time, hall or agenda. Guests of an announced event are written to when its time or hall moved. */
export function amendEvent(ctx: Context, id: string, input: EventInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const event = await lockFor(tx, id, 'organise-event', 'amend')
    orRefuse(rules.judgeEdition(event.edition, input.edition))
    const { text, agenda } = await judgedText(tx, event.unitCode, input, event)
    await store.amendEvent(tx, id, text)
    await store.keepAgenda(tx, id, agenda)
    const moved = text.startsAt !== event.startsAt || text.endsAt !== event.endsAt || text.roomId !== event.roomId
    if (moved && event.state === 'announced')
      await writeToGuests(tx, id, 'moved', { edition: String(event.edition + 1) })
    await record(tx, 'gathering.amended', id, { edition: event.edition + 1, moved })
  })
}

/** From now on everybody reads it, and those invited are written to. */
export function announceEvent(ctx: Context, id: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const event = await lockFor(tx, id, 'organise-event', 'announce')
    orRefuse(rules.judgeNotPast(event.startsAt, tx.now))
    orRefuse(rules.judgeAnnouncement(event.kind, (await honoursOf(tx, id)).length))
    await takeStep(tx, id, 'announce', 'announced')
    await writeToGuests(tx, id, 'invited')
    await record(tx, 'gathering.announced', id)
  })
}

export function cancelEvent(ctx: Context, id: string, { reason }: CancelInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const event = await lockFor(tx, id, 'organise-event', 'cancel')
    await takeStep(tx, id, 'cancel', 'cancelled', reason)
    if (event.state === 'announced') await writeToGuests(tx, id, 'cancelled', { reason })
    await record(tx, 'gathering.cancelled', id, { reason })
  })
}

export function takeStep(tx: Tx, id: string, act: string, stateAfter: EventState, reason = ''): Promise<void> {
  return store.addStep(tx, id, { act, stateAfter, reason, by: tx.actor.id, on: tx.today, at: tx.now })
}

async function writeToGuests(
  tx: Tx,
  eventId: string,
  about: Occurrence,
  more: { edition?: string; reason?: string } = {},
): Promise<void> {
  const event = orMissing(await store.eventById(tx, eventId))
  const guests = await invitationsOf(tx, eventId)
  await tell(
    tx,
    guests.flatMap((guest) => letterTo(guest, event, about, more)),
  )
}

function refuseElsewhere({ actor }: Context, unit: string): void {
  const province = actor.postings.find((posting) => posting.unit === unit)?.province ?? country
  if (!gatheringAccess['organise-event'](actor, { unit, province })) {
    throw new Refused({ code: 'gathering/not-your-unit', field: 'unit' })
  }
}

/** The text with its hall held: whoever books it at the same moment waits here and then sees this event. */
async function judgedText(
  tx: Tx,
  unit: string,
  input: EventInput,
  before: ShownEvent | null,
): Promise<{ text: EventText; agenda: readonly AgendaItem[] }> {
  const time = orRefuse(rules.judgeTime(input))
  if (time.startsAt !== before?.startsAt) orRefuse(rules.judgeNotPast(time.startsAt, tx.now))
  const agenda = orRefuse(rules.readAgenda(input.agenda, time.startsAt, time.endsAt))
  const room = await store.lockRoom(tx, input.room)
  if (room?.unitCode !== unit) throw new Refused({ code: 'gathering/no-such-room', field: 'room' })
  const { kind, title, summary = '', audience, hosts, contact, answerBy = null } = input
  const text = { kind, title, summary, audience, hosts, contact, answerBy, roomId: room.id, ...time }
  orRefuse(rules.judgeRoom(await store.eventInRoom(tx, text, before?.id ?? null)))
  return { text, agenda }
}
