import type { CivilDate } from '../kernel/civil-date.ts'
import { oneRow, rows, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { CertificateFacts, Ending } from './model.ts'

/** How many places the status list has; a place is given with the certificate and never taken back. */
export async function sizeOfStatusList(runs: Runs): Promise<number> {
  const { size } = await oneRow(
    runs,
    sql<{ size: number }>`select coalesce(max(status_index) + 1, 0)::int as size from recognition.certificate`,
  )
  return size
}

type Row = Omit<CertificateFacts, 'ending'> & {
  readonly index: number
  readonly endKind: Ending['kind'] | null
  readonly endedOn: CivilDate | null
}

export type Exception = CertificateFacts & { readonly index: number }

/** Certificates that something was done to: every other one is told by its own dates. */
export async function exceptionalCertificates(runs: Runs, today: CivilDate): Promise<Exception[]> {
  const found = await rows(
    runs,
    sql<Row>`
    select c.status_index as index, c.stars, c.issued_on, c.expires_on, e.kind as end_kind, e.ended_on,
      (select coalesce(json_agg(json_build_object('fromDate', s.from_date, 'toDate', s.to_date)), '[]')
        from recognition.suspension s where s.certificate_number = c.number) as suspensions,
      (select coalesce(json_agg(json_build_object('filedOn', w.filed_on, 'settledOn', w.settled_on)), '[]')
        from recognition.pub_renewal w where w.certificate_number = c.number) as renewals
    from recognition.certificate c left join recognition.ending e on e.certificate_number = c.number
    where e.kind in ('revoked', 'replaced')
      or c.number in (select certificate_number from recognition.suspension where to_date is null or to_date > ${today})
      or c.number in (select certificate_number from recognition.pub_renewal where settled_on is null or settled_on > ${today})
    order by c.status_index`,
  )
  return found.map(({ endKind, endedOn, ...facts }) => ({
    ...facts,
    ending: endKind === null || endedOn === null ? null : { kind: endKind, endedOn },
  }))
}
