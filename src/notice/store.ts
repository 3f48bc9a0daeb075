import type { Instant } from '../kernel/civil-date.ts'
import type { ChannelName } from '../platform/channel.ts'
import { json, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { DeliveryState, Notice } from './model.ts'

export interface NoticeRow {
  readonly id: string
  readonly key: string
  readonly producerId: string | null
  readonly accountId: string | null
  readonly subject: string
  readonly body: string
  readonly href: string
  readonly urgent: boolean
  readonly madeAt: Instant
}

/** @returns the ids that are new; the same key is told once. */
export async function addNotices(runs: Runs, notices: readonly NoticeRow[]): Promise<string[]> {
  const added = await rows<{ id: string }>(
    runs,
    sql`insert into notice.notice (id, key, producer_id, account_id, subject, body, href, urgent, made_at)
      select * from jsonb_to_recordset(${json(notices)}) as x("id" text, "key" text, "producerId" text, "accountId" text,
        "subject" text, "body" text, "href" text, "urgent" boolean, "madeAt" timestamptz)
      on conflict (key) do nothing returning id`,
  )
  return added.map(({ id }) => id)
}

export interface Destination {
  readonly noticeId: string
  readonly urgent: boolean
  readonly channel: ChannelName
  readonly address: string
  /** Null where the reader chose nothing. */
  readonly quietFrom: number | null
  readonly quietTo: number | null
  readonly digest: boolean | null
}

export function destinationsOf(runs: Runs, noticeIds: readonly string[]): Promise<Destination[]> {
  const ids = [...noticeIds]
  return rows<Destination>(
    runs,
    sql`with asked as (select id, producer_id, account_id, urgent from notice.notice where id = any(${ids}::text[]))
      select n.id as notice_id, n.urgent, a.channel, a.address, w.quiet_from, w.quiet_to, w.digest
      from asked n join notice.address a on a.producer_id = n.producer_id
      left join notice.wish w on w.producer_id = n.producer_id
      union all
      select n.id, n.urgent, a.channel, a.address, w.quiet_from, w.quiet_to, w.digest
      from asked n join notice.address a on a.account_id = n.account_id
      left join notice.wish w on w.account_id = n.account_id`,
  )
}

export interface DeliveryRow {
  readonly id: string
  readonly noticeId: string
  readonly channel: ChannelName
  readonly address: string
  readonly digest: boolean
  readonly queuedAt: Instant
  readonly nextTryAt: Instant
}

export async function addDeliveries(runs: Runs, deliveries: readonly DeliveryRow[]): Promise<void> {
  await run(
    runs,
    sql`insert into notice.delivery (id, notice_id, channel, address, digest, state, queued_at, next_try_at)
      select x.id, x."noticeId", x.channel, x.address, x.digest, 'waiting', x."queuedAt", x."nextTryAt"
      from jsonb_to_recordset(${json(deliveries)}) as x("id" text, "noticeId" text, "channel" text, "address" text,
        "digest" boolean, "queuedAt" timestamptz, "nextTryAt" timestamptz)`,
  )
}

export interface Claimed extends DeliveryRow {
  readonly attempts: number
  readonly subject: string
  readonly body: string
  readonly href: string
  readonly quietFrom: number | null
  readonly quietTo: number | null
  readonly stopToken: string | null
}

/** Deliveries whose hour has come, marked as being sent; those of one address and digest come together. */
export function claimDue(runs: Runs, now: Instant, channels: readonly ChannelName[], most: number): Promise<Claimed[]> {
  return rows<Claimed>(
    runs,
    sql`with due as (
        select id from notice.delivery
        where state = 'waiting' and next_try_at <= ${now} and channel = any(${[...channels]}::text[])
        order by digest, case when digest then address end, next_try_at, id limit ${most} for update skip locked
      ), taken as (
        update notice.delivery d set state = 'sending', attempts = attempts + 1 from due where d.id = due.id returning d.*
      )
      select t.id, t.notice_id, t.channel, t.address, t.digest, t.queued_at, t.next_try_at, t.attempts, n.subject, n.body, n.href,
        w.quiet_from, w.quiet_to, c.stop_token
      from taken t join notice.notice n on n.id = t.notice_id
      left join notice.wish w on (w.producer_id = n.producer_id or w.account_id = n.account_id)
      left join notice.contact c on c.channel = t.channel and c.address = t.address and (c.producer_id = n.producer_id or c.account_id = n.account_id)
      order by t.digest, t.address, n.made_at, n.id`,
  )
}

/** What a worker that died left in the middle: its parcels may have been handed over. */
export async function releaseAbandoned(runs: Runs): Promise<void> {
  await run(runs, sql`update notice.delivery set state = 'waiting' where state = 'sending'`)
}

export interface Settled {
  readonly id: string
  readonly state: DeliveryState
  readonly nextTryAt: Instant
  readonly sentAt: Instant | null
  readonly reason: string | null
}

export async function settle(runs: Runs, settled: readonly Settled[]): Promise<void> {
  await run(
    runs,
    sql`update notice.delivery d set state = x.state, next_try_at = x."nextTryAt", sent_at = coalesce(x."sentAt", d.sent_at), reason = x.reason
      from jsonb_to_recordset(${json(settled)}) as x("id" text, "state" text, "nextTryAt" timestamptz, "sentAt" timestamptz, "reason" text)
      where d.id = x.id`,
  )
}

/** Taken by a channel that can say later whether they arrived, and not asked about for a while. */
export function unconfirmed(runs: Runs, now: Instant, channels: readonly ChannelName[], most: number) {
  return rows<{ id: string; channel: ChannelName; sentAt: Instant }>(
    runs,
    sql`select id, channel, sent_at from notice.delivery
      where state = 'sent' and channel = any(${[...channels]}::text[]) and channel <> 'email' and next_try_at <= ${now}
      order by next_try_at limit ${most}`,
  )
}

export interface ToldPage {
  readonly notices: readonly Notice[]
  readonly total: number
}

/** What was told to these producers and to this account, newest first. */
export async function noticesOf(
  runs: Runs,
  { producers, account }: { producers: readonly string[]; account: string },
  { limit, offset }: { limit: number; offset: number },
): Promise<ToldPage> {
  const mine = sql`(n.producer_id = any(${[...producers]}::text[]) or n.account_id = ${account})`
  const [{ total } = { total: 0 }] = await rows<{ total: number }>(
    runs,
    sql`select count(*) as total from notice.notice n where ${mine}`,
  )
  const notices = await rows<Notice>(
    runs,
    sql`select n.id, n.subject, n.body, n.href, n.made_at, p.name as producer_name,
        coalesce((select jsonb_agg(jsonb_build_object('channel', d.channel, 'address', d.address, 'state', d.state, 'digest', d.digest,
          'attempts', d.attempts, 'nextTryAt', d.next_try_at, 'sentAt', d.sent_at, 'reason', d.reason) order by d.channel)
          from notice.delivery d where d.notice_id = n.id), '[]') as deliveries
      from notice.notice n left join producer.pub_producer p on p.id = n.producer_id
      where ${mine} order by n.made_at desc, n.id desc limit ${limit} offset ${offset}`,
  )
  return { notices, total }
}
