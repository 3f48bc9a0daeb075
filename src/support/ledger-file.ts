import { csvLine } from '../platform/csv.ts'
import type { PrintedEntry } from './model-ledger.ts'
import { accountWords, entryWords } from './words.ts'

const heads = [
  'ngay',
  'loai',
  'chung_tu',
  'chu_the',
  'ghi_co',
  'ghi_no',
  'so_tien',
  'ghi_chu',
  'ma_but_toan',
  'dieu_chinh',
]

/** The ledger of a source as CSV (RFC 4180), oldest first; sums are bare digits so that a spreadsheet adds them. */
export function ledgerCsv(entries: readonly PrintedEntry[]): string {
  const lines = entries.map((entry) => [
    entry.onDate,
    entryWords[entry.kind],
    entry.document,
    entry.producerName ?? '',
    accountWords[entry.credit],
    accountWords[entry.debit],
    String(entry.amount),
    entry.note,
    entry.id,
    entry.corrects ?? '',
  ])
  return [heads, ...lines].map((cells) => `${csvLine(cells)}\r\n`).join('')
}
