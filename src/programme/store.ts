import { maybeRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { CalendarDay, Round } from './model.ts'

const columns = sql`id, level, unit_code, unit_on, year, number, propose_by, done_by, sample`

/** @returns false when this round is open already. */
export async function addRound(runs: Runs, round: Round, by: string, at: string): Promise<boolean> {
  const added = await run(
    runs,
    sql`insert into programme.round (id, level, unit_code, unit_on, year, number, propose_by, done_by, opened_by, opened_at, sample)
      values (${round.id}, ${round.level}, ${round.unitCode}, ${round.unitOn}, ${round.year}, ${round.number}, ${round.proposeBy},
        ${round.doneBy}, ${by}, ${at}, ${round.sample})
      on conflict (level, unit_code, year, number) do nothing`,
  )
  return added === 1
}

export function roundsOf(runs: Runs, unitCodes: readonly string[]): Promise<Round[]> {
  return rows<Round>(
    runs,
    sql<Round>`select ${columns} from programme.round where unit_code = any(${[...unitCodes]}::text[]) order by year desc, number desc`,
  )
}

export function roundById(runs: Runs, id: string): Promise<Round | undefined> {
  return maybeRow<Round>(runs, sql<Round>`select ${columns} from programme.round where id = ${id}`)
}

export function allRounds(runs: Runs): Promise<Round[]> {
  return rows<Round>(
    runs,
    sql<Round>`select ${columns} from programme.round order by year desc, number desc, unit_code limit 500`,
  )
}

export async function saveDay(
  runs: Runs,
  { unitCode, day, working, note }: CalendarDay,
  by: string,
  at: string,
): Promise<void> {
  await run(
    runs,
    sql`insert into programme.calendar_day (unit_code, day, working, note, entered_by, entered_at) values (${unitCode}, ${day}, ${working}, ${note}, ${by}, ${at})
      on conflict (unit_code, day) do update set working = excluded.working, note = excluded.note, entered_by = excluded.entered_by, entered_at = excluded.entered_at`,
  )
}

export function enteredDays(runs: Runs): Promise<CalendarDay[]> {
  return rows<CalendarDay>(
    runs,
    sql<CalendarDay>`select unit_code, day, working, note from programme.calendar_day order by day, unit_code`,
  )
}
