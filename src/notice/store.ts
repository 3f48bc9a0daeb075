import type { Instant } from '../kernel/civil-date.ts'
import type { ChannelName } from '../platform/channel.ts'
import { json, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Delivery, DeliveryState, Destined, Notice } from './model.ts'
import type { Holder } from './store-contact.ts'

export interface NoticeRow extends Holder {
  readonly id: string
  readonly key: string
  readonly subject: string
  readonly body: string
  readonly href: string
  readonly urgent: boolean
  readonly sms: string | null
  readonly seal: string | null
  readonly madeAt: Instant
}

/** @returns the ids that are new; the same key is told once. */
export async function addNotices(runs: Runs, notices: readonly NoticeRow[]): Promise<string[]> {
  const added = await rows<{ id: string }>(
    runs,
    sql`insert into notice.notice (id, key, producer_id, account_id, guest, subject, body, href, urgent, sms, seal, made_at)
      select * from jsonb_to_recordset(${json(notices)}) as x("id" text, "key" text, "producerId" text, "accountId" text, "guest" text,
        "subject" text, "body" text, "href" text, "urgent" boolean, "sms" text, "seal" text, "madeAt" timestamptz)
      on conflict (key) do nothing returning id`,
  )
  return added.map(({ id }) => id)
}

/** An address that a record knows; a guest's becomes a contact of its own, which can be stopped by link. */
export interface Known extends Destined {
  readonly noticeId: string
  readonly guest: string | null
  readonly contactId: string
  readonly stopToken: string
}

/** What was stopped under this address by another invitation or message stays stopped. */
export async function addGuests(runs: Runs, known: readonly Known[], by: string, at: Instant): Promise<void> {
  if (known.length === 0) return
  await run(
    runs,
    sql`insert into notice.contact (id, guest, channel, address, stop_token, added_at, added_by, verified_at, withdrawn_at)
      select distinct on (x.guest, x.channel) x."contactId", x.guest, x.channel, x.address, x."stopToken", ${at}::timestamptz, ${by}, ${at}::timestamptz,
        (select max(c.withdrawn_at) from notice.contact c
          where c.guest is not null and c.channel = x.channel and c.address = x.address)
      from jsonb_to_recordset(${json(known)}) as x("contactId" text, guest text, channel text, address text, "stopToken" text)
      on conflict (producer_id, account_id, guest, channel) do update set address = excluded.address
        where notice.contact.withdrawn_at is null`,
  )
}

export interface Destination extends Destined {
  readonly noticeId: string
  readonly urgent: boolean
  /** Null where the reader chose nothing. */
  readonly quietFrom: number | null
  readonly quietTo: number | null
  readonly digest: boolean | null
}

/** One for each channel: what the reader chose, then what the record knows, unless the reader stopped that channel. */
export function destinationsOf(
  runs: Runs,
  noticeIds: readonly string[],
  known: readonly Known[],
): Promise<Destination[]> {
  const ids = [...noticeIds]
  return rows<Destination>(
    runs,
    sql`with asked as (select id, producer_id, account_id, guest, urgent from notice.notice where id = any(${ids}::text[]))
      select n.id as notice_id, n.urgent, a.channel, a.address, w.quiet_from, w.quiet_to, w.digest
      from asked n join notice.address a on a.producer_id = n.producer_id
      left join notice.wish w on w.producer_id = n.producer_id
      union all
      select n.id, n.urgent, a.channel, a.address, w.quiet_from, w.quiet_to, w.digest
      from asked n join notice.address a on a.account_id = n.account_id
      left join notice.wish w on w.account_id = n.account_id
      union all
      select n.id, n.urgent, a.channel, a.address, null, null, null from asked n join notice.address a on a.guest = n.guest
      union all
      select n.id, n.urgent, k.channel, k.address, w.quiet_from, w.quiet_to, w.digest
      from jsonb_to_recordset(${json(known)}) as k("noticeId" text, channel text, address text)
      join asked n on n.id = k."noticeId" and n.guest is null
      left join notice.wish w on (w.producer_id = n.producer_id or w.account_id = n.account_id)
      where not exists (select from notice.address a
          where a.channel = k.channel and (a.producer_id = n.producer_id or a.account_id = n.account_id))
        and not exists (select from notice.contact c where c.channel = k.channel and c.withdrawn_at is not null
          and (c.producer_id = n.producer_id or c.account_id = n.account_id))`,
  )
}

export interface DeliveryRow extends Destined {
  readonly id: string
  readonly noticeId: string
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
  readonly sms: string | null
  readonly seal: string | null
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
      select t.id, t.notice_id, t.channel, t.address, t.digest, t.queued_at, t.next_try_at, t.attempts, n.subject, n.body, n.href, n.sms,
        n.seal, w.quiet_from, w.quiet_to, c.stop_token
      from taken t join notice.notice n on n.id = t.notice_id
      left join notice.wish w on (w.producer_id = n.producer_id or w.account_id = n.account_id)
      left join notice.contact c on c.channel = t.channel and c.address = t.address and (c.producer_id = n.producer_id or c.account_id = n.account_id or c.guest = n.guest)
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

/** What became of notices, by their keys. */
export function deliveriesOf(runs: Runs, keys: readonly string[]): Promise<(Delivery & { readonly key: string })[]> {
  return rows(
    runs,
    sql<
      Delivery & { readonly key: string }
    >`select n.key, d.channel, d.address, d.state, d.digest, d.attempts, d.next_try_at,
        d.sent_at, d.reason
      from notice.notice n join notice.delivery d on d.notice_id = n.id where n.key = any(${[...keys]}::text[])
      order by n.key, d.channel`,
  )
}

export async function giveUp(runs: Runs, keys: readonly string[], reason: string): Promise<void> {
  await run(
    runs,
    sql`update notice.delivery d set state = 'given-up', reason = ${reason} from notice.notice n
      where n.id = d.notice_id and d.state = 'waiting' and n.key = any(${[...keys]}::text[])`,
  )
}

export interface ToldNotice extends Notice {
  readonly seal: string | null
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
): Promise<{ notices: readonly ToldNotice[]; total: number }> {
  const mine = sql`(n.producer_id = any(${[...producers]}::text[]) or n.account_id = ${account})`
  const [{ total } = { total: 0 }] = await rows<{ total: number }>(
    runs,
    sql`select count(*) as total from notice.notice n where ${mine}`,
  )
  const notices = await rows<ToldNotice>(
    runs,
    sql`select n.id, n.subject, n.body, n.href, n.seal, n.made_at, p.name as producer_name,
        coalesce((select jsonb_agg(jsonb_build_object('channel', d.channel, 'address', d.address, 'state', d.state, 'digest', d.digest,
          'attempts', d.attempts, 'nextTryAt', d.next_try_at, 'sentAt', d.sent_at, 'reason', d.reason) order by d.channel)
          from notice.delivery d where d.notice_id = n.id), '[]') as deliveries
      from notice.notice n left join producer.pub_producer p on p.id = n.producer_id
      where ${mine} order by n.made_at desc, n.id desc limit ${limit} offset ${offset}`,
  )
  return { notices, total }
}
