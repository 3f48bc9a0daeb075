import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemActor } from '../src/kernel/actor.ts'
import { tellAtOnce } from '../src/notice/actions.ts'
import { sendDue } from '../src/notice/actions-send.ts'
import { openChannels } from '../src/platform/channel.ts'
import { readConfig } from '../src/platform/config.ts'
import { contextAt } from '../src/platform/context.ts'
import { openDatabase, openPool } from '../src/platform/db.ts'
import { localFiles } from '../src/platform/files.ts'
import { certificateKeys } from '../src/platform/keys.ts'
import { migrate, readMigrations } from '../src/platform/migrate.ts'
import { startPostgres } from '../src/platform/postgres.ts'
import type { Measured } from './measure.ts'

const notices = 100_000
const targetSeconds = 60

// Ten thousand producers with a telephone that was confirmed.
const fill = `
insert into producer.producer (id, code, slug, kind, name, registration_no, commune_code, commune_on, representative_disabled,
    registered_at, registered_by, sample)
  select 'p' || i, 'P' || i, 'p-' || i, 'other', 'Chủ thể ' || i, 'S' || i, '23473', '2026-01-01', false, now(), 'system', true
  from generate_series(0, 9999) i;
insert into notice.contact (id, producer_id, channel, address, stop_token, added_at, added_by, verified_at)
  select 'c' || i, 'p' || i, 'sms', '09' || lpad(i::text, 8, '0'), 't' || i, now(), 'system', now() from generate_series(0, 9999) i`

/** Seconds to queue a hundred thousand notices, and to hand each over once to a telephone company over HTTP. */
export async function measureNotices(): Promise<Measured[]> {
  const directory = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  const postgres = await startPostgres(directory)
  const keys = new Map<string, number>()
  const company = createServer((request, response) => {
    const key = request.url ?? ''
    keys.set(key, (keys.get(key) ?? 0) + 1)
    request.resume().on('end', () => response.writeHead(202).end())
  })
  await new Promise<void>((settle) => company.listen(0, '127.0.0.1', settle))
  try {
    const url = postgres.urlOf('postgres')
    const pool = openPool(url, { max: 4 })
    await migrate(pool, readMigrations(join(import.meta.dirname, '..', 'migrations')))
    const worker = await import('graphile-worker')
    await worker.runMigrations({ pgPool: pool })
    await pool.query(fill)
    const surroundings = {
      db: openDatabase(pool),
      files: localFiles(directory),
      keys: certificateKeys(directory),
      actor: systemActor,
      reactsTo: new Set<string>(),
    }
    const open = () => contextAt(surroundings, '2026-11-24T03:00:00.000Z')
    const { port } = company.address() as AddressInfo
    const config = readConfig({ DATABASE_URL: url, SMS_URL: `http://127.0.0.1:${port}`, SMS_SECRET: 'x' })
    const office = { channels: openChannels(config, surroundings), publicUrl: 'http://localhost' }

    const queueing = performance.now()
    await tellAtOnce(
      open(),
      Array.from({ length: notices }, (_, index) => ({
        key: `n${index}`,
        reader: { producer: `p${index % 10_000}` },
        subject: 'Văn bản mới có hiệu lực',
        body: 'Hãy đọc văn bản.',
        href: '/van-ban',
        urgent: true,
      })),
    )
    const queued = (performance.now() - queueing) / 1000
    const sending = performance.now()
    await sendDue(open, office)
    const sent = (performance.now() - sending) / 1000
    const once = [...keys.values()].filter((count) => count === 1).length
    await pool.end()
    return [
      { name: '100,000 notices queued (s)', value: queued.toFixed(1), target: '≤ 60', met: queued <= targetSeconds },
      {
        name: `of these handed over once each, in ${sent.toFixed(0)} s`,
        value: once.toLocaleString('en-US'),
        target: '100,000',
        met: once === notices && keys.size === notices,
      },
    ]
  } finally {
    company.closeAllConnections()
    company.close()
    await postgres.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}
