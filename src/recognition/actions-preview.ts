import type { CivilDate } from '../kernel/civil-date.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import { expiryOf } from '../regime/certificate-term.ts'
import { textById } from '../regime/law.ts'
import { decisionFile } from './actions-read.ts'
import type { Certificate, Decision, IssueInput } from './model.ts'
import { isReplacedBy, judgeIssue, judgeRevocation } from './rules.ts'
import * as certificates from './store-certificate.ts'
import * as results from './store-result.ts'
import * as store from './store.ts'
import type { LineWithCertificate } from './store.ts'

/** A line as it would stand once signed. */
export interface PreviewLine extends LineWithCertificate {
  /** Of the certificate that the line brings; null where it brings none. */
  readonly expiresOn: CivilDate | null
  /** Certificates of the product that end with it. */
  readonly ends: readonly Pick<Certificate, 'number' | 'stars'>[]
}

export interface Preview {
  readonly decision: Decision
  /** As it will be printed: the number with its sign. */
  readonly signed: IssueInput
  readonly lines: readonly PreviewLine[]
}

/**
 * The second look: everything that signing would do, judged as signing judges it, and nothing done.
 * @throws {Refused} what `issueDecision` would say.
 */
export async function previewIssue(ctx: Context, id: string, input: IssueInput): Promise<Preview> {
  const { decision, lines, maySign } = await decisionFile(ctx, id)
  if (!maySign) throw new Refused({ code: 'recognition/not-yours-to-sign' })
  const signed = orRefuse(judgeIssue(decision, lines, input, await results.basisDay(ctx, id), ctx.today))
  const { number, year } = signed
  if ((await store.decisionByNumber(ctx, { authority: decision.authority, number, year })) !== undefined)
    throw new Refused({ code: 'recognition/number-taken', field: 'number', facts: { number, year } })
  const held = await certificates.certificatesOfProducts(
    ctx,
    lines.map(({ productId }) => productId),
  )
  return { decision, signed, lines: lines.map((line) => previewOf(ctx, decision, line, signed.decidedOn, held)) }
}

function previewOf(
  { today }: Context,
  { kind, text }: Decision,
  line: LineWithCertificate,
  decidedOn: CivilDate,
  held: readonly Certificate[],
): PreviewLine {
  const own = held.filter(({ productId }) => productId === line.productId)
  if (kind === 'revoke') {
    const ended = own.filter(({ number }) => number === line.endsCertificate)
    for (const certificate of ended) orRefuse(judgeRevocation(certificate, line.concludedOn ?? decidedOn, today))
    return { ...line, expiresOn: null, ends: ended }
  }
  if (kind === 'approve-result') return { ...line, expiresOn: null, ends: [] }
  const expiresOn = expiryOf(orMissing(textById(text)), decidedOn)
  return { ...line, expiresOn, ends: own.filter((one) => isReplacedBy(one, decidedOn)) }
}
