import type { Runs } from '../platform/db.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { Decision, DecisionKind, Line } from './model.ts'
import { isDecisionKept } from './store-recusal.ts'
import type { Reader } from './store-recusal.ts'

// The province of today follows the unit that signed: a province through its mergers, a district through its province.
const decisionColumns = sql`
  d.id, d.kind, d.level, d.unit_code, d.unit_on, d.authority, d.number, d.year, d.decided_on, d.text, d.round_id,
  d.signer_name, d.signer_title, d.drafted_at, d.issued_at, d.source_url, d.sample,
  case when d.level = 'ministry' then 'VN' else (
    select t.today_province_code from territory.pub_unit u
      join territory.pub_today t on t.code = u.province_code
        and d.unit_on >= t.valid_from and (t.valid_to is null or d.unit_on < t.valid_to)
      where u.code = d.unit_code and d.unit_on >= u.valid_from and (u.valid_to is null or d.unit_on < u.valid_to)
  ) end as province_code`

const lineColumns = sql`
  l.id, l.decision_id, l.position, l.product_id, l.producer_id, l.product_name, l.producer_name, l.place_name,
  l.dossier_id, l.session_id, l.stars, l.mean_hundredths, l.ends_certificate, l.ground, l.ground_note, l.concluded_on`

export function decisionById(runs: Runs, id: string): Promise<Decision | undefined> {
  return maybeRow(runs, sql<Decision>`select ${decisionColumns} from recognition.decision d where d.id = ${id}`)
}

export function lockDecision(runs: Runs, id: string): Promise<Decision | undefined> {
  return maybeRow(
    runs,
    sql<Decision>`select ${decisionColumns} from recognition.decision d where d.id = ${id} for update of d`,
  )
}

export function decisionByNumber(
  runs: Runs,
  { authority, number, year }: { authority: string; number: string; year: number },
): Promise<Decision | undefined> {
  return maybeRow(
    runs,
    sql<Decision>`
    select ${decisionColumns} from recognition.decision d
    where d.authority = ${authority} and d.number = ${number} and d.year = ${year}`,
  )
}

export function decisionsOfSession(runs: Runs, sessionId: string): Promise<Decision[]> {
  return rows(
    runs,
    sql<Decision>`
    select ${decisionColumns} from recognition.decision d
    where exists (select 1 from recognition.line l where l.decision_id = d.id and l.session_id = ${sessionId})
    order by d.kind desc, d.drafted_at`,
  )
}

type NewDecision = Omit<Decision, 'provinceCode'> & { readonly draftedBy: string }

export function addDecision(runs: Runs, d: NewDecision): Promise<number> {
  return run(
    runs,
    sql`
    insert into recognition.decision (id, kind, level, unit_code, unit_on, authority, number, year, decided_on, text, round_id,
      signer_name, signer_title, drafted_by, drafted_at, issued_at, source_url, sample)
    values (${d.id}, ${d.kind}, ${d.level}, ${d.unitCode}, ${d.unitOn}, ${d.authority}, ${d.number}, ${d.year}, ${d.decidedOn},
      ${d.text}, ${d.roundId}, ${d.signerName}, ${d.signerTitle}, ${d.draftedBy}, ${d.draftedAt}, ${d.issuedAt}, ${d.sourceUrl}, ${d.sample})`,
  )
}

export function addLine(runs: Runs, l: Line): Promise<number> {
  return run(
    runs,
    sql`
    insert into recognition.line (id, decision_id, position, product_id, producer_id, product_name, producer_name, place_name,
      dossier_id, session_id, stars, mean_hundredths, ends_certificate, ground, ground_note, concluded_on)
    values (${l.id}, ${l.decisionId}, ${l.position}, ${l.productId}, ${l.producerId}, ${l.productName}, ${l.producerName}, ${l.placeName},
      ${l.dossierId}, ${l.sessionId}, ${l.stars}, ${l.meanHundredths}, ${l.endsCertificate}, ${l.ground}, ${l.groundNote}, ${l.concludedOn})`,
  )
}

export function markIssued(
  runs: Runs,
  id: string,
  d: { number: string; year: number; decidedOn: string; signerName: string; signerTitle: string; issuedAt: string },
): Promise<number> {
  return run(
    runs,
    sql`
    update recognition.decision set number = ${d.number}, year = ${d.year}, decided_on = ${d.decidedOn},
      signer_name = ${d.signerName}, signer_title = ${d.signerTitle}, issued_at = ${d.issuedAt}
    where id = ${id}`,
  )
}

/** A draft that is given up leaves no row; the book keeps that it was. */
export async function removeDraft(runs: Runs, id: string): Promise<void> {
  await run(runs, sql`delete from recognition.line where decision_id = ${id}`)
  await run(runs, sql`delete from recognition.decision where id = ${id} and issued_at is null`)
}

