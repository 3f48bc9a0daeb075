import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { parse } from 'csv-parse'
import ExcelJS from 'exceljs'
import { Refused } from '../kernel/refusal.ts'
import { fold, tidy } from '../kernel/text.ts'
import { columnOf } from './model.ts'
import type { ListRow } from './model.ts'

const mostRows = 100_000
// A sheet of zeros can unpack a thousandfold: what counts is the text that comes out, not the file.
const mostCharacters = 50_000_000

/**
 * The rows of a CSV or XLSX list; the first row that names a product column is the header.
 * @throws {Refused} when no header is found or the file is too large.
 */
export async function readList(path: string): Promise<ListRow[]> {
  if ((await stat(path)).size > mostCharacters) throw new Refused({ code: 'exchange/too-large' })
  const lines = path.toLowerCase().endsWith('.xlsx') ? sheetLines(path) : csvLines(path)
  let header: readonly string[] | undefined
  const rows: ListRow[] = []
  let characters = 0
  for await (const { line, cells } of lines) {
    characters += cells.reduce((sum, cell) => sum + cell.length, 0)
    if (rows.length > mostRows || characters > mostCharacters) throw new Refused({ code: 'exchange/too-large' })
    if (header === undefined) {
      if (cells.some((cell) => columnOf(fold(cell)) === 'product')) header = cells
    } else if (cells.some((cell) => cell !== '')) rows.push(rowOf(line, header, cells))
  }
  if (header === undefined) throw new Refused({ code: 'exchange/not-a-list' })
  return rows
}

interface Line {
  readonly line: number
  readonly cells: readonly string[]
}

async function* csvLines(path: string): AsyncGenerator<Line> {
  const parser = createReadStream(path).pipe(parse({ bom: true, relax_column_count: true, info: true }))
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    yield { line: info.lines, cells: record.map(tidy) }
  }
}

async function* sheetLines(path: string): AsyncGenerator<Line> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookReader(path, { worksheets: 'emit', sharedStrings: 'cache' })
  for await (const sheet of workbook) {
    for await (const row of sheet) {
      const values = Array.isArray(row.values) ? row.values.slice(1) : []
      yield { line: row.number, cells: Array.from(values, (value) => tidy(cellText(value))) }
    }
    return
  }
}

function cellText(value: ExcelJS.CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value !== 'object') return String(value)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('result' in value) return cellText(value.result as ExcelJS.CellValue)
  if ('text' in value) return String(value.text)
  // #REF! and its kin are no words of the source.
  return ''
}

function rowOf(line: number, header: readonly string[], cells: readonly string[]): ListRow {
  const known: Record<string, string> = {}
  const extra: Record<string, string> = {}
  header.forEach((name, index) => {
    const cell = cells[index] ?? ''
    if (cell === '') return
    const column = columnOf(fold(name))
    if (column === undefined) extra[name] = cell
    else known[column] ??= cell
  })
  return { line, ...known, extra }
}
