import { describe, expect, it } from 'vitest'
import { rows, run, sql } from '../platform/db.ts'
import { country } from '../kernel/actor.ts'
import { openRound } from '../programme/actions.ts'
import { visiting } from '../../test/support/pages.ts'
import { filed, officer, received, reported } from '../../test/support/filing.ts'
import { province } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { followRound } from './actions-follow-round.ts'
import { wholeDossier } from './actions.ts'
import { dossierPages } from './pages.tsx'
import { refusals } from './words.ts'

const world = useWorld()
let number = 0

const opened = (proposeBy: string, doneBy: string, unitCode = province) =>
  openRound(world.as(), {
    level: unitCode === country ? 'ministry' : 'province',
    unitCode,
    unitOn: '2026-11-24',
    year: 2027,
    number: ++number,
    proposeBy,
    doneBy,
  })
const whole = (id: string) => wholeDossier(world.as(), id)
const tomorrow = '2026-11-26T02:00:00.000Z'
const factsOf = (id: string) =>
  rows(
    world,
    sql<{ fact: string }>`select fact from audit.entry where subject = ${id} and fact = 'dossier.round-followed'`,
  )

describe('a round opened after the dossier came to the province', () => {
  it('brings the day nearer, once, with the reason in the book and on the page; the turn goes on', async () => {
    const waiting = await received(world)
    const justReported = await reported(world)
    const atCommune = await filed(world)
    const before = await whole(waiting.id)
    const communeDay = (await whole(atCommune.id)).dossier.dueOn
    expect(before.dossier.dueOn).toBe('2027-06-29')

    const round = await opened('2026-12-15', '2027-01-31')
    expect(await followRound(world.as(undefined, tomorrow), round)).toBe(2)
    const { dossier, steps } = await whole(waiting.id)
    expect(dossier).toMatchObject({ ...before.dossier, dueOn: '2027-01-30' })
    expect(dossier.stateSince).toBe(before.dossier.stateSince)
    expect(steps.at(-1)).toMatchObject({
      act: 'follow-round',
      reason: expect.stringMatching(/^Trước là 29\/0?6\/2027; .* mở đợt \d+ năm 2027, xong trước 31\/0?1\/2027$/),
    })
    expect((await whole(justReported.id)).dossier.dueOn).toBe('2027-01-30')
    expect((await whole(atCommune.id)).dossier.dueOn).toBe(communeDay)
    const page = visiting(dossierPages, refusals, () => world.as(officer('province-officer')))
    expect(await (await page.get(`/ho-so/${waiting.id}`)).text()).toContain('· Trước là 29/')

    // Asked again, it finds nothing left.
    expect(await followRound(world.as(undefined, tomorrow), round)).toBe(0)
    expect((await whole(waiting.id)).steps).toHaveLength(steps.length)
    expect(await factsOf(waiting.id)).toHaveLength(1)
  })

  it('never pushes a day away, and leaves alone what was asked for too late for it', async () => {
    const { id } = await received(world)
    const { dossier } = await whole(id)
    expect(await followRound(world.as(), await opened('2026-12-20', '2027-09-30'))).toBe(0)
    expect(await followRound(world.as(), await opened('2026-11-24', '2027-01-10'))).toBe(0)
    expect((await whole(id)).dossier).toEqual(dossier)
  })

  it('is of its own province and level alone', async () => {
    const { id } = await received(world)
    const { dossier } = await whole(id)
    expect(await followRound(world.as(), await opened('2026-12-15', '2027-01-05', '66'))).toBe(0)
    expect(await followRound(world.as(), await opened('2026-12-15', '2027-01-05', country))).toBe(0)
    expect((await whole(id)).dossier).toEqual(dossier)
  })

  it('leaves the day of a sitting and a state without a term as they are', async () => {
    const [onAgenda, without] = [await received(world), await received(world)]
    await run(
      world,
      sql`update dossier.dossier set state = 'on-agenda', due_on = '2027-03-01' where id = ${onAgenda.id}`,
    )
    await run(world, sql`update dossier.dossier set due_on = null where id = ${without.id}`)
    await followRound(world.as(), await opened('2026-12-15', '2027-01-02'))
    expect((await whole(onAgenda.id)).dossier.dueOn).toBe('2027-03-01')
    expect((await whole(without.id)).dossier.dueOn).toBeNull()
  })
})
