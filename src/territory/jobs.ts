import type { Context } from '../platform/context.ts'
import { turnDay } from './actions-reform.ts'

/** `territory.turn-day` belongs just after midnight in Vietnam (17:05 UTC). */
export function territoryTasks(context: () => Context) {
  return { 'territory.turn-day': async () => void (await turnDay(context())) }
}
