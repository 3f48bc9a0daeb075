import { record } from '../audit/actions.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { tell } from '../notice/actions.ts'
import { producerById } from '../producer/actions.ts'
import { lockFor } from './actions.ts'
import { letterTo } from './letter.ts'
import { invitationOf } from './link.ts'
import type { AnswerInput, Guest, GuestAnswer, Invitation, InviteInput, PresenceInput, ShownEvent } from './model.ts'
import * as rules from './rules.ts'
import { honouredProducers } from './store-closing.ts'
import * as guests from './store-guests.ts'
import * as store from './store.ts'

type NewGuest = Pick<Invitation, 'invitee' | 'agency' | 'email' | 'producerId'>

/** Guests, a line each; who is invited already is passed over, and it says how many were new. */
export function inviteGuests(ctx: Context, eventId: string, input: InviteInput): Promise<number> {
  return atomically(ctx, async (tx) => {
    const event = await lockFor(tx, eventId, 'invite-guests', 'invite')
    const listed = orRefuse(rules.readGuests(input.guests))
    return invite(
      tx,
      event,
      listed.map((guest) => ({ ...guest, producerId: null })),
    )
  })
}

/** The producers whose products a ceremony honours, by what their register says. */
export function inviteHonoured(ctx: Context, eventId: string): Promise<number> {
  return atomically(ctx, async (tx) => {
    const event = await lockFor(tx, eventId, 'invite-guests', 'invite')
    const honoured: NewGuest[] = []
    for (const { id, name } of await honouredProducers(tx, eventId)) {
      const producer = orMissing(await producerById(tx, id))
      const invitee = producer.representativeName ?? 'Người đại diện'
      honoured.push({ invitee, agency: name, email: producer.email ?? null, producerId: id })
    }
    return invite(tx, event, honoured)
  })
}

async function invite(tx: Tx, event: ShownEvent, listed: readonly NewGuest[]): Promise<number> {
  const added: Invitation[] = []
  for (const guest of listed) {
    const invitation = { ...guest, id: newId(), eventId: event.id }
    if (await guests.addInvitation(tx, invitation, tx.actor.id, tx.now)) added.push(invitation)
  }
  if (added.length === 0) throw new Refused({ code: 'gathering/nobody-to-invite', field: 'guests' })
  if (event.state === 'announced') {
    await tell(
      tx,
      added.flatMap((invitation) => letterTo(invitation, event, 'invited', {})),
    )
  }
  await record(tx, 'gathering.invited', event.id, { guests: added.length })
  return added.length
}

/** The guest of a signed link; a link that we did not make is a page that is not there. */
export async function guestOfLink(ctx: Context, link: string): Promise<{ guest: Guest; event: ShownEvent }> {
  const guest = orMissing(await guests.guestById(ctx, orMissing(invitationOf(ctx.keys, link))))
  const event = orMissing(await store.eventById(ctx, guest.eventId))
  if (event.state === 'draft') throw new Refused({ code: 'kernel/not-found' })
  return { guest, event }
}

/** Answered by the guest with the link and without an account: once, before it begins. */
export function answerByLink(ctx: Context, link: string, input: AnswerInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const { guest } = await guestOfLink(tx, link)
    await answer(tx, guest.id, input, 'invitee')
  })
}

/** What a guest told the office by telephone; the last word counts. */
export function answerForGuest(ctx: Context, eventId: string, invitationId: string, input: AnswerInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    await lockFor(tx, eventId, 'invite-guests', 'answer')
    const guest = await guests.guestById(tx, invitationId)
    if (guest?.eventId !== eventId) throw new Refused({ code: 'kernel/not-found' })
    await answer(tx, invitationId, input, 'office')
  })
}

async function answer(tx: Tx, id: string, input: AnswerInput, toldBy: GuestAnswer['toldBy']): Promise<void> {
  const guest = orMissing(await guests.lockGuest(tx, id))
  const event = orMissing(await store.eventById(tx, guest.eventId))
  orRefuse(rules.judgeAnswer(event, guest.outcome !== null, toldBy, tx.now))
  const { outcome, delegate = '', note = '' } = input
  const given = { outcome, delegate: outcome === 'accept' ? delegate : '', note, toldBy, at: tx.now }
  await guests.addAnswer(tx, id, given, tx.actor.id)
  await record(tx, 'gathering.answered', event.id, { invitation: id, outcome, toldBy })
}

/** Who of the guests that the page showed came: whoever was invited since stays as they are. */
export function markPresence(ctx: Context, eventId: string, { shown, present }: PresenceInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const event = await lockFor(tx, eventId, 'close-event', 'attend')
    orRefuse(rules.judgeBegun(event, tx.now))
    await guests.markPresence(tx, eventId, shown, present, tx.actor.id, tx.now)
    await record(tx, 'gathering.presence-marked', eventId, { shown: shown.length, present: present.length })
  })
}
