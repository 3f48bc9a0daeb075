import { deflateSync } from 'node:zlib'
import type { Instant } from '../kernel/civil-date.ts'
import { addDays, startOfDay } from '../kernel/civil-date.ts'
import { signClaims } from '../platform/cose.ts'
import type { SigningKeys } from '../platform/keys.ts'
import { statusCodes } from '../ui/islands/credential.ts'
import type { CertificateStatus, PrintedFacts } from './model.ts'

// RFC 8392 names; the last one is of the range for private use.
const claim = { issuer: 1, subject: 2, until: 4, from: 5, issuedAt: 6, certificate: -65_537 } as const
// Token Status List: the list, how long to keep it before asking again, its media type.
const listClaim = { status: 65_533, askAgain: 65_534 } as const

/** A longer name would make modules too small to scan from paper; the whole name stands on the paper and on the page. */
const longestName = 60

/**
 * What the QR code of a certificate says under signature: enough to tell a shopper without network whose star it is and
 * until when. Base64url, some 300 characters.
 * @param address the page that a phone's camera opens, without a fragment.
 */
export function signCertificate(keys: SigningKeys, facts: PrintedFacts, index: number, address: string): string {
  const signed = signClaims(
    keys,
    new Map<number, number | string | (number | string)[]>([
      [claim.issuer, new URL(address).host],
      [claim.subject, facts.number],
      [claim.until, secondsOf(startOfDay(addDays(facts.expiresOn, 1)))],
      [claim.from, secondsOf(startOfDay(facts.issuedOn))],
      [
        claim.certificate,
        [shortened(facts.productName), shortened(facts.producerName), facts.stars, facts.decisionNumber, index],
      ],
    ]),
  )
  return Buffer.from(signed).toString('base64url')
}

function shortened(name: string): string {
  const letters = [...name]
  return letters.length > longestName ? `${letters.slice(0, longestName - 1).join('')}…` : name
}

function secondsOf(moment: Instant): number {
  return Math.floor(Date.parse(moment) / 1000)
}

/** Whether an entry of the list says so; a term that ran out is told by the certificate's own date. */
const codeOf: Record<CertificateStatus, number> = {
  valid: statusCodes.valid,
  expired: statusCodes.valid,
  'renewal-pending': statusCodes['renewal-pending'],
  suspended: statusCodes.suspended,
  revoked: statusCodes.revoked,
}

export interface Standing {
  readonly index: number
  readonly status: CertificateStatus
  readonly replaced: boolean
}

/** Four bits for each certificate ever issued, the lower half of a byte first; those not named are valid. */
export function packStandings(size: number, standings: readonly Standing[]): Uint8Array {
  const list = new Uint8Array(Math.ceil(size / 2))
  for (const { index, status, replaced } of standings) {
    const code = replaced ? statusCodes.replaced : codeOf[status]
    list[index >> 1] = (list[index >> 1] ?? 0) | (code << (4 * (index & 1)))
  }
  return list
}

/** Asked again after an hour where there is network; believed for a week where there is none (decision 0013). */
export const listTerms = { askAgain: 3_600, believed: 7 * 86_400 } as const

/** The list as a signed CWT in the shape of Token Status List. */
export function signStatusList(keys: SigningKeys, list: Uint8Array, address: string, now: Instant): Uint8Array {
  const issuedAt = secondsOf(now)
  return signClaims(
    keys,
    new Map<number, number | string | Map<string, number | Uint8Array>>([
      [claim.subject, address],
      [claim.issuedAt, issuedAt],
      [claim.until, issuedAt + listTerms.believed],
      [listClaim.askAgain, listTerms.askAgain],
      [
        listClaim.status,
        new Map<string, number | Uint8Array>([
          ['bits', 4],
          ['lst', new Uint8Array(deflateSync(list, { level: 9 }))],
        ]),
      ],
    ]),
  )
}
