import { addDays, daysBetween } from '../../kernel/civil-date.ts'
import type { CivilDate } from '../../kernel/civil-date.ts'

/** No sample dossier is filed before the text in force was. */
const textBegan: CivilDate = '2026-05-25'
/** The longest time back that the live part asks for. */
const reachesBack = 160

/** A day so many days ago; nearer when the sample is made soon after the text began, in the same order. */
export function daysAgo(today: CivilDate, days: number): CivilDate {
  const room = Math.min(1, Math.max(0, daysBetween(textBegan, today)) / reachesBack)
  return addDays(today, -Math.round(days * room))
}
