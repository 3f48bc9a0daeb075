import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Instant } from '../kernel/civil-date.ts'

/** The code at the door changes this often, and the one before is still taken: whoever scanned may sign in first. */
export const doorMinutes = 5

function windowOf(now: Instant): number {
  return Math.floor(Date.parse(now) / (doorMinutes * 60_000))
}

function seal(secret: string, meetingId: string, window: number): string {
  // 128 bits of an HMAC-SHA-256: short enough for a code that a cheap phone reads from three metres.
  return createHmac('sha256', secret)
    .update(`ocop-door:${meetingId}:${window}`)
    .digest()
    .subarray(0, 16)
    .toString('base64url')
}

/** The signed token of one meeting for the running window of time. */
export function doorToken(secret: string, meetingId: string, now: Instant): string {
  const window = windowOf(now)
  return [meetingId, window.toString(36), seal(secret, meetingId, window)].join('.')
}

export type DoorReading = 'genuine' | 'forged' | 'expired' | 'other-meeting'

/** What a scanned token is worth at this meeting now. */
export function readDoorToken(secret: string, meetingId: string, now: Instant, token: string): DoorReading {
  const [meeting, window, mac, ...rest] = token.split('.')
  if (meeting === undefined || window === undefined || mac === undefined || rest.length > 0) return 'forged'
  if (meeting !== meetingId) return 'other-meeting'
  const at = Number.parseInt(window, 36)
  if (!Number.isSafeInteger(at) || at.toString(36) !== window) return 'forged'
  const expected = Buffer.from(seal(secret, meetingId, at))
  const given = Buffer.from(mac)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'forged'
  const age = windowOf(now) - at
  return age === 0 || age === 1 ? 'genuine' : 'expired'
}
