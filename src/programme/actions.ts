import { record } from '../audit/actions.ts'
import { country, systemActor } from '../kernel/actor.ts'
import type { UnitCode } from '../kernel/actor.ts'
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
      throw new Refused({ code: 'programme/round-exists', field: 'number', overtaken: true })
    }
    await record(tx, 'programme.round-opened', round.id, {
      year: round.year,
      number: round.number,
      unit: round.unitCode,
    })
    return round.id
  })
}

/** The rounds a person may see: those of the own units and of the ministry, all for the country. */
export function roundsFor(ctx: Context): Promise<Round[]> {
  const units = ctx.actor.postings.flatMap(({ unit, province }) => [unit, province])
  if (units.includes(country)) return store.allRounds(ctx)
  return units.length === 0 ? Promise.resolve([]) : store.roundsOf(ctx, [...units, country])
}

/** The rounds a unit opened for itself, for whoever counts its terms. */
export function roundsOfUnit(ctx: Context, unit: string): Promise<Round[]> {
  return store.roundsOf(ctx, [unit])
}

export function roundById(ctx: Context, id: string): Promise<Round | undefined> {
  return store.roundById(ctx, id)
}

/** A day off or a working day that the yearly decree moved; deadlines counted from now on follow it. */
export function enterDay(ctx: Context, unitCode: UnitCode, input: CalendarInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    if (!programmeAccess['enter-day'](tx.actor, { unit: unitCode, province: unitCode })) {
      throw new Refused({ code: 'programme/not-yours' })
    }
    await store.saveDay(tx, { ...input, unitCode }, tx.actor.id, tx.now)
    await record(tx, 'programme.day-entered', input.day, { unit: unitCode, working: input.working, note: input.note })
  })
}

export function enteredDays(ctx: Context): Promise<CalendarDay[]> {
  return store.enteredDays(ctx)
}

/** Public holidays come from the rules; what was entered wins, and a province's own day wins over the country's. */
export async function calendarsOf(ctx: Context): Promise<(province: UnitCode) => Calendar> {
  const days = await store.enteredDays(ctx)
  const of = (unit: UnitCode) =>
    days.filter(({ unitCode }) => unitCode === unit).map(({ day, working }) => [day, working] as const)
  return (province) => ({ entered: new Map([...of(country), ...of(province)]) })
}

export async function calendarOf(ctx: Context, province: UnitCode): Promise<Calendar> {
  return (await calendarsOf(ctx))(province)
}
