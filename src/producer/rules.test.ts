import { describe, expect, test } from 'vitest'
import { registrationNumber } from './model.ts'
import type { Consent, Member, ProducerDetails } from './model.ts'
import { faultsOfDetails, judgeConsent, judgeLeaving, judgeMember, judgeSuccession, producerCode } from './rules.ts'

const today = '2026-11-24'
const details: ProducerDetails = {
  kind: 'household',
  name: 'Hộ kinh doanh Nhà Rông Đỏ',
  registrationNo: '40A8012345',
  registrationOn: '2020-03-02',
  representativeName: 'Người Mẫu',
  representativeDisabled: false,
}

describe('details of a producer', () => {
  test.each<[string, Partial<ProducerDetails>, string[]]>([
    ['a complete household', {}, []],
    [
      'a household without a registration',
      { registrationNo: undefined, registrationOn: undefined },
      ['producer/registration-needed'],
    ],
    [
      'a farm without a registration',
      { kind: 'farm', registrationNo: undefined, registrationOn: undefined },
      ['producer/registration-needed'],
    ],
    ['a group without a registration', { kind: 'group', registrationNo: undefined, registrationOn: undefined }, []],
    [
      'a tourism body without a registration',
      { kind: 'tourism-body', registrationNo: undefined, registrationOn: undefined },
      [],
    ],
    ['a number without its date', { registrationOn: undefined }, ['producer/registration-date-needed']],
    ['a registration of today', { registrationOn: today }, []],
    ['a registration of tomorrow', { registrationOn: '2026-11-25' }, ['producer/registration-in-future']],
    ['a founding of tomorrow', { foundedOn: '2026-11-25' }, ['producer/founded-in-future']],
    ['a kind the article no longer names', { kind: 'other' }, ['producer/kind-not-named']],
    ['as many local workers as workers', { labourTotal: 12, labourLocal: 12 }, []],
    ['more local workers than workers', { labourTotal: 12, labourLocal: 13 }, ['producer/more-local-than-all']],
    ['local workers of an unknown total', { labourLocal: 3 }, ['producer/labour-total-needed']],
    [
      'several faults are said at once',
      { registrationNo: undefined, registrationOn: undefined, foundedOn: '2027-01-01' },
      ['producer/registration-needed', 'producer/founded-in-future'],
    ],
  ])('%s', (_, change, codes) => {
    expect(faultsOfDetails({ ...details, ...change }, today).map(({ code }) => code)).toEqual(codes)
  })

  test.each([
    ['0401 812.345', '0401812345'],
    [' 40a8012345 ', '40A8012345'],
    ['0401812345-001', '0401812345-001'],
  ])('the number %s is kept as %s', (typed, kept) => expect(registrationNumber(typed)).toBe(kept))
})

describe('consent', () => {
  test.each<[string, Consent, string]>([
    ['signed today', { givenBy: 'Người Mẫu', givenOn: today, means: 'paper' }, 'ok'],
    ['signed tomorrow', { givenBy: 'Người Mẫu', givenOn: '2026-11-25', means: 'paper' }, 'producer/consent-in-future'],
    [
      'by phone without a witness',
      { givenBy: 'Người Mẫu', givenOn: today, means: 'phone' },
      'producer/phone-consent-needs-note',
    ],
    ['by phone with a witness', { givenBy: 'Người Mẫu', givenOn: today, means: 'phone', note: 'Gọi lúc 9 giờ' }, 'ok'],
  ])('%s', (_, consent, outcome) => {
    const judged = judgeConsent(consent, today)
    expect(judged.ok ? 'ok' : judged.refusal.code).toBe(outcome)
  })
})

describe('members', () => {
  const owner: Member = { accountId: 'a', name: 'A', capacity: 'owner', fromDate: '2026-01-01', toDate: null }

  test.each([
    ['a second person', 'b', 'staff', undefined, 'ok'],
    ['the same person twice', 'a', 'staff', undefined, 'producer/already-member'],
    ['a delegate without an end', 'b', 'delegate', undefined, 'producer/delegation-needs-end'],
    ['a delegate until today', 'b', 'delegate', today, 'ok'],
    ['a delegate until yesterday', 'b', 'delegate', '2026-11-23', 'producer/term-ended-before-start'],
  ] as const)('%s', (_, accountId, capacity, toDate, outcome) => {
    const judged = judgeMember([owner], { accountId, capacity, fromDate: today, toDate })
    expect(judged.ok ? 'ok' : judged.refusal.code).toBe(outcome)
  })

  test('who left yesterday may come back today', () => {
    expect(
      judgeMember([{ ...owner, toDate: '2026-11-23' }], { accountId: 'a', capacity: 'owner', fromDate: today }).ok,
    ).toBe(true)
  })

  test('the last owner stays, one of two may go', () => {
    expect(judgeLeaving([owner], 'a', today)).toMatchObject({ refusal: { code: 'producer/last-owner' } })
    expect(judgeLeaving([owner, { ...owner, accountId: 'b' }], 'a', today).ok).toBe(true)
    expect(judgeLeaving([owner], 'c', today)).toMatchObject({ refusal: { code: 'producer/not-a-member' } })
  })
})

describe('succession', () => {
  const household = { id: 'household', closedOn: null, foundedOn: null }
  const company = { id: 'company', closedOn: null, foundedOn: null }
  const given = { onDate: today, today, predecessorLine: [] }

  test.each([
    ['household to company', household, company, given, 'ok'],
    ['to itself', household, household, given, 'producer/succeeds-itself'],
    ['tomorrow', household, company, { ...given, onDate: '2026-11-25' }, 'producer/succession-in-future'],
    ['of a closed one', { ...household, closedOn: '2026-01-01' }, company, given, 'producer/already-succeeded'],
    ['by a closed one', household, { ...company, closedOn: '2026-01-01' }, given, 'producer/successor-closed'],
    [
      'back to its own predecessor',
      household,
      company,
      { ...given, predecessorLine: ['company'] },
      'producer/line-in-circle',
    ],
  ])('%s', (_, predecessor, successor, request, outcome) => {
    const judged = judgeSuccession(predecessor, successor, request)
    expect(judged.ok ? 'ok' : judged.refusal.code).toBe(outcome)
  })
})

test('a code names the commune and the running number', () => {
  expect([producerCode('23473', 7), producerCode('23473', 1234)]).toEqual(['CT-23473-007', 'CT-23473-1234'])
})
