import type { Instant } from '../kernel/civil-date.ts'
import { maybeRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { InboundMessage, InboundOutcome, PhoneQuestion } from './model-phone.ts'

export async function addQuestion(
  runs: Runs,
  { key, code, phone }: { key: string; code: string; phone: string },
  at: Instant,
): Promise<void> {
  await run(
    runs,
    sql`insert into notice.question (key, code, phone, asked_at) values (${key}, ${code}, ${phone}, ${at})
      on conflict (key) do nothing`,
  )
}

/** Open ones first, then the newest. */
export function questionsOfPhone(runs: Runs, phone: string): Promise<PhoneQuestion[]> {
  return rows(
    runs,
    sql<PhoneQuestion>`select key, code, closed_at is null as open from notice.question where phone = ${phone}
      order by closed_at is null desc, asked_at desc, key limit 200`,
  )
}

export function codesOf(runs: Runs, keys: readonly string[]): Promise<Pick<PhoneQuestion, 'key' | 'code'>[]> {
  return rows(
    runs,
    sql<
      Pick<PhoneQuestion, 'key' | 'code'>
    >`select key, code from notice.question where key = any(${[...keys]}::text[])`,
  )
}

export async function closeQuestions(runs: Runs, keys: readonly string[], at: Instant): Promise<void> {
  await run(
    runs,
    sql`update notice.question set closed_at = ${at} where closed_at is null and key = any(${[...keys]}::text[])`,
  )
}

export interface Heard {
  readonly outcome: InboundOutcome
  readonly key: string | null
  readonly reply: string
}

/** What this message was heard as before; a second delivery of the same one waits for the first. */
export async function heardBefore(runs: Runs, id: string): Promise<Heard | undefined> {
  await run(runs, sql`select pg_advisory_xact_lock(hashtextextended(${`notice.inbound:${id}`}, 0))`)
  return maybeRow(runs, sql<Heard>`select outcome, key, reply from notice.inbound where id = ${id}`)
}

export async function addInbound(
  runs: Runs,
  { id, from, text }: InboundMessage,
  { outcome, key, reply }: Heard,
  at: Instant,
): Promise<void> {
  await run(
    runs,
    sql`insert into notice.inbound (id, phone, text, received_at, outcome, key, reply)
      values (${id}, ${from}, ${text}, ${at}, ${outcome}, ${key}, ${reply})`,
  )
}
