import { country } from '../kernel/actor.ts'
import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { RawBuilder, Runs } from '../platform/db.ts'
import type {
  CheckedItem,
  CheckItem,
  Inspection,
  InspectionState,
  InspectionStep,
  PublicOutcome,
  Visit,
} from './model.ts'

const shown = (today: CivilDate) => sql`
  select i.id, i.number, i.unit_code, i.unit_on, i.plan_id, i.certificate_number, r.stars, i.product_id, r.product_name,
    i.producer_id, r.producer_name, i.reason, i.announced, i.visit_on, i.state, i.outcome, i.due_on, i.since, i.sample,
    r.end_kind is not distinct from 'revoked' as revoked,
    exists (select 1 from recognition.pub_suspension s where s.certificate_number = i.certificate_number
      and s.from_date <= ${today} and (s.to_date is null or s.to_date > ${today})) as suspended,
    case when i.unit_code = ${country} then 'Trung ương' else u.full_name end as unit_name,
    case when i.unit_code = ${country} then i.unit_code else t.today_code end as unit_today,
    case when i.unit_code = ${country} then i.unit_code else t.today_province_code end as province_today
  from oversight.inspection i
  join recognition.pub_recognition r on r.number = i.certificate_number
  left join territory.pub_unit u on u.code = i.unit_code
    and i.unit_on >= u.valid_from and (u.valid_to is null or i.unit_on < u.valid_to)
  left join territory.pub_today t on t.code = i.unit_code
    and i.unit_on >= t.valid_from and (t.valid_to is null or i.unit_on < t.valid_to)`

export function inspectionById(runs: Runs, id: string, today: CivilDate): Promise<Inspection | undefined> {
  return maybeRow(runs, sql<Inspection>`${shown(today)} where i.id = ${id}`)
}

export async function lockInspection(runs: Runs, id: string, today: CivilDate): Promise<Inspection | undefined> {
  await run(runs, sql`select 1 from oversight.inspection where id = ${id} for update`)
  return inspectionById(runs, id, today)
}

export interface InspectionsWanted {
  /** Today's units whose inspections they are, or all; a province brings its communes. */
  readonly units?: readonly UnitCode[] | 'all'
  readonly producers?: readonly string[]
  /** The reader's own producers: their inspections without notice are left out until they are signed. */
  readonly notAheadFor?: readonly string[]
  readonly states?: readonly InspectionState[]
  readonly exactly?: readonly UnitCode[]
  /** Only conclusions that ask for a revocation which no decision has made yet. */
  readonly toRevoke?: boolean
}

const told = sql`(i.announced or i.state not in ('open', 'cancelled'))`

function whereOf(wanted: InspectionsWanted): RawBuilder<unknown> {
  const { units, producers, notAheadFor = [], states, exactly, toRevoke } = wanted
  const own = sql`case when i.unit_code = ${country} then i.unit_code else t.today_code end`
  const all = [sql`true`]
  if (units !== undefined && units !== 'all') {
    all.push(sql`(${own} = any(${[...units]}::text[]) or t.today_province_code = any(${[...units]}::text[]))`)
  }
  if (exactly !== undefined) all.push(sql`${own} = any(${[...exactly]}::text[])`)
  if (producers !== undefined) {
    all.push(sql`i.producer_id = any(${[...producers]}::text[]) and ${told}`)
  }
  if (notAheadFor.length > 0) all.push(sql`(${told} or i.producer_id <> all(${[...notAheadFor]}::text[]))`)
  if (toRevoke === true) all.push(sql`i.outcome = 'revocation' and r.end_kind is distinct from 'revoked'`)
  if (states !== undefined) all.push(sql`i.state = any(${[...states]}::text[])`)
  return sql.join(all, sql` and `)
}

