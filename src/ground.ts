import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type pg from 'pg'
import { keyOfSeals } from './audit/sealing.ts'
import { openBookKey } from './audit/signer.ts'
import { systemActor } from './kernel/actor.ts'
import { civilDateOf } from './kernel/civil-date.ts'
import type { Instant } from './kernel/civil-date.ts'
import type { Config } from './platform/config.ts'
import { contextAt } from './platform/context.ts'
import type { Context } from './platform/context.ts'
import { openDatabase, openPool } from './platform/db.ts'
import { certificateKeys } from './platform/keys.ts'
import { openLog } from './platform/log.ts'
import type { Log } from './platform/log.ts'
import { migrate, migrationsDirectory, readMigrations } from './platform/migrate.ts'
import { openFiles } from './platform/open-files.ts'
import { say } from './opening.ts'
import type { Closing } from './opening.ts'
import { reactingFacts } from './reactions.ts'
import { loadUnits } from './territory/load.ts'
import type { Prepared } from './territory/prepare.ts'

/** What every door stands on. */
export interface Ground {
  readonly pool: pg.Pool
  readonly log: Log
  readonly surroundings: Pick<Context, 'db' | 'files' | 'keys' | 'reactsTo'>
  readonly clock: () => Instant
  /** The system itself, now. */
  openContext(): Context
}

/** The database brought up to this program, places, files and keys; several processes at once wait for each other. */
export async function openGround(
  config: Config,
  databaseUrl: string,
  closing: Closing,
  prepared?: Prepared,
): Promise<Ground> {
  const log = openLog(config.logLevel)
  const pool = openPool(databaseUrl, { max: 20 })
  // A long act at work, like building the sample programme, is undone rather than waited for.
  closing.push(() => Promise.race([pool.end(), delay(2_000, undefined, { ref: false })]))
  const db = openDatabase(pool)
  const applied = await migrate(pool, readMigrations(migrationsDirectory))
  if (applied.length > 0) say(`Đã cập nhật cơ sở dữ liệu: ${applied.length} bước.`)
  const clock = () => new Date().toISOString()
  await loadUnits({ db, today: civilDateOf(clock()), prepared })
  const keys = certificateKeys(config.dataDirectory)
  // Made now, not by the first visitor: a directory that cannot hold a key stops the start.
  keys.current()
  const surroundings = { db, files: openFiles(config, log), keys, reactsTo: reactingFacts }
  const openContext = () => contextAt({ ...surroundings, actor: systemActor }, clock())
  return { pool, log, surroundings, clock, openContext }
}

/**
 * One of several processes, perhaps on several machines: the database is the operator's, and the keys are those of all.
 * @throws {Error} when either is missing.
 */
export async function openSharedGround(config: Config, closing: Closing): Promise<Ground> {
  if (config.databaseUrl === undefined) {
    throw new Error('Chạy web và việc nền thành nhiều tiến trình cần DATABASE_URL. Không có, hãy dùng npm start.')
  }
  const ground = await openGround(config, config.databaseUrl, closing)
  const directory = join(config.dataDirectory, 'keys')
  const sealedWith = await keyOfSeals(ground.openContext())
  if (sealedWith !== undefined && sealedWith !== openBookKey(directory).keyId) {
    throw new Error(
      `${directory} không giữ khóa của hệ thống này: sổ ghi được niêm phong bằng khóa ${sealedWith}. ` +
        'Mọi máy phải dùng chung một thư mục keys; hãy chép thư mục đó từ máy đầu tiên sang.',
    )
  }
  return ground
}
