import type { Digit, InboundOutcome, PhoneQuestion } from './model-phone.ts'

/** Numbers come as 0912…, 84912… or +84912…; the register keeps the first. */
export function nationalNumber(phone: string): string {
  return phone.replaceAll(/[^\d]/g, '').replace(/^84/, '0')
}

/** `1`, `2`, `1 K7Q2`, `k7q2 1`: a digit, and the code of the question where a phone has several. */
export function readReply(text: string): { digit: Digit; code: string | undefined } | undefined {
  const words = text
    .trim()
    .toUpperCase()
    .split(/[\s.,;:-]+/)
    .filter(Boolean)
  const digit = words.find((word) => word === '1' || word === '2')
  const others = words.filter((word) => word !== digit)
  if (digit === undefined || others.length > 1) return undefined
  const [code] = others
  if (code !== undefined && !/^[A-Z0-9]{4}$/.test(code)) return undefined
  return { digit: digit === '1' ? '1' : '2', code }
}

interface Understood {
  readonly outcome: InboundOutcome
  /** Answered by it, or, where nothing is open, what the telephone was asked last. */
  readonly question?: PhoneQuestion | undefined
  readonly digit?: Digit
}

/** Which question of this telephone a message answers. @param asked open ones first, then the newest. */
export function understand(text: string, asked: readonly PhoneQuestion[]): Understood {
  const reply = readReply(text)
  if (reply === undefined) return { outcome: 'not-understood' }
  const { digit, code } = reply
  const isOpen = asked.some(({ open }) => open)
  const meant = asked.filter((one) => (code === undefined ? one.open === isOpen : one.code === code))
  const [question] = meant
  if (question === undefined) return { outcome: isOpen ? 'which-one' : 'nothing-open' }
  if (!question.open) return { outcome: 'nothing-open', question }
  return meant.filter(({ open }) => open).length > 1 ? { outcome: 'which-one' } : { outcome: 'acted', question, digit }
}
