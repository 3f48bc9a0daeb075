import { record } from '../audit/actions.ts'
import { newId } from '../kernel/id.ts'
import type { Page } from '../kernel/page.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import type { LegalText } from '../regime/model.ts'
import { communesOnLandThen, resolvePlace } from '../territory/actions.ts'
import type { Placed } from '../territory/model.ts'
import { recognitionAccess } from './access.ts'
import { entersRounds, mayEnterRounds, productOfLine, unitThen } from './actions-round.ts'
import type {
  DistrictLine,
  DistrictOutcome,
  DistrictRound,
  DistrictRoundInput,
  DistrictWithdrawalInput,
} from './model-district.ts'
import * as rules from './rules-district.ts'
import * as districts from './store-district.ts'
import * as results from './store-result.ts'
import { lockSubject } from './store.ts'

/**
 * One session of a district as its papers tell it, in one act or not at all. It makes no dossier: what was told in 2021, or
 * proposed and never decided, is nobody's work today.
 * @throws {Refused} for a day on which no text had districts score, a unit that was not there, papers entered before, and
 * each line whose product was not of that district.
 */
export function enterDistrictRound(ctx: Context, input: DistrictRoundInput): Promise<string> {
  return atomically(ctx, async (tx) => {
    mayEnterRounds(tx)
    const { metOn, minutes, toldOn = null } = input
    const text = orRefuse(rules.judgeDistrictDays(input, tx.today))
    const { unit, province } = await unitThen(tx, input, metOn)
    const papers = { unitCode: unit.code, metOn, minutes }
    await lockSubject(tx, `district/${unit.code}/${metOn}/${minutes}`)
    if ((await districts.roundOfPapers(tx, papers)) !== undefined)
      throw new Refused({ code: 'recognition/round-entered-already', field: 'minutes', facts: { metOn, minutes } })
    const lines = await linesOf(tx, input, text, unit, province)
    const proposal = orRefuse(
      rules.judgeProposal(
        input.proposal,
        lines.map(({ outcome }) => outcome),
      ),
    )
    const id = newId()
    const entered = { enteredBy: tx.actor.id, enteredAt: tx.now }
    await districts.addDistrictRound(tx, { ...papers, ...entered, id, text: text.id, toldOn, proposal })
    for (const [index, line] of lines.entries()) await keepLine(tx, id, index + 1, line)
    await record(tx, 'recognition.district-round-entered', id, { minutes, metOn, lines: lines.length })
    return id
  })
}

interface JudgedLine extends Pick<DistrictLine, 'pointsHundredths' | 'stars' | 'sample'> {
  readonly productId: string
  readonly outcome: DistrictOutcome
}

/** Every line is judged before any is kept, so that all that is wrong is said at once. */
async function linesOf(
  tx: Tx,
  { lines, metOn }: DistrictRoundInput,
  text: LegalText,
  unit: Placed,
  province: string,
): Promise<readonly JudgedLine[]> {
  const faults: Refusal[] = []
  const found = new Map<string, JudgedLine>()
  const district = { ...unit, communes: await communesOnLandThen(tx, unit.code, metOn) }
  for (const { row, product, pointsHundredths } of lines) {
    const field = `product[${row}]`
    const named = await productOfLine(tx, product, province, {
      field,
      isThere: (one) => rules.isOfDistrict(one, district),
    })
    const chosen = named.ok ? rules.judgeInDistrict(named.value, district, field) : named
    const banded = rules.judgeDistrictPoints(text, pointsHundredths, `points[${row}]`)
    if (!banded.ok) faults.push(banded.refusal)
    if (!chosen.ok) faults.push(chosen.refusal)
    else if (found.has(chosen.value.id)) faults.push({ code: 'recognition/product-twice', field })
    else if (banded.ok) {
      const { id: productId, sample } = chosen.value
      const outcome = rules.districtOutcome(text, pointsHundredths)
      found.set(productId, { productId, pointsHundredths, stars: banded.value, sample, outcome })
    }
  }
  if (faults.length > 0) throw new Refused(...faults)
  return [...found.values()]
}

async function keepLine(tx: Tx, roundId: string, position: number, line: JudgedLine): Promise<void> {
  const { productId, pointsHundredths, stars, sample } = line
  const { producerId, productName, producerName, placeName } = orMissing(await results.productToPrint(tx, productId))
  const names = { productId, producerId, productName, producerName, placeName: placeName ?? '' }
  await districts.addDistrictLine(tx, { roundId, position, ...names, pointsHundredths, stars, sample })
}

/** The units of whose products the person reads a district's results, and the person's own producers. */
function scopeOf({ actor }: Context): districts.DistrictScope {
  const units = actor.postings
    .filter(({ unit, province }) => recognitionAccess['read-district-result'](actor, { unit, province }))
    .map(({ unit }) => unit)
  return { units, producers: actor.producers }
}

export interface DistrictRoundRead {
  readonly round: DistrictRound
  /** Those that the person may read, never none. */
  readonly lines: readonly DistrictLine[]
}

/** Whoever may enter the results of all its products again. */
async function withdraws(ctx: Context, { id, district, province: named, metOn }: DistrictRound): Promise<boolean> {
  if (!entersRounds(ctx)) return false
  const { province } = await resolvePlace(ctx, { district, province: named, at: metOn })
  if (province === null) return false
  const place = { unit: province.code, province: province.code }
  const producers = await districts.producersOfRound(ctx, id)
  return producers.every(({ producerId: producer }) =>
    recognitionAccess['enter-past-round'](ctx.actor, { ...place, producer }),
  )
}

/**
 * An entry that does not say what the papers say counts no longer; it stays to be read with the reason, and the same
 * minutes can be entered again.
 * @throws {Refused} `kernel/not-found` for whoever may not enter its results, `recognition/round-withdrawn` a second time.
 */
export function withdrawDistrictRound(ctx: Context, id: string, { because }: DistrictWithdrawalInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const { round } = await districtRoundFile(tx, id)
    if (!(await withdraws(tx, round))) throw new Refused({ code: 'kernel/not-found' })
    const touched = await districts.withdrawDistrictRound(tx, id, { at: tx.now, by: tx.actor.id, because })
    if (touched === 0) throw new Refused({ code: 'recognition/round-withdrawn' })
    await record(tx, 'recognition.district-round-withdrawn', id, { minutes: round.minutes, because })
  })
}

const pageSize = 10

export async function districtRoundList(ctx: Context, page: number): Promise<Page<DistrictRoundRead>> {
  const scope = scopeOf(ctx)
  const [rounds, total] = await Promise.all([
    districts.districtRounds(ctx, scope, { page, size: pageSize }),
    districts.countDistrictRounds(ctx, scope),
  ])
  const ids = rounds.map(({ id }) => id)
  const lines = await districts.districtLines(ctx, ids, scope)
  const items = rounds.map((round) => ({ round, lines: lines.filter(({ roundId }) => roundId === round.id) }))
  return { items, total, page, size: pageSize }
}

/** @throws {Refused} `kernel/not-found` for whoever may read none of its lines, as for one that does not exist. */
export async function districtRoundFile(
  ctx: Context,
  id: string,
): Promise<DistrictRoundRead & { readonly mayWithdraw: boolean }> {
  const round = orMissing(await districts.districtRoundById(ctx, id))
  const lines = await districts.districtLines(ctx, [id], scopeOf(ctx))
  if (lines.length === 0) throw new Refused({ code: 'kernel/not-found' })
  return { round, lines, mayWithdraw: round.withdrawnAt === null && (await withdraws(ctx, round)) }
}
