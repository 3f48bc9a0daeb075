import { execFile, spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { takeOwnership } from './data-owner.ts'
import { postgresBinaries } from './postgres-binaries.ts'
import { unpackCluster } from './prepared.ts'

export interface EmbeddedPostgres {
  /** Connection string of a database in this cluster, over the socket. */
  urlOf(database: string): string
  stop(): Promise<void>
}

// The major version stands in the name: an upgrade makes a new directory and never opens an old one by mistake.
const major = 'pg18'

/** Is there no cluster in this directory yet? */
export const isNewCluster = (directory: string) => !existsSync(join(directory, major, 'PG_VERSION'))

/**
 * Starts PostgreSQL in `directory`/pg18 on a socket only: no port, no password, no clash with another server.
 * @param durable false only for tests and preparations: no fsync, so that cloning a database takes milliseconds.
 * @param ground an archive that a new cluster is unpacked from; without it, or when it cannot be read, initdb makes one.
 * @throws {Error} while another process works on the same directory, and when the server does not come up; the last
 * lines of its log are in the message then.
 */
export async function startPostgres(
  directory: string,
  { durable = true, ground }: { durable?: boolean; ground?: string | undefined } = {},
): Promise<EmbeddedPostgres> {
  const native = postgresBinaries()
  const data = resolve(directory, major)
  const sockets = socketDirectory(data)
  mkdirSync(resolve(directory), { recursive: true, mode: 0o700 })
  mkdirSync(sockets, { recursive: true, mode: 0o700 })
  const giveBack = takeOwnership(`${data}.owner`)
  const urlOf = (database: string) => `postgresql://ocop@/${database}?host=${encodeURIComponent(sockets)}`
  try {
    if (isNewCluster(directory)) await initialise(native, data, ground)
    await clearStaleLock(data, sockets)
    const logFile = join(resolve(directory), 'postgres.log')
    const server = launch(native, data, sockets, logFile, durable)
    await waitUntilReady(urlOf('postgres'), server, logFile)
    return { urlOf, stop: () => stopServer(server).finally(giveBack) }
  } catch (error) {
    giveBack()
    throw error
  }
}

/** Makes the database `ocop` on a new cluster. @param adminUrl of the database `postgres` in it. */
export async function ensureDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query(`select 1 from pg_database where datname = 'ocop'`)
    if (rowCount === 0) await client.query('create database ocop')
  } finally {
    await client.end()
  }
}

// A socket path may hold 107 bytes, so it cannot live below a deep data directory.
function socketDirectory(data: string): string {
  return join(tmpdir(), `ocop-${createHash('sha256').update(data).digest('hex').slice(0, 12)}`)
}

/** PostgreSQL refuses to run as root; a user namespace shows it uid 1000 while files stay root's. */
function asPlainUser(command: string, options: readonly string[]): [string, string[]] {
  if (process.getuid?.() !== 0) return [command, [...options]]
  return ['unshare', ['--user', '--map-user=1000', '--map-group=1000', command, ...options]]
}

function environmentFor(native: string): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '', LD_LIBRARY_PATH: join(native, 'lib'), LC_ALL: 'C' }
}

async function initialise(native: string, data: string, ground: string | undefined): Promise<void> {
  rmSync(data, { recursive: true, force: true })
  const aside = `${data}.new`
  rmSync(aside, { recursive: true, force: true })
  if (ground === undefined || !(await unpackCluster(ground, aside))) await makeCluster(native, aside)
  // Renamed only when whole: a kill in the middle leaves nothing that looks like a database.
  const moved = spawnSync('mv', [aside, data])
  if (moved.status !== 0) throw new Error('initdb: the new data directory could not be put in place')
}

async function makeCluster(native: string, place: string): Promise<void> {
  const [command, options] = asPlainUser(join(native, 'bin', 'initdb'), [
    `--pgdata=${place}`,
    '--username=ocop',
    '--auth=trust',
    '--encoding=UTF8',
    '--data-checksums',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    '--no-sync',
  ])
  await promisify(execFile)(command, options, { env: environmentFor(native) })
}

// A crash loses it all; and when it stops little of its log is left to pack (src/prepare.ts).
const inHaste = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_recycle: 'off',
  wal_init_zero: 'off',
}

function launch(native: string, data: string, sockets: string, logFile: string, durable: boolean): ChildProcess {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: sockets,
    max_connections: '60',
    shared_buffers: '128MB',
    // Planning a list page costs more with JIT than it saves at this size.
    jit: 'off',
    timezone: 'Asia/Ho_Chi_Minh',
    ...(durable ? {} : inHaste),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [command, options] = asPlainUser(join(native, 'bin', 'postgres'), ['-D', data, ...flags])
  const log = openSync(logFile, 'a')
  // setpriv ends the server with this process, also after kill -9; without it the next start takes over the lock.
  const guarded: [string, string[]] = hasSetpriv()
    ? ['setpriv', ['--pdeathsig', 'INT', command, ...options]]
    : [command, options]
  const server = spawn(...guarded, { env: environmentFor(native), stdio: ['ignore', log, log], detached: true })
  closeSync(log)
  server.on('error', () => undefined)
  return server
}

function hasSetpriv(): boolean {
  return spawnSync('setpriv', ['--version']).status === 0
}

/**
 * After kill -9 the lock names a dead process, or a zombie that an idle PID 1 never reaped and that still answers
 * to signal 0. A live server whose owner is gone is asked to stop, and waited for.
 */
async function clearStaleLock(data: string, sockets: string): Promise<void> {
  const lock = join(data, 'postmaster.pid')
  if (!existsSync(lock)) return
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0])
  for (let attempt = 0; attempt < 100 && serves(pid, data); attempt++) {
    if (attempt === 0) process.kill(pid, 'SIGINT')
    await delay(100)
  }
  rmSync(lock, { force: true })
  rmSync(join(sockets, '.s.PGSQL.5432.lock'), { force: true })
  rmSync(join(sockets, '.s.PGSQL.5432'), { force: true })
}

function serves(pid: number, data: string): boolean {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return !/\) Z /.test(status) && commandLine.includes(data)
  } catch {
    return false
  }
}

async function waitUntilReady(url: string, server: ChildProcess, logFile: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (server.exitCode !== null || server.signalCode !== null) break
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.end()
      return
    } catch {
      await delay(attempt < 40 ? 15 : 100)
    }
  }
  const tail = readFileSync(logFile, 'utf8').split('\n').slice(-12).join('\n')
  throw new Error(`PostgreSQL không khởi động được:\n${tail}`)
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = new Promise<void>((settle) => server.once('exit', () => settle()))
  server.kill('SIGINT')
  const slow = delay(10_000, 'slow', { ref: false })
  if ((await Promise.race([gone, slow])) === 'slow') server.kill('SIGKILL')
  await gone
}
