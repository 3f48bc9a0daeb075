import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { record } from '../audit/actions.ts'
import { rebuild } from '../catalogue/actions.ts'
import { newId } from '../kernel/id.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { decide } from './actions-row.ts'
import type { ImportReport, ListRow, Outcome, RowReport } from './model.ts'
import * as store from './store.ts'
import { alreadyWord, duplicateWord } from './words.ts'

/**
 * Decides a published list row by row: accepted only when nothing must be guessed, one report for every row in.
 * Importing the same list again changes nothing. With `dryRun` everything is judged and nothing kept.
 */
export async function importRecognitions(
  ctx: Context,
  list: readonly ListRow[],
  { fileName, dryRun = false }: { fileName: string; dryRun?: boolean },
): Promise<ImportReport> {
  try {
    const report = await atomically(ctx, async (tx) => {
      const decided = await decideAll(tx, list, fileName)
      if (dryRun) throw new DryRun(decided)
      return decided
    })
    await rebuild(ctx)
    return report
  } catch (error) {
    if (error instanceof DryRun) return error.report
    throw error
  }
}

/** Carries the report out of the transaction that a dry run takes back. */
class DryRun extends Error {
  readonly report: ImportReport

  constructor(report: ImportReport) {
    super('dry run')
    this.report = report
  }
}

async function decideAll(tx: Tx, list: readonly ListRow[], fileName: string): Promise<ImportReport> {
  const batchId = newId()
  const hash = createHash('sha256').update(JSON.stringify(list)).digest('hex')
  await store.addBatch(tx, {
    id: batchId,
    fileName: basename(fileName),
    fileHash: hash,
    rows: list.length,
    by: tx.actor.id,
    at: tx.now,
  })
  const rows: RowReport[] = []
  const firstLines = new Map<string, number>()
  for (const row of list) {
    const report = await decideOnce(tx, batchId, row)
    const first = report.productId && firstLines.get(sameRecognition(report, row))
    if (first) rows.push({ ...report, reason: duplicateWord(first) })
    else {
      rows.push(report)
      if (report.productId !== null) firstLines.set(sameRecognition(report, row), row.line)
    }
  }
  const counts = { accepted: 0, 'needs-person': 0, refused: 0 } satisfies Record<Outcome, number>
  for (const { outcome } of rows) counts[outcome]++
  await record(tx, 'exchange.imported', batchId, { file: basename(fileName), ...counts })
  return { rows, counts }
}

function sameRecognition({ productId }: RowReport, { decisionNo, decisionDate }: ListRow): string {
  return JSON.stringify([productId, decisionNo, decisionDate])
}

async function decideOnce(tx: Tx, batchId: string, row: ListRow): Promise<RowReport> {
  const { line: _, ...content } = row
  const key = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  const before = await store.rowByKey(tx, key)
  if (before !== undefined && (before.outcome === 'accepted' || before.isSettled)) {
    const { isSettled: __, ...report } = before
    return { ...report, line: row.line, reason: before.outcome === 'accepted' ? alreadyWord : before.reason }
  }
  const report = await decide(tx, row)
  await store.saveRow(tx, key, batchId, row, report)
  return report
}

/** Rows that were not accepted, of these provinces of today or of the whole country. */
export function waitingRows(ctx: Context, provinces: readonly string[] | 'all') {
  return store.waitingRows(ctx, provinces)
}
