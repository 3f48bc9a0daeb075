import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { addDays, yearOf } from '../kernel/civil-date.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import { renewalTiming, renewalWindowOf, runsOnUntil } from '../regime/certificate-term.ts'
import { currentText, textById, textForNew } from '../regime/law.ts'
import type { LegalText, Procedure } from '../regime/model.ts'
import type {
  Certificate,
  CertificateFacts,
  CertificateStatus,
  Decision,
  DecisionLevel,
  IssueInput,
  Line,
} from './model.ts'

/**
 * Whether a certificate is in force on a civil day of Vietnam, from the day it was issued on. A renewal that was filed
 * in time keeps the mark until its result, at most so many days past the last day (26/2026 Điều 12.3).
 */
export function statusOf(certificate: CertificateFacts, at: CivilDate): CertificateStatus {
  const { ending, expiresOn } = certificate
  if (ending?.kind === 'revoked' && ending.endedOn <= at) return 'revoked'
  if (ending?.kind === 'replaced' && ending.endedOn <= at) return 'expired'
  const waits = at > expiresOn && runsOn(certificate, at) !== undefined
  if (at > expiresOn && !waits) return 'expired'
  if (isSuspended(certificate, at)) return 'suspended'
  return waits ? 'renewal-pending' : 'valid'
}

/** May the stars be shown as such (gold) on this day? */
export function isInForce(status: CertificateStatus): boolean {
  return status === 'valid' || status === 'renewal-pending'
}

/** The last day to which a renewal filed on a day carries the certificate; undefined when it carries it nowhere. */
function carriesUntil(expiresOn: CivilDate, filedOn: CivilDate): CivilDate | undefined {
  const text = textForNew(addDays(expiresOn, 1))
  return text && runsOnUntil(text, expiresOn, filedOn)?.until
}

/** While a renewal waits past the last day: how long it carries the certificate at most. */
export function runsOn(
  { expiresOn, renewals }: Pick<CertificateFacts, 'expiresOn' | 'renewals'>,
  at: CivilDate,
): CivilDate | undefined {
  return renewals
    .filter(({ filedOn, settledOn }) => filedOn <= at && (settledOn === null || settledOn > at))
    .flatMap(({ filedOn }) => carriesUntil(expiresOn, filedOn) ?? [])
    .find((until) => at <= until)
}

/** The first day without the certificate, by its term and the days that a renewal added to it. */
export function firstDayWithout({ expiresOn, renewals }: Pick<CertificateFacts, 'expiresOn' | 'renewals'>): CivilDate {
  const ends = renewals.flatMap(({ filedOn, settledOn }) => {
    const until = carriesUntil(expiresOn, filedOn)
    if (until === undefined) return []
    return settledOn !== null && settledOn <= until ? settledOn : addDays(until, 1)
  })
  return [addDays(expiresOn, 1), ...ends].toSorted().at(-1) as CivilDate
}

/** Did a certificate still stand when the product's next one began? Then it ended by that, not by its term. */
export function isReplacedBy(earlier: CertificateFacts, nextIssuedOn: CivilDate): boolean {
  if (earlier.issuedOn >= nextIssuedOn || (earlier.ending !== null && earlier.ending.kind !== 'expiry-recorded'))
    return false
  return nextIssuedOn <= earlier.expiresOn || runsOn(earlier, addDays(nextIssuedOn, -1)) !== undefined
}

function isSuspended({ suspensions }: Pick<CertificateFacts, 'suspensions'>, at: CivilDate): boolean {
  return suspensions.some(({ fromDate, toDate }) => fromDate <= at && (toDate === null || at < toDate))
}

// No text of law gives certificates a number or a layout. The default is ours, one series per authority and year.
export function certificateNumber({ unit, year, serial }: { unit: UnitCode; year: number; serial: number }): string {
  return `OCOP-${unit}-${year}-${String(serial).padStart(4, '0')}`
}

/** Has a text the shape of those numbers? Labels print it, and people type it where a product's code is asked. */
export function isCertificateNumber(text: string): boolean {
  return /^OCOP-[\dA-Z]+-\d{4}-\d{4,}$/.test(text)
}

/** Who signs: the people's committee of a unit (`Tỉnh Lâm Đồng`), or the ministry when there is none. */
export function authorityOf(unitFullName: string | undefined): string {
  if (unitFullName === undefined) return 'Bộ Nông nghiệp và Môi trường'
  return `Ủy ban nhân dân ${unitFullName.charAt(0).toLowerCase()}${unitFullName.slice(1)}`
}

/** The sign after the number, by Decree 30/2020 and the authority's own usage. */
export function decisionSymbol(level: DecisionLevel): string {
  return level === 'ministry' ? 'QĐ-BNNMT' : 'QĐ-UBND'
}

/** `3981` becomes `3981/QĐ-UBND`; a number typed with its sign stays as typed. */
export function wholeNumber(level: DecisionLevel, typed: string): string {
  const number = typed.replaceAll(/\s*\/\s*/g, '/').trim()
  return /^\d+[A-Za-z]?$/.test(number) ? `${number}/${decisionSymbol(level)}` : number
}

type Issued = Pick<Decision, 'issuedAt' | 'level' | 'kind' | 'draftedAt'>