/** What is under way first, the nearest day on top. */
export async function inspections(
  runs: Runs,
  wanted: InspectionsWanted,
  today: CivilDate,
  { page, size }: { page: number; size: number },
): Promise<{ items: Inspection[]; total: number }> {
  const where = whereOf(wanted)
  const { total } = await oneRow(
    runs,
    sql<{ total: number }>`select count(*) as total from (${shown(today)} where ${where}) listed`,
  )
  const items = await rows(
    runs,
    sql<Inspection>`${shown(today)} where ${where}
      order by i.state in ('closed', 'cancelled'), coalesce(i.due_on, i.visit_on), i.number limit ${size} offset ${(page - 1) * size}`,
  )
  return { items, total }
}

export interface CertificateToInspect {
  readonly number: string
  readonly stars: number
  readonly productId: string
  readonly producerId: string
  readonly productName: string
  readonly inForce: boolean
  /** Today's place of the product. */
  readonly communeToday: UnitCode | null
  readonly provinceToday: UnitCode | null
  /** Of the dossier that was scored, else of the product's group. */
  readonly text: string
  readonly rubric: string
  readonly underWay: string | undefined
  readonly revoked: boolean
  readonly sample: boolean
}

/** A certificate with its product's place and the rubric it was scored by, or that of its group where no dossier is kept. */
export function certificateToInspect(
  runs: Runs,
  number: string,
  today: CivilDate,
): Promise<CertificateToInspect | undefined> {
  return maybeRow(
    runs,
    sql<CertificateToInspect>`
    select r.number, r.stars, r.product_id, r.producer_id, r.product_name, coalesce(o.rubric, d.group_no) as rubric, case when o.rubric is null then d.group_text else r.text end as text, r.sample,
      r.issued_on <= ${today} and r.last_day >= ${today} as in_force, r.end_kind is not distinct from 'revoked' as revoked,
      t.today_code as commune_today, t.today_province_code as province_today,
      (select i.number from oversight.inspection i where i.certificate_number = r.number and i.state in ('open', 'remedying')) as under_way
    from recognition.pub_recognition r
    join product.pub_product d on d.id = r.product_id
    left join dossier.pub_dossier o on o.id = r.dossier_id
    left join territory.pub_today t on t.code = d.commune_code
      and d.commune_on >= t.valid_from and (t.valid_to is null or d.commune_on < t.valid_to)
    where r.number = ${number}`,
  )
}

export async function lockCertificate(runs: Runs, number: string): Promise<void> {
  await run(runs, sql`select pg_advisory_xact_lock(hashtext(${`oversight:${number}`}))`)
}

type NewInspection = Pick<
  Inspection,
  | 'id'
  | 'number'
  | 'unitCode'
  | 'unitOn'
  | 'planId'
  | 'certificateNumber'
  | 'productId'
  | 'producerId'
  | 'reason'
  | 'announced'
  | 'visitOn'
  | 'sample'
>

export async function addInspection(
  runs: Runs,
  i: NewInspection,
  by: string,
  at: Instant,
  today: CivilDate,
): Promise<void> {
  await run(
    runs,
    sql`insert into oversight.inspection (id, number, unit_code, unit_on, plan_id, certificate_number, product_id, producer_id,
        reason, announced, visit_on, state, since, opened_by, opened_at, sample)
      values (${i.id}, ${i.number}, ${i.unitCode}, ${i.unitOn}, ${i.planId}, ${i.certificateNumber}, ${i.productId}, ${i.producerId},
        ${i.reason}, ${i.announced}, ${i.visitOn}, 'open', ${today}, ${by}, ${at}, ${i.sample})`,
  )
}

export async function addItems(runs: Runs, inspectionId: string, items: readonly CheckItem[]): Promise<void> {
  await run(
    runs,
    sql`insert into oversight.item (inspection_id, code, position, part, question, basis)
      select ${inspectionId}, i.code, i.position, i.part, i.question, i.basis
      from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as i(code text, position integer, part text, question text, basis text)`,
  )
}

