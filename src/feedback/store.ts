import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Level, Matter, MatterAnswer, MatterKind, MatterSubject, Reopening, Transfer } from './model.ts'

const shown = sql`
  select m.id, m.kind, m.subject, m.title, m.body, m.about, m.sender_name, m.sender_phone, m.account_id, o.name as producer_name,
    m.dossier_id, t.today_code as commune_today, u.full_name as commune_name, t.today_province_code as province_today,
    p.full_name as province_name, m.level, m.state, m.filed_at, m.filed_on, m.due_on, m.photo, m.crowded, m.sample,
    m.consented_at is not null and not exists (select from feedback.consent_end c where c.matter_id = m.id) as consents,
    (select count(*)::integer from feedback.transfer f where f.matter_id = m.id) as transfers,
    array(select r.account_id from dossier.pub_recusal r where r.dossier_id = m.dossier_id) as recused,
    exists (select from feedback.reopening r where r.matter_id = m.id) as reopened
  from feedback.matter m
  left join producer.pub_producer o on o.id = m.producer_id
  left join territory.pub_today t on t.code = m.commune_code
    and m.commune_on >= t.valid_from and (t.valid_to is null or m.commune_on < t.valid_to)
  left join territory.pub_commune_today u on u.code = t.today_code
  left join territory.pub_province_today p on p.code = t.today_province_code`

export interface NewMatter {
  readonly id: string
  readonly codeHash: string
  readonly kind: MatterKind
  readonly subject: MatterSubject
  readonly title: string
  readonly body: string
  readonly about: string
  readonly senderName: string
  readonly senderPhone: string
  readonly accountId: string | null
  readonly producerId: string | null
  readonly dossierId: string | null
  readonly communeCode: UnitCode
  readonly communeOn: CivilDate
  readonly level: Level
  readonly filedAt: Instant
  readonly filedOn: CivilDate
  readonly dueOn: CivilDate
  readonly consentedAt: Instant | null
  readonly photo: string | null
  readonly crowded: boolean
  readonly sample: boolean
}

/** @returns false when the same form arrived at the same moment and was kept. */
export async function addMatter(runs: Runs, m: NewMatter): Promise<boolean> {
  const added = await run(
    runs,
    sql`insert into feedback.matter (id, code_hash, kind, subject, title, body, about, sender_name, sender_phone, account_id, producer_id,
        dossier_id, commune_code, commune_on, level, filed_at, filed_on, due_on, consented_at, photo, crowded, sample)
      values (${m.id}, ${m.codeHash}, ${m.kind}, ${m.subject}, ${m.title}, ${m.body}, ${m.about}, ${m.senderName}, ${m.senderPhone},
        ${m.accountId}, ${m.producerId}, ${m.dossierId}, ${m.communeCode}, ${m.communeOn}, ${m.level}, ${m.filedAt}, ${m.filedOn},
        ${m.dueOn}, ${m.consentedAt}, ${m.photo}, ${m.crowded}, ${m.sample})
      on conflict (code_hash) do nothing`,
  )
  return added === 1
}

export function matterById(runs: Runs, id: string): Promise<Matter | undefined> {
  return maybeRow(runs, sql<Matter>`${shown} where m.id = ${id}`)
}

export function matterByCode(runs: Runs, codeHash: string): Promise<Matter | undefined> {
  return maybeRow(runs, sql<Matter>`${shown} where m.code_hash = ${codeHash}`)
}

export async function lockMatter(runs: Runs, id: string): Promise<Matter | undefined> {
  await run(runs, sql`select 1 from feedback.matter where id = ${id} for update`)
  return matterById(runs, id)
}

export async function holdsCode(runs: Runs, id: string, codeHash: string): Promise<boolean> {
  const found = await maybeRow(
    runs,
    sql<{ one: number }>`select 1 as one from feedback.matter where id = ${id} and code_hash = ${codeHash}`,
  )
  return found !== undefined
}

/** How many matters of one commune came in one day without an account. */
export async function unsignedOn(runs: Runs, commune: UnitCode, day: CivilDate): Promise<number> {
  const { count } = await oneRow(
    runs,
    sql<{ count: number }>`select count(*) as count from feedback.matter
      where filed_on = ${day} and commune_code = ${commune} and account_id is null`,
  )
  return count
}

export interface OwnDossier {
  readonly id: string
  readonly producerId: string
  readonly label: string
}

