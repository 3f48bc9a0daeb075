import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellsOf, tablesOf } from './cells.ts'
import { protectedColumns } from './model.ts'
import type { OutcomeSum, SumCell, SumTable, Term } from './model.ts'
import { protect, takenOut, tells } from './rules-protect.ts'
import type { SumRow } from './store.ts'

const toldBy = (producers: number) =>
  Object.fromEntries(protectedColumns.map((column) => [column, producers])) as OutcomeSum['told']

const sum = (key: string | null, reported: number, labourFemale = 50 * reported): OutcomeSum => ({
  key,
  owing: reported,
  reported,
  revenue: reported * 10,
  labourTotal: reported * 100,
  labourLocal: reported * 60,
  labourFemale,
  labourMinority: reported * 50,
  closedChain: 0,
  careAsked: 0,
  environmentCare: 0,
  cultureKept: 0,
  materialSquareMetres: 0,
  monthlyIncome: reported * 7,
  told: toldBy(reported),
})

function added(key: string | null, sums: readonly OutcomeSum[]): OutcomeSum {
  const all = sum(key, 0)
  return sums.reduce(
    (whole, one) => ({
      ...whole,
      owing: whole.owing + one.owing,
      reported: whole.reported + one.reported,
      ...Object.fromEntries(protectedColumns.map((column) => [column, whole[column] + one[column]])),
      told: Object.fromEntries(
        protectedColumns.map((column) => [column, whole.told[column] + one.told[column]]),
      ) as OutcomeSum['told'],
    }),
    all,
  )
}

describe('small cells of one table', () => {
  /** What one table by itself shows. */
  function shownOf(sums: readonly OutcomeSum[], smallest = 5) {
    const whole = { id: 'all', sum: added(null, sums), smallest, published: true }
    const parts = sums.map((one) => ({ id: String(one.key), sum: one, smallest, published: true }))
    const cells = new Map<string, SumCell>([whole, ...parts].map((cell) => [cell.id, cell]))
    const shown = protect(cells, [{ total: 'all', parts: parts.map(({ id }) => id), leaf: false }])
    return { total: shown('all'), parts: parts.map(({ id }) => shown(id)) }
  }
  const revenues = (sums: readonly OutcomeSum[]) => shownOf(sums).parts.map((one) => one?.revenue)

  it('stand on the edge: four are hidden, five are not', () => {
    expect(revenues([sum('a', 4), sum('b', 3), sum('c', 5)])).toEqual([null, null, 50])
    expect(revenues([sum('a', 5), sum('b', 6)])).toEqual([50, 60])
  })
  it('of one part takes the next smallest with it', () => {
    expect(revenues([sum('a', 4), sum('b', 9), sum('c', 7)])).toEqual([null, 90, null])
  })
  it('of two that told once each go with a third: their neighbour would read one from the other', () => {
    expect(revenues([sum('a', 1), sum('b', 1), sum('c', 6), sum('d', 9)])).toEqual([null, null, null, 90])
  })
  it('of few women are hidden though many reported', () => {
    const { parts } = shownOf([sum('a', 9, 4), sum('b', 9, 60), sum('c', 9, 70)])
    expect(parts.map((one) => one?.labourFemale)).toEqual([null, null, 70])
    expect(parts.map((one) => one?.labourTotal)).toEqual([900, 900, 900])
  })
  it('of what few told are hidden though many reported: who left it out hides nobody', () => {
    const quiet = { ...sum('a', 9), told: { ...toldBy(9), revenue: 1, monthlyIncome: 4 } }
    const { parts } = shownOf([quiet, sum('b', 8), sum('c', 9)])
    expect(parts.map((one) => one?.revenue)).toEqual([null, null, 90])
    expect(parts.map((one) => one?.monthlyIncome)).toEqual([null, null, 63])
    expect(parts.map((one) => one?.labourTotal)).toEqual([900, 800, 900])
  })
  it('hide the total of a place where too few told', () => {
    expect(shownOf([sum('a', 4)]).total?.revenue).toBeNull()
  })
})

const term = (unitCode: string, smallestCell: number): Term => ({
  unitCode,
  fromYear: 2025,
  dueMonth: 1,
  dueDay: 31,
  smallestCell,
  basis: 'mẫu',
})

/** Producers of one province, commune and kind; how many left the optional numbers out. */
type Base = readonly [province: number, commune: number, kind: number, reported: number, women: number, quiet?: number]

