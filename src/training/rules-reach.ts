import type { ReachCell, ShownReachCell } from './model-reach.ts'

/** Our default where a unit set nothing; no text sets a number. */
export const usualSmallestCell = 5

/**
 * Hides what counts fewer people than `smallest`, and as much more as it takes that nobody finds a hidden cell by
 * taking the others from the total: at least two are hidden, together no fewer than `smallest` people.
 */
export function hideSmall(cells: readonly ReachCell[], smallest: number): readonly ShownReachCell[] {
  const rising = cells.filter(({ people }) => people > 0).toSorted((one, other) => one.people - other.people)
  const few = rising.filter(({ people }) => people < smallest)
  let hidden = few.length
  let together = few.reduce((sum, { people }) => sum + people, 0)
  while (hidden > 0 && hidden < rising.length && (hidden < 2 || together < smallest)) {
    together += rising[hidden]?.people ?? 0
    hidden += 1
  }
  const labels = new Set(rising.slice(0, hidden).map(({ label }) => label))
  return cells.map(({ label, people }) => ({ label, people: labels.has(label) ? null : people }))
}

/** The number of all is as telling as its only cell. */
export function shownTotal(people: number, smallest: number): number | null {
  return people > 0 && people < smallest ? null : people
}
