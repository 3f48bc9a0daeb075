import { allow, refuse } from '../kernel/refusal.ts'

/** The lengths GS1 prints: GTIN-8, UPC (12), EAN (13) and the case code (14). */
const lengths: readonly number[] = [8, 12, 13, 14]

/** The check digit of a GTIN without its last digit: weights 3 and 1 from the right (GS1 General Specifications 7.9). */
export function checkDigit(body: string): number {
  const sum = [...body].reduceRight(
    ({ total, weight }, digit) => ({ total: total + Number(digit) * weight, weight: 4 - weight }),
    { total: 0, weight: 3 },
  ).total
  return (10 - (sum % 10)) % 10
}

/** A typed bar-code number as GTIN-14, or why it cannot be one, with the digit that would be right. */
export function judgeGtin(typed: string, field?: string) {
  const digits = typed.replaceAll(/[\s-]/g, '')
  const at = field === undefined ? {} : { field }
  if (!/^\d+$/.test(digits)) return refuse('product/gtin-not-digits', at)
  if (!lengths.includes(digits.length))
    return refuse('product/gtin-length', { ...at, facts: { length: digits.length } })
  const [body, given] = [digits.slice(0, -1), digits.slice(-1)]
  const right = String(checkDigit(body))
  if (given !== right) return refuse('product/gtin-check', { ...at, facts: { given, right } })
  return allow(digits.padStart(14, '0'))
}

/** As printed under the bars: leading zeros of the stored GTIN-14 dropped down to 13, or 8 for the short code. */
export function showGtin(gtin: string): string {
  if (gtin.startsWith('000000')) return gtin.slice(6)
  return gtin.startsWith('0') ? gtin.slice(1) : gtin
}
