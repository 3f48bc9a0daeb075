import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Commitment, InspectionFinding, Remedy } from './model.ts'
import type { PaperToKeep } from './checklist.ts'

type NewFinding = Pick<InspectionFinding, 'id' | 'code' | 'position' | 'text' | 'grave'>

export async function addFindings(runs: Runs, inspectionId: string, findings: readonly NewFinding[]): Promise<void> {
  await run(
    runs,
    sql`insert into oversight.finding (id, inspection_id, code, position, text, grave)
      select f.id, ${inspectionId}, f.code, f.position, f.text, f.grave
      from jsonb_to_recordset(${JSON.stringify(findings)}::jsonb) as f(id text, code text, position integer, text text, grave boolean)`,
  )
}

export async function findingsOf(runs: Runs, inspectionId: string): Promise<InspectionFinding[]> {
  const found = await rows(
    runs,
    sql<Omit<InspectionFinding, 'remedies'>>`
    select f.id, f.code, f.position, i.question, i.basis, f.text, f.grave
    from oversight.finding f join oversight.item i on i.inspection_id = f.inspection_id and i.code = f.code
    where f.inspection_id = ${inspectionId} order by f.position`,
  )
  const remedies = await rows(
    runs,
    sql<Remedy & { findingId: string }>`
    select r.finding_id, r.position, r.text, r.photo, r.paper_id, p.title as paper_title, r.on_date, a.accepted, nullif(a.reason, '') as answer
    from oversight.remedy r
    join oversight.finding f on f.id = r.finding_id
    left join oversight.remedy_answer a on a.finding_id = r.finding_id and a.position = r.position
    left join evidence.pub_paper p on p.id = r.paper_id
    where f.inspection_id = ${inspectionId} order by r.position`,
  )
  return found.map((finding) => ({
    ...finding,
    remedies: remedies.filter(({ findingId }) => findingId === finding.id),
  }))
}

interface Told {
  readonly by: string
  readonly onDate: CivilDate
  readonly at: Instant
}

export async function addRemedy(
  runs: Runs,
  findingId: string,
  { position, text, photo, paperId }: Pick<Remedy, 'position' | 'text' | 'photo' | 'paperId'>,
  { by, onDate, at }: Told,
): Promise<void> {
  await run(
    runs,
    sql`insert into oversight.remedy (finding_id, position, text, photo, paper_id, by_account, on_date, at)
      values (${findingId}, ${position}, ${text}, ${photo}, ${paperId}, ${by}, ${onDate}, ${at})`,
  )
}

export async function addRemedyAnswer(
  runs: Runs,
  findingId: string,
  { position, accepted, reason }: { position: number; accepted: boolean; reason: string },
  { by, onDate, at }: Told,
): Promise<void> {
  await run(
    runs,
    sql`insert into oversight.remedy_answer (finding_id, position, accepted, reason, by_account, on_date, at)
      values (${findingId}, ${position}, ${accepted}, ${reason}, ${by}, ${onDate}, ${at})`,
  )
}

/** Papers in the wallet that a producer may lay beside a remedy. */
export function walletOf(runs: Runs, producerId: string): Promise<{ id: string; title: string }[]> {
  return rows(
    runs,
    sql<{ id: string; title: string }>`select id, title from evidence.pub_paper
      where producer_id = ${producerId} and withdrawn_at is null order by added_at desc, id limit 100`,
  )
}

/** Papers with a last day, of the product or of its producer, that still hold: what must be renewed in time. */
export function papersToKeep(
  runs: Runs,
  productId: string,
  producerId: string,
  today: CivilDate,
): Promise<PaperToKeep[]> {
  return rows(
    runs,
    sql<PaperToKeep>`
    select distinct on (title, number) title, number, expires_on from evidence.pub_paper
    where producer_id = ${producerId} and (product_id is null or product_id = ${productId}) and withdrawn_at is null
      and expires_on >= ${today}
    order by title, number, expires_on desc limit 6`,
  )
}

export function commitmentsOf(runs: Runs, certificateNumber: string): Promise<Commitment[]> {
  return rows(
    runs,
    sql<Commitment>`select position, text, basis, confirmed_on from oversight.commitment
      where certificate_number = ${certificateNumber} order by position`,
  )
}

export async function addCommitments(
  runs: Runs,
  certificateNumber: string,
  lines: readonly { readonly text: string; readonly basis: string }[],
  { by, onDate, at }: Told,
  sample: boolean,
): Promise<void> {
  await run(
    runs,
    sql`insert into oversight.commitment (certificate_number, position, text, basis, confirmed_by, confirmed_on, confirmed_at, sample)
      select ${certificateNumber}, l.position, l.text, l.basis, ${by}, ${onDate}, ${at}, ${sample}
      from jsonb_to_recordset(${JSON.stringify(lines.map((line, index) => ({ ...line, position: index + 1 })))}::jsonb)
        as l(position integer, text text, basis text)`,
  )
}

/** Certificates in force of these producers, and whether their commitments stand. */
export function certificatesOf(runs: Runs, producers: readonly string[], today: CivilDate) {
  return rows(
    runs,
    sql<{ number: string; productName: string; stars: number; lastDay: CivilDate; committed: boolean }>`
    select r.number, r.product_name, r.stars, r.last_day,
      exists (select 1 from oversight.commitment c where c.certificate_number = r.number) as committed
    from recognition.pub_recognition r
    where r.producer_id = any(${[...producers]}::text[]) and r.issued_on <= ${today} and r.last_day >= ${today}
    order by r.product_name, r.number limit 100`,
  )
}
