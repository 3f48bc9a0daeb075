import type { UnitCode } from '../kernel/actor.ts'
import { rows, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'

/** The slices that say what their things are called: `pub_named (kind, id, name)`. */
const naming = [
  'territory',
  'identity',
  'producer',
  'programme',
  'scheme',
  'outcome',
  'oversight',
  'product',
  'evidence',
  'idea',
  'dossier',
  'evaluation',
  'recognition',
  'notice',
  'support',
  'trade',
  'training',
  'fair',
  'sale',
  'gathering',
  'newsroom',
  'statistics',
] as const

export interface Named {
  readonly kind: string
  readonly id: string
  readonly name: string
}

/** Things by id, whatever they are; ids nobody names are left out. */
export async function named(runs: Runs, ids: readonly string[]): Promise<ReadonlyMap<string, Named>> {
  if (ids.length === 0) return new Map()
  const windows = naming.map(
    (slice) =>
      sql<Named>`select kind, id, name from ${sql.table(`${slice}.pub_named`)} where id = any(${[...ids]}::text[])`,
  )
  const found = await rows(runs, sql<Named>`${sql.join(windows, sql` union all `)}`)
  return new Map(found.map((thing) => [thing.id, thing]))
}

/** Ids of accounts whose name holds these words, with or without marks. */
export async function accountsCalled(runs: Runs, words: string): Promise<string[]> {
  const found = await rows(
    runs,
    sql<{ id: string }>`
      select id from identity.pub_account where strpos(public.vn_fold(name), public.vn_fold(${words})) > 0
      order by id limit 500`,
  )
  return found.map(({ id }) => id)
}

/** Full names of units, as they were called last. */
export async function unitNames(runs: Runs, codes: readonly UnitCode[]): Promise<ReadonlyMap<UnitCode, string>> {
  if (codes.length === 0) return new Map()
  const found = await rows(
    runs,
    sql<{ code: UnitCode; fullName: string }>`
      select distinct on (code) code, full_name from territory.pub_unit
      where code = any(${[...codes]}::text[]) order by code, valid_from desc`,
  )
  return new Map(found.map(({ code, fullName }) => [code, fullName]))
}
