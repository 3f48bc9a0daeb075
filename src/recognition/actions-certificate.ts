import { record } from '../audit/actions.ts'
import { moveDossier, openDossier } from '../dossier/actions.ts'
import type { DossierKind } from '../regime/model.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { paths } from '../ui/paths.ts'
import { placeOfCertificate, recognitionAccess } from './access.ts'
import type { Certificate, SuspensionInput } from './model.ts'
import { signCertificate } from './credential.ts'
import { isPrintable, isSigned, renderCertificate } from './print.ts'
import { judgeLifting, judgeRenewal, judgeSuspension, judgeUpgrade } from './rules.ts'
import * as certificates from './store-certificate.ts'
import { keptFromDossier } from './store-recusal.ts'
import * as results from './store-result.ts'

/**
 * The PDF of a certificate; the first print is kept and given ever after. Undefined for papers printed before the system.
 * @throws {Refused} `kernel/not-found` for a number that was never issued.
 */
export async function certificatePdf(ctx: Context, number: string, publicUrl: string): Promise<Uint8Array | undefined> {
  const print = orMissing(await certificates.printOf(ctx, number))
  if (!isPrintable(print.layout)) return undefined
  if (print.file !== null && (await ctx.files.has(print.file))) return ctx.files.get(print.file)
  const url = print.url ?? addressToPrint(ctx, print, publicUrl)
  const bytes = await renderCertificate(print.layout, print.facts, url)
  const file = await ctx.files.put(bytes)
  const isFirst = await atomically(ctx, async (tx) => {
    const kept = await certificates.keepPrint(tx, number, url, file)
    if (kept > 0) await record(tx, 'recognition.printed', number, { file })
    return kept > 0
  })
  // Two signatures over the same content differ: whoever comes second gives what the first one signed.
  return isFirst || print.file !== null ? bytes : certificatePdf(ctx, number, publicUrl)
}

function addressToPrint(ctx: Context, { number, layout, facts, statusIndex }: certificates.Print, publicUrl: string) {
  const address = `${publicUrl}${paths.recognition.certificate(number)}`
  return isSigned(layout) ? `${address}#${signCertificate(ctx.keys, facts, statusIndex, address)}` : address
}

/** After a recognition: the paper is printed and the dossier's way ends in the public list. */
export async function printAndPublish(ctx: Context, number: string, publicUrl: string): Promise<void> {
  const print = await certificates.printOf(ctx, number)
  if (print === undefined) return
  await certificatePdf(ctx, number, publicUrl)
  const { dossierId } = print
  if (dossierId === null) return
  await atomically(ctx, async (tx) => {
    if ((await results.stateOf(tx, dossierId)) === 'notified')
      await moveDossier(tx, dossierId, 'publish', { reason: number })
  })
}

/** Opens the dossier that renews a certificate, in the window of 180 to 120 days or late under Article 12.3. */
export function openRenewal(ctx: Context, number: string): Promise<string> {
  return openFor(ctx, number, 'renewal', 'renew-certificate', judgeRenewal)
}

/** Opens the dossier that asks for a higher star. */
export function openUpgrade(ctx: Context, number: string): Promise<string> {
  return openFor(ctx, number, 'upgrade', 'upgrade-certificate', judgeUpgrade)
}

function openFor(
  ctx: Context,
  number: string,
  kind: Exclude<DossierKind, 'first'>,
  act: 'renew-certificate' | 'upgrade-certificate',
  judge: typeof judgeRenewal | typeof judgeUpgrade,
): Promise<string> {
  return atomically(ctx, async (tx) => {
    const certificate = await lockedCertificate(tx, number)
    if (!recognitionAccess[act](tx.actor, placeOfCertificate(certificate)))
      throw new Refused({ code: 'kernel/not-found' })
    const open = await certificates.openDossiersFor(tx, number)
    orRefuse<unknown>(judge(certificate, tx.today, open.length > 0))
    const dossierId = await openDossier(tx, { productId: certificate.productId, kind })
    await registerRenewal(tx, { certificateNumber: number, dossierId })
    await record(tx, `recognition.${kind}-opened`, number, { dossier: dossierId })
    return dossierId
  })
}

/** Ties a renewal or an upgrade to the certificate it is for; also for dossiers of the past. */
export async function registerRenewal(
  tx: Tx,
  { certificateNumber, dossierId }: { certificateNumber: string; dossierId: string },
): Promise<void> {
  await certificates.addRenewal(tx, { certificateNumber, dossierId, openedOn: tx.today, openedBy: tx.actor.id })
}

/** The mark may not be used from today until the suspension is lifted. */
export function suspend(ctx: Context, number: string, { reason }: SuspensionInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const certificate = await mySuspendable(tx, number)
    const fromDate = orRefuse(judgeSuspension(certificate, tx.today))
    await certificates.addSuspension(tx, {
      id: newId(),
      certificateNumber: number,
      fromDate,
      reason,
      recordedBy: tx.actor.id,
      recordedAt: tx.now,
    })
    await record(tx, 'recognition.suspended', number, { product: certificate.productId, reason })
  })
}

export function liftSuspension(ctx: Context, number: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const certificate = await mySuspendable(tx, number)
    await certificates.liftSuspension(tx, number, orRefuse(judgeLifting(certificate, tx.today)))
    await record(tx, 'recognition.suspension-lifted', number, { product: certificate.productId })
  })
}

async function mySuspendable(tx: Tx, number: string): Promise<Certificate> {
  const certificate = await lockedCertificate(tx, number)
  if (!recognitionAccess['suspend-certificate'](tx.actor, placeOfCertificate(certificate)))
    throw new Refused({ code: 'kernel/not-found' })
  return certificate
}

async function lockedCertificate(tx: Tx, number: string): Promise<Certificate> {
  await certificates.lockCertificates(tx, [number])
  return orMissing((await certificates.certificatesByNumber(tx, [number]))[0])
}

/** An approved result goes up to the ministry (26/2026 Điều 7.3). */
export function sendToMinistry(ctx: Context, dossierId: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const place = await results.placeToday(tx, dossierId)
    const unit = place?.provinceToday
    if (!unit || !recognitionAccess['send-to-ministry'](tx.actor, { unit, province: unit }))
      throw new Refused({ code: 'kernel/not-found' })
    if (await keptFromDossier(tx, dossierId, tx.actor)) throw new Refused({ code: 'kernel/not-found' })
    if ((await results.stateOf(tx, dossierId)) !== 'result-approved')
      throw new Refused({ code: 'recognition/not-awaiting-ministry', overtaken: true })
    if (await results.isToBeScoredAgain(tx, dossierId))
      throw new Refused({ code: 'recognition/to-be-scored-again', overtaken: true })
    await moveDossier(tx, dossierId, 'send-to-ministry')
    await record(tx, 'recognition.sent-to-ministry', dossierId)
  })
}
