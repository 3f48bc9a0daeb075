import { allow, refuse } from '../kernel/refusal.ts'
import { judgeGtin } from '../product/gtin.ts'

/** What a GS1 Digital Link may say after the product, in this order: variant, batch, serial number. */
const qualifiers = ['22', '10', '21']
/** GS1 General Specifications, character set 82; at most twenty of them. */
const qualifierValue = /^[\w!"%&'()*+,\-./:;<=>?]{1,20}$/

/** A label's address, `/01/GTIN` and qualifiers, read strictly: digits only, one check digit, known parts in order. */
export function judgeLabel(gtin: string, rest: readonly string[]) {
  const judged = judgeGtin(gtin)
  if (!judged.ok) return judged
  let next = 0
  for (let at = 0; at < rest.length; at += 2) {
    const place = qualifiers.indexOf(rest[at] ?? '', next)
    if (place < 0 || !qualifierValue.test(rest[at + 1] ?? '')) return refuse('catalogue/odd-label')
    next = place + 1
  }
  return allow(judged.value)
}

/** The programme's own code, (T)-(X)-(STT)-20YY. */
export function judgeCode(code: string) {
  return /^\d{2}-\d{5}-\d{2,}-20\d{2}$/.test(code) ? allow(code) : refuse('catalogue/odd-code')
}
