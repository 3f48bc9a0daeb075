import { country, roles } from '../kernel/actor.ts'
import type { Actor, Posting, Role } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import { fold, tidy } from '../kernel/text.ts'
import { identityAccess, roleTiers, tierOf } from './access.ts'
import type { Place } from './access.ts'
import { samplePassword } from './model.ts'
import type { Account, HeldPosting, LoginSession, OutsideIdentity, PostingGrant, PostingState } from './model.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** Officers who leave their desk are signed out; nobody stays signed in longer than a week. */
export const sessionLengths = { idleOfOfficers: 12 * 60 * minute, absolute: 7 * day }
/** A password that an administrator hands over serves once, and not for ever. */
export const firstPasswordLength = 7 * day

/**
 * How often a name may be tried. `pair` slows somebody who guesses from one place; `network` somebody who tries many
 * names; `strangers` many places that try one name, and it does not count for the networks where the owner signed in
 * before: so no guessing elsewhere keeps the owner out. `opening` slows whoever opens accounts by the dozen.
 */
export const attemptLimits = {
  pair: { points: 5, seconds: 15 * 60 },
  network: { points: 100, seconds: 60 * 60 },
  strangers: { points: 50, seconds: 60 * 60 },
  opening: { points: 10, seconds: 60 * 60 },
  // A whole office may begin its day from one network.
  outside: { points: 600, seconds: 60 * 60 },
  // What one source sends in a day: an account, or everybody behind one network without an account.
  matter: { points: 20, seconds: 24 * 60 * 60 },
  comment: { points: 30, seconds: 24 * 60 * 60 },
  // One e-mail address at one source: somebody elsewhere who types it uses nothing up.
  writer: { points: 5, seconds: 24 * 60 * 60 },
  idea: { points: 60, seconds: 24 * 60 * 60 },
  // One telephone at one source.
  proposer: { points: 5, seconds: 24 * 60 * 60 },
  order: { points: 30, seconds: 24 * 60 * 60 },
  // One telephone at one source.
  orderer: { points: 5, seconds: 24 * 60 * 60 },
  voice: { points: 30, seconds: 24 * 60 * 60 },
  words: { points: 1, seconds: 24 * 60 * 60 },
  // Codes asked for by one source, and codes that go to one address.
  code: { points: 10, seconds: 24 * 60 * 60 },
  ringing: { points: 5, seconds: 24 * 60 * 60 },
} as const

export type AttemptKind = keyof typeof attemptLimits

/** Long enough to type a password and a code at the provider. */
export const outsideRoundLength = 10 * minute

export function later(moment: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(moment) + milliseconds).toISOString()
}

