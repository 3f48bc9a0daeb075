import type { Instant } from '../kernel/civil-date.ts'
import { maybeRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Assistance, Consent } from './model-help.ts'

export async function addConsent(
  runs: Runs,
  dossierId: string,
  { givenBy, givenOn, means, paperId, witness }: Consent,
  { by, at }: { by: string; at: Instant },
): Promise<void> {
  await run(
    runs,
    sql`insert into dossier.consent (dossier_id, given_by, given_on, means, paper_id, witness, recorded_by, recorded_at)
      values (${dossierId}, ${givenBy}, ${givenOn}, ${means}, ${means === 'paper' ? (paperId ?? null) : null}, ${witness ?? null}, ${by}, ${at})`,
  )
}

export function consentOf(runs: Runs, dossierId: string): Promise<Assistance | undefined> {
  return maybeRow(
    runs,
    sql<Assistance>`
      select k.given_by, k.given_on, k.means, k.paper_id, k.witness, a.name as recorded_by_name, k.recorded_at, k.ended_at, k.ended_why
      from dossier.consent k left join identity.pub_account a on a.id = k.recorded_by
      where k.dossier_id = ${dossierId}`,
  )
}

export function endConsent(
  runs: Runs,
  dossierId: string,
  { by, at, why }: { by: string; at: Instant; why: string },
): Promise<number> {
  return run(
    runs,
    sql`update dossier.consent set ended_at = ${at}, ended_by = ${by}, ended_why = ${why}
      where dossier_id = ${dossierId} and ended_at is null`,
  )
}

export interface AssistedDraft {
  readonly id: string
  readonly productName: string
  readonly openedAt: Instant
}

/** Drafts that a commune of today writes for its producers. */
export function assistedDrafts(runs: Runs, commune: string): Promise<AssistedDraft[]> {
  return rows(
    runs,
    sql<AssistedDraft>`
      select d.id, p.name as product_name, d.opened_at
      from dossier.dossier d
      join dossier.consent k on k.dossier_id = d.id and k.ended_at is null
      join product.pub_product p on p.id = d.product_id
      join territory.pub_today t on t.code = d.commune_code
        and d.commune_on >= t.valid_from and (t.valid_to is null or d.commune_on < t.valid_to)
      where d.state = 'draft' and t.today_code = ${commune}
      order by d.opened_at desc`,
  )
}
