import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { record } from '../audit/actions.ts'
import { rebuild } from '../catalogue/actions.ts'
import { newId } from '../kernel/id.ts'
import { fold } from '../kernel/text.ts'
import { country } from '../kernel/actor.ts'
import { Refused } from '../kernel/refusal.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { registerProducer } from '../producer/actions.ts'
import type { ProducerKind } from '../producer/model.ts'
import { describeProduct } from '../product/actions.ts'
import { enterPastRecognition } from '../recognition/actions-past.ts'
import { authorityOf, judgePastRecognition } from '../recognition/rules.ts'
import { textById } from '../regime/law.ts'
import { resolvePlace } from '../territory/actions.ts'
import type { ImportReport, ListRow, Outcome, RowReport, SoundRecognition } from './model.ts'
import { judgeRow, levelOfDecision, outcomeOf, textOfDecision } from './rules.ts'
import * as store from './store.ts'
import { acceptedWord, alreadyWord, refusals } from './words.ts'

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
  for (const row of list) rows.push(await decideOnce(tx, batchId, row))
  const counts = { accepted: 0, 'needs-person': 0, refused: 0 } satisfies Record<Outcome, number>
  for (const { outcome } of rows) counts[outcome]++
  await record(tx, 'exchange.imported', batchId, { file: basename(fileName), ...counts })
  return { rows, counts }
}

async function decideOnce(tx: Tx, batchId: string, row: ListRow): Promise<RowReport> {
  const { line: _, ...content } = row
  const key = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  const before = await store.rowByKey(tx, key)
  if (before?.outcome === 'accepted') return { ...before, line: row.line, reason: alreadyWord }
  const report = await decide(tx, row)
  await store.saveRow(tx, key, batchId, row, report)
  return report
}

async function decide(tx: Tx, row: ListRow): Promise<RowReport> {
  const judged = judgeRow(row, tx.today)
  const at = judged.ok ? judged.value.decidedOn : approximateDay(row, tx.today)
  const place = await resolvePlace(tx, { province: row.province, district: row.district, commune: row.commune, at })
  const where = { line: row.line, provinceCode: place.province?.code ?? null, communeCode: place.commune?.code ?? null }
  const refused = (refusal: Refusal): RowReport => ({
    ...where,
    outcome: outcomeOf(refusal.code),
    reason: say(refusal),
    productId: null,
  })
  if (!judged.ok) return refused(judged.refusal)
  const { commune, province } = place
  if (!commune || !province) return { ...where, outcome: 'needs-person', reason: place.reason, productId: null }
  const sound = judged.value
  const level = levelOfDecision(sound.decisionNo, sound.stars, sound.decidedOn)
  if (!level.ok) return refused(level.refusal)
  const text = textById(textOfDecision(sound.decidedOn) ?? '')
  if (text === undefined) return refused({ code: 'exchange/text-unclear' })
  const decided = { kind: 'recognise', level: level.value, decidedOn: sound.decidedOn } as const
  if (!judgePastRecognition(decided, sound.stars, text.procedure).ok) {
    return refused({ code: 'exchange/level-cannot-recognise' })
  }
  const productId = await productFor(tx, sound, commune.code)
  const entered = await enterPastRecognition(tx, {
    decision: {
      ...decided,
      authority: authorityOf(level.value === 'ministry' ? undefined : province.fullName),
      unitCode: level.value === 'ministry' ? country : province.code,
      unitOn: tx.today,
      number: sound.decisionNo,
      year: Number(sound.decidedOn.slice(0, 4)),
      text: text.id,
      sourceUrl: sound.sourceUrl,
    },
    productId,
    stars: sound.stars,
    meanHundredths: sound.meanHundredths,
  })
  const reason = entered.outcome === 'already' ? alreadyWord : acceptedWord
  return { ...where, outcome: 'accepted', reason, productId }
}

/** A list without a day still has a year: its places are read as of the middle of it. */
function approximateDay({ year }: ListRow, today: string): string {
  return year && /^20\d{2}$/.test(year) ? `${year}-06-15` : today
}

async function productFor(tx: Tx, { subject, product }: SoundRecognition, commune: string): Promise<string> {
  const producers = await store.producerNamed(tx, subject, commune)
  const producerId =
    producers[0]?.id ??
    (await registerProducer(tx, { kind: kindOf(subject), name: subject, commune, representativeDisabled: false })).id
  const products = await store.productNamed(tx, product, producerId)
  return products[0]?.id ?? (await describeProduct(tx, { producerId, name: product, group: '', packs: [] })).id
}

/** The kind as the name itself says it; anything else is left to a person under `other`. */
function kindOf(subject: string): ProducerKind {
  const name = fold(subject)
  if (/^(htx|hop tac xa|lien hiep hop tac xa)\b/.test(name)) return 'cooperative'
  if (/^(tht|to hop tac)\b/.test(name)) return 'group'
  if (/^(cong ty|cty|doanh nghiep|dntn)\b/.test(name)) return 'company'
  if (/^(ho kinh doanh|hkd|co so)\b/.test(name)) return 'household'
  return 'other'
}

function say({ code, facts = {} }: Refusal): string {
  const sentence = (refusals as Readonly<Record<string, (typeof refusals)[keyof typeof refusals]>>)[code]
  if (sentence === undefined) throw new Refused({ code })
  return typeof sentence === 'string' ? sentence : sentence(facts)
}

/** Rows that were not accepted, of these provinces of today or of the whole country. */
export function waitingRows(ctx: Context, provinces: readonly string[] | 'all') {
  return store.waitingRows(ctx, provinces)
}
