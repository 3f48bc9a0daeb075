import { writeFile } from 'node:fs/promises'
import { csvLine } from '../platform/csv.ts'
import type { ImportReport } from './model.ts'

const columns = ['line', 'outcome', 'reason', 'province_code', 'commune_code', 'product_id'] as const

/** One CSV row per input row, in the order of the file. */
export function reportCsv({ rows }: ImportReport): string {
  const lines = rows.map(({ line, outcome, reason, provinceCode, communeCode, productId }) =>
    csvLine([line, outcome, reason, provinceCode, communeCode, productId]),
  )
  return `${columns.join(',')}\n${lines.join('\n')}\n`
}

export function writeReport(path: string, report: ImportReport): Promise<void> {
  return writeFile(path, reportCsv(report), 'utf8')
}
