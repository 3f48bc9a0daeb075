import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { awarding, provinceLeader } from '../../test/support/awarding.ts'
import { visiting } from '../../test/support/pages.ts'
import { qrOfPdf } from '../../test/support/qr-of-pdf.ts'
import { useWorld } from '../../test/support/world.ts'
import { visitor } from '../kernel/actor.ts'
import { oneRow, rows, sql } from '../platform/db.ts'
import { judgeSigned } from '../ui/islands/credential.ts'
import { certificatePdf, liftSuspension, suspend } from './actions-certificate.ts'
import { draftDecision, draftRevocation } from './actions-draft.ts'
import { issueDecision } from './actions-issue.ts'
import { rotateKey, statusList } from './actions-offline.ts'
import { recognitionApi } from './api.ts'
import { offlineApi } from './api-offline.ts'
import { addRecognitionCommands } from './commands.ts'
import { refusals } from './words.ts'

const world = useWorld()
const stage = awarding(world)
const site = 'http://localhost'
const listAddress = `${site}/api/v1/status-list`
const leader = () => world.as(provinceLeader)
const api = () => visiting(recognitionApi.route('/', offlineApi), refusals, () => world.as(visitor))

/** Each certificate by the name of its product, and what its printed code holds. */
const codes = new Map<string, { number: string; url: string }>()

beforeAll(async () => {
  const { sessionId } = await stage.scored({ 'Trà còn': 75, 'Trà dừng': 75, 'Trà thu hồi': 75 })
  const [draft = ''] = await draftDecision(leader(), { sessionId })
  const signed = { number: '501', decidedOn: '2026-06-26', signerName: 'Nguyễn Văn Mẫu', signerTitle: 'Phó Chủ tịch' }
  for (const number of await issueDecision(leader(), draft, signed)) {
    await certificatePdf(world.as(), number, site)
    const { name, url } = await oneRow(
      world,
      sql<{
        name: string
        url: string
      }>`select product_name as name, url from recognition.certificate where number = ${number}`,
    )
    codes.set(name, { number, url })
  }
})

const codeOf = (name: string) => codes.get(name) ?? { number: '', url: '' }

async function offlineVerdict(name: string, now = '2026-11-24T02:00:00.000Z') {
  const trusted = { keys: world.keys.published(), list: await statusList(world.as(visitor, now), listAddress) }
  return (await judgeSigned(codeOf(name).url, trusted, new Date(now))).verdict
}

async function verify(content: string, at?: string) {
  const answer = await api().send('/api/v1/verification', { content, ...(at ? { at } : {}) })
  return (await answer.json()) as { verdict: string; certificate: { number: string } | null }
}

test('two first prints at once leave one file, whose code holds what was kept', async () => {
  const { number, url } = codeOf('Trà còn')
  await oneRow(
    world,
    sql`update recognition.certificate set url = null, file = null where number = ${number} returning number`,
  )
  const [one, two] = await Promise.all([1, 2].map(() => certificatePdf(world.as(), number, site)))
  expect(Buffer.compare(one ?? new Uint8Array(), two ?? new Uint8Array(1))).toBe(0)
  const kept = await oneRow(
    world,
    sql<{ url: string }>`select url from recognition.certificate where number = ${number}`,
  )
  expect(kept.url).not.toBe(url)
  expect(await qrOfPdf(one ?? new Uint8Array())).toBe(kept.url)
  codes.set('Trà còn', { number, url: kept.url })
})

test('a suspension, its end and a revocation are in the next list', async () => {
  expect(await offlineVerdict('Trà dừng')).toBe('valid')
  await suspend(leader(), codeOf('Trà dừng').number, { reason: 'Đang kiểm tra.' })
  expect(await offlineVerdict('Trà dừng', '2026-11-24T02:01:00.000Z')).toBe('suspended')
  await liftSuspension(leader(), codeOf('Trà dừng').number)
  expect(await offlineVerdict('Trà dừng', '2026-11-24T02:02:00.000Z')).toBe('valid')
  const revocation = await draftRevocation(leader(), {
    numbers: [codeOf('Trà thu hồi').number],
    ground: 'ceased',
    note: 'Xã xác nhận.',
    concludedOn: '2026-11-20',
  })
  await issueDecision(leader(), revocation, {
    number: '502',
    decidedOn: '2026-11-24',
    signerName: 'Nguyễn Văn Mẫu',
    signerTitle: 'Phó Chủ tịch',
  })
  expect(await offlineVerdict('Trà thu hồi', '2026-11-24T02:03:00.000Z')).toBe('revoked')
  expect(await offlineVerdict('Trà còn', '2026-11-24T02:03:00.000Z')).toBe('valid')
})

test('the list keeps its bytes while it says the truth, for an hour', async () => {
  const at = (now: string) => statusList(world.as(visitor, now), listAddress)
  const first = await at('2026-11-25T02:00:00.000Z')
  expect(await at('2026-11-25T02:40:00.000Z')).toBe(first)
  expect(await at('2026-11-25T03:00:01.000Z')).not.toBe(first)
})

