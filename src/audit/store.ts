import { json, oneRow, rows, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Entry } from './model.ts'

/** Writes the entry and puts its number on the list of what the next batch seals. */
export async function addEntry(runs: Runs, entry: Omit<Entry, 'seq'>): Promise<number> {
  const { at, actor, posting, provinces, fact, subject, detail, hash } = entry
  const { seq } = await oneRow(
    runs,
    sql<{ seq: number }>`
      with written as (
        insert into audit.entry (at, actor, posting, provinces, fact, subject, detail, hash)
        values (${at}, ${actor}, ${posting}, ${[...provinces]}, ${fact}, ${subject}, ${json(detail)}, ${hash})
        returning seq, at
      )
      insert into audit.unsealed (seq, at) select seq, at from written returning seq`,
  )
  return seq
}

export const entryColumns = sql.raw('e.seq, e.at, e.actor, e.posting, e.provinces, e.fact, e.subject, e.detail, e.hash')

export interface EntryQuery {
  readonly subject?: string | undefined
  readonly actor?: string | undefined
  /** A whole fact `dossier.filed`, or the slice before the dot. */
  readonly fact?: string | undefined
  /** Only things that officers of these provinces have acted on; undefined = the whole book. */
  readonly provinces?: readonly string[] | undefined
  /** Older than this number. */
  readonly before?: number | undefined
}

/** Newest first. Pages go by number, not by offset: the book only grows, and an old page stays where it was. */
export function entries(
  runs: Runs,
  { subject, actor, fact, provinces, before }: EntryQuery,
  size: number,
): Promise<Entry[]> {
  const wanted = [
    sql`true`,
    ...(subject === undefined ? [] : [sql`e.subject = ${subject}`]),
    ...(actor === undefined ? [] : [sql`e.actor = ${actor}`]),
    ...(fact === undefined
      ? []
      : [fact.includes('.') ? sql`e.fact = ${fact}` : sql`starts_with(e.fact, ${`${fact}.`})`]),
    ...(before === undefined ? [] : [sql`e.seq < ${before}`]),
    ...(provinces === undefined
      ? []
      : [
          sql`exists (select from audit.entry o where o.subject = e.subject and o.provinces && ${[...provinces]}::text[])`,
        ]),
  ]
  return rows(
    runs,
    sql<Entry>`select ${entryColumns} from audit.entry e where ${sql.join(wanted, sql` and `)} order by e.seq desc limit ${size}`,
  )
}
