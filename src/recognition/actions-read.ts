import { civilDateOf } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { Page } from '../kernel/page.ts'
import { Refused, orMissing } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import { textById } from '../regime/law.ts'
import { placeOfDecision, recognitionAccess } from './access.ts'
import { holdsSigned, openCertificate } from '../ui/islands/credential.ts'
import { judgeReading, longestContent, nameKey, readContent } from './check.ts'
import type { Finding, Reading } from './check.ts'
import type { Certificate, Decision, DecisionQuery } from './model.ts'
import { decisionPaper } from './paper.ts'
import { letterToMinistry } from './paper-letter.ts'
import { renderDecision, renderLetter } from './print.ts'
import * as certificates from './store-certificate.ts'
import * as check from './store-check.ts'
import { pastRoundOf } from './store-past.ts'
import type { PastRound } from './store-past.ts'
import { keptFromDecision } from './store-recusal.ts'
import * as results from './store-result.ts'
import * as store from './store.ts'

/** A certificate as of a day; undefined when there was none yet. Numbers are public once issued, and only then exist. */
export async function certificateByNumber(
  ctx: Context,
  number: string,
  at: CivilDate = ctx.today,
): Promise<Certificate | undefined> {
  const [found] = await certificates.certificatesByNumber(ctx, [number.trim().toUpperCase()])
  return found !== undefined && found.issuedOn <= at ? found : undefined
}

export function similarNumbers(ctx: Context, number: string): Promise<string[]> {
  return check.similarNumbers(ctx, number.trim().toUpperCase())
}

/** A day, or a moment's day in Vietnam. */
export function dayOf(ctx: Context, at: string | undefined): CivilDate {
  if (at === undefined) return ctx.today
  return at.length === 10 ? at : civilDateOf(at)
}

/** Verdicts on many texts at once; the number of statements does not grow with the list. */
export async function checkTexts(
  ctx: Context,
  texts: readonly string[],
  publicUrl: string,
  at: CivilDate = ctx.today,
): Promise<Finding[]> {
  const readings = await Promise.all(texts.map((text) => readSigned(ctx, text, publicUrl)))
  const [byNumber, byProduct] = await Promise.all([numbered(ctx, readings), keyed(ctx, readings)])
  return readings.map((reading) => judgeReading(reading, certificatesFor(reading, byNumber, byProduct), at))
}

/** Signed content speaks for the number in it once the signature stands; the register then says what became of it. */
async function readSigned(ctx: Context, text: string, publicUrl: string): Promise<Reading> {
  if (!holdsSigned(text) || text.length > longestContent) return readContent(text, publicUrl)
  const certificate = await openCertificate(text, ctx.keys.published()).catch(() => 'forged' as const)
  return typeof certificate === 'string' ? { kind: 'forged', value: '' } : { kind: 'number', value: certificate.number }
}

function valuesOf(readings: readonly Reading[], kind: Reading['kind']): string[] {
  return [...new Set(readings.filter((one) => one.kind === kind).map(({ value }) => value))]
}

async function numbered(ctx: Context, readings: readonly Reading[]): Promise<ReadonlyMap<string, Certificate>> {
  const numbers = valuesOf(readings, 'number')
  if (numbers.length === 0) return new Map()
  return new Map((await certificates.certificatesByNumber(ctx, numbers)).map((one) => [one.number, one]))
}

async function keyed(ctx: Context, readings: readonly Reading[]): Promise<ReadonlyMap<string, readonly Certificate[]>> {
  const keys = [
    ...(await check.productsByCode(ctx, valuesOf(readings, 'code'))),
    ...(await check.productsByGtin(ctx, valuesOf(readings, 'gtin'))),
    ...(await check.productsByName(ctx, valuesOf(readings, 'name').map(nameKey))),
  ]
  const all = await certificates.certificatesOfProducts(ctx, [...new Set(keys.map(({ productId }) => productId))])
  const byKey = new Map<string, Certificate[]>()
  for (const { key, productId } of keys)
    byKey.set(key, [...(byKey.get(key) ?? []), ...all.filter((one) => one.productId === productId)])
  return byKey
}

function certificatesFor(
  { kind, value }: Reading,
  byNumber: ReadonlyMap<string, Certificate>,
  byKey: ReadonlyMap<string, readonly Certificate[]>,
): readonly Certificate[] {
  if (kind === 'number') return [byNumber.get(value)].filter((one) => one !== undefined)
  return byKey.get(kind === 'name' ? nameKey(value) : value) ?? []
}

