import { protectedColumns } from './model.ts'
import type { OutcomeSum, ProtectedColumn, ShownSum, SumCell, SumTable } from './model.ts'

const ofPeople: readonly ProtectedColumn[] = ['labourFemale', 'labourMinority']

/** Would the sum, known by itself, tell of single producers or people? Whoever left the number out adds nobody to hide behind. */
export function tells(column: ProtectedColumn, { sum, smallest }: Pick<SumCell, 'sum' | 'smallest'>): boolean {
  const few = sum.told[column] > 0 && sum.told[column] < smallest
  return few || (ofPeople.includes(column) && sum[column] > 0 && sum[column] < smallest)
}

/**
 * Which sums are taken out of one column, over every table that anybody can read of a year: whoever subtracts the shown ones from
 * each other, across pages and whatever smallest cell each unit set, is left with no sum that would tell.
 */
export function takenOut(
  column: ProtectedColumn,
  cells: ReadonlyMap<string, SumCell>,
  tables: readonly SumTable[],
): ReadonlySet<string> {
  const told = [...cells.values()].filter(({ sum }) => sum.told[column] > 0)
  const sensitive = new Set(told.filter((cell) => tells(column, cell)).map(({ id }) => id))
  const hidden = new Set([...sensitive, ...told.filter(({ published }) => !published).map(({ id }) => id)])
  const round: Round = { column, cells, hidden, sensitive, tables }
  while (tables.some((table) => closes(table, round)) || closesChain(round));
  return hidden
}

interface Round {
  readonly column: ProtectedColumn
  readonly cells: ReadonlyMap<string, SumCell>
  readonly tables: readonly SumTable[]
  readonly hidden: Set<string>
  readonly sensitive: Set<string>
}

const toldOf = ({ cells, column }: Round, id: string) => cells.get(id)?.sum.told[column] ?? 0
const smallestOf = ({ cells }: Round, ids: readonly string[]) =>
  Math.max(0, ...ids.map((id) => cells.get(id)?.smallest ?? 0))
const together = (round: Round, ids: readonly string[]) => ids.reduce((sum, id) => sum + toldOf(round, id), 0)

/** Takes one more sum out of a table that gives something away by itself. @returns whether it did. */
function closes({ total, parts, leaf }: SumTable, round: Round): boolean {
  const { hidden, sensitive } = round
  const told = parts.filter((id) => toldOf(round, id) > 0)
  const holes = told.filter((id) => hidden.has(id))
  if (told.length === 0 || (holes.length === 0 && !hidden.has(total))) return false
  if (told.length === 1) return closesOnly(told[0] as string, total, round)
  const few = holes.length < (hidden.has(total) && !leaf ? 1 : 2)
  const small = !hidden.has(total) && together(round, holes) < smallestOf(round, holes)
  if (!few && !small) return false
  const next = smallestFirst(round, told).find((id) => !hidden.has(id)) ?? total
  if (hidden.has(next)) return false
  hidden.add(next)
  // A table that stands alone keeps its own secrets; one that had to give its total up hands them on.
  if (next === total && holes.some((id) => sensitive.has(id))) sensitive.add(total)
  return true
}

/** The only part of a total is the total. */
function closesOnly(part: string, total: string, { hidden, sensitive }: Round): boolean {
  const before = hidden.size + sensitive.size
  for (const [one, other] of [
    [part, total],
    [total, part],
  ] as const) {
    if (hidden.has(one)) hidden.add(other)
    if (sensitive.has(one)) sensitive.add(other)
  }
  return hidden.size + sensitive.size > before
}

function smallestFirst(round: Round, ids: readonly string[]): string[] {
  return ids.toSorted((one, other) => toldOf(round, one) - toldOf(round, other))
}

/** Takes one more sum out where several tables together give one away. @returns whether it did. */
function closesChain(round: Round): boolean {
  const { hidden, tables } = round
  for (const given of givenAway(round)) {
    const near = tables.filter(({ leaf, total, parts }) => !leaf && [total, ...parts].some((id) => given.includes(id)))
    for (const some of [near, tables.filter(({ leaf }) => !leaf)]) {
      const open = some.flatMap(({ total, parts }) => [...parts, total]).filter((id) => toldOf(round, id) > 0)
      const next = smallestFirst(round, open).find((id) => !hidden.has(id))
      if (next === undefined) continue
      hidden.add(next)
      return true
    }
  }
  return false
}

/** The largest prime below 2^26: products of two remainders stay whole numbers. */
const prime = 67_108_859

/**
 * What the shown sums leave certain: each table says that its hidden parts, less its total when that is hidden, make a known number.
 * Brought to reduced form, an equation with few unknowns is a sum that anybody can work out.
 */
function givenAway(round: Round): string[][] {
  const { hidden, sensitive, tables } = round
  const linked = tables.filter(({ leaf }) => !leaf)
  const ids = [...new Set(linked.flatMap(({ total, parts }) => [total, ...parts]))].filter((id) => hidden.has(id))
  const at = new Map(ids.map((id, index) => [id, index]))
  const equations = linked.map(({ total, parts }) => {
    const row = Array.from({ length: ids.length }, () => 0)
    for (const id of parts) if (at.has(id)) row[at.get(id) as number] = 1
    if (at.has(total)) row[at.get(total) as number] = prime - 1
    return row
  })
  return reduced(equations, ids.length)
    .map((row) => ids.filter((_, index) => row[index] !== 0))
    .filter(
      (known) =>
        known.length > 0 &&
        ((known.length === 1 && sensitive.has(known[0] as string)) ||
          together(round, known) < smallestOf(round, known)),
    )
}

/** Gauss and Jordan, in whole numbers below the prime. */
function reduced(equations: readonly number[][], width: number): number[][] {
  const rows = equations.map((row) => [...row])
  let rank = 0
  for (let column = 0; column < width && rank < rows.length; column++) {
    const found = rows.findIndex((row, index) => index >= rank && row[column] !== 0)
    if (found === -1) continue
    const pivot = rows[found] as number[]
    rows[found] = rows[rank] as number[]
    rows[rank] = pivot
    const inverse = inverseOf(pivot[column] as number)
    for (let index = column; index < width; index++) pivot[index] = ((pivot[index] as number) * inverse) % prime
    for (const row of rows) if (row !== pivot && row[column] !== 0) subtract(row, pivot, column)
    rank++
  }
  return rows
}

function subtract(row: number[], pivot: readonly number[], from: number): void {
  const times = row[from] as number
  for (let index = from; index < row.length; index++) {
    row[index] = ((row[index] as number) + (prime - times) * (pivot[index] as number)) % prime
  }
}

/** By Fermat: the power of two less than the prime. */
function inverseOf(value: number): number {
  let [result, base, left] = [1, value, prime - 2]
  for (; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * base) % prime
    base = (base * base) % prime
  }
  return result
}

/** Every sum as anybody may read it. */
export function protect(
  cells: ReadonlyMap<string, SumCell>,
  tables: readonly SumTable[],
): (id: string) => ShownSum | undefined {
  const out = new Map(protectedColumns.map((column) => [column, takenOut(column, cells, tables)]))
  return (id) => {
    const sum = cells.get(id)?.sum
    if (sum === undefined) return undefined
    const shown = Object.fromEntries(
      protectedColumns.map((column) => [column, out.get(column)?.has(id) ? null : sum[column]]),
    ) as Record<ProtectedColumn, number | null>
    return { ...sum, ...shown } satisfies Omit<OutcomeSum, ProtectedColumn> & Record<ProtectedColumn, number | null>
  }
}
