import { record } from '../audit/actions.ts'
import { holdsAnywhere } from '../kernel/actor.ts'
import type { UnitCode } from '../kernel/actor.ts'
import { yearOf } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { textById } from '../regime/law.ts'
import { resolvePlace, unitAt } from '../territory/actions.ts'
import type { Placed, PlaceWords } from '../territory/model.ts'
import { recognitionAccess } from './access.ts'
import { enterPastRecognition } from './actions-past.ts'
import type { PastDecision, PastRecognition } from './actions-past.ts'
import type { PastRoundInput } from './model-round.ts'
import * as rules from './rules.ts'
import { addPastRound, productsNamed } from './store-past.ts'
import type { NamedProduct } from './store-past.ts'
import * as store from './store.ts'

/** Officers of a province enter old rounds; which units and products are theirs, each round says. */
export function entersRounds({ actor }: Context): boolean {
  return holdsAnywhere(actor, 'province-officer')
}

/** @throws {Refused} `kernel/not-found` for whoever is no officer of a province: for them there is no such page. */
export function mayEnterRounds(ctx: Context): true {
  if (entersRounds(ctx)) return true
  throw new Refused({ code: 'kernel/not-found' })
}

/**
 * One old round from its papers: the decision of the district or province as it was, with its lines, in one act or not at
 * all. The officer is of the province that holds the unit today; a certificate that follows counts as printed elsewhere.
 * @throws {Refused} for a text not in force that day, a unit that was not there, a number already entered, a star beyond
 * the level, and each line whose product is not one of the province.
 */
export function enterPastRound(ctx: Context, input: PastRoundInput): Promise<string> {
  return atomically(ctx, async (tx) => {
    mayEnterRounds(tx)
    const text = orMissing(textById(input.text))
    orRefuse(rules.judgePastDay(text, input.decidedOn, tx.today))
    const { decision, province } = await decisionOf(tx, input)
    await store.lockSubject(tx, `${decision.authority}/${decision.number}/${decision.year}`)
    const { number, year } = decision
    if ((await store.decisionByNumber(tx, decision)) !== undefined)
      throw new Refused({ code: 'recognition/number-taken', field: 'number', facts: { number, year } })
    const [first, ...others] = await linesOf(tx, input, decision, province)
    const { decisionId } = await enterPastRecognition(tx, orMissing(first))
    for (const line of others) await enterPastRecognition(tx, line)
    const minutes = input.minutes ?? null
    await addPastRound(tx, decisionId, { minutes, enteredBy: tx.actor.id, enteredAt: tx.now })
    await record(tx, 'recognition.past-round-entered', decisionId, { number, year, minutes, lines: others.length + 1 })
    return decisionId
  })
}

/** The unit that signed, as it was on the day, and the province of today that answers for it. */
async function decisionOf(tx: Tx, input: PastRoundInput): Promise<{ decision: PastDecision; province: string }> {
  const { decidedOn, number: typed, text } = input
  const { unit, province } = await unitThen(tx, input, decidedOn)
  const level = unit.kind === 'district' ? 'district' : 'province'
  const decision: PastDecision = {
    kind: 'recognise',
    level,
    unitCode: unit.code,
    unitOn: decidedOn,
    authority: rules.authorityOf(unit.fullName),
    number: orRefuse(rules.judgeNumber(level, typed)),
    year: yearOf(decidedOn),
    decidedOn,
    text,
  }
  return { decision, province }
}

/** The province that a paper names, or its district, on the day of the paper; with the province of today that holds it. */
export async function unitThen(
  tx: Tx,
  { province: named, district }: Pick<PlaceWords, 'province' | 'district'>,
  on: CivilDate,
): Promise<{ unit: Placed; province: UnitCode }> {
  const field = district === undefined ? 'province' : 'district'
  const { written, province } = await resolvePlace(tx, { province: named, district, at: on })
  const unit = written === null ? undefined : await unitAt(tx, written.code, on)
  if (unit === undefined || unit.kind !== field || province === null)
    throw new Refused({ code: 'recognition/no-such-unit-then', field, facts: { on } })
  if (!recognitionAccess['enter-past-round'](tx.actor, { unit: province.code, province: province.code }))
    throw new Refused({ code: 'recognition/unit-of-another-province', field, facts: { province: province.fullName } })
  return { unit, province: province.code }
}

/**
 * The one product of the province that a line names, and that this officer may enter results of. A name that several
 * products carry means the one that is there, wherever a paper says more of the place.
 */
export async function productOfLine(
  tx: Tx,
  words: string,
  province: UnitCode,
  { field, isThere = () => true }: { field: string; isThere?: (product: NamedProduct) => boolean },
) {
  const named = await productsNamed(tx, words, province)
  const own = named.filter(({ producerId }) =>
    recognitionAccess['enter-past-round'](tx.actor, { unit: province, province, producer: producerId }),
  )
  const there = own.filter(isThere)
  return rules.judgeNamed(there.length > 0 ? there : own, field)
}

/** Every line is judged before any is kept, so that all that is wrong is said at once. */
async function linesOf(
  tx: Tx,
  { lines, text }: PastRoundInput,
  decision: PastDecision,
  province: string,
): Promise<readonly PastRecognition[]> {
  const faults: Refusal[] = []
  const found = new Map<string, PastRecognition>()
  const { procedure } = orMissing(textById(text))
  for (const { row, product, stars, meanHundredths } of lines) {
    const chosen = await productOfLine(tx, product, province, { field: `product[${row}]` })
    const fits = rules.judgePastRecognition(decision, stars, procedure)
    if (!fits.ok) faults.push({ ...fits.refusal, field: `stars[${row}]` })
    if (!chosen.ok) faults.push(chosen.refusal)
    else if (found.has(chosen.value.id)) faults.push({ code: 'recognition/product-twice', field: `product[${row}]` })
    else {
      const { id: productId, sample } = chosen.value
      found.set(productId, { decision, productId, stars, meanHundredths, sample })
    }
  }
  if (faults.length > 0) throw new Refused(...faults)
  return [...found.values()]
}