test('the check on line reads signed content, and the register has the last word', async () => {
  const { number, url } = codeOf('Trà còn')
  expect(await verify(url)).toMatchObject({ verdict: 'valid', certificate: { number } })
  expect(await verify(url.split('#')[1] ?? '')).toMatchObject({ verdict: 'valid', certificate: { number } })
  expect(await verify(url, '2029-12-01')).toMatchObject({ verdict: 'expired' })
  expect(await verify(codeOf('Trà thu hồi').url)).toMatchObject({ verdict: 'revoked' })
  const forged = `${url.slice(0, -3)}${url.endsWith('A') ? 'B' : 'A'}${url.slice(-2)}`
  expect(await verify(forged)).toMatchObject({ verdict: 'not-genuine', certificate: null })
  expect((await api().send('/api/v1/verification', { content: `${url}${'A'.repeat(3_000)}` })).status).toBe(422)
})

test('keys are public, and nothing of theirs is private', async () => {
  const answer = await api().get('/.well-known/ocop-keys.json')
  const { keys } = (await answer.json()) as { keys: Record<string, string>[] }
  expect(keys.map((key) => Object.keys(key).toSorted().join())).toEqual(['alg,crv,kid,kty,use,x,y'])
  expect(answer.headers.get('Cache-Control')).toContain('max-age=3600')
  expect((await api().get('/api/v1/status-list')).headers.get('Content-Type')).toBe('application/statuslist+cwt')
})

afterEach(() => {
  process.exitCode = 0
})

/** Runs the command with no system at hand: asking for one fails the test. */
async function command(
  ...words: string[]
): Promise<{ code: number; answer: { verdict: string; statusAge: number | null } }> {
  const written: string[] = []
  process.exitCode = 0
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0)
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  const program = new Command('ocop').exitOverride()
  addRecognitionCommands(program, () => Promise.reject(new Error('asked for a database')))
  await program.parseAsync(['certificate', 'verify', ...words, '--json'], { from: 'user' })
  out.mockRestore()
  err.mockRestore()
  return { code: Number(process.exitCode ?? 0), answer: written[0] ? JSON.parse(written[0]) : undefined }
}

test('the command proves a code with two files and no system', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'ocop-verify-'))
  const [keys, status, code] = ['keys.json', 'status.cwt', 'code.txt'].map((name) => join(directory, name)) as [
    string,
    string,
    string,
  ]
  const now = new Date().toISOString()
  writeFileSync(keys, JSON.stringify({ keys: world.keys.published() }))
  writeFileSync(status, await statusList(world.as(visitor, now), listAddress))
  writeFileSync(code, `${codeOf('Trà còn').url}\n`)
  const files = ['--keys', keys, '--status', status]
  expect(await command(code, ...files)).toMatchObject({ code: 0, answer: { verdict: 'valid' } })
  expect(await command(codeOf('Trà thu hồi').url, ...files)).toMatchObject({ code: 1, answer: { verdict: 'revoked' } })
  expect(await command(`${codeOf('Trà còn').url.slice(0, -1)}`, ...files)).toMatchObject({
    code: 1,
    answer: { verdict: 'not-genuine' },
  })
  expect(await command(code, '--keys', keys)).toMatchObject({
    code: 1,
    answer: { verdict: 'cannot-tell', statusAge: null },
  })
  expect(await command(code, ...files, '--at', '01/12/2029')).toMatchObject({ code: 1, answer: { verdict: 'expired' } })
  expect(await command(code, ...files, '--at', '1/13/2029')).toMatchObject({ code: 2 })
  expect(await command(code, '--status', status)).toMatchObject({ code: 2 })
  expect(await command(code, '--keys', status)).toMatchObject({ code: 2 })
})

test('a rotation is noted in the book; what was printed before stays genuine', async () => {
  const { from, to } = await rotateKey(world.as())
  expect(world.keys.published().map(({ kid }) => kid)).toEqual([to, from])
  expect(await offlineVerdict('Trà còn', '2026-11-26T02:00:00.000Z')).toBe('valid')
  expect(await verify(codeOf('Trà còn').url)).toMatchObject({ verdict: 'valid' })
  const noted = await rows(
    world,
    sql<{ subject: string }>`select subject from audit.entry where fact = 'recognition.key-rotated'`,
  )
  expect(noted).toEqual([{ subject: to }])
})

describe('a rotation that was cut short', () => {
  const current = () => world.keys.current().kid
  const signs = () => world.keys.current().sign(new Uint8Array([1])).length

  test('before the book noted it: the old key signs on, and the next rotation takes the ready one up', async () => {
    const old = current()
    const { to: ready } = world.keys.prepare('2026-11-26T03:00:00.000Z')
    expect([current(), signs()]).toEqual([old, 64])
    expect(world.keys.published().map(({ kid }) => kid)).not.toContain(ready)
    expect(await rotateKey(world.as())).toMatchObject({ from: old, to: ready })
    expect([current(), signs()]).toEqual([ready, 64])
  })

  test('after the book noted it: the same again', async () => {
    const old = current()
    const stopped = { ...world.as(), keys: { ...world.keys, activate: () => void stop() } }
    function stop(): never {
      throw new Error('power failed')
    }
    await expect(rotateKey(stopped)).rejects.toThrow('power failed')
    expect([current(), signs()]).toEqual([old, 64])
    const { to } = await rotateKey(world.as())
    expect(current()).toBe(to)
    const noted = await rows(world, sql<{ n: number }>`select 1 as n from audit.entry where subject = ${to}`)
    expect(noted).toHaveLength(2)
  })

  test('after the new key signs: asked again, nothing happens, and every key stays known', () => {
    const before = world.keys.published()
    world.keys.activate(current())
    expect(world.keys.published()).toEqual(before)
    expect(() => world.keys.activate('khong-co')).toThrow('holds no key')
  })
})
