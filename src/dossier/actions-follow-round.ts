import { record } from '../audit/actions.ts'
import { addDays, civilDateOf, showDate } from '../kernel/civil-date.ts'
import { orMissing } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { calendarOf, roundById } from '../programme/actions.ts'
import { placeName } from '../territory/actions.ts'
import { lawOf } from './actions.ts'
import { note } from './actions-follow.ts'
import { dueOn, statesInRound, termOf } from './clock.ts'
import { dueAfterDay } from './store-follow.ts'
import { stepsOf } from './store.ts'

/**
 * Dossiers that wait already when a round opens get the day they would have had if it had been open when they were
 * asked for (reaction to `programme.round-opened`). Run again, it finds nothing left.
 * @returns how many days it moved.
 */
export function followRound(ctx: Context, roundId: string): Promise<number> {
  return atomically(ctx, async (tx) => {
    const round = orMissing(await roundById(tx, roundId))
    const { level, unitCode, unitOn, number, year, doneBy } = round
    // The texts print no term for a district.
    if (level === 'district') return 0
    const unit = level === 'ministry' ? null : unitCode
    const [waiting, calendar] = await Promise.all([
      dueAfterDay(tx, { unit, states: statesInRound(level), day: addDays(doneBy, -1) }),
      calendarOf(tx, unitCode),
    ])
    const whose = unit === null ? 'Bộ' : ((await placeName(tx, unitCode, unitOn)) ?? unitCode)
    let moved = 0
    for (const dossier of waiting) {
      const term = termOf(dossier, lawOf(dossier))
      if (term?.by !== 'batch') continue
      const steps = (await stepsOf(tx, dossier.id)).map(({ act, at }) => ({ act, on: civilDateOf(at) }))
      const next = dueOn(term, { steps, calendar, rounds: [round] })
      if (next === undefined || next >= dossier.dueOn) continue
      const reason = `Trước là ${showDate(dossier.dueOn)}; ${whose} mở đợt ${number} năm ${year}, xong trước ${showDate(doneBy)}`
      await note(tx, { ...dossier, dueOn: next }, 'follow-round', reason, term.article)
      await record(tx, 'dossier.round-followed', dossier.id, { round: roundId, from: dossier.dueOn, to: next })
      moved++
    }
    return moved
  })
}
