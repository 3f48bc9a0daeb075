import { join } from 'node:path'
import { systemActor } from './kernel/actor.ts'
import type { Config } from './platform/config.ts'
import type { WithContext } from './platform/console.ts'
import { contextAt } from './platform/context.ts'
import { openDatabase, openPool } from './platform/db.ts'
import { certificateKeys } from './platform/keys.ts'
import { openLog } from './platform/log.ts'
import { migrate, readMigrations } from './platform/migrate.ts'
import { openFiles } from './platform/open-files.ts'
import { whoRuns } from './platform/running.ts'
import { ensureDatabase } from './start.ts'
import { startPostgres } from './platform/postgres.ts'
import { reactingFacts } from './reactions.ts'
import { loadUnits } from './territory/load.ts'

/** A sub-command works on the running system's database, or starts the embedded one for as long as it needs. */
export function withConsole(config: () => Config): WithContext {
  return async (act) => {
    const settings = config()
    const { dataDirectory, databaseUrl } = settings
    const running = whoRuns(dataDirectory)
    const embedded = databaseUrl === undefined && running === undefined ? await startPostgres(dataDirectory) : undefined
    if (embedded) await ensureDatabase(embedded.urlOf('postgres'))
    const url = databaseUrl ?? running?.databaseUrl ?? embedded?.urlOf('ocop') ?? ''
    const pool = openPool(url, { max: 4, name: 'ocop-console' })
    try {
      const db = openDatabase(pool)
      await migrate(pool, readMigrations(join(import.meta.dirname, '..', 'migrations')))
      await loadUnits({ db })
      const files = openFiles(settings, openLog(settings.logLevel))
      const keys = certificateKeys(dataDirectory)
      const surroundings = { db, files, keys, actor: systemActor, reactsTo: reactingFacts }
      return await act(contextAt(surroundings, new Date().toISOString()))
    } finally {
      await pool.end()
      await embedded?.stop()
    }
  }
}
