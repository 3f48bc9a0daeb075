import { country } from '../kernel/actor.ts'
import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { RawBuilder, Runs } from '../platform/db.ts'
import type {
  Complaint,
  ComplaintKind,
  ComplaintState,
  ComplaintStep,
  ComplaintTerm,
  ComplaintTermInput,
  Contestable,
} from './model-complaint.ts'

const shown = sql`
  select c.id, c.number, c.producer_id, p.name as producer_name, c.against, c.dossier_id, c.certificate_number, c.inspection_id,
    c.about, c.decided_on, c.text, c.wish, c.state, c.outcome, c.since, c.due_on, c.filed_on, c.sample,
    (select x.meets_on from evaluation.pub_reexamination x where x.cause = c.number and x.outcome is null) as sits_on,
    array(select account_id from dossier.pub_recusal r where r.dossier_id = c.dossier_id
      union select account_id from evaluation.pub_recusal r where r.dossier_id = c.dossier_id) as recused,
    case when c.unit_code = ${country} then 'Trung ương' else u.full_name end as unit_name,
    case when c.unit_code = ${country} then c.unit_code else t.today_code end as unit_today,
    case when c.unit_code = ${country} then c.unit_code else t.today_province_code end as province_today
  from oversight.complaint c
  join producer.pub_producer p on p.id = c.producer_id
  left join territory.pub_unit u on u.code = c.unit_code
    and c.unit_on >= u.valid_from and (u.valid_to is null or c.unit_on < u.valid_to)
  left join territory.pub_today t on t.code = c.unit_code
    and c.unit_on >= t.valid_from and (t.valid_to is null or c.unit_on < t.valid_to)`

export function complaintById(runs: Runs, id: string): Promise<Complaint | undefined> {
  return maybeRow(runs, sql<Complaint>`${shown} where c.id = ${id}`)
}

export async function lockComplaint(runs: Runs, id: string): Promise<Complaint | undefined> {
  await run(runs, sql`select 1 from oversight.complaint where id = ${id} for update`)
  return complaintById(runs, id)
}

export interface ComplaintsWanted {
  readonly units?: readonly UnitCode[] | 'all'
  /** Exactly these units, not the communes of a province. */
  readonly exactly?: readonly UnitCode[]
  readonly producers?: readonly string[]
  readonly states?: readonly ComplaintState[]
  /** Only those whose new result takes away a certificate that is still in force on this day. */
  readonly toRevokeOn?: CivilDate
  /** Who looks: what is about a dossier they stepped back from is not there for them. */
  readonly reader: string
}

function whereOf({ units, exactly, producers, states, toRevokeOn, reader }: ComplaintsWanted): RawBuilder<unknown> {
  const own = sql`case when c.unit_code = ${country} then c.unit_code else t.today_code end`
  const all = [
    sql`not exists (select 1 from dossier.pub_recusal r where r.dossier_id = c.dossier_id and r.account_id = ${reader})`,
    sql`not exists (select 1 from evaluation.pub_recusal r where r.dossier_id = c.dossier_id and r.account_id = ${reader})`,
  ]
  if (units !== undefined && units !== 'all')
    all.push(sql`(${own} = any(${[...units]}::text[]) or t.today_province_code = any(${[...units]}::text[]))`)
  if (exactly !== undefined) all.push(sql`${own} = any(${[...exactly]}::text[])`)
  if (producers !== undefined) all.push(sql`c.producer_id = any(${[...producers]}::text[])`)
  if (states !== undefined) all.push(sql`c.state = any(${[...states]}::text[])`)
  if (toRevokeOn !== undefined)
    all.push(sql`exists (select from evaluation.pub_reexamination x
      join dossier.pub_dossier d on d.id = x.dossier_id and d.state in ('not-recognised', 'notified', 'published')
      join recognition.pub_recognition r on r.dossier_id = x.dossier_id and r.issued_on <= ${toRevokeOn} and r.last_day >= ${toRevokeOn}
      where x.cause = c.number and x.outcome = 'changed' and r.stars <> x.stars)`)
  return sql.join(all, sql` and `)
}

export async function complaints(
  runs: Runs,
  wanted: ComplaintsWanted,
  { page, size }: { page: number; size: number },
): Promise<{ items: Complaint[]; total: number }> {
  const where = whereOf(wanted)
  const { total } = await oneRow(
    runs,
    sql<{ total: number }>`select count(*) as total from (${shown} where ${where}) listed`,
  )
  const items = await rows(
    runs,
    sql<Complaint>`${shown} where ${where}
      order by c.state in ('answered', 'refused', 'withdrawn'), c.due_on nulls last, c.filed_on, c.id
      limit ${size} offset ${(page - 1) * size}`,
  )
  return { items, total }
}

