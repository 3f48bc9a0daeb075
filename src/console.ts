import { systemActor } from './kernel/actor.ts'
import type { Config } from './platform/config.ts'
import type { Installation, WithContext, WithInstallation } from './platform/console.ts'
import { contextAt } from './platform/context.ts'
import type { Context } from './platform/context.ts'
import { openDatabase, openPool } from './platform/db.ts'
import { certificateKeys } from './platform/keys.ts'
import { openLog } from './platform/log.ts'
import { migrate, migrationsDirectory, readMigrations } from './platform/migrate.ts'
import { openFiles } from './platform/open-files.ts'
import { ensureDatabase, startPostgres } from './platform/postgres.ts'
import { whoRuns } from './platform/running.ts'
import { reactingFacts } from './reactions.ts'
import { loadUnits } from './territory/load.ts'

/** A sub-command works on the running system's database, or starts the embedded one for as long as it needs. */
export function withInstallation(config: () => Config): WithInstallation {
  return async (act) => {
    const given = config()
    const { dataDirectory, databaseUrl } = given
    const running = whoRuns(dataDirectory)
    const embedded = databaseUrl === undefined && running === undefined ? await startPostgres(dataDirectory) : undefined
    if (embedded) await ensureDatabase(embedded.urlOf('postgres'))
    const url = databaseUrl ?? running?.databaseUrl ?? embedded?.urlOf('ocop') ?? ''
    const pool = openPool(url, { max: 4, name: 'ocop-console' })
    const files = openFiles(given, openLog(given.logLevel))
    try {
      return await act({ config: given, pool, files, isRunning: running !== undefined })
    } finally {
      await pool.end()
      await embedded?.stop()
    }
  }
}

/** The same, brought up to this program first, as the system itself. */
export function withConsole(withData: WithInstallation): WithContext {
  return (act) =>
    withData(async (installation) => {
      await migrate(installation.pool, readMigrations(migrationsDirectory))
      const ctx = contextOf(installation)
      await loadUnits({ db: ctx.db })
      return act(ctx)
    })
}

function contextOf({ config, pool, files }: Installation): Context {
  const keys = certificateKeys(config.dataDirectory)
  const surroundings = { db: openDatabase(pool), files, keys, actor: systemActor, reactsTo: reactingFacts }
  return contextAt(surroundings, new Date().toISOString())
}
