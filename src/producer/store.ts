import type { CivilDate } from '../kernel/civil-date.ts'
import { json, maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Consent, Member, Predecessor, Producer, ProducerDetails } from './model.ts'
import type { MemberRequest } from './rules.ts'

const producerColumns = sql`
  p.id, p.code, p.slug, p.kind, p.name, p.registration_no, p.registration_on, p.representative_name,
  p.representative_position, p.representative_sex, p.representative_ethnicity, p.representative_disabled,
  p.representative_address, p.address,
  p.commune_code, p.commune_on, p.phone, p.email, p.founded_on, p.local_capital_percent, p.labour_total,
  p.labour_local, p.history, p.structure, p.registered_at, p.registered_by, p.consent, p.closed_on, p.sample,
  t.today_code as commune_today, t.today_province_code as province_today`

const fromProducer = sql`
  from producer.producer p
  left join territory.pub_today t
    on t.code = p.commune_code and p.commune_on >= t.valid_from and (t.valid_to is null or p.commune_on < t.valid_to)`

export function producerById(runs: Runs, id: string): Promise<Producer | undefined> {
  return maybeRow(runs, sql<Producer>`select ${producerColumns} ${fromProducer} where p.id = ${id}`)
}

/** The same, held until the act ends: two acts on one producer follow each other. */
export function lockProducer(runs: Runs, id: string): Promise<Producer | undefined> {
  return maybeRow(runs, sql<Producer>`select ${producerColumns} ${fromProducer} where p.id = ${id} for update of p`)
}

export function producerByCode(runs: Runs, code: string): Promise<Producer | undefined> {
  return maybeRow(runs, sql<Producer>`select ${producerColumns} ${fromProducer} where p.code = ${code}`)
}

export function producersIn(runs: Runs, ids: readonly string[]): Promise<Producer[]> {
  return rows(
    runs,
    sql<Producer>`select ${producerColumns} ${fromProducer} where p.id = any(${[...ids]}) order by p.registered_at`,
  )
}

export interface ListedProducer extends Pick<Producer, 'id' | 'code' | 'name' | 'kind' | 'closedOn' | 'registeredAt'> {
  readonly byOfficer: boolean
  readonly total: number
}

