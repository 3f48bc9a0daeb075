import { describe, expect, it } from 'vitest'
import type { Actor } from '../kernel/actor.ts'
import type { Account, HeldPosting, LoginSession } from './model.ts'
import { samplePassword } from './model.ts'
import {
  deviceOf,
  isLive,
  judgeConfirmation,
  judgeEndingPosting,
  judgeEntry,
  judgePassword,
  judgePosting,
  judgeSettlement,
  networkOf,
  rightsOf,
  stateOfPosting,
} from './rules.ts'

const today = '2026-11-24'
const account: Account = {
  id: 'a1',
  signInName: 'can-bo',
  name: 'Cán bộ mẫu',
  email: null,
  phone: null,
  openedAt: '2026-01-01T00:00:00.000Z',
  closedAt: null,
  passwordExpiresAt: null,
  passwordResetAt: null,
  sample: false,
}
const posting: HeldPosting = {
  id: 'p1',
  accountId: 'a1',
  accountName: 'Cán bộ mẫu',
  signInName: 'can-bo',
  role: 'commune-officer',
  unitCode: '24043',
  unitOn: '2026-01-01',
  unitName: 'Xã mẫu',
  fromDate: '2026-01-01',
  toDate: null,
  endedOn: null,
  confirmedAt: '2026-01-01T00:00:00.000Z',
  passwordResetAt: null,
  today: '24043',
  province: '66',
}
const place = { unit: '24043', province: '66' }

function leader(role: 'commune-leader' | 'province-leader' | 'ministry-leader', unit: string, province: string): Actor {
  return { id: 'leader', name: 'Lãnh đạo mẫu', postings: [{ role, unit, province }], producers: [] }
}
const communeLeader = leader('commune-leader', '24043', '66')
const provinceLeader = leader('province-leader', '66', '66')

function answer(judged: { ok: true } | { ok: false; refusal: { code: string } }): string {
  return judged.ok ? 'allowed' : judged.refusal.code
}

describe('what a posting is worth', () => {
  it.each<[string, Partial<HeldPosting>, string]>([
    ['on its first day', { fromDate: today }, 'active'],
    ['the day before', { fromDate: '2026-11-25' }, 'future'],
    ['on its last day', { toDate: today }, 'active'],
    ['the day after', { toDate: '2026-11-23' }, 'ended'],
    ['from the day it was ended', { endedOn: today }, 'ended'],
    ['until the day it is ended', { endedOn: '2026-11-25' }, 'active'],
    ['after its unit was split', { today: null }, 'unsettled'],
    ['after an administrator renewed the password', { passwordResetAt: '2026-06-01T00:00:00.000Z' }, 'unconfirmed'],
    ['once a leader confirmed it since', { passwordResetAt: '2025-06-01T00:00:00.000Z' }, 'active'],
  ])('%s', (_when, change, state) => {
    expect(stateOfPosting({ ...posting, ...change }, today)).toBe(state)
  })

  it('gives rights in the unit of today, not of the day it was given', () => {
    const moved = { ...posting, unitCode: '24100', today: '24043' }
    expect(rightsOf(account, [moved], today)).toEqual([{ role: 'commune-officer', unit: '24043', province: '66' }])
  })

  it('gives none to a closed account and none while the password serves only once', () => {
    expect(rightsOf({ ...account, closedAt: '2026-02-01T00:00:00.000Z' }, [posting], today)).toEqual([])
    expect(rightsOf({ ...account, passwordExpiresAt: '2026-12-01T00:00:00.000Z' }, [posting], today)).toEqual([])
  })
})

describe('giving a posting', () => {
  const grant = { accountId: 'a1', role: 'commune-officer', unit: '24043', from: today } as const
  const asked = { actor: communeLeader, grant, place, account, held: [], today }

  it.each<[string, Partial<Parameters<typeof judgePosting>[0]>, string]>([
    ['the leader of the commune gives it', {}, 'allowed'],
    ['nobody gives it in a unit that is none', { place: undefined }, 'identity/no-such-unit'],
    ['the leader of the province leaves it to the commune', { actor: provinceLeader }, 'identity/not-your-unit'],
    ['a commune has no council', { grant: { ...grant, role: 'council-member' } }, 'identity/role-not-there'],
    ['producers are not posted', { grant: { ...grant, role: 'producer' } }, 'identity/role-not-there'],
    ['nobody posts oneself', { actor: { ...communeLeader, id: 'a1' } }, 'identity/own-posting'],
    [
      'a closed account is not posted',
      { account: { ...account, closedAt: '2026-02-01T00:00:00.000Z' } },
      'identity/account-closed',
    ],
    [
      'a term does not end before it starts',
      { grant: { ...grant, to: '2026-11-23' } },
      'identity/term-ends-before-start',
    ],
    ['a term of one day is a term', { grant: { ...grant, to: today } }, 'allowed'],
    ['a term does not start yesterday', { grant: { ...grant, from: '2026-11-23' } }, 'identity/term-in-past'],
    ['the same role twice in one term is a mistake', { held: [posting] }, 'identity/already-posted'],
    ['the same role again after the term is none', { held: [{ ...posting, toDate: '2026-11-23' }] }, 'allowed'],
    [
      'an auditor holds no other role',
      { held: [{ ...posting, role: 'auditor', today: '66' }] },
      'identity/role-stands-alone',
    ],
  ])('%s', (_sentence, change, expected) => {
    expect(answer(judgePosting({ ...asked, ...change }))).toBe(expected)
  })

  it('an officer does not become administrator beside the office', () => {
    const wanted = { ...grant, role: 'administrator', unit: '66' } as const
    const judged = judgePosting({
      ...asked,
      actor: provinceLeader,
      grant: wanted,
      place: { unit: '66', province: '66' },
      held: [posting],
    })
    expect(answer(judged)).toBe('identity/role-stands-alone')
  })

  it.each([
    [communeLeader, 'kernel/not-found'],
    [provinceLeader, 'allowed'],
  ])('a leader is posted and ended by the leader above', (actor, expected) => {
    expect(answer(judgeEndingPosting(actor, { ...posting, role: 'commune-leader' }, today))).toBe(expected)
  })
})

