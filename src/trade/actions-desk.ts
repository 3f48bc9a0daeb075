import { country } from '../kernel/actor.ts'
import { daysBetween } from '../kernel/civil-date.ts'
import type { Page } from '../kernel/page.ts'
import { Refused, orMissing } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import { deliveriesOf } from '../notice/actions.ts'
import { phoneCodesOf } from '../notice/actions-phone.ts'
import type { DeskItem } from '../platform/desk.ts'
import { paths } from '../ui/paths.ts'
import { ownProducers } from '../producer/actions.ts'
import { tradeAccess } from './access.ts'
import { meansFor, placesOf } from './actions-connection.ts'
import { questionKey } from './actions-question.ts'
import { lookedAfter } from './actions-reading.ts'
import { sides } from './model-connection.ts'
import type { ConnectionState, ShownConnection } from './model-connection.ts'
import { turnSide } from './rules-connection.ts'
import { offersOf } from './store-offer.ts'
import { questionsOf } from './store-question.ts'
import * as store from './store-connection.ts'
import { buyersIn, buyersOf } from './store.ts'
import { sideWords, turnWords } from './words.ts'

const size = 20
const open: readonly ConnectionState[] = ['asked', 'quoted', 'agreed', 'delivered']

function wantedBy(ctx: Context): store.ConnectionsWanted {
  return { producers: ctx.actor.producers, account: ctx.actor.id, units: lookedAfter(ctx.actor) }
}

/** Connections of this person's producers, buyers and places, with what else they have in the trade. */
export async function tradeDesk(ctx: Context, page: number) {
  const [found, offers, buyers, producers] = await Promise.all([
    store.connections(ctx, wantedBy(ctx), { page, size }),
    offersOf(ctx, ctx.actor.producers, ctx.today),
    buyersOf(ctx, ctx.actor.id),
    ownProducers(ctx),
  ])
  const connections: Page<ShownConnection> = { ...found, page, size }
  // Whoever looks after the trade of a province also says how long its producers have to answer an order.
  const setsTerms = ctx.actor.postings.some(
    ({ role, unit, province }) => role === 'trade-officer' && unit === province && unit !== country,
  )
  return { connections, offers, buyers, producers, setsTerms }
}
export type TradeDesk = Awaited<ReturnType<typeof tradeDesk>>

/** One connection with its way, what came of it, and what this person may do for which side. */
export async function connectionPage(ctx: Context, id: string) {
  const connection = orMissing(await store.connectionById(ctx, id))
  const places = placesOf(connection)
  const reads = sides.some((side) => tradeAccess['read-connection'](ctx.actor, places[side]))
  if (!reads) throw new Refused({ code: 'kernel/not-found' })
  const [steps, outcome, questions] = await Promise.all([
    store.stepsOf(ctx, id),
    store.outcomeOf(ctx, id),
    questionsOf(ctx, id),
  ])
  const keys = questions.map(questionKey)
  const [asked, codes] = await Promise.all([deliveriesOf(ctx, keys), phoneCodesOf(ctx, keys)])
  // Without a code no telephone was asked.
  const coded = questions.map((question) => ({ ...question, code: codes.get(questionKey(question)) ?? null }))
  const means = {
    buyer: meansFor(ctx, 'buyer', places.buyer),
    producer: meansFor(ctx, 'producer', places.producer),
  }
  const readsBuyer = tradeAccess['read-buyer'](ctx.actor, places.buyer)
  return { connection, steps, outcome, questions: coded, asked, means, readsBuyer }
}
export type ConnectionFile = Awaited<ReturnType<typeof connectionPage>>

/** An officer is asked to help once an answer is so many days away. */
const patience = 3

export async function deskItems(ctx: Context): Promise<DeskItem[]> {
  const { producers, id: account, postings } = ctx.actor
  const offices = postings.filter(({ role }) => role === 'trade-officer').map(({ unit }) => unit)
  const [found, waiting] = await Promise.all([
    store.connections(ctx, { producers, account, units: offices, states: open }, { page: 1, size: 50 }),
    offices.length > 0 ? buyersIn(ctx, offices, { page: 1, size: 20 }) : { items: [] },
  ])
  return [
    ...found.items.flatMap((connection) => itemOf(ctx, connection)),
    ...waiting.items
      .filter(({ confirmedOn }) => confirmedOn === null)
      .map(({ id, name }) => ({
        ...undated,
        id,
        href: paths.trade.buyer(id),
        title: name,
        sub: 'Bên mua mới đăng ký',
        act: 'Xác nhận bên mua',
        turn: 'Cán bộ xúc tiến thương mại',
      })),
  ]
}

const undated = { dueOn: null, daysLeft: null }

/** For the side whose turn it is; for its officer, once nobody answered for some days. */
function itemOf(ctx: Context, connection: ShownConnection): DeskItem[] {
  const side = turnSide(connection.state)
  if (side === null) return []
  const means = meansFor(ctx, side, placesOf(connection)[side])
  const waited = daysBetween(connection.since, ctx.today)
  if (means === undefined || (means === 'officer' && waited < patience)) return []
  const { id, productName, buyerName, producerName, state } = connection
  const help = means === 'officer' ? `Gọi giúp, đã ${waited} ngày: ` : ''
  return [
    {
      ...undated,
      id,
      href: paths.trade.connection(id),
      title: productName,
      sub: `${buyerName} hỏi ${producerName}`,
      act: `${help}${turnWords[state] ?? ''}`,
      turn: sideWords[side],
    },
  ]
}
