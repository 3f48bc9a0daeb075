import { record } from '../audit/actions.ts'
import { yearOf } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import type { Tx } from '../platform/atomically.ts'
import { markRecognised } from '../product/actions-grouping.ts'
import { expiryOf } from '../regime/certificate-term.ts'
import { textById } from '../regime/law.ts'
import { replaceEarlier } from './actions-ending.ts'
import type { CertifiedStars, DecisionLevel, PrintedFacts } from './model.ts'
import { placeOf } from './paper.ts'
import { currentLayout } from './print.ts'
import * as rules from './rules.ts'
import * as certificates from './store-certificate.ts'
import { attribute } from './store-past.ts'
import * as results from './store-result.ts'
import * as store from './store.ts'

/** A decision as an old list or an old round tells it. */
export interface PastDecision {
  readonly kind: 'recognise' | 'approve-result' | 'revoke'
  readonly level: DecisionLevel
  readonly unitCode: string
  /** The day on which the unit's code is understood. */
  readonly unitOn: CivilDate
  readonly authority: string
  readonly number: string
  readonly year: number
  /** Null when the source does not print it: then there is no certificate to enter, a person must find the day. */
  readonly decidedOn: CivilDate | null
  readonly text: string
  readonly roundId?: string | null
  readonly signerName?: string | null
  readonly signerTitle?: string | null
  readonly sourceUrl?: string | null
}

export interface PastRecognition {
  readonly decision: PastDecision
  readonly productId: string
  /** Absent for an approved result. */
  readonly stars?: CertifiedStars
  readonly meanHundredths?: number | null
  readonly dossierId?: string | null
  readonly sessionId?: string | null
  /** The system prints it too (demonstration); absent: the paper was printed elsewhere. */
  readonly printedHere?: boolean
  readonly sample?: boolean
}

export interface Entered {
  /** `already`: the same decision names this product already, nothing changed. */
  readonly outcome: 'entered' | 'already'
  readonly decisionId: string
  readonly lineId: string
  readonly certificateNumber: string | null
}

/**
 * One line of a decision of the past, with its certificate; the decision itself when it is not there yet. Entering the
 * same line twice changes nothing.
 * @throws {Refused} when the text did not let that level recognise that star (148/2023: the district 3★; 1048/2019:
 * the province from 3★), or when the day is unknown.
 */
export async function enterPastRecognition(tx: Tx, past: PastRecognition): Promise<Entered> {
  const { decision, productId, sample = false } = past
  orRefuse(rules.judgePastRecognition(decision, past.stars, orMissing(textById(decision.text)).procedure))
  await store.lockSubject(tx, `${decision.authority}/${decision.number}/${decision.year}`)
  const decisionId = await enterDecision(tx, decision, sample)
  const before = await store.lineOfProduct(tx, decisionId, productId)
  if (before !== undefined)
    return { outcome: 'already', decisionId, lineId: before.id, certificateNumber: before.certificateNumber }
  const product = orMissing(await results.productToPrint(tx, productId))
  const lineId = newId()
  await store.addLine(tx, {
    id: lineId,
    decisionId,
    position: (await store.lastPosition(tx, decisionId)).last + 1,
    productId,
    producerId: product.producerId,
    productName: product.productName,
    producerName: product.producerName,
    placeName: product.placeName ?? '',
    dossierId: past.dossierId ?? null,
    sessionId: past.sessionId ?? null,
    stars: past.stars ?? null,
    meanHundredths: past.meanHundredths ?? null,
    endsCertificate: null,
    ground: null,
    groundNote: null,
    concludedOn: null,
  })
  const certificateNumber =
    past.stars === undefined || decision.decidedOn === null
      ? null
      : await enterCertificate(tx, past, past.stars, decision.decidedOn, lineId, product)
  await record(tx, 'recognition.past-entered', certificateNumber ?? lineId, {
    decision: decisionId,
    product: productId,
    stars: past.stars ?? null,
  })
  return { outcome: 'entered', decisionId, lineId, certificateNumber }
}