export function linesOf(runs: Runs, decisionId: string): Promise<Line[]> {
  return rows(
    runs,
    sql<Line>`
    select ${lineColumns} from recognition.line l where l.decision_id = ${decisionId} order by l.position`,
  )
}

export interface LineWithCertificate extends Line {
  readonly certificateNumber: string | null
  readonly productSlug: string
  readonly producerSlug: string
}

export function linesToRead(runs: Runs, decisionId: string): Promise<LineWithCertificate[]> {
  return rows(
    runs,
    sql<LineWithCertificate>`
    select ${lineColumns}, c.number as certificate_number, p.slug as product_slug, o.slug as producer_slug
    from recognition.line l
    join product.pub_product p on p.id = l.product_id
    join producer.pub_producer o on o.id = l.producer_id
    left join recognition.certificate c on c.line_id = l.id
    where l.decision_id = ${decisionId} order by l.position`,
  )
}

export function lastPosition(runs: Runs, decisionId: string): Promise<{ last: number }> {
  return oneRow(
    runs,
    sql<{ last: number }>`
    select coalesce(max(position), 0)::int as last from recognition.line where decision_id = ${decisionId}`,
  )
}

/** The line of a past decision that already names this product. */
export function lineOfProduct(
  runs: Runs,
  decisionId: string,
  productId: string,
): Promise<{ id: string; certificateNumber: string | null } | undefined> {
  return maybeRow(
    runs,
    sql<{ id: string; certificateNumber: string | null }>`
    select l.id, c.number as certificate_number from recognition.line l
    left join recognition.certificate c on c.line_id = l.id
    where l.decision_id = ${decisionId} and l.product_id = ${productId}`,
  )
}

/** Drafters of one subject wait for each other until the act ends. */
export async function lockSubject(runs: Runs, subject: string): Promise<void> {
  await rows(runs, sql`select pg_advisory_xact_lock(hashtextextended(${`recognition:${subject}`}, 0))`)
}

export interface ListedDecision extends Decision {
  readonly lines: number
}

interface DecisionFilter {
  readonly q?: string | undefined
  readonly kind?: DecisionKind | undefined
  readonly year?: number | undefined
  readonly page: number
  readonly size: number
}

function issuedWhere({ q, kind, year }: DecisionFilter) {
  return sql`d.issued_at is not null
    and (${kind ?? null}::text is null or d.kind = ${kind ?? null})
    and (${year ?? null}::int is null or d.year = ${year ?? null})
    and (${q ?? null}::text is null or public.vn_fold(concat_ws(' ', d.number, d.authority)) like '%' || public.vn_fold(${q ?? ''}) || '%'
      or exists (select 1 from recognition.line l where l.decision_id = d.id
        and public.vn_fold(concat_ws(' ', l.product_name, l.producer_name)) like '%' || public.vn_fold(${q ?? ''}) || '%'))`
}

/** Issued decisions, newest first; one whose day the source did not print stands by its year. */
export function issuedDecisions(runs: Runs, filter: DecisionFilter): Promise<ListedDecision[]> {
  return rows(
    runs,
    sql<ListedDecision>`
    select ${decisionColumns}, (select count(*)::int from recognition.line l where l.decision_id = d.id) as lines
    from recognition.decision d where ${issuedWhere(filter)}
    order by d.year desc, d.decided_on desc nulls last, d.number, d.id
    limit ${filter.size} offset ${(filter.page - 1) * filter.size}`,
  )
}

export async function countIssued(runs: Runs, filter: DecisionFilter): Promise<number> {
  const { total } = await oneRow(
    runs,
    sql<{ total: number }>`
    select count(*)::int as total from recognition.decision d where ${issuedWhere(filter)}`,
  )
  return total
}

export interface Draft extends ListedDecision {
  readonly firstConclusion: string | null
  readonly firstProduct: string
}

/** Drafts of these units, the longest waiting first; the caller has asked access.ts which units. */
export function drafts(runs: Runs, provinces: readonly string[], reader: Reader): Promise<Draft[]> {
  return rows(
    runs,
    sql<Draft>`
    select * from (
      select ${decisionColumns}, (select count(*)::int from recognition.line l where l.decision_id = d.id) as lines,
        (select min(l.concluded_on) from recognition.line l where l.decision_id = d.id) as first_conclusion,
        (select l.product_name from recognition.line l where l.decision_id = d.id order by l.position limit 1) as first_product
      from recognition.decision d where d.issued_at is null and not ${isDecisionKept(sql`d.id`, reader)}
    ) draft where draft.province_code = any(${[...provinces]}) order by draft.drafted_at`,
  )
}
