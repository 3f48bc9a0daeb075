import { record } from '../audit/actions.ts'
import { newId } from '../kernel/id.ts'
import { lowerFirst } from '../kernel/text.ts'
import { tell } from '../notice/actions.ts'
import { paths } from '../ui/paths.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { tradeAccess } from './access.ts'
import type { TradePlace } from './access.ts'
import { placeOfBuyer } from './actions-buyer.ts'
import { askNext } from './actions-question.ts'
import type {
  ConnectionState,
  ConnectionStep,
  EnquiryInput,
  Means,
  ShownConnection,
  Side,
  StepInput,
} from './model-connection.ts'
import { judgeEnquiry, judgePosition, judgeStep, stateAfter, turnSide } from './rules-connection.ts'
import { judgeConfirmed } from './rules.ts'
import * as store from './store-connection.ts'
import { offerById } from './store-offer.ts'
import { buyerById, demandById } from './store.ts'
import { stateWords } from './words.ts'

export function placesOf(connection: ShownConnection): Readonly<Record<Side, TradePlace>> {
  const { buyerProvince, buyerMembers, communeToday, provinceToday, producerId } = connection
  return {
    buyer: placeOfBuyer({ provinceToday: buyerProvince, members: buyerMembers }),
    producer: { unit: communeToday ?? '', province: provinceToday ?? '', producer: producerId },
  }
}

/** How this person may speak for a side: as it, as the officer who heard it, or not at all. */
export function meansFor(ctx: Context, side: Side, at: TradePlace): Means | undefined {
  const own = side === 'buyer' ? tradeAccess['answer-as-buyer'] : tradeAccess['answer-as-producer']
  if (own(ctx.actor, at)) return 'web'
  return tradeAccess['answer-on-behalf'](ctx.actor, at) ? 'officer' : undefined
}

function orSayHow(means: Means | undefined, heard: string | undefined): Means {
  const known = orMissing(means)
  if (known === 'officer' && !heard) throw new Refused({ code: 'trade/say-how-heard', field: 'heard' })
  return known
}

/**
 * A buyer asks an offer for goods; the producer is asked at once by every way it can be reached. The same question while it
 * waits, by a second press or on a poor line, is the same question.
 */
export function enquire(ctx: Context, offerId: string, input: EnquiryInput, sample = false): Promise<string> {
  return atomically(ctx, async (tx) => {
    const offer = orMissing(await offerById(tx, offerId, tx.today))
    const buyer = await buyerById(tx, input.buyer)
    const means = buyer && meansFor(tx, 'buyer', placeOfBuyer(buyer))
    if (buyer === undefined || means === undefined) throw new Refused({ code: 'trade/no-such-buyer', field: 'buyer' })
    orSayHow(means, input.heard)
    orRefuse(judgeConfirmed(buyer.confirmedOn))
    orRefuse(judgeEnquiry(offer, input, tx.today))
    const wanted = input.demand === undefined ? undefined : await demandById(tx, input.demand)
    if (input.demand !== undefined && wanted?.channel.buyerId !== buyer.id)
      throw new Refused({ code: 'kernel/not-found' })
    const { quantity, wantedOn, demand } = input
    const before = await store.stillAsked(tx, { offerId, buyerId: buyer.id, quantity, wantedOn })
    if (before !== undefined) return before
    const id = newId()
    const { productId, producerId, unit, price } = offer
    const asked = { state: 'asked', since: tx.today, askedOn: tx.today, sample } as const
    const parties = { id, offerId, demandId: demand ?? null, buyerId: buyer.id, productId, producerId }
    await store.addConnection(tx, { ...parties, unit, quantity, price, wantedOn, ...asked })
    await stepOn(tx, id, { act: 'ask', side: 'buyer', means, note: noteOf(input), quantity, price: null }, 'asked')
    await record(tx, 'trade.enquired', id, { offer: offerId, buyer: buyer.id, quantity, means })
    return id
  })
}

function noteOf({ note, heard }: { note?: string | undefined; heard?: string | undefined }): string {
  return [note, heard && `Nghe từ: ${heard}`].filter(Boolean).join(' · ')
}

type Taken = Pick<ConnectionStep, 'act' | 'side' | 'means' | 'note' | 'quantity' | 'price'>

async function stepOn(tx: Tx, id: string, step: Taken, state: ConnectionState): Promise<void> {
  const taken = { byAccount: tx.actor.id, onDate: tx.today, at: tx.now, stateAfter: state }
  const position = await store.addStep(tx, id, { ...step, ...taken })
  const connection = orMissing(await store.connectionById(tx, id))
  await askNext(tx, connection, position)
}

type Move = Omit<StepInput, 'position'> & { readonly position?: number; readonly means: Means }

/** One step, whoever brought it: the page, the mail's link, the phone and the officer come through here. */
export async function move(tx: Tx, id: string, { means, position, ...given }: Move): Promise<void> {
  const connection = orMissing(await store.lockConnection(tx, id))
  if (position !== undefined) orRefuse(judgePosition(position, await store.lastPosition(tx, id)))
  const { quantity, price, value, onDate } = orRefuse(judgeStep(connection, given, tx.today))
  const { act, side } = given
  const changes = act === 'quote' || act === 'receive'
  const figures = changes ? { quantity, price } : { quantity: null, price: null }
  if (act === 'receive') await store.addOutcome(tx, id, { quantity, value, onDate, note: given.note ?? '' })
  await stepOn(tx, id, { act, side, means, note: noteOf(given), ...figures }, stateAfter(act))
  await tellEnd(tx, connection, stateAfter(act))
  await record(tx, 'trade.moved', id, { act, side, means, ...(changes ? { quantity, price, value } : {}) })
}

/** Nobody is asked any more: both sides are told how it ended, whichever of them ended it. */
async function tellEnd(tx: Tx, connection: ShownConnection, state: ConnectionState): Promise<void> {
  if (turnSide(state) !== null) return
  const { id, producerId, producerName, buyerName, buyerMembers, productName } = connection
  const told = {
    subject: `${stateWords[state]}: ${productName}`,
    body: `Kết nối giữa ${buyerName} và ${producerName} về ${productName} đã kết thúc: ${lowerFirst(stateWords[state])}.`,
    href: paths.trade.connection(id),
    urgent: false,
  }
  await tell(tx, [
    { ...told, key: `trade.ended:${id}:producer`, reader: { producer: producerId } },
    ...buyerMembers.map((account) => ({ ...told, key: `trade.ended:${id}:${account}`, reader: { account } })),
  ])
}

/** The step of somebody signed in, for their own side or on behalf of it. */
export function takeStep(ctx: Context, id: string, input: StepInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const connection = orMissing(await store.connectionById(tx, id))
    const means = orSayHow(meansFor(tx, input.side, placesOf(connection)[input.side]), input.heard)
    await move(tx, id, { ...input, means })
  })
}
