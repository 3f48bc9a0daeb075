import type ExcelJS from 'exceljs'
import { Refused } from '../kernel/refusal.ts'
import { tidy } from '../kernel/text.ts'
import { ZipFault, unpack, zipEntries } from '../platform/zip.ts'
import type { ZipEntry } from '../platform/zip.ts'
import { columnOf } from './list-columns.ts'
import { spreadsheets } from './spreadsheet.ts'

/** One row of a list as its file gives it. */
export interface Line {
  readonly line: number
  readonly cells: readonly string[]
}

/** One value over several cells: written at its first, meant for all. Columns and rows from 1. */
interface Merge {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const mostUnpacked = 200_000_000
const mostMerges = 100_000
const mostColumns = 200

/** The rows of the first sheet with a product column, a merged cell read as the value of each of its rows. */
export async function* sheetLines(path: string, bytes: Buffer): AsyncGenerator<Line> {
  const merges = await inspect(bytes)
  const options = { worksheets: 'emit', sharedStrings: 'cache', styles: 'cache' } as const
  const { WorkbookReader } = await spreadsheets()
  const workbook = new WorkbookReader(path, options)
  let index = 0
  try {
    for await (const sheet of workbook) {
      let isList = false
      for await (const line of spread(rowsOf(sheet), merges[index++] ?? [])) {
        isList ||= line.cells.some((cell) => columnOf(cell) === 'product')
        yield line
      }
      if (isList) return
    }
  } catch {
    throw new Refused({ code: 'exchange/damaged' })
  }
}

async function* rowsOf(sheet: AsyncIterable<ExcelJS.Row>): AsyncGenerator<Line> {
  for await (const { number, values } of sheet) {
    const cells = Array.isArray(values) ? values.slice(1, mostColumns + 1) : []
    yield { line: number, cells: Array.from(cells, (value) => cellOf(cellText(value))) }
  }
}

/** Down a merged cell its value is repeated; across, only in a header, for a title over a table is no product. */
async function* spread(lines: AsyncIterable<Line>, merges: readonly Merge[]): AsyncGenerator<Line> {
  const byTop = Map.groupBy(merges, ({ top }) => top)
  let open: (Merge & { readonly value: string })[] = []
  for await (const { line, cells } of lines) {
    const isHeader = cells.some((cell) => columnOf(cell) === 'product')
    const starting = (byTop.get(line) ?? []).map((merge) => ({ ...merge, value: cells[merge.left - 1] ?? '' }))
    open = [...open.filter(({ bottom }) => bottom >= line), ...starting]
    const full = Array.from(cells)
    for (const { left, right, value } of open) {
      for (let column = left; column <= (isHeader ? Math.min(right, mostColumns) : left); column++) {
        full[column - 1] ||= value
      }
    }
    yield { line, cells: Array.from(full, (cell) => cell ?? '') }
  }
}

/**
 * Unpacks the whole workbook once, keeping nothing but the merged cells of each sheet, so that what is too large or not
 * what it says is refused before anything reads it into memory.
 */
async function inspect(bytes: Buffer): Promise<Merge[][]> {
  try {
    const entries = zipEntries(bytes)
    let left = mostUnpacked
    const found = new Map<ZipEntry, Merge[]>()
    for (const entry of entries) {
      const isSheet = /xl\/worksheets\/sheet\d+\.xml/.test(entry.name)
      const merges: Merge[] = []
      let tail = ''
      for await (const piece of unpack(bytes, entry)) {
        left -= piece.length
        if (left < 0) throw new ZipFault('too-large')
        if (isSheet) tail = mergesIn(tail + piece.toString('latin1'), merges)
      }
      if (merges.length > mostMerges) throw new ZipFault('too-large')
      if (isSheet) found.set(entry, merges)
    }
    return inReadingOrder(entries, found)
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error
    throw new Refused({ code: error.kind === 'damaged' ? 'exchange/damaged' : 'exchange/too-large' })
  }
}

/** Takes the merged cells out of a piece of a sheet; gives back what may be the beginning of another. */
function mergesIn(text: string, merges: Merge[]): string {
  let end = 0
  for (const match of text.matchAll(/<(?:\w+:)?mergeCell ref="([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)"/g)) {
    const [, left = '', top, right = '', bottom] = match
    merges.push({ left: columnNumber(left), right: columnNumber(right), top: Number(top), bottom: Number(bottom) })
    end = match.index + match[0].length
  }
  return text.slice(Math.max(end, text.length - 80))
}

function columnNumber(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

/** The reader gives first the sheets that lie behind the shared strings, then those before them. */
function inReadingOrder(entries: readonly ZipEntry[], found: ReadonlyMap<ZipEntry, Merge[]>): Merge[][] {
  const place = (name: string) => entries.findIndex((entry) => entry.name === name)
  const strings = place('xl/sharedStrings.xml')
  const ready = strings < 0 ? entries.length : Math.max(strings, place('xl/_rels/workbook.xml.rels'))
  const isLater = (entry: ZipEntry) => entries.indexOf(entry) > ready
  const sheets = entries.filter((entry) => found.has(entry))
  const ordered = [...sheets.filter(isLater), ...sheets.filter((entry) => !isLater(entry))]
  return ordered.map((entry) => found.get(entry) ?? [])
}

// What a spreadsheet shows for a value that it cannot compute; the row then says so instead of passing as empty.
const notComputed = '#VALUE!'

function cellText(value: ExcelJS.CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? notComputed : value.toISOString().slice(0, 10)
  if (typeof value === 'number' && Number.isNaN(value)) return notComputed
  if (typeof value !== 'object') return String(value)
  if ('error' in value) return value.error
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('formula' in value || 'sharedFormula' in value) {
    return value.result === undefined ? notComputed : cellText(value.result as ExcelJS.CellValue)
  }
  return 'text' in value ? String(value.text) : ''
}

/** A cell as one line of text; the database keeps no control characters. */
export function cellOf(text: string): string {
  return tidy(text.replaceAll(/\p{Cc}/gu, ' '))
}
