import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startPostgres } from '../../src/platform/postgres.ts'
import type { EmbeddedPostgres } from '../../src/platform/postgres.ts'
import { program } from '../support/program.ts'

// A whole restore, or a whole program started, takes its time on a busy machine.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 })

let directory: string
let owner: string
let server: EmbeddedPostgres | undefined

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'ocop-one-'))
  owner = join(directory, 'pg18.owner')
})
afterEach(async () => {
  await server?.stop()
  server = undefined
  rmSync(directory, { recursive: true, force: true })
})

async function answers(): Promise<boolean> {
  const client = new pg.Client({ connectionString: server?.urlOf('postgres') })
  await client.connect()
  const { rowCount } = await client.query('select 1')
  await client.end()
  return rowCount === 1
}

test.each([['migrate'], ['start']])(
  'while a command works on a stopped system, `%s` says so and leaves the database of the first alone',
  async (word) => {
    server = await startPostgres(directory, { durable: false })
    const second = program([word], { DATA_DIR: directory, PORT: '0', OCOP_DEMO: '0' })
    expect(await second.ended).toBe(1)
    expect(second.said()).toContain(`Một lệnh khác (tiến trình ${process.pid}) đang dùng cơ sở dữ liệu`)
    expect(await answers()).toBe(true)
    await server.stop()
    expect(existsSync(owner)).toBe(false)
    server = await startPostgres(directory, { durable: false })
    expect(await answers()).toBe(true)
  },
)

test.each([
  ['of a process that is gone', (own: { began: string }) => ({ ...own, pid: 2 ** 22 - 1 })],
  ['whose number another process has now', (own: { began: string }) => ({ ...own, began: '1' })],
])('a note of an owner %s blocks nothing', async (_what, spoil) => {
  const first = await startPostgres(directory, { durable: false })
  const own = JSON.parse(readFileSync(owner, 'utf8')) as { pid: number; began: string }
  await first.stop()
  writeFileSync(owner, JSON.stringify(spoil(own)))
  server = await startPostgres(directory, { durable: false })
  expect(await answers()).toBe(true)
})

test('a note that a kill cut short blocks nothing', async () => {
  writeFileSync(owner, '{"pid":')
  server = await startPostgres(directory, { durable: false })
  expect(await answers()).toBe(true)
})

test('a signal that comes while the sample programme is being built stops everything in order', async () => {
  const starting = program(['start'], { DATA_DIR: directory, PORT: '0' })
  await starting.saying(/Dựng dữ liệu mẫu/)
  starting.child.kill('SIGINT')
  expect(await starting.ended).toBe(0)
  expect(existsSync(owner)).toBe(false)
  expect(existsSync(join(directory, 'running.json'))).toBe(false)
})
