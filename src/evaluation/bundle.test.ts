import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { province } from '../../test/support/awarding.ts'
import { holding } from '../../test/support/hall.ts'
import type { Hall } from '../../test/support/hall.ts'
import { visiting } from '../../test/support/pages.ts'
import { useWorld } from '../../test/support/world.ts'
import type { Actor } from '../kernel/actor.ts'
import { oneRow, run, sql } from '../platform/db.ts'
import { paths } from '../ui/paths.ts'
import { closeSession, declareRecusal, nextScoringRound } from './actions-session.ts'
import { bundleFindings, hashOf } from './bundle.ts'
import type { Bundle, SealedBundle } from './bundle.ts'
import { evaluationPages } from './pages.tsx'
import { refusals } from './words.ts'

const world = useWorld()
const stage = holding(world)
const get = (who: Actor, path: string) => visiting(evaluationPages, refusals, () => world.as(who)).get(path)

let hall: Hall
let sessionId: string
let sealed: SealedBundle

/** Two dossiers: one scored in two rounds, one that a member stepped back from. */
beforeAll(async () => {
  hall = await stage.hall(2)
  const [wide, plain] = await stage.ready('Cà phê Hai Vòng', 'Tiêu Một Vòng')
  const [member] = hall.members
  if (!wide || !plain || !member) throw new Error('two dossiers and a member are there')
  sessionId = await stage.sit(hall, [wide.dossierId, plain.dossierId])
  await declareRecusal(world.as(member), sessionId, plain.dossierId, 'Người nhà góp vốn.')
  const vote = (id: string, points: readonly number[]) =>
    stage.castAll(
      sessionId,
      id,
      hall.voters.flatMap((who, seat) => (points[seat] === undefined ? [] : [[who, points[seat]] as const])),
    )
  await vote(wide.dossierId, [60, 75, 70, 70])
  await nextScoringRound(world.as(hall.chair), sessionId, wide.dossierId)
  await vote(wide.dossierId, [68, 75, 70, 70])
  const others = hall.voters.filter(({ id }) => id !== member.id)
  await stage.castAll(
    sessionId,
    plain.dossierId,
    others.map((who) => [who, 55]),
  )
  await closeSession(world.as(hall.chair), sessionId)
  const answer = await get(hall.chair, paths.evaluation.bundle(sessionId))
  sealed = (await answer.json()) as SealedBundle
}, 60_000)

/** The bundle with a change, sealed again by whoever changed it: only the arithmetic can find them out. */
function changed(change: (bundle: Bundle) => unknown): SealedBundle {
  const bundle = structuredClone(sealed.bundle)
  change(bundle)
  return { bundle, seal: hashOf(bundle) }
}

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] extends object ? Writable<Value[Key]> : Value[Key] }
const open = (bundle: Bundle) => bundle as unknown as Writable<Bundle>
const said = (bundle: SealedBundle) => bundleFindings(bundle).map(({ what }) => what)

describe('the sealed bundle of a session', () => {
  test('comes out again from its options, and its seal stands in the book', async () => {
    expect(bundleFindings(sealed)).toEqual([])
    expect(sealed.bundle.results.map(({ sheet }) => sheet.scoringRound).toSorted()).toEqual([1, 2])
    const { kept } = await oneRow(
      world,
      sql<{ kept: string }>`select detail ->> 'bundle' as kept from audit.entry
        where fact = 'evaluation.closed' and subject = ${sessionId}`,
    )
    expect(kept).toBe(sealed.seal)
    await expect(run(world, sql`update evaluation.bundle set seal = 'x'`)).rejects.toThrow('keeps what')
  })

  test('betrays whatever was changed in it', () => {
    expect(said({ ...sealed, seal: hashOf('khác') })).toEqual(['mã niêm phong'])
    expect(said(changed((one) => (open(one).results[0]!.stars = 5)))).toContain('hạng sao')
    expect(said(changed((one) => open(one).results[0]!.sheet.counted.pop()))).toContain('người đã bỏ phiếu')
    expect(said(changed((one) => open(one).results[0]!.totalPoints++))).toContain('tổng điểm')
    expect(said(changed((one) => open(one).present.pop()))).toContain('người đã bỏ phiếu')
    expect(said(changed((one) => (open(one).regulation.spreadPoints = 3)))).toContain(
      'độ lệch trong quy chế, hoặc đã chốt có lý do',
    )
    expect(said(changed((one) => open(one).results.pop()))).toContain('hồ sơ có kết quả')
    expect(said(changed((one) => (open(one).rubrics[0]!.hash = 'x')))).toContain('mã băm')
    expect(said(changed((one) => (open(one).minutes.content.closing = 'Khác.')))).toContain('mã băm của biên bản')
    expect(said(changed((one) => (open(one).session.text = '1999-1' as '26-2026')))).toContain('văn bản áp dụng')
  })

  test('for any ballot and any criterion, another option does not pass', () => {
    const places = sealed.bundle.results.flatMap(({ sheet }, result) =>
      sheet.counted.flatMap((ballot, seat) => Object.keys(ballot.choices).map((code) => ({ result, seat, code }))),
    )
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.integer({ min: 1, max: 25 }), ({ result, seat, code }, option) => {
        const before = sealed.bundle.results[result]!.sheet.counted[seat]!.choices[code]
        fc.pre(option !== before)
        const tampered = changed((one) => (open(one).results[result]!.sheet.counted[seat]!.choices[code] = option))
        expect(bundleFindings(tampered).length).toBeGreaterThan(0)
      }),
      { numRuns: 60 },
    )
  })

  test('is given to those who read the session and are kept from nothing in it', async () => {
    const path = paths.evaluation.bundle(sessionId)
    const officer: Actor = {
      id: 'can-bo',
      name: 'Cán bộ',
      producers: [],
      postings: [{ role: 'province-officer', unit: province, province }],
    }
    const statusOf = async (who: Actor) => (await get(who, path)).status
    expect(await Promise.all([officer, hall.chair, hall.members[0] as Actor].map(statusOf))).toEqual([200, 200, 404])
    expect(await statusOf({ ...officer, postings: [] })).toBe(404)
    expect((await get(officer, paths.evaluation.bundle('khong-co'))).status).toBe(404)
  })
})

test(
  'the command needs no database and tells equal, different and not a bundle apart',
  { timeout: 180_000 },
  async () => {
    const directory = mkdtempSync(join(tmpdir(), 'ocop-bundle-'))
    const ask = async (content: string, ...more: readonly string[]) => {
      const file = join(directory, 'goi.json')
      writeFileSync(file, content)
      const env = { PATH: process.env['PATH'], DATA_DIR: join(directory, 'khong-co') }
      return promisify(execFile)('bin/ocop', ['session', 'verify', file, ...more], { env }).then(
        ({ stdout }) => ({ code: 0, stdout }),
        (error: { code: number; stdout: string }) => error,
      )
    }
    try {
      const equal = await ask(JSON.stringify(sealed))
      expect([equal.code, equal.stdout.includes('mọi kết quả đều đúng')]).toEqual([0, true])
      const tampered = changed((one) => (open(one).results[0]!.meanHundredths = 9999))
      const different = await ask(JSON.stringify(tampered), '--seal', sealed.seal)
      expect(different.code).toBe(1)
      expect(different.stdout).toContain('gói ghi 9999')
      expect(different.stdout).toContain('mã niêm phong trong sổ ghi')
      expect((await ask('{}')).code).toBe(2)
    } finally {
      rmSync(directory, { recursive: true, force: true })
    }
  },
)
