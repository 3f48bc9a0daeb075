import { randomBytes, randomUUID } from 'node:crypto'

/** A UUID of version 7 (RFC 9562): ordered by time, so indexes grow at one end. */
export function newId(now: number = Date.now()): string {
  const stamp = now.toString(16).padStart(12, '0')
  const tail = randomUUID().replaceAll('-', '')
  const variant = ((Number.parseInt(tail.slice(3, 4), 16) & 0x3) | 0x8).toString(16)
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${tail.slice(0, 3)}-${variant}${tail.slice(4, 7)}-${tail.slice(7, 19)}`
}

/** An unguessable token of 256 bits, for sessions and links. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

// Crockford's alphabet: no I, L, O, U, so that nobody reads one letter for another over the phone.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code of 80 bits that a person can write down: `7KQ2-M9XD-4H8P-2ZRT`. */
export function newSpokenCode(): string {
  const drawn = [...randomBytes(16)].map((byte) => letters[byte % letters.length]).join('')
  return drawn.replaceAll(/(.{4})(?=.)/g, '$1-')
}

/** The same code however it was typed: small letters, blanks, O for zero, I and L for one. */
export function spokenCode(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/(.{4})(?=.)/g, '$1-')
}

// Letters and digits that no phone's screen confuses; 1 and 2 are answers.
const replyLetters = 'ABCDEFGHKLMNPQRTUVWXY346789'

/** Tells apart the few questions that one telephone has: no secret. */
export function newReplyCode(): string {
  return [...randomBytes(4)].map((byte) => replyLetters[byte % replyLetters.length]).join('')
}
