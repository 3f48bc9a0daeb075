import { record } from '../audit/actions.ts'
import { moveDossier } from '../dossier/actions.ts'
import { country, systemActor } from '../kernel/actor.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { unitsToday } from '../territory/actions.ts'
import { placeOfCertificate, placeOfDecision, recognitionAccess } from './access.ts'
import type { CertifiedStars, DecisionKind, Line, RevocationInput } from './model.ts'
import { authorityOf, judgeRevocation } from './rules.ts'
import * as certificates from './store-certificate.ts'
import { keptFromDecision, keptFromDossier, keptFromSession } from './store-recusal.ts'
import * as results from './store-result.ts'
import type { Result } from './store-result.ts'
import * as store from './store.ts'

/**
 * Drafts what a closed session calls for: one decision of recognition, one approving results that go to the ministry.
 * Products without a star get no decision (26/2026 Điều 4.1a) and are told here. Asked twice, nothing happens twice.
 * @throws {Refused} `recognition/session-not-closed` while there is no result.
 */
export function draftDecision(ctx: Context, { sessionId }: { sessionId: string }): Promise<readonly string[]> {
  return atomically(ctx, async (tx) => {
    await store.lockSubject(tx, `session:${sessionId}`)
    const found = await results.resultsOfSession(tx, sessionId)
    const [first] = found
    if (first === undefined) throw new Refused({ code: 'recognition/session-not-closed' })
    await mustDraft(tx, first)
    await notifyWithoutDecision(tx, found)
    await draftOf(tx, 'recognise', found)
    await draftOf(tx, 'approve-result', found)
    return (await store.decisionsOfSession(tx, sessionId)).map(({ id }) => id)
  })
}

async function mustDraft(
  tx: Tx,
  { level, signingUnit, sessionId }: Pick<Result, 'level' | 'signingUnit' | 'sessionId'>,
): Promise<void> {
  if (tx.actor.id === systemActor.id) return
  if (await keptFromSession(tx, sessionId, tx.actor)) throw new Refused({ code: 'recognition/stepped-back' })
  if (!recognitionAccess['draft-decision'](tx.actor, placeOfDecision({ level, provinceCode: signingUnit }))) {
    throw new Refused({ code: 'recognition/not-yours-to-draft' })
  }
}

async function notifyWithoutDecision(tx: Tx, found: readonly Result[]): Promise<void> {
  for (const { dossierId, verdict, state } of found) {
    if (verdict === 'not-recognised' && state === 'not-recognised')
      await moveDossier(tx, dossierId, 'notify', { article: '26/2026 Điều 4.1a' })
  }
}

const verdictOf = { recognise: 'recognise', 'approve-result': 'propose' } as const

async function draftOf(tx: Tx, kind: 'recognise' | 'approve-result', found: readonly Result[]): Promise<void> {
  const chosen = found.filter(
    ({ verdict, state, inLine }) => verdict === verdictOf[kind] && state.startsWith('scored') && !inLine,
  )
  const [first] = chosen
  if (first === undefined) return
  const decisionId = await addDraft(tx, kind, first)
  for (const [index, result] of chosen.entries()) await store.addLine(tx, lineOf(result, decisionId, index + 1, kind))
  await record(tx, 'recognition.drafted', decisionId, { kind, session: first.sessionId, lines: chosen.length })
}

interface Basis {
  readonly level: Result['level']
  readonly signingUnit: string | null
  readonly text: string
  readonly roundId: string | null
  readonly sample: boolean
}

async function addDraft(
  tx: Tx,
  kind: DecisionKind,
  { level, signingUnit, text, roundId, sample }: Basis,
): Promise<string> {
  const id = newId()
  await store.addDecision(tx, {
    id,
    kind,
    level,
    unitCode: signingUnit ?? country,
    unitOn: tx.today,
    authority: await authorityToday(tx, signingUnit),
    number: null,
    year: null,
    decidedOn: null,
    text,
    roundId,
    signerName: null,
    signerTitle: null,
    draftedBy: tx.actor.id,
    draftedAt: tx.now,
    issuedAt: null,
    sourceUrl: null,
    sample,
  })
  return id
}

async function authorityToday(tx: Tx, unit: string | null): Promise<string> {
  if (unit === null || unit === country) return authorityOf(undefined)
  const [today] = await unitsToday(tx, [unit])
  return authorityOf(orMissing(today).fullName)
}

function lineOf(result: Result, decisionId: string, position: number, kind: 'recognise' | 'approve-result'): Line {
  const { productId, producerId, productName, producerName, placeName, dossierId, sessionId, meanHundredths } = result
  const stars = kind === 'recognise' ? (result.stars as CertifiedStars) : null
  return {
    id: newId(),
    decisionId,
    position,
    productId,
    producerId,
    productName,
    producerName,
    placeName: placeName ?? '',
    dossierId,
    sessionId,
    stars,
    meanHundredths,
    endsCertificate: null,
    ground: null,
    groundNote: null,
    concludedOn: null,
  }
}

/** What the ministry's council gave, while it waits for the province; for who drafts there and is kept from nothing. */
async function resultBelow(tx: Tx, dossierId: string): Promise<Result> {
  await store.lockSubject(tx, `dossier:${dossierId}`)
  const result = orMissing(await results.ministryResultOf(tx, dossierId))
  const { provinceToday, state, inLine } = result
  const place = placeOfDecision({ level: 'province', provinceCode: provinceToday })
  if (!recognitionAccess['draft-decision'](tx.actor, place)) throw new Refused({ code: 'kernel/not-found' })
  if (await keptFromDossier(tx, dossierId, tx.actor)) throw new Refused({ code: 'kernel/not-found' })
  if (state !== 'below-90' || inLine) throw new Refused({ code: 'recognition/not-awaiting-ministry', overtaken: true })
  return result
}

