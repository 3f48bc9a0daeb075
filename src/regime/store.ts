import { json, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Wording } from './labels.ts'

export function wordingsOf(runs: Runs, text: string, rubric: string): Promise<Wording[]> {
  return rows<Wording>(
    runs,
    sql<Wording>`select criterion, option, label from regime.official_wording where text = ${text} and rubric = ${rubric}`,
  )
}

export async function saveWordings(
  runs: Runs,
  { text, rubric, source }: { text: string; rubric: string; source: string },
  wordings: readonly Wording[],
  by: string,
  at: string,
): Promise<void> {
  await run(
    runs,
    sql`insert into regime.official_wording (text, rubric, criterion, option, label, source, loaded_by, loaded_at)
      select ${text}, ${rubric}, l.criterion, l.option, l.label, ${source}, ${by}, ${at}
      from jsonb_to_recordset(${json(wordings)}) as l(criterion text, option integer, label text)
      on conflict (text, rubric, criterion, option) do update
        set label = excluded.label, source = excluded.source, loaded_by = excluded.loaded_by, loaded_at = excluded.loaded_at`,
  )
}
