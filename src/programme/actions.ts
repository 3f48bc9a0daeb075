import { record } from '../audit/actions.ts'
import { country, systemActor } from '../kernel/actor.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { programmeAccess } from './access.ts'
import type { CalendarDay, CalendarInput, NewRound, Round } from './model.ts'
import { judgeRound } from './rules.ts'
import * as store from './store.ts'
import type { Calendar } from './working-days.ts'

/** Opens a round of a province, or of the ministry. @throws {Refused} when it is open already. */
export function openRound(ctx: Context, given: NewRound): Promise<string> {
  return atomically(ctx, async (tx) => {
    const place = { unit: given.unitCode, province: given.unitCode }
    if (tx.actor.id !== systemActor.id && !programmeAccess['open-round'](tx.actor, place)) {
      throw new Refused({ code: 'programme/not-yours' })
    }
    orRefuse(judgeRound(given))
    const round: Round = { ...given, id: newId(), sample: given.sample ?? false }
    if (!(await store.addRound(tx, round, tx.actor.id, tx.now))) {
      throw new Refused({ code: 'programme/round-exists', field: 'number' })
    }
    await record(tx, 'programme.round-opened', round.id, {
      year: round.year,
      number: round.number,
      unit: round.unitCode,
    })
    return round.id
  })
}

/** The rounds a person may see: those of the own units, all for the country. */
export function roundsFor(ctx: Context): Promise<Round[]> {
  const units = ctx.actor.postings.flatMap(({ unit, province }) => [unit, province])
  return units.includes(country) ? store.allRounds(ctx) : store.roundsOf(ctx, units)
}

/** A day off or a working day that the yearly decree moved; deadlines counted from now on follow it. */
export function enterDay(ctx: Context, input: CalendarInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    if (!programmeAccess['enter-day'](tx.actor, { unit: country, province: country })) {
      throw new Refused({ code: 'programme/not-yours' })
    }
    await store.saveDay(tx, input, tx.actor.id, tx.now)
    await record(tx, 'programme.day-entered', input.day, { working: input.working, note: input.note })
  })
}

export function enteredDays(ctx: Context): Promise<CalendarDay[]> {
  return store.enteredDays(ctx)
}

/** Public holidays come from the rules; what was entered wins. */
export async function calendarOf(ctx: Context): Promise<Calendar> {
  const days = await store.enteredDays(ctx)
  return { entered: new Map(days.map(({ day, working }) => [day, working])) }
}
