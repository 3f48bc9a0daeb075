import type { Config } from './config.ts'
import { run, sql } from './db.ts'
import type { Runs } from './db.ts'
import { openMail } from './mail.ts'

export const channelNames = ['email', 'sms', 'messenger'] as const
export type ChannelName = (typeof channelNames)[number]

export interface Parcel {
  /** The same parcel handed over again carries the same key. */
  readonly key: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** What a channel says of a parcel: taken, arrived, or refused for good. */
export type Receipt = { readonly state: 'sent' | 'delivered' } | { readonly state: 'refused'; readonly reason: string }

/** A way to reach a person. `send` throws when nothing is known of the parcel: it is handed over again later. */
export interface Channel {
  send(parcel: Parcel): Promise<Receipt>
  /** What became of a parcel that was handed over before; undefined when the channel never saw it. Absent: it cannot say. */
  look?(key: string): Promise<Receipt | undefined>
}

/** Mail is always there; the others where the operator opened them. */
export type Channels = Readonly<{ email: Channel } & Partial<Record<ChannelName, Channel>>>

/** The channels the operator opened; in a demonstration all of them end in the catcher. */
export function openChannels(config: Config, runs: Runs): Channels {
  const mail = openMail(config, runs)
  const sms = config.sms ? gateway(config.sms) : config.demonstration ? catcher(runs, 'SMS') : undefined
  const messenger = config.messenger
    ? gateway(config.messenger)
    : config.demonstration
      ? catcher(runs, 'Tin nhắn ứng dụng')
      : undefined
  return { email: { send: mail }, ...(sms ? { sms } : {}), ...(messenger ? { messenger } : {}) }
}

/** Which channels a reader may choose. */
export function offeredChannels({
  demonstration,
  sms,
  messenger,
}: Pick<Config, 'demonstration'> & Partial<Pick<Config, 'sms' | 'messenger'>>) {
  const opened = {
    email: true,
    sms: demonstration || sms !== undefined,
    messenger: demonstration || messenger !== undefined,
  }
  return channelNames.filter((name) => opened[name])
}

/** Where an operator's adapter to a telephone or messenger company listens. */
export interface Gateway {
  readonly url: string
  readonly secret: string
}

const patienceMilliseconds = 15_000

/**
 * `PUT {url}/messages/{key}` with `{to, text}` hands a message over, 2xx took it, 4xx refuses it for good; `GET` on the same
 * address answers `{state: "sent" | "delivered" | "refused", reason?}`, 404 when it was never seen.
 */
function gateway({ url, secret }: Gateway): Channel {
  const ask = (key: string, init: RequestInit) =>
    fetch(`${url}/messages/${encodeURIComponent(key)}`, {
      ...init,
      headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMilliseconds),
    })
  return {
    async send({ key, to, subject, text }) {
      const answer = await ask(key, { method: 'PUT', body: JSON.stringify({ to, text: `${subject}\n${text}` }) })
      const words = (await answer.text()).slice(0, 200)
      if (answer.ok) return { state: 'sent' }
      // Too many at once and a request that timed out are the company's own "later".
      if (answer.status < 500 && answer.status !== 429 && answer.status !== 408)
        return { state: 'refused', reason: `${answer.status} ${words}`.trim() }
      throw new Error(`the gateway answered ${answer.status}`)
    },
    async look(key) {
      const answer = await ask(key, { method: 'GET' })
      if (answer.status === 404) return undefined
      if (!answer.ok) throw new Error(`the gateway answered ${answer.status}`)
      const { state, reason } = (await answer.json()) as { state: string; reason?: string }
      if (state === 'refused') return { state, reason: reason?.slice(0, 200) ?? '' }
      return { state: state === 'delivered' ? 'delivered' : 'sent' }
    },
  }
}

function catcher(runs: Runs, kind: string): Channel {
  return {
    async send({ to, subject, text }) {
      await run(
        runs,
        sql`insert into platform.caught_mail (at, recipient, subject, body) values (now(), ${to}, ${`${kind}: ${subject}`}, ${text})`,
      )
      return { state: 'delivered' }
    },
  }
}
