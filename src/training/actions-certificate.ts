import { randomBytes } from 'node:crypto'
import { record } from '../audit/actions.ts'
import { addPaper } from '../evidence/actions.ts'
import { civilDateOf, yearOf } from '../kernel/civil-date.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { lowerFirst } from '../kernel/text.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { paths } from '../ui/paths.ts'
import { lockFor, may, orHidden, placeOf } from './actions.ts'
import type { CompletionCertificate, CompletionFacts } from './model-certificate.ts'
import type { Enrolment, Meeting, ShownClass } from './model.ts'
import { currentLayout, renderCompletion } from './print.ts'
import { judgeClassAct } from './rules.ts'
import { completionNumber, dueForCertificate } from './rules-certificate.ts'
import * as store from './store-certificate.ts'
import { enrolmentsOf } from './store-enrolment.ts'
import { sheetsOf } from './store-test.ts'
import { meetingsOf } from './store.ts'

/** Everybody who completed the class gets a certificate, each once. @returns how many are new. */
export function issueCertificates(ctx: Context, classId: string): Promise<number> {
  return atomically(ctx, async (tx) => {
    const found = await lockFor(tx, classId, 'issue-certificate')
    orRefuse(judgeClassAct('certify', found, tx.now))
    const meetings = await meetingsOf(tx, classId)
    const due = dueForCertificate(found, meetings, await enrolmentsOf(tx, classId))
    for (const one of due) await issueOne(tx, found, meetings, one)
    if (due.length === 0) throw new Refused({ code: 'training/nobody-completed' })
    return due.length
  })
}

async function issueOne(tx: Tx, found: ShownClass, meetings: readonly Meeting[], one: Enrolment): Promise<void> {
  const facts = await factsOf(tx, found, meetings, one)
  await store.addCertificate(tx, one.id, currentLayout, facts, tx.actor.id, tx.now)
  await record(tx, 'training.certificate-issued', facts.number, { enrolment: one.id })
}

async function factsOf(
  tx: Tx,
  found: ShownClass,
  meetings: readonly Meeting[],
  { id, personName, producerName, attended }: Enrolment,
): Promise<CompletionFacts> {
  const { courseTitle, name: className, unitCode, unitName, passPercent, firstStart, lastEnd, sample } = found
  const sheet = passPercent === null ? undefined : (await sheetsOf(tx, id)).findLast(({ passed }) => passed)
  return {
    number: completionNumber(unitCode, yearOf(tx.today), await store.nextSerial(tx), randomBytes(6)),
    personName,
    producerName,
    courseTitle,
    className,
    from: civilDateOf(orMissing(firstStart)),
    to: civilDateOf(orMissing(lastEnd)),
    attended: attended.length,
    meetings: meetings.length,
    test: sheet === undefined ? null : { correct: sheet.correct, total: sheet.total },
    authority: unitName === null ? 'Bộ Nông nghiệp và Môi trường' : `Ủy ban nhân dân ${lowerFirst(unitName)}`,
    issuedOn: tx.today,
    sample,
  }
}

/** Anybody with the number checks it; the paper itself is for its holder and for those who keep the list. */
export async function certificatePage(ctx: Context, number: string) {
  const certificate = orMissing(await store.certificateByNumber(ctx, number.trim().toUpperCase()))
  const stands = certificate.endedWhy === null
  return {
    certificate,
    mayPrint: stands && mayPrint(ctx, certificate),
    mayKeep: stands && ctx.actor.producers.includes(certificate.producerId ?? ''),
    mayEnd: stands && may(ctx, 'issue-certificate', placeOf(certificate)),
  }
}

function mayPrint(ctx: Context, certificate: CompletionCertificate): boolean {
  const { accountId, producerId } = certificate
  return (
    accountId === ctx.actor.id ||
    ctx.actor.producers.includes(producerId ?? '') ||
    may(ctx, 'read-list', placeOf(certificate))
  )
}

export async function completionPdf(ctx: Context, number: string, publicUrl: string): Promise<Uint8Array> {
  const { certificate, mayPrint: allowed } = await certificatePage(ctx, number)
  if (!allowed) throw new Refused({ code: 'kernel/not-found' })
  return pdfOf(certificate, publicUrl)
}

function pdfOf({ layout, facts, number }: CompletionCertificate, publicUrl: string): Promise<Uint8Array> {
  return renderCompletion(layout, facts, publicUrl + paths.training.certificate(number))
}

/** One press: the certificate lies in the producer's wallet, ready for any criterion. @returns the paper. */
export async function keepInWallet(ctx: Context, number: string, publicUrl: string): Promise<string> {
  const { certificate, mayKeep } = await certificatePage(ctx, number)
  if (!mayKeep) throw new Refused({ code: 'kernel/not-found' })
  const bytes = await pdfOf(certificate, publicUrl)
  const { facts, producerId, sample } = certificate
  return atomically(ctx, async (tx) => {
    const paper = {
      producerId: producerId ?? '',
      kind: 'other',
      title: `Chứng nhận hoàn thành khóa ${facts.courseTitle}: ${facts.personName}`.slice(0, 200),
      issuer: facts.authority,
      number: certificate.number,
      issuedOn: facts.issuedOn,
      sample,
    } as const
    const id = await addPaper(tx, paper, { name: `${certificate.number}.pdf`, bytes }).catch(withoutField)
    await record(tx, 'training.certificate-kept', certificate.number, { paper: id })
    return id
  })
}

// One press has no fields: what the wallet says about its file is said about the whole.
function withoutField(error: unknown): never {
  if (!(error instanceof Refused)) throw error
  throw new Refused(...error.refusals.map(({ field: _, ...rest }) => rest))
}

/** Issued by mistake: whoever checks the number reads why it does not stand. */
export function endCertificate(ctx: Context, number: string, reason: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const certificate = orMissing(await store.certificateByNumber(tx, number))
    orHidden(tx, 'issue-certificate', certificate)
    if (!(await store.endCertificate(tx, number, { reason, by: tx.actor.id, at: tx.now }))) {
      throw new Refused({ code: 'training/certificate-ended-already', overtaken: true })
    }
    await record(tx, 'training.certificate-ended', number, { reason })
  })
}