/**
 * After a council of the ministry that gave fewer than five stars, the province may use that result (26/2026 Điều 7.4):
 * recognise 3★ or 4★ by it, or, where it gives no recognition, tell so and end the way.
 * @returns the draft; undefined when nothing is to be signed.
 */
export function useMinistryResult(ctx: Context, dossierId: string): Promise<string | undefined> {
  return atomically(ctx, async (tx) => {
    const result = await resultBelow(tx, dossierId)
    if (result.stars < 3) {
      await moveDossier(tx, dossierId, 'not-recognise', { article: '26/2026 Điều 7.4' })
      await moveDossier(tx, dossierId, 'notify', { article: '26/2026 Điều 4.1a' })
      await record(tx, 'recognition.ministry-result-used', dossierId, { recognised: false })
      return undefined
    }
    const decisionId = await addDraft(tx, 'recognise', {
      ...result,
      level: 'province',
      signingUnit: result.provinceToday,
    })
    await store.addLine(tx, lineOf(result, decisionId, 1, 'recognise'))
    await record(tx, 'recognition.drafted', decisionId, { kind: 'recognise', dossier: dossierId, from: 'ministry' })
    return decisionId
  })
}

/** Or the province holds its own evaluation: the dossier waits for its council again, and the ministry's result stays read. */
export function evaluateAgain(ctx: Context, dossierId: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    await resultBelow(tx, dossierId)
    await moveDossier(tx, dossierId, 'evaluate-again', { article: '26/2026 Điều 7.4' })
    await record(tx, 'recognition.evaluated-again', dossierId)
  })
}

interface Revocation extends Readonly<Omit<RevocationInput, 'numbers'>> {
  readonly numbers: readonly string[]
}

/**
 * Drafts a revocation of certificates of one authority, on one of the six grounds (26/2026 Điều 8).
 * @throws {Refused} one refusal per certificate that cannot be revoked.
 */
export function draftRevocation(ctx: Context, input: Revocation): Promise<string> {
  return atomically(ctx, async (tx) => {
    await certificates.lockCertificates(tx, input.numbers)
    const found = await certificates.certificatesByNumber(tx, input.numbers)
    const missing = input.numbers.filter((number) => !found.some((one) => one.number === number))
    if (missing.length > 0) throw refusedFor('recognition/no-such-certificate', missing)
    const place = placeOfCertificate(orMissing(found[0]))
    if (!recognitionAccess['draft-decision'](tx.actor, place))
      throw new Refused({ code: 'recognition/not-yours-to-draft' })
    const others = found.filter((one) => placeOfCertificate(one).unit !== place.unit)
    if (others.length > 0)
      throw refusedFor(
        'recognition/of-another-authority',
        others.map(({ number }) => number),
      )
    const drafted = await certificates.draftRevocationOf(tx, input.numbers)
    if (drafted.length > 0)
      throw refusedFor(
        'recognition/in-another-draft',
        drafted.map(({ number }) => number),
      )
    for (const certificate of found) orRefuse(judgeRevocation(certificate, input.concludedOn, tx.today))
    return addRevocation(tx, input, found, place.unit)
  })
}

function refusedFor(code: string, numbers: readonly string[]): Refused {
  return new Refused(...numbers.map((number) => ({ code, field: 'numbers', facts: { number } })))
}

async function addRevocation(
  tx: Tx,
  { ground, note, concludedOn }: { ground: NonNullable<Line['ground']>; note: string; concludedOn: CivilDate },
  found: Awaited<ReturnType<typeof certificates.certificatesByNumber>>,
  unit: string,
): Promise<string> {
  const level = unit === country ? 'ministry' : 'province'
  const sample = found.every((one) => one.sample)
  const decisionId = await addDraft(tx, 'revoke', { level, signingUnit: unit, text: '26-2026', roundId: null, sample })
  for (const [index, { number, productId, producerId, productName, producerName, placeName }] of found.entries()) {
    await store.addLine(tx, {
      id: newId(),
      decisionId,
      position: index + 1,
      productId,
      producerId,
      productName,
      producerName,
      placeName,
      dossierId: null,
      sessionId: null,
      stars: null,
      meanHundredths: null,
      endsCertificate: number,
      ground,
      groundNote: note,
      concludedOn,
    })
  }
  await record(tx, 'recognition.drafted', decisionId, {
    kind: 'revoke',
    certificates: found.map(({ number }) => number),
    ground,
  })
  return decisionId
}

/** Gives a draft up; its results wait for another. */
export function dropDraft(ctx: Context, decisionId: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const decision = orMissing(await store.lockDecision(tx, decisionId))
    if (
      !recognitionAccess['draft-decision'](tx.actor, placeOfDecision(decision)) ||
      (await keptFromDecision(tx, decisionId, tx.actor))
    )
      throw new Refused({ code: 'kernel/not-found' })
    if (decision.issuedAt !== null) throw new Refused({ code: 'recognition/already-issued', overtaken: true })
    const lines = await store.linesOf(tx, decisionId)
    await store.removeDraft(tx, decisionId)
    await record(tx, 'recognition.draft-dropped', decisionId, {
      kind: decision.kind,
      products: lines.map(({ productId }) => productId),
    })
  })
}
