import { expect, it, vi } from 'vitest'
import { castBallot } from '../../src/evaluation/actions-ballot.ts'
import { ballotWorth, holding, regulation } from '../support/hall.ts'
import { adoptRegulation, setUpCouncil } from '../../src/evaluation/actions-council.ts'
import { callSession, markAttendance, openSession } from '../../src/evaluation/actions-session.ts'
import { systemActor } from '../../src/kernel/actor.ts'
import type { Actor } from '../../src/kernel/actor.ts'
import { paths } from '../../src/ui/paths.ts'
import { province } from '../support/awarding.ts'
import { useSite } from '../support/browser.ts'
import type { Person } from '../support/browser.ts'
import { useWorld } from '../support/world.ts'

vi.setConfig({ testTimeout: 600_000 })

const world = useWorld()
const site = useSite(world)
const stage = holding(world)

it('the chair watches ballots arrive, by count and never by points, and nothing is reloaded', async () => {
  const [item] = await stage.ready('Cà phê Theo Dõi')
  const dossierId = item?.dossierId as string
  const now = new Date().toISOString()
  const acting = (person: Person): Actor => ({ id: site.idOf[person], name: person, postings: [], producers: [] })
  const ctx = (actor: Actor = systemActor) => world.as(actor, now)
  const { today } = ctx()
  const seats = (['chu-tich-hd', 'thanh-vien-1', 'thanh-vien-2'] as const).map((person, index) => ({
    accountId: site.idOf[person],
    capacity: index === 0 ? ('chair' as const) : ('member' as const),
    agency: 'Sở mẫu',
  }))
  const dated = { decisionNo: '5/QĐ-M', decidedOn: today, fromDate: today }
  const input = { level: 'province' as const, unitCode: province, name: 'Hội đồng theo dõi', ...dated, seats }
  const councilId = await setUpCouncil(ctx(), input)
  await adoptRegulation(ctx(), councilId, { ...regulation, effectiveOn: today })
  const called = { councilId, text: '26-2026' as const, meetsOn: today, place: 'Hội trường', dossiers: [dossierId] }
  const sessionId = await callSession(ctx(), called)
  for (const { accountId } of seats)
    await markAttendance(ctx(acting('chu-tich-hd')), sessionId, { accountId, present: true })
  await openSession(ctx(acting('chu-tich-hd')), sessionId)

  const page = await site.sit('chu-tich-hd', { script: true })
  await page.goto(paths.evaluation.session(sessionId))
  const tracker = page.locator('#theo-doi')
  expect(await tracker.innerText()).toContain('0 trên 3')
  await page.evaluate(() => Object.assign(window, { stillHere: true }))
  await castBallot(ctx(acting('thanh-vien-1')), sessionId, dossierId, { choices: ballotWorth(83) })
  await tracker.getByText('1 trên 3').waitFor({ timeout: 90_000 })
  expect(await page.evaluate(() => 'stillHere' in window)).toBe(true)
  expect(await tracker.innerText()).not.toMatch(/\b83\b/)
})
