import { record } from '../audit/actions.ts'
import { termFor } from '../idea/actions-term.ts'
import type { UnitCode } from '../kernel/actor.ts'
import { yearOf } from '../kernel/civil-date.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { roundsOfUnit } from '../programme/actions.ts'
import { cycleAccess } from './access.ts'
import type { Season, SeasonInput } from './model-season.ts'
import { judgeRoom, judgeSeason } from './rules-season.ts'
import * as store from './store-season.ts'

/** The year of a province along the six steps: what it set, when it gathers ideas, its rounds that are not over. */
export async function seasonCalendar(ctx: Context, province: UnitCode) {
  const [seasons, term, rounds] = await Promise.all([
    store.seasonsOf(ctx, province),
    termFor(ctx, province),
    roundsOfUnit(ctx, province),
  ])
  const coming = rounds.filter(({ doneBy }) => doneBy >= `${yearOf(ctx.today)}-01-01`)
  const maySet = cycleAccess['set-season'](ctx.actor, { unit: province, province })
  return { seasons, term, rounds: coming.toReversed(), maySet }
}
export type SeasonCalendar = Awaited<ReturnType<typeof seasonCalendar>>

/** The province of the reader's own office, where there is one. */
export function ownProvince({ actor }: Context): UnitCode | undefined {
  return actor.postings.find(({ province }) => province.length === 2)?.province
}

export function setSeason(ctx: Context, { province, basis, ...typed }: SeasonInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    if (!cycleAccess['set-season'](tx.actor, { unit: province, province })) {
      throw new Refused({ code: 'cycle/not-your-unit', field: 'province' })
    }
    const standing = await store.lockSeasons(tx, province)
    orRefuse(judgeRoom(typed.step, standing))
    const days = orRefuse(judgeSeason(typed, standing))
    const season: Season = { id: newId(), provinceCode: province, step: typed.step, ...days, basis }
    await store.addSeason(tx, season, tx.actor.id, tx.now)
    await record(tx, 'cycle.season-set', province, { step: season.step, ...days, basis })
  })
}

/** @returns the province whose calendar it was. */
export function dropSeason(ctx: Context, id: string): Promise<UnitCode> {
  return atomically(ctx, async (tx) => {
    const season = orMissing(await store.seasonById(tx, id))
    const { provinceCode: province, step, fromDay, toDay } = season
    if (!cycleAccess['set-season'](tx.actor, { unit: province, province }))
      throw new Refused({ code: 'kernel/not-found' })
    await store.dropSeason(tx, id, tx.actor.id, tx.now)
    await record(tx, 'cycle.season-dropped', province, { step, fromDay, toDay })
    return province
  })
}
