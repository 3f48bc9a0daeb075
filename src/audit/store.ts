import { json, oneRow, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Entry } from './model.ts'

/** Writes the entry and puts its number on the list of what the next batch seals. */
export async function addEntry(runs: Runs, entry: Omit<Entry, 'seq'>): Promise<number> {
  const { at, actor, posting, fact, subject, detail, hash } = entry
  const { seq } = await oneRow(
    runs,
    sql<{ seq: number }>`
      with written as (
        insert into audit.entry (at, actor, posting, fact, subject, detail, hash)
        values (${at}, ${actor}, ${posting}, ${fact}, ${subject}, ${json(detail)}, ${hash})
        returning seq, at
      )
      insert into audit.unsealed (seq, at) select seq, at from written returning seq`,
  )
  return seq
}