/** Dossiers that a producer may name when it asks about one. */
export function dossiersOf(runs: Runs, producers: readonly string[]): Promise<OwnDossier[]> {
  return rows(
    runs,
    sql<OwnDossier>`select d.id, d.producer_id, concat_ws(', ', p.name, d.number) as label
      from dossier.pub_dossier d join product.pub_product p on p.id = d.product_id
      where d.producer_id = any(${[...producers]}::text[]) order by d.state_since desc limit 100`,
  )
}

export async function addTransfer(
  runs: Runs,
  id: string,
  t: { from: Level; to: Level; reason: string; by: string; at: Instant },
): Promise<void> {
  await run(
    runs,
    sql`insert into feedback.transfer (matter_id, position, from_level, to_level, reason, by_account, at)
      select ${id}, coalesce(max(position), 0) + 1, ${t.from}, ${t.to}, ${t.reason}, ${t.by}, ${t.at}::timestamptz
      from feedback.transfer where matter_id = ${id}`,
  )
}

export function transfersOf(runs: Runs, id: string): Promise<Transfer[]> {
  return rows(
    runs,
    sql<Transfer>`select from_level, to_level, reason, at from feedback.transfer where matter_id = ${id} order by position`,
  )
}

export async function addAnswer(
  runs: Runs,
  id: string,
  a: { round: 1 | 2; text: string; level: Level; dueOn: CivilDate; by: string; on: CivilDate; at: Instant },
): Promise<void> {
  await run(
    runs,
    sql`insert into feedback.answer (matter_id, round, text, level, due_on, by_account, on_date, at)
      values (${id}, ${a.round}, ${a.text}, ${a.level}, ${a.dueOn}, ${a.by}, ${a.on}, ${a.at})`,
  )
}

export function answersOf(runs: Runs, id: string): Promise<MatterAnswer[]> {
  return rows(
    runs,
    sql<MatterAnswer>`select round, text, level, due_on, on_date, at from feedback.answer where matter_id = ${id} order by round`,
  )
}

export async function addReopening(
  runs: Runs,
  id: string,
  r: { reason: string; dueOn: CivilDate; on: CivilDate; at: Instant },
): Promise<void> {
  await run(
    runs,
    sql`insert into feedback.reopening (matter_id, reason, due_on, on_date, at)
      values (${id}, ${r.reason}, ${r.dueOn}, ${r.on}, ${r.at})`,
  )
}

export function reopeningOf(runs: Runs, id: string): Promise<Reopening | undefined> {
  return maybeRow(runs, sql<Reopening>`select reason, at from feedback.reopening where matter_id = ${id}`)
}

export interface Desk {
  readonly communes: readonly UnitCode[]
  readonly provinces: readonly UnitCode[]
  readonly ministry: boolean
  readonly audited: readonly UnitCode[] | 'all'
}

function heldBy({ communes, provinces, ministry, audited }: Desk, asker: string) {
  const audits = audited === 'all' ? sql`true` : sql`t.today_province_code = any(${[...audited]}::text[])`
  return sql`((m.level = 'commune' and t.today_code = any(${[...communes]}::text[]))
      or (m.level = 'province' and t.today_province_code = any(${[...provinces]}::text[]))
      or (m.level = 'ministry' and ${ministry}) or ${audits})
    and not exists (select from dossier.pub_recusal r where r.dossier_id = m.dossier_id and r.account_id = ${asker})`
}

/** What a desk holds, waiting first, the nearest term on top; what a crowd brought after the rest. */
export async function mattersAt(
  runs: Runs,
  desk: Desk,
  asker: string,
  { page, size, waiting }: { page: number; size: number; waiting: boolean },
): Promise<{ items: Matter[]; total: number }> {
  const where = sql`${heldBy(desk, asker)} and ${waiting ? sql`m.state = 'waiting'` : sql`true`}`
  const { total } = await oneRow(
    runs,
    sql<{ total: number }>`select count(*) as total from (${shown} where ${where}) listed`,
  )
  const items = await rows(
    runs,
    sql<Matter>`${shown} where ${where} order by m.state = 'answered', m.crowded, m.due_on, m.id limit ${size} offset ${(page - 1) * size}`,
  )
  return { items, total }
}

export function mattersBy(runs: Runs, accountId: string): Promise<Matter[]> {
  return rows(runs, sql<Matter>`${shown} where m.account_id = ${accountId} order by m.filed_at desc limit 200`)
}
