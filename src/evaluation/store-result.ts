import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import type { UnitCode } from '../kernel/actor.ts'
import { json, maybeRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { TextId } from '../regime/model.ts'
import type { AdvisoryReport, CouncilLevel, CouncilMean, Note } from './model.ts'
import type { SealedBundle } from './bundle.ts'
import type { FullResult } from './sheet.ts'

const resultColumns = sql`r.session_id, r.dossier_id, r.total_points, r.ballots, r.mean_hundredths, r.spread, r.stars, r.verdict, r.decided_at`

export interface Reader {
  readonly id: string
  readonly producers: readonly string[]
}

/** Not of the reader's own producers, and not stepped back from. */
const openTo = ({ id, producers }: Reader) => sql`(d.producer_id <> all(${[...producers]})
  and not exists (select from dossier.pub_recusal x where x.dossier_id = d.id and x.account_id = ${id}))`

export async function addResult(runs: Runs, result: FullResult): Promise<void> {
  const {
    sessionId,
    dossierId,
    totalPoints,
    ballots,
    meanHundredths,
    spread,
    stars,
    verdict,
    gates,
    sheet,
    decidedAt,
  } = result
  await run(
    runs,
    sql`insert into evaluation.result
        (session_id, dossier_id, total_points, ballots, mean_hundredths, spread, stars, verdict, gates, sheet, decided_at)
      values (${sessionId}, ${dossierId}, ${totalPoints}, ${ballots}, ${meanHundredths}, ${spread}, ${stars}, ${verdict},
        ${json(gates)}, ${json(sheet)}, ${decidedAt})`,
  )
}

export function resultsOf(runs: Runs, sessionId: string): Promise<FullResult[]> {
  return rows(
    runs,
    sql<FullResult>`select ${resultColumns}, r.gates, r.sheet from evaluation.result r
      join evaluation.agenda_item a on a.session_id = r.session_id and a.dossier_id = r.dossier_id
      where r.session_id = ${sessionId} order by a.position`,
  )
}

export async function saveReport(
  runs: Runs,
  { dossierId, level, findings, proposal, reportedBy, reportedAt }: AdvisoryReport,
): Promise<void> {
  await run(
    runs,
    sql`insert into evaluation.advisory_report (dossier_id, level, findings, proposal, reported_by, reported_at)
      values (${dossierId}, ${level}, ${findings}, ${proposal}, ${reportedBy}, ${reportedAt})
      on conflict (dossier_id, level) do update set findings = excluded.findings, proposal = excluded.proposal,
        reported_by = excluded.reported_by, reported_at = excluded.reported_at`,
  )
}

export interface NamedReport extends AdvisoryReport {
  readonly reporterName: string
}

export function reportOf(runs: Runs, dossierId: string, level: CouncilLevel): Promise<NamedReport | undefined> {
  return maybeRow(
    runs,
    sql<NamedReport>`select r.dossier_id, r.level, r.findings, r.proposal, r.reported_by, r.reported_at, coalesce(a.name, r.reported_by) as reporter_name
      from evaluation.advisory_report r left join identity.pub_account a on a.id = r.reported_by
      where r.dossier_id = ${dossierId} and r.level = ${level}`,
  )
}

/**
 * Points given by each council at each criterion of each rubric, from the frozen sheets of closed sessions. Sheets that
 * were entered from old minutes without options have no criteria and are left out.
 */
export function councilMeans(runs: Runs, reader: Reader, text: TextId): Promise<CouncilMean[]> {
  return rows(
    runs,
    sql<CouncilMean>`select c.id as council_id, c.name as council_name, c.level, r.sheet ->> 'rubric' as rubric, p.key as criterion,
        count(*)::integer as ballots, sum(p.value::integer)::integer as points
      from evaluation.result r
      join evaluation.session s on s.id = r.session_id and s.state = 'closed' and s.text = ${text}
      join evaluation.council c on c.id = s.council_id
      join dossier.pub_dossier d on d.id = r.dossier_id and ${openTo(reader)}
      cross join lateral jsonb_array_elements(r.sheet -> 'counted') as b
      cross join lateral jsonb_each_text(b -> 'points') as p
      group by c.id, c.name, c.level, r.sheet ->> 'rubric', p.key`,
  )
}

export interface DossierFacts {
  readonly id: string
  readonly number: string | null
  readonly productName: string
  readonly producerName: string
  readonly producerId: string
  readonly text: TextId
  readonly rubric: string | null
  readonly kind: string
  readonly state: string
  readonly provinceCode: UnitCode
  readonly districtCode: UnitCode | null
  readonly dueOn: CivilDate | null
  readonly since: Instant
  readonly filedOn: CivilDate | null
}

const dossierColumns = sql`d.id, d.number, p.name as product_name, o.name as producer_name, d.producer_id, d.text, d.rubric, d.kind, d.state,
  d.province_code, d.district_code, d.due_on, d.state_since as since, d.filed_on`

const fromDossier = sql`from dossier.pub_dossier d join product.pub_product p on p.id = d.product_id join producer.pub_producer o on o.id = d.producer_id`

/** Those of the dossiers that the reader takes part in. */
export function dossiersById(runs: Runs, ids: readonly string[], reader: Reader): Promise<DossierFacts[]> {
  return rows(
    runs,
    sql<DossierFacts>`select ${dossierColumns} ${fromDossier} where d.id = any(${[...ids]}) and ${openTo(reader)} order by d.filed_on, d.id`,
  )
}

/** Dossiers in one of the states, of one province (null: of the country), that the reader takes part in. */
export function dossiersIn(
  runs: Runs,
  states: readonly string[],
  province: UnitCode | null,
  reader: Reader,
): Promise<DossierFacts[]> {
  return rows(
    runs,
    sql<DossierFacts>`select ${dossierColumns} ${fromDossier}
      where d.state = any(${[...states]}) and (${province}::text is null or d.province_code = ${province})
        and ${openTo(reader)}
      order by d.due_on nulls last, d.state_since, d.id limit 500`,
  )
}

/** Decided dossiers ordered to be scored again at this level, on no agenda yet. */
export function dossiersOrdered(
  runs: Runs,
  level: CouncilLevel,
  province: UnitCode | null,
  reader: Reader,
): Promise<DossierFacts[]> {
  return rows(
    runs,
    sql<DossierFacts>`select ${dossierColumns} ${fromDossier}
      join evaluation.reexamination x on x.dossier_id = d.id and x.settled_at is null and x.level = ${level}
      where (${province}::text is null or d.province_code = ${province}) and ${openTo(reader)}
        and not exists (select from evaluation.agenda_item a where a.dossier_id = d.id and a.settled_at is null)
      order by x.ordered_on, d.id limit 500`,
  )
}

/** What was said about each dossier, for the minutes; one note an item, so that hiding an item hides its note. */
export function notesOf(runs: Runs, sessionId: string): Promise<Note[]> {
  return rows(runs, sql<Note>`select dossier_id, text from evaluation.note where session_id = ${sessionId}`)
}

export async function saveNote(
  runs: Runs,
  note: Note & { readonly sessionId: string; readonly by: string; readonly at: Instant },
): Promise<void> {
  await run(
    runs,
    sql`insert into evaluation.note (session_id, dossier_id, text, written_by, written_at)
      values (${note.sessionId}, ${note.dossierId}, ${note.text}, ${note.by}, ${note.at})
      on conflict (session_id, dossier_id) do update set text = excluded.text, written_by = excluded.written_by, written_at = excluded.written_at`,
  )
}

export async function keepBundle(
  runs: Runs,
  sessionId: string,
  { bundle, seal }: SealedBundle,
  sealedAt: Instant,
): Promise<void> {
  await run(
    runs,
    sql`insert into evaluation.bundle (session_id, bundle, seal, sealed_at) values (${sessionId}, ${json(bundle)}, ${seal}, ${sealedAt})`,
  )
}

/** Absent for sessions closed before bundles were kept. */
export function bundleOf(runs: Runs, sessionId: string): Promise<SealedBundle | undefined> {
  return maybeRow(runs, sql<SealedBundle>`select bundle, seal from evaluation.bundle where session_id = ${sessionId}`)
}

export async function isSealed(runs: Runs, sessionId: string): Promise<boolean> {
  const found = await maybeRow(
    runs,
    sql<{ seal: string }>`select seal from evaluation.bundle where session_id = ${sessionId}`,
  )
  return found !== undefined
}
