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
