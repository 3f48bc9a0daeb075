import { addDays, yearOf } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { Tx } from '../platform/atomically.ts'
import { contextAt } from '../platform/context.ts'
import type { Context } from '../platform/context.ts'
import { registerProducer } from '../producer/actions.ts'
import { describeProduct, giveCode } from '../product/actions.ts'
import { openRound } from '../programme/actions.ts'
import { authorityOf } from '../recognition/rules.ts'
import { enterPastEnding, enterPastRecognition } from '../recognition/actions-past.ts'
import type { PastDecision } from '../recognition/actions-past.ts'
import { registerRenewal } from '../recognition/actions-certificate.ts'
import type { CertifiedStars, DecisionLevel } from '../recognition/model.ts'
import type { Chance } from './chance.ts'
import type { Drawing } from './goods/model.ts'
import type { Happening, MakerPlan, ProductPlan } from './history-plan.ts'
import { personOf, positionIn, sampleGtin, samplePhone } from './names.ts'
import { enterWay } from './past-ways.ts'
import { nameOn, reformDay } from './places.ts'
import type { Place } from './places.ts'
import { decisionNumber, levelOf, ministryOn, signingUnit, textOfDecision } from './rounds.ts'
import type { PastRound } from './rounds.ts'

/** Entering the past of one province: what it draws from, and what it has found out already. */
export interface Historian {
  readonly chance: Chance
  /** Serial of the next maker, for telephones and registration numbers. */
  serial: number
  readonly rounds: Map<string, Promise<string>>
  readonly names: Map<string, Promise<string>>
}

/** One recognition of the past, and the certificate that the product had before it. */
export interface PastLine {
  readonly productId: string
  readonly place: Place
  readonly plan: ProductPlan
  readonly happening: Extract<Happening, { what: 'recognised' }>
  readonly earlier: string | null
}

export interface EnteredProduct {
  readonly id: string
  readonly name: string
  readonly drawing: Drawing
}

/** Nine in the morning of a day in Vietnam. */
export function onDay<Ctx extends Context>(ctx: Ctx, day: CivilDate): Ctx {
  return { ...ctx, ...contextAt(ctx, `${day}T02:00:00.000Z`) }
}

/** Registers a maker with its products and everything decided about them, each on the day it happened. */
export async function enterMaker(tx: Tx, historian: Historian, maker: MakerPlan): Promise<EnteredProduct[]> {
  const joined = onDay(tx, addDays(firstDayOf(maker, addDays(tx.today, -120)), -200))
  const serial = historian.serial++
  const producerId = await registerMaker(joined, historian, maker, serial)
  const products: EnteredProduct[] = []
  for (const plan of maker.products) {
    const { name, good, story } = plan
    const numberOf = (pack: number) =>
      maker.kind === 'company' ? sampleGtin(serial, products.length, pack) : undefined
    const packs = good.packs.map((label, pack) => ({ label, gtin: numberOf(pack) }))
    const { id } = await describeProduct(joined, {
      producerId,
      name,
      group: String(good.group),
      summary: good.summary,
      story,
      packs,
      sample: true,
    })
    products.push({ id, name, drawing: good.drawing })
    await enterHappenings(tx, historian, maker.place, id, plan)
  }
  return products
}

function firstDayOf({ products }: MakerPlan, otherwise: CivilDate): CivilDate {
  const days = products.flatMap(({ happenings }) =>
    happenings.flatMap((one) => ('round' in one ? [one.round.decidedOn] : [])),
  )
  return days.toSorted()[0] ?? otherwise
}

async function registerMaker(
  tx: Tx,
  { chance }: Historian,
  { name, kind, land, place }: MakerPlan,
  serial: number,
): Promise<string> {
  const person = personOf(chance, land)
  const labour = chance.between(2, kind === 'household' ? 12 : 60)
  const { id } = await registerProducer(tx, {
    kind,
    name,
    sample: true,
    ...communeOn(place, tx.today),
    registrationNo: `MAU-${String(serial).padStart(5, '0')}`,
    registrationOn: addDays(tx.today, -chance.between(60, 900)),
    representativeName: person.name,
    representativeSex: person.sex,
    representativeEthnicity: person.ethnicity,
    representativePosition: positionIn(kind),
    representativeDisabled: chance.once(60),
    phone: samplePhone(serial),
    address: `Thôn Mẫu ${chance.between(1, 9)}`,
    foundedOn: addDays(tx.today, -chance.between(60, 2500)),
    localCapitalPercent: chance.between(51, 100),
    labourTotal: labour,
    labourLocal: chance.between(Math.ceil(labour / 2), labour),
  })
  return id
}

function communeOn({ oldCode, todayCode }: Place, day: CivilDate): { commune: string; communeOn: CivilDate } {
  return { commune: day < reformDay ? oldCode : todayCode, communeOn: day }
}

async function enterHappenings(
  tx: Tx,
  historian: Historian,
  place: Place,
  productId: string,
  plan: ProductPlan,
): Promise<void> {
  let certificate: string | null = null
  for (const happening of plan.happenings) {
    if (happening.what === 'recognised') {
      certificate = await enterRecognition(tx, historian, { productId, place, plan, happening, earlier: certificate })
    }
    if (happening.what === 'failed')
      await enterWay(tx, { productId, place, plan, way: 'failed', decidedOn: happening.round.decidedOn })
    if (happening.what === 'result-approved') await enterApproved(tx, historian, place, productId, plan, happening)
    if (happening.what === 'revoked' && certificate !== null)
      await enterRevocation(tx, historian, place, certificate, happening.on)
  }
}

