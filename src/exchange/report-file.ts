import { writeFile } from 'node:fs/promises'
import type { ImportReport } from './model.ts'

const columns = ['line', 'outcome', 'reason', 'province_code', 'commune_code', 'product_id'] as const

/** One CSV row per input row, in the order of the file. */
export function reportCsv({ rows }: ImportReport): string {
  const lines = rows.map(({ line, outcome, reason, provinceCode, communeCode, productId }) =>
    [String(line), outcome, reason, provinceCode ?? '', communeCode ?? '', productId ?? ''].map(cell).join(','),
  )
  return `${columns.join(',')}\n${lines.join('\n')}\n`
}

// A cell that starts like a formula stays text in a spreadsheet.
function cell(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

export function writeReport(path: string, report: ImportReport): Promise<void> {
  return writeFile(path, reportCsv(report), 'utf8')
}
