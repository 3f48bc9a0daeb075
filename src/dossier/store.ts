import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { json, maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { FiledCopy } from './model-filed.ts'
import type { Attachment, Defect, Dossier, DossierState, SelfScore, Step } from './model.ts'

const dossiers = sql`
  select d.id, d.number, d.product_id, d.producer_id, d.kind, d.text, d.rubric, d.commune_code, d.commune_on, d.district_code,
    d.province_code, d.state, d.state_since, d.due_on, d.filed_on, d.opened_at, d.sample,
    k.dossier_id is not null as assisted, coalesce(k.means = 'account', false) as confirms,
    k.dossier_id is not null and k.written_at is null as helped,
    t.today_code as commune_today, t.today_province_code as province_today,
    array(select r.account_id from dossier.recusal r where r.dossier_id = d.id) as recused
  from dossier.dossier d
  left join dossier.consent k on k.dossier_id = d.id and k.ended_at is null
  left join territory.pub_today t on t.code = d.commune_code
    and d.commune_on >= t.valid_from and (t.valid_to is null or d.commune_on < t.valid_to)`

export function dossierById(runs: Runs, id: string): Promise<Dossier | undefined> {
  return maybeRow<Dossier>(runs, sql<Dossier>`${dossiers} where d.id = ${id}`)
}

/** What became of a product: its newest dossier, in whatever state. */
export function newestDossierOf(runs: Runs, productId: string): Promise<Dossier | undefined> {
  return maybeRow<Dossier>(
    runs,
    sql<Dossier>`${dossiers} where d.product_id = ${productId} order by d.opened_at desc, d.id desc limit 1`,
  )
}

/** Locks the row: two officers at once act one after the other, and the second sees what the first did. */
export async function lockDossier(runs: Runs, id: string): Promise<Dossier | undefined> {
  await run(runs, sql`select 1 from dossier.dossier where id = ${id} for update`)
  return dossierById(runs, id)
}

export interface NewDossier {
  readonly id: string
  readonly number: string | null
  readonly productId: string
  readonly producerId: string
  readonly kind: string
  readonly text: string
  readonly rubric: string | null
  readonly communeCode: string
  readonly communeOn: CivilDate
  readonly districtCode: string | null
  readonly provinceCode: string
  readonly filedOn: CivilDate | null
  readonly state: DossierState
  readonly at: Instant
  readonly by: string
  readonly sample: boolean
}

export async function addDossier(runs: Runs, d: NewDossier): Promise<void> {
  await run(
    runs,
    sql`insert into dossier.dossier (id, number, product_id, producer_id, kind, text, rubric, commune_code, commune_on, district_code,
        province_code, state, state_since, filed_on, opened_at, opened_by, sample)
      values (${d.id}, ${d.number}, ${d.productId}, ${d.producerId}, ${d.kind}, ${d.text}, ${d.rubric}, ${d.communeCode}, ${d.communeOn},
        ${d.districtCode}, ${d.provinceCode}, ${d.state}, ${d.at}, ${d.filedOn}, ${d.at}, ${d.by}, ${d.sample})`,
  )
}

export interface NewStep {
  readonly dossierId: string
  readonly act: Step['act']
  readonly stateAfter: DossierState
  readonly dueOn: CivilDate | null
  readonly by: string
  readonly at: Instant
  readonly reason: string | null
  readonly article: string | null
  readonly key: string | null
}

/** The next step of a dossier; the trigger moves the dossier with it. @returns its position. */
export async function addStep(runs: Runs, s: NewStep): Promise<number> {
  const { position } = await oneRow(
    runs,
    sql<{ position: number }>`
      insert into dossier.step (dossier_id, position, act, state_after, due_on, by_account, at, reason, article, key)
      values (${s.dossierId}, (select coalesce(max(position), 0) + 1 from dossier.step where dossier_id = ${s.dossierId}), ${s.act},
        ${s.stateAfter}, ${s.dueOn}, ${s.by}, ${s.at}, ${s.reason}, ${s.article}, ${s.key})
      returning position`,
  )
  return position
}

export function stepWithKey(runs: Runs, dossierId: string, key: string): Promise<{ position: number } | undefined> {
  return maybeRow(
    runs,
    sql<{ position: number }>`select position from dossier.step where dossier_id = ${dossierId} and key = ${key}`,
  )
}

export function stepsOf(runs: Runs, dossierId: string): Promise<Step[]> {
  return rows<Step>(
    runs,
    sql<Step>`select s.position, s.act, s.state_after, s.due_on, s.by_account, a.name as by_name, s.at, s.reason, s.article
      from dossier.step s left join identity.pub_account a on a.id = s.by_account
      where s.dossier_id = ${dossierId} order by s.position`,
  )
}

export async function pinAtFiling(
  runs: Runs,
  id: string,
  { text, rubric, filedOn }: { text: string; rubric: string | null; filedOn: CivilDate },
): Promise<void> {
  await run(
    runs,
    sql`update dossier.dossier set text = ${text}, rubric = ${rubric}, filed_on = ${filedOn} where id = ${id}`,
  )
}

export async function giveNumber(runs: Runs, id: string, number: string): Promise<void> {
  await run(runs, sql`update dossier.dossier set number = ${number} where id = ${id} and number is null`)
}

/** The next slip number of a commune in a year; the row is locked until the act is done, so none is lost or twin. */
export async function nextSlip(runs: Runs, commune: string, year: number): Promise<number> {
  const { last } = await oneRow(
    runs,
    sql<{ last: number }>`insert into dossier.slip_serial (commune_code, year, last) values (${commune}, ${year}, 1)
      on conflict (commune_code, year) do update set last = dossier.slip_serial.last + 1 returning last`,
  )
  return last
}

export async function saveForm(
  runs: Runs,
  id: string,
  form: '01' | '02' | '03',
  content: unknown,
  by: string,
  at: Instant,
) {
  await run(
    runs,
    sql`insert into dossier.form (dossier_id, form, content, saved_by, saved_at) values (${id}, ${form}, ${json(content)}, ${by}, ${at})
      on conflict (dossier_id, form) do update set content = excluded.content, saved_by = excluded.saved_by, saved_at = excluded.saved_at`,
  )
}

export function formsOf(runs: Runs, id: string): Promise<{ form: '01' | '02' | '03'; content: unknown }[]> {
  return rows(
    runs,
    sql<{
      form: '01' | '02' | '03'
      content: unknown
    }>`select form, content from dossier.form where dossier_id = ${id}`,
  )
}

export async function saveSelfScore(runs: Runs, id: string, { choices, notes }: SelfScore): Promise<void> {
  await run(runs, sql`delete from dossier.self_score where dossier_id = ${id}`)
  const criteria = new Set([...Object.keys(choices), ...Object.keys(notes)])
  const lines = [...criteria].map((criterion) => ({
    criterion,
    option: choices[criterion] ?? null,
    note: notes[criterion] ?? '',
  }))
  if (lines.length === 0) return
  await run(
    runs,
    sql`insert into dossier.self_score (dossier_id, criterion, option, note)
      select ${id}, l.criterion, l.option, l.note from jsonb_to_recordset(${json(lines)}) as l(criterion text, option integer, note text)`,
  )
}

export async function selfScoreOf(runs: Runs, id: string): Promise<SelfScore> {
  const lines = await rows(
    runs,
    sql<{
      criterion: string
      option: number | null
      note: string
    }>`select criterion, option, note from dossier.self_score where dossier_id = ${id}`,
  )
  return {
    choices: Object.fromEntries(
      lines.flatMap(({ criterion, option }) => (option === null ? [] : [[criterion, option]])),
    ),
    notes: Object.fromEntries(lines.filter(({ note }) => note !== '').map(({ criterion, note }) => [criterion, note])),
  }
}

export async function replaceAttachments(runs: Runs, id: string, attachments: readonly Attachment[]): Promise<void> {
  await run(runs, sql`delete from dossier.attachment where dossier_id = ${id}`)
  if (attachments.length === 0) return
  await run(
    runs,
    sql`insert into dossier.attachment (dossier_id, criterion, paper_id)
      select ${id}, l.criterion, l."paperId" from jsonb_to_recordset(${json(attachments)}) as l(criterion text, "paperId" text)`,
  )
}

export function attachmentsOf(runs: Runs, id: string): Promise<Attachment[]> {
  return rows<Attachment>(
    runs,
    sql<Attachment>`select criterion, paper_id from dossier.attachment where dossier_id = ${id} order by criterion`,
  )
}

export async function addDefects(
  runs: Runs,
  dossierId: string,
  position: number,
  defects: readonly Omit<Defect, 'stepPosition' | 'mendedAt'>[],
) {
  const lines = defects.map((defect, index) => ({ ...defect, position: index + 1 }))
  await run(
    runs,
    sql`insert into dossier.defect (id, dossier_id, step_position, position, place, sentence, article, late_reason)
      select l.id, ${dossierId}, ${position}, l.position, l.place, l.sentence, l.article, l."lateReason"
      from jsonb_to_recordset(${json(lines)}) as l(id text, position integer, place text, sentence text, article text, "lateReason" text)`,
  )
}

export function defectsOf(runs: Runs, dossierId: string): Promise<Defect[]> {
  return rows<Defect>(
    runs,
    sql<Defect>`select id, step_position, place, sentence, article, late_reason, mended_at from dossier.defect
      where dossier_id = ${dossierId} order by step_position, position`,
  )
}

export async function mendDefects(runs: Runs, dossierId: string, at: Instant): Promise<void> {
  await run(
    runs,
    sql`update dossier.defect set mended_at = ${at} where dossier_id = ${dossierId} and mended_at is null`,
  )
}

export async function keepFiledCopy(
  runs: Runs,
  dossierId: string,
  position: number,
  content: unknown,
  hash: string,
): Promise<void> {
  await run(
    runs,
    sql`insert into dossier.filed_copy (dossier_id, step_position, content, hash) values (${dossierId}, ${position}, ${json(content)}, ${hash})`,
  )
}

export function filedCopiesOf(runs: Runs, dossierId: string): Promise<FiledCopy[]> {
  return rows<FiledCopy>(
    runs,
    sql<FiledCopy>`select f.step_position as position, s.act, s.at, f.hash, f.content
      from dossier.filed_copy f join dossier.step s on s.dossier_id = f.dossier_id and s.position = f.step_position
      where f.dossier_id = ${dossierId} order by f.step_position`,
  )
}

export function openDossierOf(runs: Runs, productId: string): Promise<{ id: string } | undefined> {
  return maybeRow(
    runs,
    sql<{ id: string }>`select id from dossier.dossier where product_id = ${productId}
      and state not in ('notified', 'published', 'withdrawn', 'disqualified') and not scored_again`,
  )
}

/** Kept once and for good. */
export async function keepFrom(runs: Runs, dossierId: string, accountId: string, since: Instant): Promise<void> {
  await run(
    runs,
    sql`insert into dossier.recusal (dossier_id, account_id, since) values (${dossierId}, ${accountId}, ${since}) on conflict do nothing`,
  )
}
