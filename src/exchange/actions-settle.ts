import { record } from '../audit/actions.ts'
import { refreshFor } from '../catalogue/actions.ts'
import { country, systemActor } from '../kernel/actor.ts'
import { Refused, orMissing } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { registerProducer } from '../producer/actions.ts'
import { moveToProducer, productById } from '../product/actions.ts'
import { attributePast } from '../recognition/actions-past.ts'
import { communesOfProvince, resolvePlace, unitsToday } from '../territory/actions.ts'
import type { UnitToday } from '../territory/model.ts'
import { exchangeAccess } from './access.ts'
import { decide, registrationOf } from './actions-row.ts'
import type { Settlement, SettleInput, WaitingRow } from './model.ts'
import { isOpen, supplemented } from './rules.ts'
import * as store from './store.ts'
import { unnamedSubject } from './words.ts'

/** One row with the communes a person may choose from: those its words may mean first, then all of its province. */
export async function waitingRow(ctx: Context, key: string) {
  const row = orMissing(await store.waitingRow(ctx, key))
  refuseStranger(ctx, row, 'read-waiting')
  const { province, district, commune, year } = row.content
  const at = year && /^20\d{2}$/.test(year) ? `${year}-06-15` : ctx.today
  const [place, communes] = await Promise.all([
    resolvePlace(ctx, { province, district, commune, at }),
    row.provinceCode === null ? [] : communesOfProvince(ctx, row.provinceCode),
  ])
  const near = place.candidates.filter(({ kind }) => kind === 'commune')
  const may = isOpen(row) && exchangeAccess['settle-row'](ctx.actor, placeOf(row))
  return { row, near, communes, why: place.reason, may }
}

/** A person gives what the source leaves out, with where they found it; the row is judged again as a whole. */
export async function settleRow(ctx: Context, key: string, input: SettleInput): Promise<{ also: number }> {
  const { productIds } = await atomically(ctx, async (tx) => {
    const row = await lockForSettling(tx, key)
    const chosen = await chosenCommune(tx, row, input.commune)
    const settled: Settlement = { by: tx.actor.id, at: tx.now, source: input.source, given: givenIn(input) }
    const first = row.productId === null ? await enter(tx, row, input, chosen) : await fill(tx, row, input, chosen)
    await store.settle(tx, key, first, settled)
    await record(tx, 'exchange.row-settled', key, { product: first.productId, source: input.source })
    const others = input.sameDecision ? await settleSameDecision(tx, row, input, settled) : []
    return { productIds: [first.productId, ...others] }
  })
  for (const id of productIds) if (id !== null) await refreshFor(ctx, id)
  return { also: productIds.length - 1 }
}

/** A person found that the row is no recognition to enter: it leaves the queue with the reason. */
export function setAside(ctx: Context, key: string, reason: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const row = await lockForSettling(tx, key)
    if (row.productId !== null) throw new Refused({ code: 'exchange/already-entered' })
    const settled: Settlement = { by: tx.actor.id, at: tx.now, source: reason, given: {} }
    await store.settle(tx, key, { ...row, outcome: 'refused', reason: `Người xem kết luận: ${reason}` }, settled)
    await record(tx, 'exchange.row-set-aside', key, { reason })
  })
}

export async function lockForSettling(tx: Tx, key: string): Promise<WaitingRow> {
  const row = orMissing(await store.lockRow(tx, key))
  refuseStranger(tx, row, 'settle-row')
  if (!isOpen(row)) throw new Refused({ code: 'exchange/already-settled' })
  return row
}

function refuseStranger(ctx: Context, row: WaitingRow, act: keyof typeof exchangeAccess): void {
  if (!exchangeAccess[act](ctx.actor, placeOf(row))) throw new Refused({ code: 'kernel/not-found' })
}

function placeOf({ provinceCode }: WaitingRow) {
  const province = provinceCode ?? country
  return { unit: province, province }
}

async function chosenCommune(tx: Tx, row: WaitingRow, code: string | undefined): Promise<UnitToday | undefined> {
  if (code === undefined) return undefined
  const [unit] = await unitsToday(tx, [code])
  const fits = unit?.kind === 'commune' && (row.provinceCode === null || unit.provinceCode === row.provinceCode)
  if (!fits) throw new Refused({ code: 'exchange/other-commune', field: 'commune' })
  return unit
}

/** The register takes history from the programme itself; who decided stands in the book beside it. */
const asProgramme = (tx: Tx): Tx => ({ ...tx, actor: systemActor })

async function enter(tx: Tx, row: WaitingRow, input: SettleInput, chosen: UnitToday | undefined) {
  const report = await decide(asProgramme(tx), supplemented(row.content, input), chosen)
  if (report.outcome === 'accepted') return report
  throw new Refused({ code: 'exchange/still-open', facts: { reason: report.reason } })
}

/** The recognition stands already: its product goes to the subject, and the commune, that were found. */
async function fill(tx: Tx, row: WaitingRow, input: SettleInput, chosen: UnitToday | undefined): Promise<WaitingRow> {
  const product = orMissing(await productById(tx, row.productId ?? ''))
  const subject = input.subject ?? row.content.subject ?? null
  if (!chosen && (subject === null || !row.gaps.includes('subject')))
    throw new Refused({ code: 'exchange/nothing-given' })
  const unit = chosen?.code ?? product.communeCode
  const on = chosen ? tx.today : product.communeOn
  const named = (await store.producerNamed(tx, subject ?? unnamedSubject, unit))[0]
  const producerId = named?.id ?? (await registerProducer(asProgramme(tx), registrationOf(subject, { unit, on }))).id
  await moveToProducer(asProgramme(tx), product.id, { producerId, commune: unit, communeOn: on })
  await attributePast(asProgramme(tx), product.id)
  const gaps = row.gaps.filter((gap) => (gap === 'subject' ? subject === null : chosen === undefined))
  return { ...row, gaps, communeCode: chosen?.code ?? row.communeCode }
}

/** The day of a decision, once found, is the day of every row that names this decision. */
async function settleSameDecision(
  tx: Tx,
  row: WaitingRow,
  { decisionNo, decisionDate }: SettleInput,
  settled: Settlement,
): Promise<(string | null)[]> {
  const siblings = await store.rowsOfDecision(tx, row)
  const entered: (string | null)[] = []
  for (const sibling of siblings) {
    const given = { decisionNo, decisionDate }
    const report = await decide(asProgramme(tx), supplemented(sibling.content, given))
    if (report.outcome !== 'accepted') continue
    await store.settle(tx, sibling.key, report, settled)
    await record(tx, 'exchange.row-settled', sibling.key, { product: report.productId, source: settled.source })
    entered.push(report.productId)
  }
  return entered
}

function givenIn({ subject, commune, decisionNo, decisionDate, stars }: SettleInput): Settlement['given'] {
  const given = Object.entries({ subject, commune, decisionNo, decisionDate, stars })
  return Object.fromEntries(given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}
