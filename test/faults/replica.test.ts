import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { importRecognitions } from '../../src/exchange/actions.ts'
import { readList } from '../../src/exchange/list-file.ts'
import { openAccount } from '../../src/identity/actions.ts'
import { systemActor } from '../../src/kernel/actor.ts'
import type { Config } from '../../src/platform/config.ts'
import { contextAt } from '../../src/platform/context.ts'
import type { Context } from '../../src/platform/context.ts'
import { openDatabase, openPool } from '../../src/platform/db.ts'
import { localFiles } from '../../src/platform/files.ts'
import { certificateKeys } from '../../src/platform/keys.ts'
import { openLog } from '../../src/platform/log.ts'
import { migrate, readMigrations } from '../../src/platform/migrate.ts'
import { startPostgres } from '../../src/platform/postgres.ts'
import type { EmbeddedPostgres } from '../../src/platform/postgres.ts'
import { openReads } from '../../src/platform/reads.ts'
import type { Reads } from '../../src/platform/reads.ts'
import { loadUnits } from '../../src/territory/load.ts'
import { paths } from '../../src/ui/paths.ts'
import { checkReplica } from '../../src/upkeep/checks-replica.ts'
import { webApp } from '../../src/web/app.ts'
import { readAddresses } from '../../src/web/reads.ts'
import { makeStandby } from '../support/standby.ts'

// A whole restore, or a whole program started, takes its time on a busy machine.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 })

// A real standby that streams from a real primary.
const directory = mkdtempSync(join(tmpdir(), 'ocop-replica-'))
const standbyDirectory = join(directory, 'standby')
const origin = 'http://localhost'
const list = paths.catalogue.list()
const product = 'Nem nướng Vinh Lài'
let primary: EmbeddedPostgres
let standby: EmbeddedPostgres
let pool: pg.Pool
let reads: Reads
let ctx: Context
let app: ReturnType<typeof webApp>
let cookie = ''

beforeAll(async () => {
  primary = await startPostgres(join(directory, 'primary'), { durable: false })
  const url = primary.urlOf('postgres')
  pool = openPool(url, { max: 6 })
  await migrate(pool, readMigrations('migrations'))
  const db = openDatabase(pool)
  await loadUnits({ db })
  await makeStandby({ directory: join(directory, 'primary'), url }, standbyDirectory)
  standby = await startPostgres(standbyDirectory, { durable: false })
  const log = openLog('silent')
  reads = openReads(standby.urlOf('postgres'), pool, log)
  const files = localFiles(join(directory, 'files'))
  const surroundings = { db, files, keys: certificateKeys(directory), reactsTo: new Set<string>() }
  const clock = () => '2026-11-24T02:00:00.000Z'
  ctx = contextAt({ ...surroundings, actor: systemActor }, clock())
  app = webApp({ ...surroundings, config: { demonstration: false, publicUrl: origin }, log, clock, reads })
  const account = { signInName: 'nguoi.mau', name: 'Người mẫu', password: 'một mật khẩu dài' }
  await openAccount(ctx, account)
  const body = new URLSearchParams({ signInName: account.signInName, password: account.password })
  const entered = await app.request(`${origin}/dang-nhap`, { method: 'POST', headers: { Origin: origin }, body })
  cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
})

afterAll(async () => {
  await Promise.all([reads.end(), pool.end()])
  await standby.stop()
  await primary.stop()
  rmSync(directory, { recursive: true, force: true })
})

async function onStandby(statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: standby.urlOf('postgres') })
  await client.connect()
  return client.query(statement).finally(() => client.end())
}

async function ask(path: string, headers: Record<string, string> = {}): Promise<string> {
  const answer = await app.request(`${origin}${path}`, { headers })
  expect(answer.status).toBe(200)
  return answer.text()
}
const asVisitor = async () => (await ask(`${list}?q=vinh+lai&tinh-trang=tat-ca`)).includes(product)
const signedIn = async () => (await ask(`${list}?q=vinh+lai&tinh-trang=tat-ca`, { Cookie: cookie })).includes(product)
const total = async () => (JSON.parse(await ask('/api/v1/products?status=all')) as { total: number }).total
const config = () => ({ databaseReadUrl: standby.urlOf('postgres') }) as Config

test('visitors read the replica, whoever is signed in reads what was just written, and a delay ends by itself', async () => {
  expect(await ask('/readyz')).toBe('ready')
  expect(await checkReplica(ctx, config())).toMatchObject([{ level: 'fine' }])
  await vi.waitFor(async () => expect((await onStandby('select from identity.account')).rowCount).toBe(1), {
    timeout: 10_000,
  })
  expect(await total()).toBe(0)
  await onStandby('select pg_wal_replay_pause()')
  const fileName = 'src/exchange/cases/published-lists.csv'
  await importRecognitions(ctx, await readList(fileName), { fileName })
  expect([await asVisitor(), await total()]).toEqual([false, 0])
  expect(await signedIn()).toBe(true)
  await onStandby('select pg_wal_replay_resume()')
  await vi.waitFor(async () => expect(await total()).toBe(21), { timeout: 10_000 })
  expect(await asVisitor()).toBe(true)
})

test('the replica takes no writing, and no public page asks it to', async () => {
  await expect(onStandby('create table x ()')).rejects.toThrow('read-only')
  // The resolver of old names answers only a question.
  const pages = [...readAddresses].filter((path) => !path.includes(':') && !path.endsWith('/resolve'))
  expect(pages.length).toBeGreaterThan(8)
  for (const path of pages) await ask(path)
})

test('a replica that is gone: pages go on from the primary, machines and the operator are told, and it is taken again', async () => {
  await standby.stop()
  for (const path of [list, '/', paths.statistics.list()]) await ask(path)
  expect([await asVisitor(), await total()]).toEqual([true, 21])
  expect(await ask('/readyz')).toBe('ready; replica unreachable, public pages read the primary')
  expect(await checkReplica(ctx, config())).toMatchObject([
    { level: 'fault', sentence: expect.stringContaining('không trả lời') },
  ])
  standby = await startPostgres(standbyDirectory, { durable: false })
  expect(await ask('/readyz')).toBe('ready')
  expect(await checkReplica(ctx, config())).toMatchObject([{ level: 'fine' }])
})

test('the operator is told of an address that is no replica, and nothing where none is given', async () => {
  const wrong = { databaseReadUrl: primary.urlOf('postgres') } as Config
  expect(await checkReplica(ctx, wrong)).toMatchObject([
    { level: 'fault', sentence: expect.stringContaining('không phải một bản sao') },
  ])
  expect(await checkReplica(ctx, { databaseReadUrl: undefined } as Config)).toEqual([])
})
