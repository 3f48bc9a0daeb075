import { country } from '../kernel/actor.ts'
import type { OutcomeSum, SumCell, SumTable, Term } from './model.ts'
import { termFor } from './rules.ts'
import type { SumRow } from './store.ts'

export type SumLevel = SumRow['level']

export function cellId(level: SumLevel, province: string | null, key: string | null): string {
  return [level, province ?? '?', key ?? '?'].join('|')
}

const idOf = ({ level, province, key }: SumRow) => cellId(level, province, key)

/** The sums of a year as cells, each with the smallest cell that both the country and the province would show. */
export function cellsOf(sums: readonly SumRow[], terms: readonly Term[], year: number): Map<string, SumCell> {
  return new Map(
    sums.map((row) => {
      const id = idOf(row)
      return [id, { id, sum: sumOf(row), smallest: smallestIn(terms, year, row.province), published: isPublished(row) }]
    }),
  )
}

/** A province may hide more than the country does, never less: its sums stand on the page of the country too. */
export function smallestIn(terms: readonly Term[], year: number, province: string | null): number {
  const whole = termFor(terms, year, country).smallestCell
  return province === null ? whole : Math.max(whole, termFor(terms, year, province).smallestCell)
}

function sumOf({ level: _level, province: _province, ...sum }: SumRow): OutcomeSum {
  return sum
}

/** What lies in no province of today has no page of its own. */
function isPublished({ level, province }: SumRow): boolean {
  return province !== null || (level !== 'province-kind' && level !== 'commune')
}

/** How the cells add up. */
export function tablesOf(sums: readonly SumRow[]): SumTable[] {
  const at = (level: SumLevel) => sums.filter((row) => row.level === level)
  const [provinces, kinds] = [at('province'), at('kind')]
  const byProvince = Map.groupBy(at('province-kind'), ({ province }) => province)
  const byKind = Map.groupBy(at('province-kind'), ({ key }) => key)
  const communes = Map.groupBy(at('commune'), ({ province }) => province)
  const whole = cellId('country', null, null)
  const table = (total: string, parts: readonly SumRow[] = [], leaf = false) => ({
    total,
    parts: parts.map(idOf),
    leaf,
  })
  return [
    table(whole, provinces),
    table(whole, kinds),
    ...provinces.map((row) => table(idOf(row), byProvince.get(row.province))),
    ...kinds.map((row) => table(idOf(row), byKind.get(row.key))),
    ...provinces.map((row) => table(idOf(row), communes.get(row.province), true)),
  ]
}
