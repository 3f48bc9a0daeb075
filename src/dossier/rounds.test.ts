import { describe, expect, it } from 'vitest'
import type { Actor } from '../kernel/actor.ts'
import { country } from '../kernel/actor.ts'
import { openRound } from '../programme/actions.ts'
import { refusals as programmeRefusals } from '../programme/words.ts'
import { paths } from '../ui/paths.ts'
import { filed, officer, received, reported } from '../../test/support/filing.ts'
import { visiting } from '../../test/support/pages.ts'
import { communeLeader, person, province } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { takeBack } from './actions-forward.ts'
import { roundFile, roundsWithCounts } from './actions-rounds.ts'
import { roundPages } from './pages-rounds.tsx'
import { refusals } from './words.ts'

const world = useWorld()
const provinceOfficer = officer('province-officer')
const as = (actor: Actor) => visiting(roundPages, { ...refusals, ...programmeRefusals }, () => world.as(actor))

const opened = (number: number, proposeBy: string, doneBy: string, unitCode = province) =>
  openRound(world.as(), {
    level: unitCode === country ? 'ministry' : 'province',
    unitCode,
    unitOn: '2026-11-24',
    year: 2026,
    number,
    proposeBy,
    doneBy,
  })

describe('a round', () => {
  it('holds what was asked for before its day and after the day of the round before, and no more', async () => {
    const early = await opened(1, '2026-11-24', '2026-12-20')
    const late = await opened(2, '2026-11-25', '2026-12-30')
    const other = await opened(1, '2026-11-30', '2026-12-30', '66')
    const { id } = await received(world, '2026-11-23T02:00:00.000Z')
    await received(world)
    await reported(world)
    await filed(world)
    const mistaken = await reported(world)
    await takeBack(world.as(communeLeader), mistaken.id, 'Nhầm')
    const rounds = await roundsWithCounts(world.as(provinceOfficer))
    const of = (round: string) => rounds.find((one) => one.id === round)
    expect(of(early)).toMatchObject({ dossiers: 1, products: 1, decided: 0 })
    expect(of(late)?.states).toMatchObject([
      { state: 'commune-reported', dossiers: 1 },
      { state: 'received-by-province', dossiers: 1 },
    ])
    expect(of(other)).toBeUndefined()
    // The rows behind the count are as many as it says.
    const file = await roundFile(world.as(provinceOfficer), early, { state: 'received-by-province', page: 1 })
    expect(file.list.items.map((row) => row.id)).toEqual([id])
    expect((await roundFile(world.as(provinceOfficer), late, { state: undefined, page: 1 })).list.total).toBe(2)
  })

  it('counts nothing a reader may not open: the ministry sees the rounds and none of these dossiers', async () => {
    const rounds = await roundsWithCounts(world.as(officer('ministry-officer', country)))
    expect(rounds.length).toBeGreaterThan(2)
    expect(rounds.map(({ dossiers }) => dossiers)).toEqual(rounds.map(() => 0))
  })

  it('has a page with links from the counts to the records; one of another province is as if it were not there', async () => {
    const [round] = await roundsWithCounts(world.as(provinceOfficer))
    const id = round?.id ?? ''
    const page = await (
      await as(provinceOfficer).get(`${paths.programme.round(id)}?trang-thai=received-by-province`)
    ).text()
    expect(page).toContain('Hồ sơ ở bước “Tỉnh đã tiếp nhận”')
    expect((await as(officer('province-officer', '66')).get(paths.programme.round(id))).status).toBe(404)
    expect((await as(person('x')).get(paths.programme.rounds())).status).toBe(404)
  })

  it("the ministry's rounds are for every province to read and for none to open", async () => {
    const id = await opened(1, '2026-12-30', '2027-03-30', country)
    const page = as(provinceOfficer)
    expect((await page.get(paths.programme.round(id))).status).toBe(200)
    expect(await (await page.get(paths.programme.rounds())).text()).toContain('Trung ương')
  })
})

describe('opening', () => {
  it('a round is opened by a form; what is wrong is said at its field with the typed text kept', async () => {
    const page = as(officer('province-officer'))
    const path = paths.programme.rounds()
    const good = { year: '2027', number: '3', proposeBy: '30/04/2027', doneBy: '30/06/2027' }
    const answer = await page.post(path, { ...good, doneBy: '01/04/2027' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('Ngày đánh giá xong phải sau ngày nhận đề nghị.')
    expect(html).toContain('value="01/04/2027"')
    expect((await page.post(path, good)).status).toBe(303)
    expect(await (await page.get(path)).text()).toContain('Đợt 3/2027')
  })
})
