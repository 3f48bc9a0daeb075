import type { CivilDate } from '../kernel/civil-date.ts'
import { fold } from '../kernel/text.ts'
import { judgeGtin } from '../product/gtin.ts'
import { answerOf, unfoundReasons } from './answer.ts'
import type { Certificate, Verdict } from './model.ts'
import { statusOf } from './rules.ts'

/** What a scanned or typed text is taken to be. */
export type Reading =
  | { readonly kind: 'number' | 'code' | 'gtin' | 'name'; readonly value: string }
  | { readonly kind: 'bad-gtin' | 'foreign' | 'forged' | 'ours-otherwise' | 'blank'; readonly value: string }

export const longestContent = 2_000

/**
 * Reads a text as what it is; only addresses under our own name count as ours.
 * @param publicUrl the site's own address: a copy under another name must not be taken for it.
 */
export function readContent(text: string, publicUrl: string): Reading {
  const value = text.trim()
  if (value === '' || value.length > longestContent) return { kind: 'blank', value: '' }
  if (/^https?:\/\//i.test(value)) return readAddress(value, publicUrl)
  // Copied from a label by hand: spaces, dots and long dashes stand where the number has hyphens.
  const hyphened = value.replaceAll(/[\s.\u2010-\u2015-]+/g, '-')
  if (/^OCOP-[0-9A-Z]+-\d{4}-\d+$/i.test(hyphened)) return { kind: 'number', value: hyphened.toUpperCase() }
  if (/^\d{2}-\d{5}-\d+-\d{4}$/.test(value)) return { kind: 'code', value }
  if (/^[\d\s-]{8,20}$/.test(value)) return readGtin(value)
  return { kind: 'name', value }
}

function readGtin(value: string): Reading {
  const judged = judgeGtin(value)
  return judged.ok ? { kind: 'gtin', value: judged.value } : { kind: 'bad-gtin', value }
}

function readAddress(value: string, publicUrl: string): Reading {
  if (!URL.canParse(value)) return { kind: 'foreign', value }
  const address = new URL(value)
  if (address.host !== new URL(publicUrl).host) return { kind: 'foreign', value }
  const [place = '', ...rest] = address.pathname.split('/').filter(Boolean).map(decoded)
  const [subject = ''] = rest
  if (place === 'chung-nhan' && subject) return { kind: 'number', value: subject.toUpperCase() }
  if (place === 'ma' && subject) return { kind: 'code', value: subject }
  if (place === '01' && subject) return readGtin(subject)
  return { kind: 'ours-otherwise', value }
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** The key under which names are compared: without marks, case or double spaces. */
export function nameKey(name: string): string {
  return fold(name)
}

export interface Finding {
  readonly verdict: Verdict
  readonly reason: string
  /** The certificate the verdict is about; the text alone never names a product. */
  readonly certificate?: Certificate
}

/**
 * The verdict on a reading, given the certificates it leads to. Of several of one product, the one in force on the day
 * speaks, else the newest; names that several products carry tell nothing.
 */
export function judgeReading(reading: Reading, found: readonly Certificate[], at: CivilDate): Finding {
  if (reading.kind === 'blank') return { verdict: 'cannot-tell', reason: unfoundReasons.blank }
  if (reading.kind === 'foreign' || reading.kind === 'forged')
    return { verdict: 'not-genuine', reason: unfoundReasons[reading.kind] }
  if (reading.kind === 'ours-otherwise') return { verdict: 'cannot-tell', reason: unfoundReasons['ours-otherwise'] }
  if (reading.kind === 'bad-gtin') return { verdict: 'unknown', reason: unfoundReasons['bad-gtin'] }
  const issued = found.filter(({ issuedOn }) => issuedOn <= at)
  const products = new Set(issued.map(({ productId }) => productId))
  if (products.size > 1) return { verdict: 'cannot-tell', reason: unfoundReasons.several }
  const certificate = speaking(issued, at)
  if (certificate === undefined) return { verdict: 'unknown', reason: unfoundReasons[reading.kind] }
  const { status, line, detail } = answerOf(certificate, at)
  return { verdict: status, reason: `${line}. ${detail}`, certificate }
}

function speaking(certificates: readonly Certificate[], at: CivilDate): Certificate | undefined {
  const newest = certificates.toSorted((left, right) => right.issuedOn.localeCompare(left.issuedOn))
  return newest.find((one) => !['expired', 'revoked'].includes(statusOf(one, at))) ?? newest[0]
}