describe('a posting that waits for a person', () => {
  const split = { ...posting, today: null }
  const reset = { ...posting, passwordResetAt: '2026-06-01T00:00:00.000Z' }

  it('is settled by the province into one of its communes', () => {
    expect(answer(judgeSettlement(provinceLeader, split, place, today))).toBe('allowed')
    expect(answer(judgeSettlement(communeLeader, split, place, today))).toBe('kernel/not-found')
    expect(answer(judgeSettlement(provinceLeader, posting, place, today))).toBe('identity/nothing-to-settle')
    expect(answer(judgeSettlement(provinceLeader, split, { unit: '66', province: '66' }, today))).toBe(
      'identity/role-not-there',
    )
  })

  it('is not taken over from another province', () => {
    const elsewhere = leader('province-leader', '52', '52')
    expect(answer(judgeSettlement(elsewhere, split, { unit: '21115', province: '52' }, today))).toBe('kernel/not-found')
    expect(
      answer(judgeSettlement(elsewhere, { ...split, province: null }, { unit: '21115', province: '52' }, today)),
    ).toBe('kernel/not-found')
    const ministry = leader('ministry-leader', 'VN', 'VN')
    expect(answer(judgeSettlement(ministry, { ...split, province: null }, place, today))).toBe('allowed')
  })

  it('is confirmed by the leader who gives it, never by its holder', () => {
    expect(answer(judgeConfirmation(communeLeader, reset, today))).toBe('allowed')
    expect(answer(judgeConfirmation({ ...communeLeader, id: 'a1' }, reset, today))).toBe('identity/own-posting')
    expect(answer(judgeConfirmation(communeLeader, posting, today))).toBe('identity/nothing-to-confirm')
    expect(answer(judgeConfirmation(provinceLeader, reset, today))).toBe('kernel/not-found')
  })
})

describe('coming in', () => {
  const now = '2026-11-24T02:00:00.000Z'

  it('is refused to closed accounts, to samples outside a demonstration, to an old first password', () => {
    expect(answer(judgeEntry(account, now, false))).toBe('allowed')
    expect(answer(judgeEntry({ ...account, closedAt: now }, now, true))).toBe('identity/wrong-name-or-password')
    expect(answer(judgeEntry({ ...account, sample: true }, now, false))).toBe('identity/wrong-name-or-password')
    expect(answer(judgeEntry({ ...account, sample: true }, now, true))).toBe('allowed')
    expect(answer(judgeEntry({ ...account, passwordExpiresAt: now }, now, true))).toBe('allowed')
    expect(answer(judgeEntry({ ...account, passwordExpiresAt: '2026-11-24T01:59:59.999Z' }, now, true))).toBe(
      'identity/first-password-expired',
    )
  })

  const session: LoginSession = {
    id: 's1',
    accountId: 'a1',
    network: '10.0.0.0/24',
    device: 'Firefox trên Linux',
    openedAt: '2026-11-23T14:00:00.000Z',
    seenAt: '2026-11-23T14:00:00.001Z',
    expiresAt: '2026-11-30T14:00:00.000Z',
    endedAt: null,
  }

  it.each<[string, Partial<LoginSession>, boolean, boolean]>([
    ['an officer within twelve hours', {}, true, true],
    ['an officer after twelve hours', { seenAt: '2026-11-23T14:00:00.000Z' }, true, false],
    ['a producer after twelve hours', { seenAt: '2026-11-23T14:00:00.000Z' }, false, true],
    ['anybody after a week', { expiresAt: now }, false, false],
    ['anybody after signing out', { endedAt: now }, false, false],
  ])('lasts: %s', (_who, change, isOfficer, live) => {
    expect(isLive({ ...session, ...change }, isOfficer, now)).toBe(live)
  })
})

describe('a password', () => {
  it.each([
    ['ba mươi', 'identity/password-short'],
    ['mười hai ch', 'identity/password-short'],
    ['mười hai chữ', 'allowed'],
    ['a'.repeat(40), 'identity/password-weak'],
    ['toi la can-bo day', 'identity/password-weak'],
    [samplePassword, 'identity/password-weak'],
    ['ngắn dài '.repeat(20), 'identity/password-long'],
  ])('%s', (typed, expected) => {
    expect(answer(judgePassword(typed, account))).toBe(expected)
  })
})

describe('where a sign-in comes from', () => {
  it.each([
    ['203.0.113.7', '203.0.113.0/24'],
    ['::ffff:203.0.113.7', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', 'unknown'],
  ])('%s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })

  it('is remembered as browser and system only', () => {
    expect(deviceOf('Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36')).toBe(
      'Chrome trên Android',
    )
    expect(deviceOf('Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0')).toBe(
      'Edge trên Windows',
    )
    expect(deviceOf('curl/8')).toBe('Trình duyệt khác')
  })
})