// Of first recognitions every third dossier is kept whole, of the others only the decision, as in old archives. A dossier
// is a dozen rows: all of them would double the time of the first start.
const keptOneIn = 3

/** One recognition of the past: the way of its dossier, its line in the decision, its certificate, its code. */
export async function enterRecognition(
  tx: Tx,
  historian: Historian,
  { productId, place, plan, happening, earlier }: PastLine,
): Promise<string | null> {
  const { round, stars, kind } = happening
  const level = levelOf(stars, round.decidedOn)
  const isKept = kind !== 'first' || historian.chance.once(keptOneIn)
  const dossierId = isKept
    ? await enterWay(tx, { productId, place, plan, way: wayOf[level], decidedOn: round.decidedOn, kind })
    : null
  const then = onDay(tx, round.decidedOn)
  if (earlier !== null && dossierId !== null && kind === 'renewal')
    await registerRenewal(onDay(tx, addDays(round.decidedOn, -110)), { certificateNumber: earlier, dossierId })
  const decision = await decisionOf(then, historian, place, level, 'recognise', round)
  // The code stands on the certificate, so it is given first.
  const isNow = round.decidedOn >= reformDay
  await giveCode(then, {
    productId,
    province: isNow ? place.todayProvince : place.oldProvince,
    commune: isNow ? place.todayCode : place.oldCode,
    year: yearOf(round.decidedOn),
  })
  const entered = await enterPastRecognition(then, {
    decision,
    productId,
    stars,
    dossierId,
    sample: true,
    printedHere: isNow,
    meanHundredths: historian.chance.between(...meanRange[stars]),
  })
  return entered.certificateNumber
}

const wayOf = { district: 'by-district', province: 'by-province', ministry: 'by-ministry' } as const satisfies Record<
  DecisionLevel,
  string
>

const meanRange: Record<CertifiedStars, [number, number]> = { 3: [5_050, 6_970], 4: [7_020, 8_960], 5: [9_010, 9_680] }

async function enterApproved(
  tx: Tx,
  historian: Historian,
  place: Place,
  productId: string,
  plan: ProductPlan,
  { round, sent }: { readonly round: PastRound; readonly sent: boolean },
): Promise<void> {
  const way = sent ? 'sent-to-ministry' : 'result-approved'
  const dossierId = await enterWay(tx, { productId, place, plan, way, decidedOn: round.decidedOn })
  const then = onDay(tx, round.decidedOn)
  const decision = await decisionOf(then, historian, place, 'province', 'approve-result', round)
  await enterPastRecognition(then, {
    decision,
    productId,
    dossierId,
    sample: true,
    meanHundredths: historian.chance.between(...meanRange[5]),
  })
}

async function enterRevocation(
  tx: Tx,
  historian: Historian,
  place: Place,
  certificateNumber: string,
  on: CivilDate,
): Promise<void> {
  const then = onDay(tx, on)
  const round = { year: yearOf(on), number: 0, decidedOn: on, proposeBy: on, doneBy: on }
  const decision = await decisionOf(then, historian, place, 'province', 'revoke', round)
  const ground = historian.chance.pick(['criteria-lost', 'breach', 'ceased'])
  await enterPastEnding(then, { certificateNumber, kind: 'revoked', endedOn: on, decision, ground, sample: true })
}

const kindMark = { recognise: '', 'approve-result': 'A', revoke: 'B' } as const

async function decisionOf(
  tx: Tx,
  historian: Historian,
  place: Place,
  level: DecisionLevel,
  kind: PastDecision['kind'],
  round: PastRound,
): Promise<PastDecision> {
  const { decidedOn, year } = round
  const unitCode = signingUnit(place, level, decidedOn)
  const authority =
    level === 'ministry'
      ? ministryOn(decidedOn)
      : authorityOf(await known(historian.names, `${unitCode}/${decidedOn}`, () => nameOn(tx, unitCode, decidedOn)))
  const [serial, symbol] = decisionNumber(level, unitCode, decidedOn).split('/')
  return {
    kind,
    level,
    unitCode,
    unitOn: decidedOn,
    authority,
    number: `${serial}${kindMark[kind]}/${symbol}`,
    year,
    decidedOn,
    text: textOfDecision(decidedOn),
    roundId: round.number === 0 || level === 'district' ? null : await roundOf(tx, historian, level, unitCode, round),
    signerName: 'Nguyễn Văn Mẫu',
    signerTitle: level === 'ministry' ? 'Thứ trưởng' : 'Phó Chủ tịch',
  }
}

function roundOf(
  tx: Tx,
  historian: Historian,
  level: DecisionLevel,
  unitCode: string,
  round: PastRound,
): Promise<string> {
  const { year, number, proposeBy, doneBy } = round
  return known(historian.rounds, `${level}/${unitCode}/${year}/${number}`, () =>
    openRound(onDay(tx, proposeBy), {
      level,
      unitCode,
      unitOn: round.decidedOn,
      year,
      number,
      proposeBy,
      doneBy,
      sample: true,
    }),
  )
}

function known(kept: Map<string, Promise<string>>, key: string, find: () => Promise<string>): Promise<string> {
  const found = kept.get(key) ?? find()
  kept.set(key, found)
  return found
}
