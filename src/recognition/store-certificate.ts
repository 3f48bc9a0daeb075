import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import type { Runs } from '../platform/db.ts'
import { json, maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { Certificate, CertificateFacts, CertifiedStars, Decision, Ending, PrintedFacts } from './model.ts'

interface CertificateRow {
  readonly number: string
  readonly layout: string
  readonly file: string | null
  readonly stars: CertifiedStars
  readonly issuedOn: CivilDate
  readonly expiresOn: CivilDate
  readonly productId: string
  readonly productName: string
  readonly productSlug: string
  readonly productCode: string | null
  readonly groupText: string
  readonly groupNo: string
  readonly pictureFile: string | null
  readonly pictureDescription: string | null
  readonly packs: Certificate['packs']
  readonly producerId: string
  readonly producerName: string
  readonly producerSlug: string
  readonly placeName: string
  readonly provinceCode: string | null
  readonly decisionId: string
  readonly decisionNumber: string | null
  readonly decidedOn: CivilDate | null
  readonly authority: string
  readonly level: Decision['level']
  readonly text: string
  readonly sourceUrl: string | null
  readonly sample: boolean
  readonly endKind: Ending['kind'] | null
  readonly endedOn: CivilDate | null
  readonly endGround: string | null
  readonly replacedBy: string | null
  readonly endDecisionId: string | null
  readonly endDecisionNumber: string | null
  readonly suspensions: readonly { fromDate: CivilDate; toDate: CivilDate | null; reason: string }[]
  readonly renewals: CertificateFacts['renewals']
}

const wholeCertificate = sql`
  select c.number, c.layout, c.file, c.stars, c.issued_on, c.expires_on, c.product_id, c.product_name, c.producer_id, c.producer_name,
    p.slug as product_slug, p.code as product_code, p.group_text, p.group_no, o.slug as producer_slug, l.place_name,
    i.file as picture_file, i.description as picture_description, t.today_province_code as province_code,
    d.id as decision_id, d.number as decision_number, d.decided_on, d.authority, d.level, d.text, d.source_url, d.sample,
    e.kind as end_kind, e.ended_on, e.ground as end_ground, e.replaced_by, e.decision_id as end_decision_id, ed.number as end_decision_number,
    (select coalesce(json_agg(json_build_object('label', k.label, 'gtin', k.gtin) order by k.position), '[]')
      from product.pub_pack k where k.product_id = c.product_id) as packs,
    (select coalesce(json_agg(json_build_object('fromDate', s.from_date, 'toDate', s.to_date, 'reason', s.reason) order by s.from_date), '[]')
      from recognition.suspension s where s.certificate_number = c.number) as suspensions,
    (select coalesce(json_agg(json_build_object('filedOn', w.filed_on, 'settledOn', w.settled_on) order by w.filed_on), '[]')
      from recognition.pub_renewal w where w.certificate_number = c.number) as renewals
  from recognition.certificate c
  join recognition.line l on l.id = c.line_id
  join recognition.decision d on d.id = l.decision_id
  join product.pub_product p on p.id = c.product_id
  join producer.pub_producer o on o.id = c.producer_id
  left join recognition.ending e on e.certificate_number = c.number
  left join recognition.decision ed on ed.id = e.decision_id
  left join territory.pub_today t on t.code = p.commune_code
    and p.commune_on >= t.valid_from and (t.valid_to is null or p.commune_on < t.valid_to)
  left join lateral (
    select i.small as file, i.description from product.pub_picture i where i.product_id = c.product_id order by i.position limit 1
  ) i on true`

function certificateOf(row: CertificateRow): Certificate {
  const {
    decisionId,
    decisionNumber,
    groupText,
    groupNo,
    pictureFile,
    pictureDescription,
    endKind,
    endedOn,
    endDecisionId,
    ...rest
  } = row
  const { decidedOn, authority, level, text, sourceUrl, endDecisionNumber, ...own } = rest
  return {
    ...own,
    group: { text: groupText, number: groupNo },
    picture: pictureFile === null ? null : { file: pictureFile, description: pictureDescription ?? '' },
    decision: { id: decisionId, number: decisionNumber, decidedOn, authority, level, text, sourceUrl },
    ending: endKind === null || endedOn === null ? null : { kind: endKind, endedOn },
    endedBy: endDecisionId === null ? null : { id: endDecisionId, number: endDecisionNumber },
    suspensionReason: own.suspensions.findLast(({ toDate }) => toDate === null)?.reason ?? null,
  }
}

export async function certificatesByNumber(runs: Runs, numbers: readonly string[]): Promise<Certificate[]> {
  const found = await rows(runs, sql<CertificateRow>`${wholeCertificate} where c.number = any(${[...numbers]})`)
  return found.map(certificateOf)
}

/** All certificates of these products, the newest of each first. */
export async function certificatesOfProducts(runs: Runs, productIds: readonly string[]): Promise<Certificate[]> {
  const found = await rows(
    runs,
    sql<CertificateRow>`
    ${wholeCertificate} where c.product_id = any(${[...productIds]}) order by c.product_id, c.issued_on desc, c.number desc`,
  )
  return found.map(certificateOf)
}

/** Past their last day and not yet ended in the records; oldest first. */
export async function certificatesPastTerm(
  runs: Runs,
  today: CivilDate,
  limit: number,
  after: string,
): Promise<Certificate[]> {
  const found = await rows(
    runs,
    sql<CertificateRow>`
    ${wholeCertificate} where c.expires_on < ${today} and e.kind is null and c.number > ${after} order by c.number limit ${limit}`,
  )
  return found.map(certificateOf)
}

/** Writers to one certificate wait for each other. */
export async function lockCertificates(runs: Runs, numbers: readonly string[]): Promise<void> {
  await rows(
    runs,
    sql`select number from recognition.certificate where number = any(${[...numbers]}) order by number for update`,
  )
}

/** The next serial of an authority in a year; its row stays locked until the act commits, and a rollback gives it back. */
export async function nextSerial(runs: Runs, unit: string, year: number): Promise<number> {
  const { last } = await oneRow(
    runs,
    sql<{ last: number }>`
    insert into recognition.serial (unit_code, year, last) values (${unit}, ${year}, 1)
    on conflict (unit_code, year) do update set last = serial.last + 1
    returning last`,
  )
  return last
}

interface NewCertificate {
  readonly number: string
  readonly lineId: string
  readonly productId: string
  readonly producerId: string
  readonly productName: string
  readonly producerName: string
  readonly stars: CertifiedStars
  readonly issuedOn: CivilDate
  readonly expiresOn: CivilDate
  readonly layout: string
  readonly facts: PrintedFacts | null
}

export function addCertificate(runs: Runs, c: NewCertificate): Promise<number> {
  return run(
    runs,
    sql`
    insert into recognition.certificate (number, line_id, product_id, producer_id, product_name, producer_name, stars, issued_on, expires_on, layout, facts)
    values (${c.number}, ${c.lineId}, ${c.productId}, ${c.producerId}, ${c.productName}, ${c.producerName}, ${c.stars}, ${c.issuedOn},
      ${c.expiresOn}, ${c.layout}, ${json(c.facts ?? {})})`,
  )
}

export interface Print {
  readonly number: string
  readonly layout: string
  readonly facts: PrintedFacts
  readonly url: string | null
  readonly file: string | null
  readonly statusIndex: number
  readonly dossierId: string | null
}

export function printOf(runs: Runs, number: string): Promise<Print | undefined> {
  return maybeRow(
    runs,
    sql<Print>`
    select c.number, c.layout, c.facts, c.url, c.file, c.status_index, l.dossier_id
    from recognition.certificate c join recognition.line l on l.id = c.line_id where c.number = ${number}`,
  )
}

/** The first print stands: whoever comes second keeps it. */
export function keepPrint(runs: Runs, number: string, url: string, file: string): Promise<number> {
  return run(
    runs,
    sql`update recognition.certificate set url = ${url}, file = ${file} where number = ${number} and file is null`,
  )
}

interface NewEnding extends Ending {
  readonly certificateNumber: string
  readonly decisionId: string | null
  readonly ground: string | null
  readonly sourceUrl: string | null
  readonly replacedBy: string | null
  readonly recordedAt: string
  readonly recordedBy: string
}

/** A recorded expiry gives way to a revocation or a replacement that came before it; nothing else is overwritten. */
export function addEnding(runs: Runs, e: NewEnding): Promise<number> {
  return run(
    runs,
    sql`
    insert into recognition.ending (certificate_number, kind, ended_on, decision_id, ground, source_url, replaced_by, recorded_at, recorded_by)
    values (${e.certificateNumber}, ${e.kind}, ${e.endedOn}, ${e.decisionId}, ${e.ground}, ${e.sourceUrl}, ${e.replacedBy}, ${e.recordedAt}, ${e.recordedBy})
    on conflict (certificate_number) do update set kind = excluded.kind, ended_on = excluded.ended_on, decision_id = excluded.decision_id,
      ground = excluded.ground, source_url = excluded.source_url, replaced_by = excluded.replaced_by,
      recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by
    where ending.kind = 'expiry-recorded' and excluded.kind <> 'expiry-recorded'`,
  )
}

export function addSuspension(
  runs: Runs,
  s: {
    id: string
    certificateNumber: string
    fromDate: CivilDate
    reason: string
    recordedBy: string
    recordedAt: string
  },
): Promise<number> {
  return run(
    runs,
    sql`
    insert into recognition.suspension (id, certificate_number, from_date, reason, recorded_by, recorded_at)
    values (${s.id}, ${s.certificateNumber}, ${s.fromDate}, ${s.reason}, ${s.recordedBy}, ${s.recordedAt})`,
  )
}

export function liftSuspension(runs: Runs, certificateNumber: string, toDate: CivilDate): Promise<number> {
  return run(
    runs,
    sql`
    update recognition.suspension set to_date = ${toDate} where certificate_number = ${certificateNumber} and to_date is null`,
  )
}

export function addRenewal(
  runs: Runs,
  r: { certificateNumber: string; dossierId: string; openedOn: CivilDate; openedBy: string },
): Promise<number> {
  return run(
    runs,
    sql`
    insert into recognition.renewal (certificate_number, dossier_id, opened_on, opened_by)
    values (${r.certificateNumber}, ${r.dossierId}, ${r.openedOn}, ${r.openedBy})
    on conflict (dossier_id) do nothing`,
  )
}

/** Dossiers opened for this certificate that have no result yet. */
export function openDossiersFor(
  runs: Runs,
  certificateNumber: string,
): Promise<{ dossierId: string; state: string; kind: string }[]> {
  return rows(
    runs,
    sql<{ dossierId: string; state: string; kind: string }>`
    select r.dossier_id, d.state, d.kind from recognition.renewal r join dossier.pub_dossier d on d.id = r.dossier_id
    where r.certificate_number = ${certificateNumber} and not exists (
      select 1 from dossier.pub_step s where s.dossier_id = r.dossier_id
        and s.state_after in ('recognised-by-district', 'recognised-by-province', 'recognised-by-ministry', 'not-recognised', 'withdrawn', 'disqualified'))`,
  )
}

/** A draft of a revocation that already names this certificate. */
export function draftRevocationOf(runs: Runs, numbers: readonly string[]): Promise<{ number: string }[]> {
  return rows(
    runs,
    sql<{ number: string }>`
    select l.ends_certificate as number from recognition.line l join recognition.decision d on d.id = l.decision_id
    where d.kind = 'revoke' and d.issued_at is null and l.ends_certificate = any(${[...numbers]})`,
  )
}

/** What the producer promised to keep after the recognition is made above; the book tells that it was, when and how much. */
export function promiseTold(runs: Runs, number: string): Promise<{ at: Instant; lines: number } | undefined> {
  return maybeRow(
    runs,
    sql<{ at: Instant; lines: number }>`select at, (detail->>'lines')::int as lines from audit.pub_fact
      where subject = ${number} and fact = 'oversight.committed' order by seq desc limit 1`,
  )
}
