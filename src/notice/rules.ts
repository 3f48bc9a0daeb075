import type { UsedUp } from '../identity/model.ts'
import { addDays, civilDateOf, startOfDay } from '../kernel/civil-date.ts'
import type { Instant } from '../kernel/civil-date.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import type { ChannelName } from '../platform/channel.ts'
import type { QuietHours, Wish } from './model.ts'

/** What holds for somebody who chose nothing. */
export const usualWish: Wish = { quiet: { from: 21, to: 7 }, digest: false }

const minute = 60_000
const hourLong = 60 * minute

const after = (moment: Instant, milliseconds: number): Instant =>
  new Date(Date.parse(moment) + milliseconds).toISOString()

/** The first moment from `now` on that is outside the quiet hours of Vietnam. */
export function outsideQuiet(now: Instant, { from, to }: QuietHours): Instant {
  const midnight = startOfDay(civilDateOf(now))
  const hour = Math.floor((Date.parse(now) - Date.parse(midnight)) / hourLong)
  const isQuiet = from <= to ? from <= hour && hour < to : from <= hour || hour < to
  if (!isQuiet) return now
  return hour < to ? after(midnight, to * hourLong) : after(startOfDay(addDays(civilDateOf(now), 1)), to * hourLong)
}

/**
 * When a notice may leave by a channel. A telephone rings, so text and messenger wait for the morning, whatever the matter: no
 * term of law is counted in hours. E-mail lies where it is until it is read; a digest gathers the day for the next morning.
 */
export function firstTry(now: Instant, channel: ChannelName, { quiet, digest }: Wish): Instant {
  if (channel !== 'email') return outsideQuiet(now, quiet)
  if (!digest) return now
  const morning = after(startOfDay(civilDateOf(now)), quiet.to * hourLong)
  return morning > now ? morning : after(startOfDay(addDays(civilDateOf(now), 1)), quiet.to * hourLong)
}

const pausesInMinutes = [1, 2, 5, 10, 15, 30]
const lastHours = 48

/** The next try of a delivery that failed for the `attempts`-th time, or undefined after two days: then it is given up. */
export function nextTry(
  now: Instant,
  {
    channel,
    attempts,
    queuedAt,
    quiet,
  }: { channel: ChannelName; attempts: number; queuedAt: Instant; quiet: QuietHours },
): Instant | undefined {
  if (Date.parse(now) - Date.parse(queuedAt) >= lastHours * hourLong) return undefined
  const again = after(now, (pausesInMinutes[attempts - 1] ?? 60) * minute)
  return channel === 'email' ? again : outsideQuiet(again, quiet)
}

/** So many days an address of somebody without an account is kept after it was last written to. No text sets it. */
export const guestDays = 180

const codeMinutes = 15
const mostMisses = 5

export const codeEnds = (now: Instant): Instant => after(now, codeMinutes * minute)

/** How many codes one source may ask for in a day, and how many may go to one address. */
export function judgeCodes(usedUp: UsedUp | undefined) {
  return usedUp === undefined
    ? allow(undefined)
    : refuse('notice/codes-enough', { facts: { minutes: usedUp.waitMinutes } })
}

/** Is this the code that was sent, in time, and not guessed at? @param hash of what was typed. */
export function judgeCode(
  now: Instant,
  {
    codeHash,
    codeExpiresAt,
    codeMisses,
  }: { codeHash: string | null; codeExpiresAt: Instant | null; codeMisses: number },
  hash: string,
) {
  if (codeHash === null || codeExpiresAt === null) return refuse('notice/no-code', { field: 'code' })
  if (codeMisses >= mostMisses) return refuse('notice/too-many-codes', { field: 'code' })
  if (now > codeExpiresAt) return refuse('notice/code-too-late', { field: 'code' })
  if (hash !== codeHash) return refuse('notice/wrong-code', { field: 'code' })
  return allow(undefined)
}