/** The sums that the database would give of them. */
function rowsOf(base: readonly Base[]): SumRow[] {
  const told = base.map(([province, commune, kind, reported, women, quiet = 0]) => ({
    province: `P${province}`,
    commune: `P${province}C${commune}`,
    kind: `K${kind}`,
    sum: {
      ...sum(null, reported, reported === 0 ? 0 : women),
      told: { ...toldBy(reported), revenue: Math.max(0, reported - quiet) },
    },
  }))
  const rows = (level: SumRow['level'], of: (one: (typeof told)[number]) => readonly [string | null, string | null]) =>
    [...Map.groupBy(told, (one) => of(one).join('|')).values()].map((group): SumRow => {
      const [province, key] = of(group[0] as (typeof told)[number])
      return {
        ...added(
          key,
          group.map((one) => one.sum),
        ),
        level,
        province,
      }
    })
  return [
    ...rows('country', () => [null, null]),
    ...rows('province', ({ province }) => [province, province]),
    ...rows('kind', ({ kind }) => [null, kind]),
    ...rows('province-kind', ({ province, kind }) => [province, kind]),
    ...rows('commune', ({ province, commune }) => [province, commune]),
  ]
}

/** Whether the shown sums leave one certain: asked of every table, leaves too, by ranks in floating numbers. */
function isCertain(id: string, hidden: ReadonlySet<string>, tables: readonly SumTable[]): boolean {
  const unknown = [...hidden]
  const rows = tables.map(({ total, parts }) =>
    unknown.map((one) => (parts.includes(one) ? 1 : 0) - (one === total ? 1 : 0)),
  )
  return rankOf([...rows, unknown.map((one) => (one === id ? 1 : 0))]) === rankOf(rows)
}

function rankOf(given: readonly (readonly number[])[]): number {
  const rows = given.map((row) => [...row])
  let rank = 0
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const at = rows.findIndex((row, index) => index >= rank && Math.abs(row[column] as number) > 1e-9)
    if (at === -1) continue
    const pivot = rows[at] as number[]
    rows[at] = rows[rank] as number[]
    rows[rank] = pivot
    for (const row of rows.slice(rank + 1)) {
      const times = (row[column] as number) / (pivot[column] as number)
      for (let index = column; index < row.length; index++)
        row[index] = (row[index] as number) - times * (pivot[index] as number)
    }
    rank++
  }
  return rank
}

describe('the pages of the country and of its provinces together', () => {
  it('a province that shows less than the country is hidden on the page of the country too', () => {
    const all = rowsOf([
      [1, 1, 1, 7, 90],
      [2, 1, 1, 30, 90],
      [3, 1, 1, 40, 90],
    ])
    const shown = protect(cellsOf(all, [term('P1', 10)], 2025), tablesOf(all))
    expect(['P1', 'P2', 'P3'].map((code) => shown(`province|${code}|${code}`)?.revenue)).toEqual([null, null, 400])
  })

  it('a province cannot show what the country hides', () => {
    const all = rowsOf([
      [1, 1, 1, 7, 90],
      [2, 1, 1, 30, 90],
      [3, 1, 1, 40, 90],
    ])
    const shown = protect(cellsOf(all, [term('VN', 10), term('P1', 5)], 2025), tablesOf(all))
    expect(shown('province|P1|P1')?.revenue).toBeNull()
    expect(shown('commune|P1|P1C1')?.revenue).toBeNull()
  })

  it('a kind that one province hides is not read from the kinds of the country less the other provinces', () => {
    const all = rowsOf([
      [1, 1, 1, 3, 90],
      [1, 1, 2, 20, 90],
      [1, 1, 3, 20, 90],
      [2, 1, 1, 20, 90],
      [2, 1, 2, 20, 90],
      [2, 1, 3, 20, 90],
    ])
    const hidden = takenOut('revenue', cellsOf(all, [], 2025), tablesOf(all))
    expect(isCertain('province-kind|P1|K1', hidden, tablesOf(all))).toBe(false)
  })

  it('never leave certain a sum that would tell, whatever each unit set', () => {
    const base = fc.array(
      fc.tuple(
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 14 }),
      ),
      { minLength: 1, maxLength: 14 },
    )
    const smallest = fc.integer({ min: 2, max: 12 })
    fc.assert(
      fc.property(base, smallest, smallest, smallest, (given, whole, first, second) => {
        const all = rowsOf(given)
        const cells = cellsOf(all, [term('VN', whole), term('P1', first), term('P2', second)], 2025)
        const tables = tablesOf(all)
        for (const column of protectedColumns) {
          const hidden = takenOut(column, cells, tables)
          for (const cell of cells.values()) {
            if (!tells(column, cell)) continue
            expect(hidden.has(cell.id)).toBe(true)
            expect([cell.id, isCertain(cell.id, hidden, tables)]).toEqual([cell.id, false])
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})