/** May this draft become a decision with this number and day? `earliest`: the day its basis came to be. */
export function judgeIssue(
  decision: Issued,
  lines: readonly Line[],
  input: IssueInput,
  earliest: CivilDate | null,
  today: CivilDate,
) {
  if (decision.issuedAt !== null) return refuse('recognition/already-issued', { overtaken: true })
  if (lines.length === 0) return refuse('recognition/no-lines')
  if (input.decidedOn > today) return refuse('recognition/decided-in-future', { field: 'decidedOn' })
  if (earliest !== null && input.decidedOn < earliest)
    return refuse('recognition/decided-before-basis', { field: 'decidedOn', facts: { earliest } })
  const number = judgeNumber(decision.level, input.number)
  return number.ok ? allow({ ...input, number: number.value, year: yearOf(input.decidedOn) }) : number
}

export function judgeNumber(level: DecisionLevel, typed: string) {
  const number = wholeNumber(level, typed)
  if (/^\d+[A-Za-z]?\/QĐ-[\p{L}\d-]+$/u.test(number)) return allow(number)
  return refuse('recognition/odd-number', { field: 'number', facts: { symbol: decisionSymbol(level) } })
}

// 26/2026 Điều 8: plain days from the conclusion, or from the commune's word that production ended.
export const revocationDays = textById('26-2026')?.deadlines.find(({ id }) => id === 'revocation')?.days ?? 15

/** A certificate can be revoked while it lives, also while its renewal waits or it is suspended. */
export function judgeRevocation(
  certificate: Pick<Certificate, keyof CertificateFacts | 'number'>,
  concludedOn: CivilDate,
  today: CivilDate,
) {
  if (concludedOn > today) return refuse('recognition/concluded-in-future', { field: 'concludedOn' })
  const status = statusOf(certificate, today)
  if (status === 'revoked' || status === 'expired') {
    return refuse('recognition/not-alive', {
      field: 'numbers',
      facts: { number: certificate.number },
      article: '26/2026 Điều 8',
    })
  }
  return allow(certificate.number)
}

/** Where today stands towards the window in which a renewal is filed (26/2026 Điều 7.6, 12.3). */
export function judgeRenewal(certificate: CertificateFacts, today: CivilDate, hasOpenDossier: boolean) {
  if (certificate.ending !== null && certificate.ending.kind !== 'expiry-recorded')
    return refuse('recognition/not-renewable')
  if (hasOpenDossier) return refuse('recognition/renewal-open', { overtaken: true })
  const text = textForNew(today) ?? currentText
  const { expiresOn } = certificate
  const timing = renewalTiming(text, expiresOn, today)
  if (timing === 'too-early') {
    const from = renewalWindowOf(text, expiresOn)?.opensOn ?? today
    return refuse('recognition/renewal-early', { facts: { from }, article: '26/2026 Điều 7.6' })
  }
  if (timing === 'after-expiry' && runsOnUntil(text, expiresOn, today) === undefined) {
    return refuse('recognition/renewal-lapsed', { facts: { expiresOn }, article: '26/2026 Điều 7.6' })
  }
  return allow(timing)
}

/** Only what is in force and below five stars can rise. */
export function judgeUpgrade(certificate: CertificateFacts, today: CivilDate, hasOpenDossier: boolean) {
  if (certificate.stars === 5) return refuse('recognition/no-higher-star')
  if (statusOf(certificate, today) !== 'valid') return refuse('recognition/not-in-force')
  if (hasOpenDossier) return refuse('recognition/renewal-open', { overtaken: true })
  return allow(certificate.stars)
}

export function judgeSuspension(certificate: CertificateFacts, today: CivilDate) {
  const status = statusOf(certificate, today)
  if (status === 'suspended') return refuse('recognition/already-suspended', { overtaken: true })
  if (!isInForce(status)) return refuse('recognition/not-in-force')
  return allow(today)
}

export function judgeLifting(certificate: CertificateFacts, today: CivilDate) {
  return isSuspended(certificate, today) ? allow(today) : refuse('recognition/not-suspended', { overtaken: true })
}

/** Could that level give that star under that text? A result that was only approved carries no star. */
export function judgePastRecognition(
  {
    kind,
    level,
    decidedOn,
  }: { readonly kind: Decision['kind']; readonly level: DecisionLevel; readonly decidedOn: CivilDate | null },
  stars: number | undefined,
  { steps }: Procedure,
) {
  if ((kind === 'recognise') !== (stars !== undefined)) return refuse('recognition/star-does-not-fit')
  if (stars === undefined) return allow(undefined)
  if (decidedOn === null) return refuse('recognition/day-unknown')
  const recognises = steps
    .filter((step) => step.level === level)
    .flatMap((step) => step.recognises as readonly number[])
  if (!recognises.includes(stars)) return refuse('recognition/level-cannot-recognise', { facts: { stars } })
  return allow(stars)
}

/** Was the text in force on the day the old decision was signed? */
export function judgePastDay({ inForceFrom, inForceTo }: LegalText, decidedOn: CivilDate, today: CivilDate) {
  if (decidedOn > today) return refuse('recognition/decided-in-future', { field: 'decidedOn' })
  const until = addDays(inForceTo ?? addDays(today, 1), -1)
  if (inForceFrom <= decidedOn && decidedOn <= until) return allow(decidedOn)
  return refuse('recognition/text-not-in-force', { field: 'decidedOn', facts: { from: inForceFrom, until } })
}

interface Named {
  readonly slug: string
  readonly producerName: string
}

/** The one product that the words of a line name. */
export function judgeNamed<Product extends Named>(found: readonly Product[], field: string) {
  const [product, ...others] = found
  if (product === undefined) return refuse('recognition/no-such-product', { field })
  if (others.length === 0) return allow(product)
  const names = found
    .slice(0, 6)
    .map(({ producerName, slug }) => `${producerName}: ${slug}`)
    .join('; ')
  return refuse('recognition/several-products', { field, facts: { names } })
}
