import type { Instant } from '../kernel/civil-date.ts'
import { maybeRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { InboundMessage, InboundOutcome, Question } from './model-connection.ts'

const columns = sql`q.connection_id, q.position, q.side, q.code, q.phone, q.email`
// Open while nobody took a step after the one that it follows.
const open = sql`not exists (select 1 from trade.step s where s.connection_id = q.connection_id and s.position > q.position)`

export async function addQuestion(runs: Runs, q: Question, at: Instant): Promise<void> {
  await run(
    runs,
    sql`insert into trade.question (connection_id, position, side, code, phone, email, asked_at)
      values (${q.connectionId}, ${q.position}, ${q.side}, ${q.code}, ${q.phone}, ${q.email}, ${at})`,
  )
}

export function openQuestionsOfPhone(runs: Runs, phone: string): Promise<Question[]> {
  return rows(
    runs,
    sql<Question>`select ${columns} from trade.question q where q.phone = ${phone} and ${open} order by q.asked_at`,
  )
}

export function openQuestion(
  runs: Runs,
  { connectionId, position }: Pick<Question, 'connectionId' | 'position'>,
): Promise<Question | undefined> {
  return maybeRow(
    runs,
    sql<Question>`select ${columns} from trade.question q
      where q.connection_id = ${connectionId} and q.position = ${position} and ${open}`,
  )
}

export function questionsOf(runs: Runs, connectionId: string): Promise<Question[]> {
  return rows(
    runs,
    sql<Question>`select ${columns} from trade.question q where q.connection_id = ${connectionId} order by q.position`,
  )
}

/** The answer given to this message before; a second delivery of the same one waits for the first. */
export async function earlierReply(runs: Runs, id: string): Promise<string | undefined> {
  await run(runs, sql`select pg_advisory_xact_lock(hashtextextended(${`trade.inbound:${id}`}, 0))`)
  const found = await maybeRow(runs, sql<{ reply: string }>`select reply from trade.inbound where id = ${id}`)
  return found?.reply
}

export async function addInbound(
  runs: Runs,
  { id, from, text }: InboundMessage,
  { outcome, connectionId, reply }: { outcome: InboundOutcome; connectionId: string | null; reply: string },
  at: Instant,
): Promise<void> {
  await run(
    runs,
    sql`insert into trade.inbound (id, phone, text, received_at, outcome, connection_id, reply)
      values (${id}, ${from}, ${text}, ${at}, ${outcome}, ${connectionId}, ${reply})`,
  )
}
