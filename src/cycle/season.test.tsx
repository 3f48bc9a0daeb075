import { beforeEach, describe, expect, it } from 'vitest'
import { visitor } from '../kernel/actor.ts'
import type { Actor } from '../kernel/actor.ts'
import { isBetweenMonthDays, readMonthDay, showMonthDay } from '../kernel/civil-date.ts'
import { openRound } from '../programme/actions.ts'
import { visiting } from '../../test/support/pages.ts'
import { communeOfficer, province, refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { dropSeason, seasonCalendar, setSeason } from './actions-season.ts'
import type { SeasonInput } from './model-season.ts'
import { cycleSeasonPages } from './pages-season.tsx'
import { refusals } from './words.ts'

const world = useWorld()
const officerOf = (unit: string): Actor => ({
  id: `can-bo-${unit}`,
  name: 'Cán bộ mẫu',
  postings: [{ role: 'province-officer', unit, province: unit }],
  producers: [],
})
const officer = officerOf(province)
let actor: Actor = visitor
const site = visiting(cycleSeasonPages, refusals, () => world.as(actor))
const given: SeasonInput = { province, step: 'promotion', fromDay: '15/1', toDay: '20/2', basis: '9/KH-M' }
const set = (change: Partial<SeasonInput> = {}, by = officer) =>
  refusedWith(setSeason(world.as(by), { ...given, ...change }))
const standing = async () => (await seasonCalendar(world.as(), province)).seasons

beforeEach(() => {
  actor = visitor
})

describe('days of every year', () => {
  it.each([
    ['15/4', '04-15'],
    [' 1/12 ', '12-01'],
    ['29/2', '02-29'],
    ['30/2', undefined],
    ['31/4', undefined],
    ['4', undefined],
    ['15/4/2026', undefined],
  ])('%s is read as %s', (typed, day) => {
    expect(readMonthDay(typed)).toBe(day)
    if (day !== undefined) expect(showMonthDay(day)).toBe(typed.trim())
  })

  it('run over the turn of the year, both ends included', () => {
    const at = (day: string) => isBetweenMonthDays(day, '11-15', '02-10')
    expect(['2026-11-14', '2026-11-15', '2027-01-01', '2027-02-10', '2027-02-11'].map(at)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ])
  })
})

describe('the calendar of a province', () => {
  it('is set by its own office, and two spans of a step share no day', async () => {
    expect(await set({}, officerOf('66'))).toEqual(['cycle/not-your-unit'])
    expect(await set({}, communeOfficer)).toEqual(['cycle/not-your-unit'])
    await setSeason(world.as(officer), given)
    for (const [fromDay, toDay] of [
      ['20/2', '1/3'],
      ['1/1', '15/1'],
      ['1/2', '2/2'],
      ['1/11', '1/6'],
    ] as const) {
      expect(await set({ fromDay, toDay })).toEqual(['cycle/season-overlaps'])
    }
    await setSeason(world.as(officer), { ...given, fromDay: '21/2', toDay: '1/3' })
    await setSeason(world.as(officer), { ...given, step: 'plan' })
    expect(await set({ fromDay: '31/6' })).toEqual(['cycle/not-a-month-day'])
    expect((await standing()).map(({ step, fromDay }) => `${step} ${fromDay}`).toSorted()).toEqual([
      'plan 01-15',
      'promotion 01-15',
      'promotion 02-21',
    ])
  })

  it('of two who set the same span at once, one stands', async () => {
    const span = { step: 'learning', fromDay: '1/2', toDay: '28/2' } as const
    const both = await Promise.all([set(span), set(span)])
    expect(both.flat()).toEqual(['cycle/season-overlaps'])
    expect((await standing()).filter(({ step }) => step === 'learning')).toHaveLength(1)
  })

  it('is dropped by its own office, once', async () => {
    const one = (await standing()).find(({ fromDay }) => fromDay === '01-15')
    expect(await refusedWith(dropSeason(world.as(officerOf('66')), one?.id ?? ''))).toEqual(['kernel/not-found'])
    await dropSeason(world.as(officer), one?.id ?? '')
    expect(await refusedWith(dropSeason(world.as(officer), one?.id ?? ''))).toEqual(['kernel/not-found'])
  })
})

describe('its page', () => {
  it('is read by everybody, and says what no province set', async () => {
    await openRound(world.as(officer), {
      level: 'province',
      unitCode: province,
      unitOn: '2026-11-24',
      year: 2026,
      number: 2,
      proposeBy: '2026-10-30',
      doneBy: '2026-12-30',
    })
    const html = await (await site.get(`/lich-chu-trinh?tinh=${province}`)).text()
    expect(html).toContain('Đợt 2/2026: nhận đề nghị trước 30/10/2026, xong trước 30/12/2026')
    expect(html).toContain('21/2 đến 1/3')
    expect(html).not.toContain('Ghi vào lịch')
    expect(await (await site.get('/lich-chu-trinh?tinh=66')).text()).toContain('Tỉnh chưa đặt')
    expect(await (await site.get('/lich-chu-trinh?tinh=xx')).text()).toContain('Hãy chọn tỉnh, thành phố')
  })

  it('keeps what was typed beside the fault', async () => {
    actor = officer
    const page = await site.post('/lich-chu-trinh', { ...given, fromDay: '30/2', basis: 'Kế hoạch mẫu' })
    expect(page.status).toBe(422)
    const html = await page.text()
    expect(html).toContain('Hãy ghi ngày và tháng, ví dụ 15/4.')
    expect(html).toContain('Kế hoạch mẫu')
  })
})