// Whoever decided answers: the council's level for a result, the signer of such certificates for a revocation.
const contestable = sql`
  select 'result' as against, d.id as ref, d.producer_id, n.name || ': ' || coalesce(d.number, 'hồ sơ') as about,
    (d.state_since at time zone 'Asia/Ho_Chi_Minh')::date as decided_on, d.sample,
    case when coalesce(e.level, 'province') = 'ministry' then ${country} else t.today_province_code end as unit
  from dossier.pub_dossier d
  join product.pub_product n on n.id = d.product_id
  left join lateral (select level from evaluation.pub_result e where e.dossier_id = d.id order by e.closed_at desc limit 1) e on true
  left join territory.pub_today t on t.code = d.commune_code
    and d.commune_on >= t.valid_from and (t.valid_to is null or d.commune_on < t.valid_to)
  where d.state in ('not-recognised', 'disqualified', 'recognised-by-province', 'result-approved', 'recognised-by-ministry', 'below-90',
    'notified', 'published')
  union all
  select 'revocation', r.number, r.producer_id, r.product_name || ': ' || r.number, r.ended_on, r.sample,
    case when r.stars = 5 then ${country} else t.today_province_code end
  from recognition.pub_recognition r
  join product.pub_product n on n.id = r.product_id
  left join territory.pub_today t on t.code = n.commune_code
    and n.commune_on >= t.valid_from and (t.valid_to is null or n.commune_on < t.valid_to)
  where r.end_kind = 'revoked'
  union all
  select 'inspection', i.id, i.producer_id, r.product_name || ': ' || i.number, (v.signed_at at time zone 'Asia/Ho_Chi_Minh')::date, i.sample,
    case when i.unit_code = ${country} then i.unit_code else t.today_code end
  from oversight.inspection i
  join oversight.visit v on v.inspection_id = i.id
  join recognition.pub_recognition r on r.number = i.certificate_number
  left join territory.pub_today t on t.code = i.unit_code
    and i.unit_on >= t.valid_from and (t.valid_to is null or i.unit_on < t.valid_to)`

/** What these producers may complain of, the latest first. */
export function contestableOf(runs: Runs, producers: readonly string[]): Promise<Contestable[]> {
  return rows(
    runs,
    sql<Contestable>`select * from (${contestable}) c where producer_id = any(${[...producers]}::text[])
      order by decided_on desc, against, ref limit 100`,
  )
}

const refs: Readonly<Record<ComplaintKind, RawBuilder<unknown>>> = {
  result: sql`dossier_id`,
  revocation: sql`certificate_number`,
  inspection: sql`inspection_id`,
}

export async function isOpenAbout(runs: Runs, { against, ref }: Contestable): Promise<boolean> {
  await run(runs, sql`select pg_advisory_xact_lock(hashtext(${`complaint:${against}:${ref}`}))`)
  const found = await maybeRow(
    runs,
    sql<{ id: string }>`select id from oversight.complaint
      where against = ${against} and ${refs[against]} = ${ref} and state in ('filed', 'received', 'reexamining')`,
  )
  return found !== undefined
}

export async function addComplaint(
  runs: Runs,
  c: Pick<Complaint, 'id' | 'number' | 'text' | 'wish'> & Contestable & { readonly today: CivilDate },
  by: string,
  at: Instant,
): Promise<void> {
  await run(
    runs,
    sql`insert into oversight.complaint (id, number, producer_id, against, ${refs[c.against]}, about, decided_on, unit_code, unit_on,
        text, wish, state, since, filed_on, filed_by, filed_at, sample)
      values (${c.id}, ${c.number}, ${c.producerId}, ${c.against}, ${c.ref}, ${c.about}, ${c.decidedOn}, ${c.unit}, ${c.today},
        ${c.text}, ${c.wish}, 'filed', ${c.today}, ${c.today}, ${by}, ${at}, ${c.sample})`,
  )
}

export async function addComplaintStep(
  runs: Runs,
  complaintId: string,
  s: {
    readonly act: string
    readonly stateAfter: ComplaintState
    readonly outcome?: Complaint['outcome']
    readonly reason?: string
    readonly document?: string
    readonly dueOn?: CivilDate
  },
  { actor, today, now }: { actor: { id: string }; today: CivilDate; now: Instant },
): Promise<void> {
  await run(
    runs,
    sql`insert into oversight.complaint_step (complaint_id, position, act, state_after, outcome, reason, document, due_on, by_account, on_date, at)
      select ${complaintId}, coalesce(max(position), 0) + 1, ${s.act}, ${s.stateAfter}, ${s.outcome ?? null}, ${s.reason ?? ''},
        ${s.document ?? null}, ${s.dueOn ?? null}, ${actor.id}, ${today}, ${now}
      from oversight.complaint_step where complaint_id = ${complaintId}`,
  )
}

export function complaintSteps(runs: Runs, complaintId: string): Promise<ComplaintStep[]> {
  return rows(
    runs,
    sql<ComplaintStep>`select s.act, s.reason, s.document, s.due_on, a.name as by_name, s.on_date
      from oversight.complaint_step s left join identity.pub_account a on a.id = s.by_account
      where s.complaint_id = ${complaintId} order by s.position`,
  )
}

export function complaintTerms(runs: Runs): Promise<ComplaintTerm[]> {
  return rows(
    runs,
    sql<ComplaintTerm>`select unit_code, from_date, file_days, receive_days, answer_days, basis from oversight.complaint_term
      order by unit_code, from_date`,
  )
}

/** @returns false when the unit has terms from that day already: what was applied is not changed afterwards. */
export async function addComplaintTerm(runs: Runs, t: ComplaintTermInput, by: string, at: Instant): Promise<boolean> {
  const added = await rows(
    runs,
    sql<{
      unit: string
    }>`insert into oversight.complaint_term (unit_code, from_date, file_days, receive_days, answer_days, basis, set_by, set_at)
      values (${t.unit}, ${t.fromDate}, ${t.fileDays}, ${t.receiveDays}, ${t.answerDays}, ${t.basis}, ${by}, ${at})
      on conflict do nothing returning unit_code as unit`,
  )
  return added.length > 0
}
