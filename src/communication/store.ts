import { maybeRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Notice } from './model.ts'

/** @returns false when the same thing was already told. */
export async function addNotice(runs: Runs, key: string, notice: Notice): Promise<boolean> {
  const added = await run(
    runs,
    sql`insert into communication.notice (id, key, producer_id, subject, body, href, made_at, recipient, sent_at)
      values (${notice.id}, ${key}, ${notice.producerId}, ${notice.subject}, ${notice.body}, ${notice.href}, ${notice.madeAt},
        ${notice.recipient}, ${notice.sentAt})
      on conflict (key) do nothing`,
  )
  return added === 1
}

export function noticeToSend(runs: Runs, id: string): Promise<Notice | undefined> {
  return maybeRow<Notice>(
    runs,
    sql<Notice>`select * from communication.notice where id = ${id} and sent_at is null and recipient is not null for update`,
  )
}

export async function markSent(runs: Runs, id: string, at: string): Promise<void> {
  await run(runs, sql`update communication.notice set sent_at = ${at} where id = ${id}`)
}

export function noticesOf(runs: Runs, producerIds: readonly string[]): Promise<Notice[]> {
  return rows<Notice>(
    runs,
    sql<Notice>`select id, producer_id, subject, body, href, made_at, recipient, sent_at from communication.notice
      where producer_id = any(${[...producerIds]}::text[]) order by made_at desc limit 200`,
  )
}

export interface DossierTold {
  readonly dossierId: string
  readonly producerId: string
  readonly productName: string
  readonly dossierNumber: string | null
  readonly stars: number | null
}

/** A dossier, or every dossier of a closed session, with what a notice needs. */
export function dossiersBehind(runs: Runs, subject: string): Promise<DossierTold[]> {
  return rows<DossierTold>(
    runs,
    sql<DossierTold>`select d.id as dossier_id, d.producer_id, p.name as product_name, d.number as dossier_number, r.stars
      from dossier.pub_dossier d
      join product.pub_product p on p.id = d.product_id
      left join evaluation.pub_result r on r.dossier_id = d.id and r.session_id = ${subject}
      where d.id = ${subject} or r.session_id = ${subject}`,
  )
}

export interface CertificateTold {
  readonly number: string
  readonly producerId: string
  readonly productName: string
}

export function certificatesBehind(runs: Runs, subject: string): Promise<CertificateTold[]> {
  return rows<CertificateTold>(
    runs,
    sql<CertificateTold>`select number, producer_id, product_name from recognition.pub_recognition where number = ${subject}`,
  )
}
