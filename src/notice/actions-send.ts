import { record } from '../audit/actions.ts'
import { addDays } from '../kernel/civil-date.ts'
import type { Instant } from '../kernel/civil-date.ts'
import { newId } from '../kernel/id.ts'
import { atomically } from '../platform/atomically.ts'
import type { Channel, ChannelName, Channels, Parcel, Receipt } from '../platform/channel.ts'
import type { Context } from '../platform/context.ts'
import { paths } from '../ui/paths.ts'
import { linkOf, wishOf } from './actions.ts'
import { nextTry } from './rules.ts'
import * as store from './store.ts'
import { codeMessage, digestSubject } from './words.ts'

/** Where notices leave from. */
export interface PostOffice {
  readonly channels: Channels
  readonly publicUrl: string
}

const batch = 200
const atOnce = 10

/**
 * Sends everything whose hour has come. Each batch is claimed, handed over, and settled: a worker that dies in between leaves parcels
 * that may have been handed over, and the next run asks the channel, or hands them over again under the same key.
 */
export async function sendDue(open: () => Context, office: PostOffice): Promise<number> {
  await atomically(open(), (tx) => store.releaseAbandoned(tx))
  const opened = Object.keys(office.channels) as ChannelName[]
  for (let count = 0; ;) {
    const claimed = await atomically(open(), (tx) => store.claimDue(tx, tx.now, opened, batch))
    if (claimed.length === 0) return count
    const bundles = bundled(claimed)
    const answers: { bundle: Bundle; answer: Receipt | Error }[] = []
    for (let from = 0; from < bundles.length; from += atOnce) {
      const some = bundles.slice(from, from + atOnce)
      answers.push(
        ...(await Promise.all(
          some.map(async (bundle) => ({ bundle, answer: await handOver(bundle, office, open()) })),
        )),
      )
    }
    await atomically(open(), async (tx) => {
      const settled = answers.flatMap(({ bundle, answer }) => bundle.map((one) => outcomeOf(one, answer, tx.now)))
      await store.settle(tx, settled)
      const sent = settled.filter(({ sentAt }) => sentAt !== null).map(({ id }) => id)
      if (sent.length > 0) await record(tx, 'notice.sent', newId(), { deliveries: sent })
    })
    count += claimed.length
  }
}

/** What goes as one parcel: one delivery, or the digest of one address. */
type Bundle = readonly [store.Claimed, ...store.Claimed[]]

function bundled(claimed: readonly store.Claimed[]): Bundle[] {
  const digests = Map.groupBy(
    claimed.filter(({ digest }) => digest),
    // One stop link stands for all that is in it.
    ({ address, stopToken }) => `${address} ${stopToken ?? ''}`,
  )
  const single = claimed.filter(({ digest }) => !digest).map((one): Bundle => [one])
  return [...single, ...([...digests.values()] as unknown as Bundle[])]
}

async function handOver(bundle: Bundle, office: PostOffice, ctx: Context): Promise<Receipt | Error> {
  const [{ channel: name, id, attempts }] = bundle
  const channel = office.channels[name] as Channel
  try {
    const known = attempts > 1 ? await channel.look?.(id) : undefined
    return known ?? (await channel.send(parcelOf(bundle, office, ctx)))
  } catch (error) {
    return error as Error
  }
}

function parcelOf(bundle: Bundle, { publicUrl }: PostOffice, ctx: Context): Parcel {
  const [first] = bundle
  const { id: key, address: to } = first
  if (first.channel !== 'email')
    return first.sms === null
      ? { key, to, subject: first.subject, text: `${publicUrl}${linkOf(ctx, first)}` }
      : { key, to, subject: 'OCOP', text: first.sms }
  const told = bundle.map(({ subject, body, ...link }) => {
    const head = bundle.length > 1 ? `${subject}\n` : ''
    return `${head}${body}\nXem tại: ${publicUrl}${linkOf(ctx, link)}`
  })
  const stop = first.stopToken === null ? paths.notice.contacts() : paths.notice.stop(first.stopToken)
  const farewell = `Đổi cách nhận hoặc ngừng nhận: ${publicUrl}${stop}`
  const subject = bundle.length === 1 ? first.subject : digestSubject(bundle.length, ctx.today)
  return { key, to, subject, text: [...told, farewell].join('\n\n') }
}

function outcomeOf(delivery: store.Claimed, answer: Receipt | Error, now: Instant): store.Settled {
  const { id } = delivery
  if (!(answer instanceof Error)) {
    const reason = answer.state === 'refused' ? answer.reason : null
    return {
      id,
      state: answer.state,
      nextTryAt: askAgain(now),
      sentAt: answer.state === 'refused' ? null : now,
      reason,
    }
  }
  const again = nextTry(now, { ...delivery, quiet: wishOf(delivery).quiet })
  const reason = answer.message.slice(0, 200)
  return { id, state: again ? 'waiting' : 'given-up', nextTryAt: again ?? now, sentAt: null, reason }
}

const askAgain = (now: Instant): Instant => new Date(Date.parse(now) + 5 * 60_000).toISOString()
const daysToAsk = 2

/** Asks the channels that can say whether what they took has arrived, for two days. */
export async function askArrivals(open: () => Context, { channels }: PostOffice): Promise<void> {
  const names = (Object.keys(channels) as ChannelName[]).filter((name) => channels[name]?.look !== undefined)
  const ctx = open()
  const waiting = await store.unconfirmed(ctx, ctx.now, names, batch)
  const settled: store.Settled[] = []
  for (const { id, channel, sentAt } of waiting) {
    const answer = await channels[channel]?.look?.(id).catch(() => undefined)
    const isOver = sentAt < addDays(ctx.today, -daysToAsk)
    const state = answer?.state ?? 'sent'
    const reason = answer?.state === 'refused' ? answer.reason : null
    settled.push({ id, state, nextTryAt: isOver ? '9999-01-01T00:00:00Z' : askAgain(ctx.now), sentAt: null, reason })
  }
  await atomically(ctx, (tx) => store.settle(tx, settled))
}

export interface SentCode {
  readonly contact: string
  readonly channel: ChannelName
  readonly address: string
  readonly code: string
}

/** The code that proves an address. @throws when the channel did not take it; the job comes back. */
export async function sendCode({ channels }: PostOffice, { contact, channel, address, code }: SentCode): Promise<void> {
  const { subject, text } = codeMessage(code)
  await channels[channel]?.send({ key: `${contact}-${code}`, to: address, subject, text })
}
