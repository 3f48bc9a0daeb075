import { record } from '../audit/actions.ts'
import { moveDossier } from '../dossier/actions.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { brokenConstraint } from '../platform/db.ts'
import { giveCode } from '../product/actions.ts'
import { adoptGroup, markRecognised } from '../product/actions-grouping.ts'
import { expiryOf } from '../regime/certificate-term.ts'
import { textById } from '../regime/law.ts'
import { placeOfDecision, recognitionAccess } from './access.ts'
import { replaceEarlier } from './actions-ending.ts'
import { mayOpenDraft } from './actions-read.ts'
import type { CertifiedStars, Decision, IssueInput, Line, PrintedFacts } from './model.ts'
import { placeOf } from './paper.ts'
import { currentLayout } from './print.ts'
import { certificateNumber, judgeIssue, judgeRevocation } from './rules.ts'
import * as certificates from './store-certificate.ts'
import * as results from './store-result.ts'
import * as store from './store.ts'

type Issued = Decision & {
  readonly number: string
  readonly year: number
  readonly decidedOn: CivilDate
  readonly signerName: string
  readonly signerTitle: string
}

/**
 * The leader of the authority signs: the decision gets its number, and every line its effect, together or not at all.
 * @returns the numbers of the certificates issued.
 * @throws {Refused} `recognition/number-taken` to the loser of a race for a number; what `judgeIssue` says.
 */
export function issueDecision(ctx: Context, decisionId: string, input: IssueInput): Promise<readonly string[]> {
  return atomically(ctx, async (tx) => {
    const draft = orMissing(await store.lockDecision(tx, decisionId))
    const place = placeOfDecision(draft)
    if (!(await mayOpenDraft(tx, draft))) throw new Refused({ code: 'kernel/not-found' })
    if (!recognitionAccess['sign-decision'](tx.actor, place))
      throw new Refused({ code: 'recognition/not-yours-to-sign' })
    const lines = await store.linesOf(tx, decisionId)
    const signed = orRefuse(judgeIssue(draft, lines, input, await results.basisDay(tx, decisionId), tx.today))
    await markIssued(tx, decisionId, signed)
    const decision: Issued = { ...draft, ...signed, issuedAt: tx.now }
    const issued: string[] = []
    for (const line of lines) issued.push(...(await effects[decision.kind](tx, decision, line)))
    await record(tx, 'recognition.issued', decisionId, {
      kind: decision.kind,
      number: decision.number,
      year: decision.year,
      lines: lines.length,
    })
    return issued
  })
}

async function markIssued(tx: Tx, id: string, signed: IssueInput & { year: number }): Promise<void> {
  try {
    await store.markIssued(tx, id, { ...signed, issuedAt: tx.now })
  } catch (error) {
    if (brokenConstraint(error) !== 'decision_number') throw error
    const { number, year } = signed
    throw new Refused({ code: 'recognition/number-taken', field: 'number', facts: { number, year } })
  }
}

const effects: Record<Decision['kind'], (tx: Tx, decision: Issued, line: Line) => Promise<readonly string[]>> = {
  recognise: grant,
  'approve-result': approve,
  revoke,
}

/** One line, one recognition, one certificate of 36 months from the day of the decision (26/2026 Điều 4). */
async function grant(tx: Tx, decision: Issued, line: Line): Promise<readonly string[]> {
  const stars = line.stars as CertifiedStars
  const text = orMissing(textById(decision.text))
  const issuedOn = decision.decidedOn
  const expiresOn = expiryOf(text, issuedOn)
  const serial = await certificates.nextSerial(tx, decision.unitCode, decision.year)
  const number = certificateNumber({ unit: decision.unitCode, year: decision.year, serial })
  const facts = await printedFacts(tx, decision, line, {
    number,
    stars,
    months: text.certificate.months,
    issuedOn,
    expiresOn,
  })
  const { id: lineId, productId, producerId, productName, producerName } = line
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
    layout: currentLayout,
    facts,
  })
  await markRecognised(tx, productId, issuedOn)
  await replaceEarlier(tx, productId)
  if (line.dossierId !== null) {
    const act = decision.level === 'ministry' ? 'recognise-at-ministry' : 'recognise'
    const recognised = await moveDossier(tx, line.dossierId, act, { reason: decision.number })
    if (recognised.rubric !== null) await adoptGroup(tx, productId, { text: recognised.text, group: recognised.rubric })
    await moveDossier(tx, line.dossierId, 'notify')
  }
  await record(tx, 'recognition.granted', number, {
    decision: decision.id,
    product: productId,
    dossier: line.dossierId,
    stars,
  })
  return [number]
}

async function printedFacts(
  tx: Tx,
  decision: Issued,
  line: Line,
  own: Pick<PrintedFacts, 'number' | 'stars' | 'months' | 'issuedOn' | 'expiresOn'>,
): Promise<PrintedFacts> {
  const product = orMissing(await results.productToPrint(tx, line.productId))
  return {
    ...own,
    authority: decision.authority,
    place: placeOf(decision.authority),
    productName: line.productName,
    productCode: product.productCode ?? (await codeOnRecognition(tx, line, decision.decidedOn)),
    packs: product.packs,
    producerName: line.producerName,
    placeName: line.placeName,
    decisionNumber: decision.number,
    decidedOn: decision.decidedOn,
    signerTitle: decision.signerTitle,
    signerName: decision.signerName,
    sample: decision.sample,
  }
}

// The code (T)-(X)-(STT)-20YY carries the year of evaluation; a commune that was split has no code until a person decides.
async function codeOnRecognition(tx: Tx, { productId, dossierId }: Line, decidedOn: CivilDate): Promise<string | null> {
  const place = dossierId === null ? undefined : await results.placeToday(tx, dossierId)
  if (!place?.communeToday || !place.provinceToday) return null
  return giveCode(tx, {
    productId,
    province: place.provinceToday,
    commune: place.communeToday,
    year: Number(decidedOn.slice(0, 4)),
  })
}

/** From 90 points the province approves the result only; it recognises nothing (26/2026 Điều 7.3). */
async function approve(tx: Tx, decision: Issued, line: Line): Promise<readonly string[]> {
  const dossierId = orMissing(line.dossierId)
  await moveDossier(tx, dossierId, 'approve-result', { reason: decision.number })
  await record(tx, 'recognition.result-approved', dossierId, { decision: decision.id, product: line.productId })
  return []
}

async function revoke(tx: Tx, decision: Issued, line: Line): Promise<readonly string[]> {
  const number = orMissing(line.endsCertificate)
  await certificates.lockCertificates(tx, [number])
  const certificate = orMissing((await certificates.certificatesByNumber(tx, [number]))[0])
  orRefuse(judgeRevocation(certificate, line.concludedOn ?? decision.decidedOn, tx.today))
  await certificates.addEnding(tx, {
    certificateNumber: number,
    kind: 'revoked',
    endedOn: decision.decidedOn,
    decisionId: decision.id,
    ground: line.ground,
    sourceUrl: null,
    replacedBy: null,
    recordedAt: tx.now,
    recordedBy: tx.actor.id,
  })
  await record(tx, 'recognition.revoked', number, {
    decision: decision.id,
    product: line.productId,
    ground: line.ground,
  })
  return []
}