/** The register of a commune as it is today, whatever commune a producer registered in. */
export function producersOfCommune(
  runs: Runs,
  { commune, words, offset, size }: { commune: string; words: string; offset: number; size: number },
): Promise<ListedProducer[]> {
  const wanted = `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  return rows(
    runs,
    sql<ListedProducer>`
      select p.id, p.code, p.name, p.kind, p.closed_on, p.registered_at, p.consent is not null as by_officer,
        count(*) over () as total
      ${fromProducer}
      where t.today_code = ${commune}
        and (${words} = '' or public.vn_fold(p.name) like public.vn_fold(${wanted}) or p.code ilike ${wanted}
          or p.registration_no ilike ${wanted})
      order by p.closed_on nulls first, p.name, p.id
      limit ${size} offset ${offset}`,
  )
}

export async function lockRegistration(runs: Runs, registrationNo: string): Promise<void> {
  await run(runs, sql`select pg_advisory_xact_lock(hashtextextended(${`registration:${registrationNo}`}, 0))`)
}

export function holderOfRegistration(runs: Runs, registrationNo: string) {
  return maybeRow(
    runs,
    sql<{ id: string; name: string; code: string }>`
      select id, name, code from producer.producer where registration_no = ${registrationNo}`,
  )
}

/** The next number of a commune; the row stays locked until the act ends, so no number is given twice. */
export async function nextSerial(runs: Runs, commune: string): Promise<number> {
  const { last } = await oneRow(
    runs,
    sql<{ last: number }>`
      insert into producer.serial as s (commune_code, last) values (${commune}, 1)
      on conflict (commune_code) do update set last = s.last + 1
      returning last`,
  )
  return last
}

/** Is this address still free? Those who ask for the same one at once wait for each other. */
export async function slugIsFree(runs: Runs, slug: string): Promise<boolean> {
  await run(runs, sql`select pg_advisory_xact_lock(hashtextextended(${`producer:${slug}`}, 0))`)
  return (await maybeRow(runs, sql`select 1 from producer.producer where slug = ${slug}`)) === undefined
}

export interface NewProducer {
  readonly id: string
  readonly code: string
  readonly slug: string
  readonly details: ProducerDetails
  readonly commune: string
  readonly communeOn: CivilDate
  readonly consent: Consent | undefined
  readonly at: string
  readonly by: string
  readonly sample: boolean
}

export async function addProducer(runs: Runs, { details: d, ...row }: NewProducer): Promise<void> {
  await run(
    runs,
    sql`insert into producer.producer (
        id, code, slug, commune_code, commune_on, consent, registered_at, registered_by, sample,
        kind, name, registration_no, registration_on, representative_name, representative_position,
        representative_sex, representative_ethnicity, representative_disabled, address, phone, email, founded_on,
        local_capital_percent, labour_total, labour_local, history, representative_address, structure
      ) values (
        ${row.id}, ${row.code}, ${row.slug}, ${row.commune}, ${row.communeOn},
        ${row.consent ? json(row.consent) : null}, ${row.at}, ${row.by}, ${row.sample},
        ${d.kind}, ${d.name}, ${d.registrationNo ?? null}, ${d.registrationOn ?? null},
        ${d.representativeName ?? null}, ${d.representativePosition ?? null}, ${d.representativeSex ?? null},
        ${d.representativeEthnicity ?? null}, ${d.representativeDisabled}, ${d.address ?? null}, ${d.phone ?? null},
        ${d.email ?? null}, ${d.foundedOn ?? null}, ${d.localCapitalPercent ?? null}, ${d.labourTotal ?? null},
        ${d.labourLocal ?? null}, ${d.history ?? null}, ${d.representativeAddress ?? null}, ${d.structure ?? null}
      )`,
  )
}

export async function amendProducer(runs: Runs, id: string, d: ProducerDetails): Promise<void> {
  await run(
    runs,
    sql`update producer.producer set
        kind = ${d.kind}, name = ${d.name}, registration_no = ${d.registrationNo ?? null},
        registration_on = ${d.registrationOn ?? null}, representative_name = ${d.representativeName ?? null},
        representative_position = ${d.representativePosition ?? null},
        representative_sex = ${d.representativeSex ?? null},
        representative_ethnicity = ${d.representativeEthnicity ?? null},
        representative_disabled = ${d.representativeDisabled}, address = ${d.address ?? null},
        phone = ${d.phone ?? null}, email = ${d.email ?? null}, founded_on = ${d.foundedOn ?? null},
        local_capital_percent = ${d.localCapitalPercent ?? null}, labour_total = ${d.labourTotal ?? null},
        labour_local = ${d.labourLocal ?? null}, history = ${d.history ?? null},
        representative_address = ${d.representativeAddress ?? null}, structure = ${d.structure ?? null}
      where id = ${id}`,
  )
}

export function membersOf(runs: Runs, producerId: string): Promise<Member[]> {
  return rows(
    runs,
    sql<Member>`
      select m.account_id, a.name, m.capacity, m.from_date, m.to_date
      from producer.member m join identity.pub_account a on a.id = m.account_id
      where m.producer_id = ${producerId} order by m.to_date nulls first, m.from_date, a.name`,
  )
}

export async function producersOfAccount(runs: Runs, accountId: string, on: CivilDate): Promise<string[]> {
  const found = await rows(
    runs,
    sql<{ producerId: string }>`
      select distinct producer_id from producer.member
      where account_id = ${accountId} and from_date <= ${on} and (to_date is null or to_date >= ${on})
      order by producer_id`,
  )
  return found.map(({ producerId }) => producerId)
}

export async function accountBySignInName(runs: Runs, signInName: string): Promise<string | undefined> {
  const found = await maybeRow(
    runs,
    sql<{ accountId: string }>`select account_id from identity.pub_sign_in where sign_in_name = ${signInName}`,
  )
  return found?.accountId
}

/** An office or a place on a council, on that day. */
export async function holdsOffice(runs: Runs, accountId: string, on: CivilDate): Promise<boolean> {
  const { holds } = await oneRow(
    runs,
    sql<{
      holds: boolean
    }>`select exists (select from identity.pub_holder where account_id = ${accountId} and role <> 'producer'
      and from_date <= ${on} and (last_day is null or last_day >= ${on})) as holds`,
  )
  return holds
}

export async function addMember(runs: Runs, producerId: string, m: MemberRequest): Promise<void> {
  await run(
    runs,
    sql`insert into producer.member (producer_id, account_id, capacity, from_date, to_date)
      values (${producerId}, ${m.accountId}, ${m.capacity}, ${m.fromDate}, ${m.toDate ?? null})
      on conflict (producer_id, account_id, from_date) do update
        set capacity = excluded.capacity, to_date = excluded.to_date`,
  )
}

/** Ends at once: the last day is yesterday, also for who joined today. */
export async function endMembership(
  runs: Runs,
  producerId: string,
  accountId: string,
  today: CivilDate,
): Promise<void> {
  await run(
    runs,
    sql`update producer.member set to_date = ${today}::date - 1
      where producer_id = ${producerId} and account_id = ${accountId} and from_date <= ${today}
        and (to_date is null or to_date >= ${today})`,
  )
}

export function predecessorsOf(runs: Runs, producerId: string): Promise<Predecessor[]> {
  return rows(
    runs,
    sql<Predecessor>`
      select p.id, p.slug, p.name, p.kind, l.on_date, l.basis, l.distance
      from producer.pub_line l join producer.producer p on p.id = l.ancestor_id
      where l.producer_id = ${producerId} order by l.distance, p.name`,
  )
}

export function successorsOf(runs: Runs, producerId: string) {
  return rows(
    runs,
    sql<{ id: string; name: string; slug: string; onDate: CivilDate; basis: string }>`
      select p.id, p.name, p.slug, s.on_date, s.basis
      from producer.succession s join producer.producer p on p.id = s.successor_id
      where s.predecessor_id = ${producerId} order by s.on_date`,
  )
}

/** Two successions at once could close a circle that neither sees: all of them follow each other. */
export async function lockSuccessions(runs: Runs): Promise<void> {
  await run(runs, sql`lock table producer.succession in share row exclusive mode`)
}

export async function addSuccession(
  runs: Runs,
  row: { predecessorId: string; successorId: string; onDate: CivilDate; basis: string; at: string; by: string },
): Promise<void> {
  await run(
    runs,
    sql`insert into producer.succession (predecessor_id, successor_id, on_date, basis, recorded_at, recorded_by)
      values (${row.predecessorId}, ${row.successorId}, ${row.onDate}, ${row.basis}, ${row.at}, ${row.by})`,
  )
  await run(runs, sql`update producer.producer set closed_on = ${row.onDate} where id = ${row.predecessorId}`)
}
