import type { Instant } from '../kernel/civil-date.ts'
import { json, oneRow, rows, sql } from '../platform/db.ts'
import type { RawBuilder, Runs } from '../platform/db.ts'
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
  readonly actors?: readonly string[] | undefined
  /** Whole facts; an empty list finds nothing. */
  readonly facts?: readonly string[] | undefined
  /** All facts of one slice. */
  readonly part?: string | undefined
  /** Only things that officers of these provinces have acted on; undefined = the whole book. */
  readonly provinces?: readonly string[] | undefined
  readonly from?: Instant | undefined
  /** The first moment that is too late. */
  readonly until?: Instant | undefined
  /** Older than this number. */
  readonly before?: number | undefined
}

/** Newest first. Pages go by number, not by offset: the book only grows, and an old page stays where it was. */
export function entries(runs: Runs, query: EntryQuery, size: number): Promise<Entry[]> {
  const wanted = sql.join([sql`true`, ...conditions(query)], sql` and `)
  return rows(
    runs,
    sql<Entry>`select ${entryColumns} from audit.entry e where ${wanted} order by e.seq desc limit ${size}`,
  )
}

function conditions({ subject, actors, facts, part, provinces, from, until, before }: EntryQuery) {
  const when = <Value>(value: Value | undefined, condition: (value: Value) => RawBuilder<unknown>) =>
    value === undefined ? [] : [condition(value)]
  return [
    ...when(subject, (id) => sql`e.subject = ${id}`),
    ...when(actors, (ids) => sql`e.actor = any(${[...ids]}::text[])`),
    ...when(facts, (names) => sql`e.fact = any(${[...names]}::text[])`),
    ...when(part, (name) => sql`starts_with(e.fact, ${`${name}.`})`),
    ...when(from, (moment) => sql`e.at >= ${moment}`),
    ...when(until, (moment) => sql`e.at < ${moment}`),
    ...when(before, (seq) => sql`e.seq < ${seq}`),
    ...when(
      provinces,
      (codes) =>
        sql`exists (select from audit.entry o where o.subject = e.subject and o.provinces && ${[...codes]}::text[])`,
    ),
  ]
}