/** The network of an address: IPv4 by its first three parts, IPv6 by its first four. */
export function networkOf(address: string): string {
  const v4 = /(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/.exec(address)
  if (v4) return `${v4[1]}.${v4[2]}.${v4[3]}.0/24`
  if (!address.includes(':')) return 'unknown'
  const [head = '', tail] = address.split('%')[0]!.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  return `${[...left, ...zeros, ...right].slice(0, 4).join(':')}::/64`
}

// In this order: Android says it is a Linux, Edge that it is Chrome, and Chrome that it is Safari.
const browsers = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const
const systems = ['Android', 'iPhone', 'iPad', 'Windows', 'Macintosh', 'Linux'] as const

/** `Chrome trên Android`: enough to recognise one's own sessions, too little to follow anybody. */
export function deviceOf(userAgent: string): string {
  const browser = browsers.find(([mark]) => userAgent.includes(mark))?.[1] ?? 'Trình duyệt khác'
  const system = systems.find((mark) => userAgent.includes(mark))
  return system === undefined ? browser : `${browser} trên ${system}`
}

/** Where to go after signing in: an address of this site only, or the given one. */
export function nextPath(asked: string | undefined, otherwise: string): string {
  return asked !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(asked) ? asked : otherwise
}

/** Passwords compare in canonical form: two keyboards may send one Vietnamese letter in two ways. */
export function canonicalPassword(typed: string): string {
  return tidy(typed)
}

export function judgePassword(
  typed: string,
  { signInName, sample }: Pick<Account, 'signInName' | 'sample'>,
  field = 'password',
) {
  const password = canonicalPassword(typed)
  if (password.length < 12) return refuse('identity/password-short', { field })
  if (password.length > 128) return refuse('identity/password-long', { field })
  const plain = fold(password)
  if (plain.includes(signInName) || new Set(plain).size < 5) return refuse('identity/password-weak', { field })
  if (password === samplePassword && !sample) return refuse('identity/password-weak', { field })
  return allow(password)
}

export function judgePasswordChange(account: Account, { next, again }: { next: string; again: string }) {
  if (account.sample) return refuse('identity/sample-account')
  if (next !== again) return refuse('identity/password-differs', { field: 'again' })
  return judgePassword(next, account, 'next')
}

/** May the account whose linked identity the provider confirmed come in now? The person is known, so told. */
export function judgeOutsideEntry(account: Account, now: Instant) {
  if (account.closedAt !== null) return refuse('identity/account-closed')
  if (account.passwordExpiresAt !== null && account.passwordExpiresAt < now)
    return refuse('identity/first-password-expired')
  return allow(account)
}

/** May this outside identity open this account from now on? Nothing is concluded from names or mail addresses. */
export function judgeLink(
  account: Account,
  subject: string,
  { ofIdentity, ofAccount }: { ofIdentity: OutsideIdentity | undefined; ofAccount: OutsideIdentity | undefined },
) {
  const field = 'subject'
  if (account.sample) return refuse('identity/sample-account')
  if (account.closedAt !== null) return refuse('identity/account-closed')
  if (ofIdentity !== undefined && ofIdentity.accountId !== account.id)
    return refuse('identity/outside-taken', { field })
  if (ofAccount !== undefined) return refuse('identity/outside-has-one', { field })
  return allow(subject)
}

/** May the account that gave the right password come in now? */
export function judgeEntry(account: Account, now: Instant, samplesWelcome: boolean) {
  if (account.closedAt !== null || (account.sample && !samplesWelcome)) return refuse('identity/wrong-name-or-password')
  if (account.passwordExpiresAt !== null && account.passwordExpiresAt < now)
    return refuse('identity/first-password-expired')
  return allow(account)
}

export function isLive(session: LoginSession, isOfficer: boolean, now: Instant): boolean {
  if (session.endedAt !== null || session.expiresAt <= now) return false
  return !isOfficer || later(session.seenAt, sessionLengths.idleOfOfficers) > now
}

/** What a posting is worth on a day. */
export function stateOfPosting(posting: HeldPosting, today: CivilDate): PostingState {
  const { fromDate, toDate, endedOn, confirmedAt, passwordResetAt } = posting
  if ((endedOn !== null && endedOn <= today) || (toDate !== null && toDate < today)) return 'ended'
  if (fromDate > today) return 'future'
  if (posting.today === null || posting.province === null) return 'unsettled'
  if (passwordResetAt !== null && confirmedAt <= passwordResetAt) return 'unconfirmed'
  return 'active'
}

/** The postings that give rights today. With a password that serves once, nothing is open but changing it. */
export function rightsOf(account: Account, held: readonly HeldPosting[], today: CivilDate): Posting[] {
  if (account.closedAt !== null || account.passwordExpiresAt !== null) return []
  return held
    .filter((posting) => stateOfPosting(posting, today) === 'active')
    .map(({ role, today: unit, province }) => ({ role, unit: unit!, province: province! }))
}

// Who keeps the machine or reads everybody's acts must not be one of those who act.
const aloneRoles: readonly Role[] = ['administrator', 'auditor']

export interface PostingCase {
  readonly actor: Actor
  readonly grant: PostingGrant
  /** Today's unit of the grant; undefined when the code was none on that day or was split since. */
  readonly place: Place | undefined
  readonly account: Account
  readonly held: readonly HeldPosting[]
  readonly today: CivilDate
}

export function judgePosting({ actor, grant, place, account, held, today }: PostingCase) {
  const { role, from, to } = grant
  if (place === undefined) return refuse('identity/no-such-unit', { field: 'unit' })
  const tier = tierOf(place.unit)
  if (tier === undefined || !roleTiers[role].includes(tier)) return refuse('identity/role-not-there', { field: 'role' })
  if (!identityAccess['give-posting'](actor, { ...place, role }))
    return refuse('identity/not-your-unit', { field: 'unit' })
  if (actor.id === account.id) return refuse('identity/own-posting', { field: 'signInName' })
  if (account.closedAt !== null) return refuse('identity/account-closed', { field: 'signInName' })
  if (to !== undefined && to < from) return refuse('identity/term-ends-before-start', { field: 'to' })
  if (from < today && actor.id !== 'system') return refuse('identity/term-in-past', { field: 'from' })
  return judgeBeside(grant, place, held, today)
}

/** The new posting beside those that the account holds already. */
function judgeBeside({ role, from, to }: PostingGrant, place: Place, held: readonly HeldPosting[], today: CivilDate) {
  const open = held.filter((posting) => stateOfPosting(posting, today) !== 'ended')
  const twin = open.some(
    (one) =>
      one.role === role &&
      one.today === place.unit &&
      (to === undefined || one.fromDate <= to) &&
      (one.toDate === null || one.toDate >= from),
  )
  if (twin) return refuse('identity/already-posted', { field: 'role', overtaken: true })
  const others = open.filter((one) => one.role !== role)
  const mixed = others.length > 0 && (aloneRoles.includes(role) || others.some((one) => aloneRoles.includes(one.role)))
  if (mixed) return refuse('identity/role-stands-alone', { field: 'role' })
  return allow(place)
}

/** Roles the actor may give in at least one of the places. */
export function rolesToGive(actor: Actor, places: readonly Place[]): Role[] {
  return roles.filter((role) => places.some((place) => identityAccess['give-posting'](actor, { ...place, role })))
}

export function judgeEndingPosting(actor: Actor, posting: HeldPosting, today: CivilDate) {
  const { role, today: unit, province } = posting
  const may =
    unit === null || province === null
      ? identityAccess['settle-posting'](actor, { unit: province ?? country, province: province ?? country })
      : identityAccess['end-posting'](actor, { role, unit, province })
  if (!may) return refuse('kernel/not-found')
  if (stateOfPosting(posting, today) === 'ended') return refuse('identity/posting-ended', { overtaken: true })
  return allow(posting)
}

export function judgeConfirmation(actor: Actor, posting: HeldPosting, today: CivilDate) {
  const { role, today: unit, province, accountId } = posting
  const may = unit !== null && province !== null && identityAccess['confirm-posting'](actor, { role, unit, province })
  if (!may) return refuse('kernel/not-found')
  if (accountId === actor.id) return refuse('identity/own-posting')
  if (stateOfPosting(posting, today) !== 'unconfirmed')
    return refuse('identity/nothing-to-confirm', { overtaken: true })
  return allow(posting)
}

/** A split unit's posting goes to one of today's units, of the same kind, by the word of a leader above. */
export function judgeSettlement(actor: Actor, posting: HeldPosting, place: Place | undefined, today: CivilDate) {
  if (place === undefined) return refuse('identity/no-such-unit', { field: 'unit' })
  // Whoever settles must answer for the unit as it was as well as for the one it goes to.
  const before = posting.province ?? country
  const may = [before, place.province].every((province) =>
    identityAccess['settle-posting'](actor, { unit: province, province }),
  )
  if (!may) return refuse('kernel/not-found')
  if (stateOfPosting(posting, today) !== 'unsettled') return refuse('identity/nothing-to-settle', { overtaken: true })
  if (tierOf(place.unit) !== tierOf(posting.unitCode)) return refuse('identity/role-not-there', { field: 'unit' })
  return allow(place)
}