async function enterDecision(tx: Tx, past: PastDecision, sample: boolean): Promise<string> {
  const known = await store.decisionByNumber(tx, past)
  if (known !== undefined) return known.id
  const id = newId()
  const { kind, level, unitCode, unitOn, authority, number, year, decidedOn, text } = past
  await store.addDecision(tx, {
    id,
    kind,
    level,
    unitCode,
    unitOn,
    authority,
    number,
    year,
    decidedOn,
    text,
    roundId: past.roundId ?? null,
    signerName: past.signerName ?? null,
    signerTitle: past.signerTitle ?? null,
    sourceUrl: past.sourceUrl ?? null,
    sample,
    draftedBy: tx.actor.id,
    draftedAt: tx.now,
    issuedAt: decidedOn === null ? tx.now : `${decidedOn}T00:00:00.000+07:00`,
  })
  return id
}

async function enterCertificate(
  tx: Tx,
  { decision, productId, printedHere = false, sample = false }: PastRecognition,
  stars: CertifiedStars,
  issuedOn: CivilDate,
  lineId: string,
  product: results.PlaceOfProduct,
): Promise<string> {
  const text = orMissing(textById(decision.text))
  const expiresOn = expiryOf(text, issuedOn)
  const year = yearOf(issuedOn)
  const number = rules.certificateNumber({
    unit: decision.unitCode,
    year,
    serial: await certificates.nextSerial(tx, decision.unitCode, year),
  })
  const { producerId, productName, producerName, placeName } = product
  const facts: PrintedFacts | null = printedHere
    ? {
        number,
        authority: decision.authority,
        place: placeOf(decision.authority),
        productName,
        productCode: product.productCode,
        packs: product.packs,
        producerName,
        placeName: placeName ?? '',
        stars,
        months: text.certificate.months,
        issuedOn,
        expiresOn,
        sample,
        decisionNumber: decision.number,
        decidedOn: issuedOn,
        signerTitle: decision.signerTitle ?? '',
        signerName: decision.signerName ?? '',
      }
    : null
  await certificates.addCertificate(tx, {
    number,
    lineId,
    productId,
    producerId,
    productName,
    producerName,
    stars,
    issuedOn,
    expiresOn,
    layout: printedHere ? currentLayout : 'elsewhere',
    facts,
  })
  await markRecognised(tx, productId, issuedOn)
  await replaceEarlier(tx, productId)
  return number
}

/**
 * The holder that an old list left out was found: its lines and certificates name it from now on. What this system
 * printed itself never changes.
 */
export async function attributePast(tx: Tx, productId: string): Promise<void> {
  const product = orMissing(await results.productToPrint(tx, productId))
  const { producerId, producerName } = product
  const touched = await attribute(tx, productId, {
    producerId,
    producerName,
    placeName: product.placeName ?? '',
  })
  await record(tx, 'recognition.past-attributed', productId, { producer: producerId, certificates: touched })
}

export interface PastEnding {
  readonly certificateNumber: string
  readonly kind: 'revoked' | 'expiry-recorded'
  readonly endedOn: CivilDate
  /** The decision of revocation, when the source names it. */
  readonly decision?: PastDecision
  readonly ground?: string | null
  readonly sourceUrl?: string | null
  readonly sample?: boolean
}

/** A removal that an old list tells of: revoked by a decision, or written off when it ran out. */
export async function enterPastEnding(tx: Tx, past: PastEnding): Promise<'entered' | 'already'> {
  const { certificateNumber: number, kind, endedOn, ground = null, sourceUrl = null, sample = false } = past
  const certificate = (await certificates.certificatesByNumber(tx, [number]))[0]
  if (certificate === undefined) throw new Refused({ code: 'recognition/no-such-certificate', facts: { number } })
  const decisionId = past.decision === undefined ? null : await enterDecision(tx, past.decision, sample)
  const added = await certificates.addEnding(tx, {
    certificateNumber: number,
    kind,
    endedOn,
    decisionId,
    ground,
    sourceUrl,
    replacedBy: null,
    recordedAt: tx.now,
    recordedBy: tx.actor.id,
  })
  if (added === 0) return 'already'
  await record(tx, 'recognition.past-ending-entered', number, {
    kind,
    endedOn,
    decision: decisionId,
    product: certificate.productId,
  })
  return 'entered'
}
