import { isUtf8 } from 'node:buffer'
import { CsvError, parse } from 'csv-parse'
import type { Options } from 'csv-parse'
import { parse as parseAtOnce } from 'csv-parse/sync'
import { Refused } from '../kernel/refusal.ts'
import { columnOf } from './list-columns.ts'
import { cellOf } from './list-sheet.ts'
import type { Line } from './list-sheet.ts'

const delimiters = [',', ';', '\t'] as const
// A row longer than this is a quote that nobody closed.
const form = { bom: true, relax_column_count: true, relax_quotes: true, max_record_size: 100_000 } satisfies Options

/** The rows of a text list in UTF-8 or UTF-16, its cells parted by commas, semicolons or tabs. */
export async function* csvLines(bytes: Buffer): AsyncGenerator<Line> {
  const text = textOf(bytes)
  const parser = parse(text, { ...form, info: true, delimiter: delimiterOf(text) })
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      yield { line: info.lines, cells: record.map(cellOf) }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = /\bline (\d+)/.exec(error.message)?.[1]
    throw new Refused({ code: 'exchange/broken-quotes', facts: { line: line ?? '?' } })
  }
}

/** What Excel saves as “Unicode text” is UTF-16 with its mark; anything else must be UTF-8. */
function textOf(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('latin1')
  if (mark === '\u00ff\u00fe') return new TextDecoder('utf-16le').decode(bytes)
  if (mark === '\u00fe\u00ff') return new TextDecoder('utf-16be').decode(bytes)
  if (isUtf8(bytes) && !bytes.includes(0)) return bytes.toString('utf8')
  throw new Refused({ code: 'exchange/wrong-encoding', facts: { line: firstForeignLine(bytes) } })
}

function firstForeignLine(bytes: Buffer): number {
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf('\n', start)
    const written = bytes.subarray(start, end < 0 ? bytes.length : end)
    if (!isUtf8(written) || written.includes(0)) break
    start += written.length + 1
  }
  return line
}

/** The sign that parts the header into most columns we know. */
function delimiterOf(text: string): string {
  const head = text.split('\n', 50).join('\n').slice(0, 50_000)
  const known = (delimiter: string) => {
    const lines = parseAtOnce(head, { ...form, delimiter, skip_records_with_error: true })
    return Math.max(0, ...lines.map((cells) => cells.filter((cell) => columnOf(cell) !== undefined).length))
  }
  return delimiters.reduce((best, one) => (known(one) > known(best) ? one : best))
}
