import type { Instant } from '../kernel/civil-date.ts'
import { maybeRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Question } from './model-connection.ts'

const columns = sql`q.connection_id, q.position, q.side`
// Open while nobody took a step after the one that it follows.
const open = sql`not exists (select 1 from trade.step s where s.connection_id = q.connection_id and s.position > q.position)`

export async function addQuestion(runs: Runs, q: Question, at: Instant): Promise<void> {
  await run(
    runs,
    sql`insert into trade.question (connection_id, position, side, asked_at)
      values (${q.connectionId}, ${q.position}, ${q.side}, ${at})`,
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
