import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { commune, province } from '../../test/support/awarding.ts'
import { inspecting, inspector, otherInspector } from '../../test/support/inspecting.ts'
import { visiting } from '../../test/support/pages.ts'
import { refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { sealBatch } from '../audit/sealing.ts'
import { openBookKey } from '../audit/signer.ts'
import { fileMatter } from '../feedback/actions.ts'
import { visitor } from '../kernel/actor.ts'
import { run, sql } from '../platform/db.ts'
import { paths } from '../ui/paths.ts'
import { drawPlan, openPlan, planFile } from './actions-plan.ts'
import { openInspection } from './actions.ts'
import { oversightPages } from './pages.tsx'
import { chooseForInspection } from './rules-choice.ts'
import { refusals } from './words.ts'

const world = useWorld()
const { certified, open, signed } = inspecting(world)
const directory = mkdtempSync(join(tmpdir(), 'ocop-seed-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const input = { unit: province, year: 2026, title: 'Hậu kiểm mẫu 2026', document: '12/KH-M', size: 2 }
const at = (now = '2026-11-24T02:00:00.000Z') => world.as(inspector, now)
const byNumber = (file: Awaited<ReturnType<typeof planFile>>, number: string) =>
  file.candidates.find(({ certificateNumber }) => certificateNumber === number)

test('a plan freezes its list with reasons, waits for the seal of the book, and draws what anybody draws again', async () => {
  const edge = await certified('Cà phê sát mức', 3, 5100)
  const calm = await certified('Cà phê vững', 3, 6500)
  const found = await certified('Cà phê từng sai', 3, 6500)
  await signed(found.certificate, { D1: {} })
  await certified('Sâm của Bộ', 5, 9100)
  await fileMatter(world.as(visitor), {
    kind: 'misuse',
    subject: 'star',
    commune,
    title: 'Gói in sao lạ',
    body: 'Mua ở chợ, số giấy không phải của sản phẩm này.',
    about: `Gói ghi ${calm.certificate}`,
    consent: false,
  })
  const id = await openPlan(at(), input)
  const file = await planFile(at(), id, 1)
  expect(file.plan.candidates).toBe(3)
  const risksOf = (number: string) => byNumber(file, number)?.reasons.map(({ risk }) => risk)
  expect(risksOf(edge.certificate)).toEqual(['band-edge', 'silent-year', 'never-inspected'])
  expect(risksOf(calm.certificate)).toEqual(['misuse-reported', 'silent-year', 'never-inspected'])
  expect(risksOf(found.certificate)).toEqual(['silent-year', 'found-before'])
  expect(await refusedWith(drawPlan(at(), id))).toEqual(['oversight/no-seed-yet'])
  await sealBatch(world.as(undefined, '2026-11-24T02:05:00.000Z'), openBookKey(join(directory, 'keys')))
  expect(await drawPlan(at('2026-11-24T02:06:00.000Z'), id)).toBe(2)
  expect(await refusedWith(drawPlan(at(), id))).toEqual(['oversight/drawn-already'])
  const drawn = await planFile(at(), id, 1)
  expect(drawn.plan.seed).toMatch(/^[0-9a-f]{64}$/)
  const chosen = drawn.candidates.filter(({ rank }) => rank !== null)
  expect(chosen.map(({ certificateNumber, rank, ticket }) => ({ certificateNumber, rank, ticket }))).toEqual(
    chooseForInspection(file.candidates, drawn.plan.seed ?? '', 2),
  )
  await expect(run(world, sql`delete from oversight.candidate`)).rejects.toThrow()
})

test('one plan a year in a unit: nobody draws until the list pleases', async () => {
  expect(await refusedWith(openPlan(at(), input))).toEqual(['oversight/plan-exists'])
  expect(await refusedWith(openPlan(world.as(otherInspector), { ...input, unit: '66' }))).toEqual([
    'oversight/nobody-to-choose',
  ])
  expect(await refusedWith(openPlan(world.as(otherInspector), input))).toEqual(['oversight/not-your-unit'])
})

test('the pages show seed, tickets and reasons, give the list as a file, and open what was drawn', async () => {
  await open((await certified('Ngoài kế hoạch')).certificate)
  const pages = visiting(oversightPages, refusals, () => at())
  const plan = await openPlan(at(), {
    ...input,
    year: 2027,
    seedNumber: '271126',
    seedSource: 'Số mẫu công bố 24/11/2026',
  })
  const post = await pages.post(paths.oversight.draw(plan), {})
  expect(post.status).toBe(303)
  const html = await (await pages.get(paths.oversight.plan(plan))).text()
  expect(html).toContain('271126')
  expect(html).toContain('Điểm sát mức thấp nhất của hạng sao (+3)')
  const again = await pages.post(paths.oversight.draw(plan), {})
  expect([again.status, await again.text()]).toEqual([409, expect.stringContaining('chỉ rút một lần')])
  const csv = await (await pages.get(paths.oversight.drawFile(plan))).text()
  expect(csv.split('\r\n')[0]).toBe('hat_giong,so_giay,san_pham,chu_the,sao,so_ve,ly_do,thu_tu_duoc_rut,ve_nho_nhat')
  const { candidates } = await planFile(at(), plan, 1)
  const free = candidates.find(({ rank, productName }) => rank === null && productName !== 'Ngoài kế hoạch')
  const opening = { unit: province, plan, reason: 'Theo kế hoạch', visitOn: '2026-11-24', announced: true }
  if (free)
    expect(await refusedWith(openInspection(at(), { ...opening, certificate: free.certificateNumber }))).toContain(
      'oversight/not-chosen',
    )
  const stranger = visiting(oversightPages, refusals, () => world.as(otherInspector))
  expect((await stranger.get(paths.oversight.plan(plan))).status).toBe(404)
  expect((await stranger.get(paths.oversight.drawFile(plan))).status).toBe(404)
})