/** Recognised products whose names hold the words, each with the certificate that speaks for it today. */
export async function findByName(ctx: Context, words: string): Promise<Finding[]> {
  const ids = await check.productsLike(ctx, words, 20)
  const all = await certificates.certificatesOfProducts(ctx, ids)
  const reading: Reading = { kind: 'name', value: words }
  return ids.map((id) =>
    judgeReading(
      reading,
      all.filter(({ productId }) => productId === id),
      ctx.today,
    ),
  )
}

const pageSize = 20

export async function decisionList(
  ctx: Context,
  { q, loai, nam, trang }: DecisionQuery,
): Promise<Page<store.ListedDecision>> {
  const filter = { q: q === '' ? undefined : q, kind: loai, year: nam, page: trang, size: pageSize }
  const [items, total] = await Promise.all([store.issuedDecisions(ctx, filter), store.countIssued(ctx, filter)])
  return { items, total, page: trang, size: pageSize }
}

export interface DecisionFile {
  readonly decision: Decision
  readonly lines: readonly store.LineWithCertificate[]
  readonly maySign: boolean
  readonly mayDraft: boolean
  /** An approving decision is followed by a letter; for those who may read drafts of the province. */
  readonly hasLetter: boolean
  /** Of an old round that a person entered from paper. */
  readonly entered: PastRound | undefined
}

/** Drafts are read by their unit and those who oversee it, but by nobody who is kept from anything behind them. */
export async function mayOpenDraft(ctx: Context, decision: Decision): Promise<boolean> {
  return (
    recognitionAccess['read-draft'](ctx.actor, placeOfDecision(decision)) &&
    !(await keptFromDecision(ctx, decision.id, ctx.actor))
  )
}

/** @throws {Refused} `kernel/not-found` for a draft that the actor may not see, as for one that does not exist. */
export async function decisionFile(ctx: Context, id: string): Promise<DecisionFile> {
  const decision = orMissing(await store.decisionById(ctx, id))
  const place = placeOfDecision(decision)
  if (decision.issuedAt === null && !(await mayOpenDraft(ctx, decision)))
    throw new Refused({ code: 'kernel/not-found' })
  return {
    decision,
    lines: await store.linesToRead(ctx, id),
    entered: await pastRoundOf(ctx, id),
    maySign: recognitionAccess['sign-decision'](ctx.actor, place),
    mayDraft: recognitionAccess['draft-decision'](ctx.actor, place),
    hasLetter: decision.kind === 'approve-result' && decision.issuedAt !== null && (await mayOpenDraft(ctx, decision)),
  }
}

/** The paper of a decision, draft or issued, laid out by Decree 30/2020. */
export async function decisionPdf(ctx: Context, id: string): Promise<Uint8Array> {
  const { decision, lines } = await decisionFile(ctx, id)
  const meetsOn = decision.kind === 'revoke' ? null : await results.basisDay(ctx, id)
  const complaints = await results.complaintsBehind(ctx, id)
  return renderDecision(decisionPaper(decision, lines, orMissing(textById(decision.text)), { meetsOn, complaints }))
}

/** The letter that goes up with the results a decision approved. @throws {Refused} not found where there is none to read. */
export async function letterPdf(ctx: Context, id: string): Promise<Uint8Array> {
  const { decision, lines, hasLetter } = await decisionFile(ctx, id)
  if (!hasLetter) throw new Refused({ code: 'kernel/not-found' })
  const dossiers = new Map((await results.dossiersOf(ctx, id)).map((one) => [one.id, one]))
  const sent = lines.flatMap((line) => {
    const dossier = dossiers.get(line.dossierId ?? '')
    return dossier ? [{ ...line, dossierNumber: dossier.number, kind: dossier.kind }] : []
  })
  return renderLetter(letterToMinistry(decision, sent, orMissing(textById(decision.text))))
}

/** How many promises the producer confirmed for a certificate, and on which day; undefined before it did. */
export async function promiseOf(ctx: Context, number: string): Promise<Promised | undefined> {
  const told = await certificates.promiseTold(ctx, number)
  return told && { lines: told.lines, on: civilDateOf(told.at) }
}

export interface Promised {
  readonly lines: number
  readonly on: CivilDate
}