export function itemsOf(runs: Runs, inspectionId: string): Promise<CheckedItem[]> {
  return rows(
    runs,
    sql<CheckedItem>`
    select i.code, i.position, i.part, i.question, i.basis, a.verdict, coalesce(a.grave, false) as grave,
      coalesce(a.note, '') as note, a.photo, coalesce(a.version, 0) as version
    from oversight.item i
    left join lateral (select * from oversight.answer a where a.inspection_id = i.inspection_id and a.code = i.code
      order by a.version desc limit 1) a on true
    where i.inspection_id = ${inspectionId} order by i.position`,
  )
}

export async function addAnswer(
  runs: Runs,
  inspectionId: string,
  a: Pick<CheckedItem, 'code' | 'verdict' | 'grave' | 'note' | 'photo' | 'version'>,
  by: string,
  at: Instant,
): Promise<void> {
  await run(
    runs,
    sql`insert into oversight.answer (inspection_id, code, version, verdict, grave, note, photo, by_account, at)
      values (${inspectionId}, ${a.code}, ${a.version}, ${a.verdict}, ${a.grave}, ${a.note}, ${a.photo}, ${by}, ${at})`,
  )
}

export async function addVisit(runs: Runs, inspectionId: string, v: Visit): Promise<void> {
  await run(
    runs,
    sql`insert into oversight.visit (inspection_id, place, visited_on, from_clock, to_clock, present, opinion, signed_by, signed_at)
      values (${inspectionId}, ${v.place}, ${v.visitedOn}, ${v.fromClock}, ${v.toClock}, ${[...v.present]}::text[], ${v.opinion},
        ${v.signedBy}, ${v.signedAt})`,
  )
}

export function visitOf(runs: Runs, inspectionId: string): Promise<Visit | undefined> {
  return maybeRow(
    runs,
    sql<Visit>`
    select v.place, v.visited_on, v.from_clock, v.to_clock, v.present, v.opinion, coalesce(a.name, 'Hệ thống') as signed_by, v.signed_at
    from oversight.visit v left join identity.pub_account a on a.id = v.signed_by where v.inspection_id = ${inspectionId}`,
  )
}

export async function addStep(
  runs: Runs,
  inspectionId: string,
  s: {
    readonly act: string
    readonly stateAfter: InspectionState
    readonly outcome?: Inspection['outcome']
    readonly reason?: string
    readonly dueOn?: CivilDate | null
  },
  { actor, today, now }: { actor: { id: string }; today: CivilDate; now: Instant },
): Promise<void> {
  await run(
    runs,
    sql`insert into oversight.step (inspection_id, position, act, state_after, outcome, reason, due_on, by_account, on_date, at)
      select ${inspectionId}, coalesce(max(position), 0) + 1, ${s.act}, ${s.stateAfter}, ${s.outcome ?? null}, ${s.reason ?? ''},
        ${s.dueOn ?? null}, ${actor.id}, ${today}, ${now}
      from oversight.step where inspection_id = ${inspectionId}`,
  )
}

export function stepsOf(runs: Runs, inspectionId: string): Promise<InspectionStep[]> {
  return rows(
    runs,
    sql<InspectionStep>`
    select s.act, s.reason, s.due_on, s.by_account, a.name as by_name, s.on_date
    from oversight.step s left join identity.pub_account a on a.id = s.by_account
    where s.inspection_id = ${inspectionId} order by s.position`,
  )
}

/** Closed inspections of a certificate: the day and the conclusion, nothing of what was found. */
export function publicOutcomes(runs: Runs, certificateNumber: string): Promise<PublicOutcome[]> {
  return rows(
    runs,
    sql<PublicOutcome>`
    select i.number, v.visited_on, i.outcome, i.since as closed_on,
      case when i.unit_code = ${country} then 'Trung ương' else u.full_name end as unit_name
    from oversight.inspection i
    join oversight.visit v on v.inspection_id = i.id
    left join territory.pub_unit u on u.code = i.unit_code
      and i.unit_on >= u.valid_from and (u.valid_to is null or i.unit_on < u.valid_to)
    where i.certificate_number = ${certificateNumber} and i.state = 'closed'
    order by v.visited_on desc, i.number desc`,
  )
}
