import { readFile, stat } from 'node:fs/promises'
import { Refused } from '../kernel/refusal.ts'
import { csvLines } from './list-csv.ts'
import { columnOf } from './list-columns.ts'
import { sheetLines } from './list-sheet.ts'
import type { Line } from './list-sheet.ts'
import type { ListRow } from './model.ts'

export const mostRows = 100_000
const largestFile = 50_000_000
// What counts beside the size of the file is the text that comes out: one string may be named by a million cells.
const mostCharacters = 50_000_000

/**
 * The rows of a CSV or XLSX list, told apart by their bytes; the first row that names a product column is the header.
 * @throws {Refused} when no header is found, the file cannot be read as text, or it is too large.
 */
export async function readList(path: string): Promise<ListRow[]> {
  if ((await stat(path)).size > largestFile) throw new Refused({ code: 'exchange/too-large' })
  const lines = linesOf(path, await readFile(path))
  let header: readonly string[] | undefined
  const rows: ListRow[] = []
  let characters = 0
  for await (const { line, cells } of lines) {
    characters += cells.reduce((sum, cell) => sum + cell.length, 0)
    if (characters > mostCharacters) throw new Refused({ code: 'exchange/too-large' })
    const isHeader = cells.some((cell) => columnOf(cell) === 'product')
    if (header === undefined) {
      if (isHeader) header = cells
    } else if (isHeader) {
      // A header of two lines; the same header again, at the top of a printed page, adds nothing.
      if (rows.length === 0) header = headerBelow(header, cells)
    } else if (cells.some((cell) => cell !== '')) {
      if (rows.length === mostRows) throw new Refused({ code: 'exchange/too-large' })
      rows.push(rowOf(line, header, cells))
    }
  }
  if (header === undefined) throw new Refused({ code: 'exchange/not-a-list' })
  return rows
}

function linesOf(path: string, bytes: Buffer): AsyncGenerator<Line> {
  const start = bytes.subarray(0, 4).toString('latin1')
  if (start === 'PK\u0003\u0004') return sheetLines(path, bytes)
  // The compound file of Excel before 2007, which also wraps every workbook that has a password.
  if (start === '\u00d0\u00cf\u0011\u00e0') throw new Refused({ code: 'exchange/old-excel' })
  return csvLines(bytes)
}

function headerBelow(above: readonly string[], below: readonly string[]): string[] {
  return Array.from({ length: Math.max(above.length, below.length) }, (_, index) => {
    const [top = '', bottom = ''] = [above[index], below[index]]
    return top === bottom || bottom === '' ? top : `${top} ${bottom}`.trim()
  })
}

function rowOf(line: number, header: readonly string[], cells: readonly string[]): ListRow {
  const known: Record<string, string> = {}
  const extra: Record<string, string> = {}
  header.forEach((name, index) => {
    const cell = cells[index] ?? ''
    if (cell === '') return
    const column = columnOf(name)
    if (column === undefined) extra[name] = cell
    else known[column] ??= cell
  })
  return { line, ...known, extra }
}
