import { describe, expect, it, test } from 'vitest'
import { rows, sql } from '../platform/db.ts'
import { country } from '../kernel/actor.ts'
import type { Actor, Role } from '../kernel/actor.ts'
import { textForNew } from '../regime/law.ts'
import { paths } from '../ui/paths.ts'
import { visiting } from '../../test/support/pages.ts'
import { refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { programmeAccess } from './access.ts'
import { calendarOf, enterDay, enteredDays, openRound, roundsFor } from './actions.ts'
import type { NewRound } from './model.ts'
import { programmePages } from './pages.tsx'
import { datesOf, judgeRound } from './rules.ts'
import { addWorkingDays } from './working-days.ts'
import { refusals } from './words.ts'

const world = useWorld()

const posted = (role: Role, unit: string, province = unit): Actor => ({
  id: `${role}-${unit}`,
  name: 'Cán bộ mẫu',
  postings: [{ role, unit, province }],
  producers: [],
})

const provinceOfficer = posted('province-officer', '51')
const ministryOfficer = posted('ministry-officer', 'VN')
const communeOfficer = posted('commune-officer', '23473', '51')

const round = (change: Partial<NewRound> = {}): NewRound => ({
  level: 'province',
  unitCode: '51',
  unitOn: '2026-11-24',
  year: 2027,
  number: 1,
  proposeBy: '2027-04-30',
  doneBy: '2027-06-30',
  ...change,
})

describe('rounds', () => {
  it('the province opens its own, and it is in the book', async () => {
    const id = await openRound(world.as(provinceOfficer), round())
    expect((await roundsFor(world.as(provinceOfficer)))[0]).toMatchObject({ id, year: 2027, number: 1, sample: false })
    expect(await rows(world, sql<{ fact: string }>`select fact from audit.entry where subject = ${id}`)).toEqual([
      { fact: 'programme.round-opened' },
    ])
  })

  it('the same round is opened once, also by two officers at once', async () => {
    const second = () => openRound(world.as(provinceOfficer), round({ number: 2 }))
    const codes = await Promise.all([refusedWith(second()), refusedWith(second())])
    expect(codes.flat()).toEqual(['programme/round-exists'])
  })

  test.each<[string, Actor, Partial<NewRound>]>([
    ['another province', posted('province-officer', '66'), {}],
    ['the leader, who signs and does not plan', posted('province-leader', '51'), {}],
    ['the ministry for a province', ministryOfficer, {}],
    ['a province for the ministry', provinceOfficer, { level: 'ministry', unitCode: 'VN' }],
    ['a commune', communeOfficer, {}],
    ['the administrator', posted('administrator', 'VN'), {}],
  ])('not by %s', async (_, actor, change) => {
    expect(await refusedWith(openRound(world.as(actor), round({ number: 9, ...change })))).toEqual([
      'programme/not-yours',
    ])
  })

  test.each<[string, Partial<NewRound>, string]>([
    ['of the ministry in a province', { level: 'ministry' }, 'programme/level-does-not-fit'],
    ['of a province for the country', { unitCode: country }, 'programme/level-does-not-fit'],
    ['of a province in a district', { unitCode: '608' }, 'programme/level-does-not-fit'],
    ['of a province in a commune', { unitCode: '23473' }, 'programme/level-does-not-fit'],
    ['done on the day it is asked for', { doneBy: '2027-04-30' }, 'programme/done-before-proposed'],
    ['done before', { doneBy: '2027-04-29' }, 'programme/done-before-proposed'],
    ['of another year than its days', { year: 2028 }, 'programme/wrong-year'],
  ])('%s is refused', (_, change, code) => {
    expect(judgeRound(round(change))).toMatchObject({ ok: false, refusal: { code } })
  })

  it('a round over the turn of the year belongs to either', () => {
    const over = { proposeBy: '2026-12-15', doneBy: '2027-01-30' }
    expect(judgeRound(round({ ...over, year: 2026 })).ok).toBe(true)
    expect(judgeRound(round({ ...over, year: 2027 })).ok).toBe(true)
  })

  it('the dates of 26/2026 Điều 7.5 are proposed', () => {
    const batches = textForNew('2026-11-24')?.batches ?? []
    expect(batches.map((batch) => [batch.level, ...Object.values(datesOf(batch, 2027))])).toEqual([
      ['province', '2027-04-30', '2027-06-30'],
      ['province', '2027-10-30', '2027-12-30'],
      ['ministry', '2027-07-30', '2027-09-30'],
      ['ministry', '2027-01-30', '2027-03-30'],
    ])
  })

  it('each sees the rounds of the own province, the country all of them, a visitor none', async () => {
    await openRound(world.as(posted('province-officer', '66')), round({ unitCode: '66' }))
    await openRound(world.as(ministryOfficer), round({ level: 'ministry', unitCode: 'VN' }))
    const unitsOf = async (actor: Actor) => new Set((await roundsFor(world.as(actor))).map(({ unitCode }) => unitCode))
    expect(await unitsOf(communeOfficer)).toEqual(new Set(['51', 'VN']))
    expect(await unitsOf(posted('province-leader', '66'))).toEqual(new Set(['66', 'VN']))
    expect(await unitsOf(ministryOfficer)).toEqual(new Set(['51', '66', 'VN']))
    expect(await unitsOf({ id: 'x', name: 'x', postings: [], producers: [] })).toEqual(new Set())
    // What the list shows is what the rights allow.
    for (const actor of [
      communeOfficer,
      provinceOfficer,
      ministryOfficer,
      posted('auditor', 'VN'),
      posted('editor', '66'),
    ])
      for (const unit of ['51', '66', 'VN'])
        expect((await unitsOf(actor)).has(unit)).toBe(programmeAccess['read-rounds'](actor, { unit, province: unit }))
  })
})

describe('the calendar', () => {
  it('an entered day moves the deadlines counted from then on, and may be corrected', async () => {
    const deadline = async () => addWorkingDays('2026-11-24', 1, await calendarOf(world.as(), '51'))
    expect(await deadline()).toBe('2026-11-25')
    await enterDay(world.as(ministryOfficer), country, { day: '2026-11-25', working: false, note: 'Văn bản mẫu 1' })
    expect(await deadline()).toBe('2026-11-26')
    await enterDay(world.as(posted('administrator', 'VN')), country, {
      day: '2026-11-25',
      working: true,
      note: 'Đính chính',
    })
    expect(await deadline()).toBe('2026-11-25')
    expect(await enteredDays(world.as())).toEqual([
      { unitCode: 'VN', day: '2026-11-25', working: true, note: 'Đính chính' },
    ])
    const facts = await rows(world, sql<{ fact: string }>`select fact from audit.entry where subject = '2026-11-25'`)
    expect(facts).toEqual([{ fact: 'programme.day-entered' }, { fact: 'programme.day-entered' }])
  })

  it('a province sets its own days, which hold there alone and win over the day of the country', async () => {
    const after = async (unit: string) => addWorkingDays('2026-12-01', 1, await calendarOf(world.as(), unit))
    await enterDay(world.as(ministryOfficer), country, { day: '2026-12-02', working: false, note: 'Cả nước nghỉ' })
    expect([await after('51'), await after('66')]).toEqual(['2026-12-03', '2026-12-03'])
    await enterDay(world.as(provinceOfficer), '51', { day: '2026-12-02', working: true, note: 'Tỉnh làm bù' })
    expect([await after('51'), await after('66')]).toEqual(['2026-12-02', '2026-12-03'])
    const day = { day: '2026-12-04', working: false, note: 'x' }
    expect(await refusedWith(enterDay(world.as(provinceOfficer), '66', day))).toEqual(['programme/not-yours'])
  })

  test.each([provinceOfficer, communeOfficer, posted('administrator', '51'), posted('ministry-leader', 'VN')])(
    'is not for $id to change',
    async (actor) => {
      const day = { day: '2026-11-26', working: false, note: 'x' }
      expect(await refusedWith(enterDay(world.as(actor), country, day))).toEqual(['programme/not-yours'])
    },
  )
})

describe('the pages', () => {
  const as = (actor: Actor) => visiting(programmePages, refusals, () => world.as(actor))

  it('without a role there is no page, and the calendar is for those who keep it', async () => {
    const nobody = as({ id: 'x', name: 'x', postings: [], producers: ['p'] })
    expect((await nobody.get(paths.programme.calendar())).status).toBe(404)
    expect((await as(communeOfficer).get(paths.programme.calendar())).status).toBe(404)
    expect((await as(provinceOfficer).get(paths.programme.calendar())).status).toBe(200)
    expect((await as(ministryOfficer).get(paths.programme.calendar())).status).toBe(200)
  })
})
