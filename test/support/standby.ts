import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

/**
 * Makes `directory` a data directory that follows the running server of `primary`, for `startPostgres(directory)`. The
 * packaged PostgreSQL has no pg_basebackup, so the copy is made as the manual makes one by hand.
 */
export async function makeStandby(primary: { directory: string; url: string }, directory: string): Promise<void> {
  const data = join(directory, 'pg18')
  const client = new pg.Client({ connectionString: primary.url })
  await client.connect()
  await client.query(`select pg_backup_start('standby', true)`)
  mkdirSync(directory, { recursive: true })
  cpSync(join(primary.directory, 'pg18'), data, {
    recursive: true,
    filter: (from) => !/postmaster\.(pid|opts)$/.test(from),
  })
  const { rows } = await client.query<{ labelfile: string }>(`select labelfile from pg_backup_stop(false)`)
  await client.end()
  writeFileSync(join(data, 'backup_label'), rows[0]?.labelfile ?? '')
  writeFileSync(join(data, 'standby.signal'), '')
  const host = new URL(primary.url.replace('@/', '@x/')).searchParams.get('host') ?? ''
  writeFileSync(join(data, 'postgresql.auto.conf'), `primary_conninfo = 'host=${host} user=ocop'\n`)
  rmSync(join(data, 'pg_replslot'), { recursive: true, force: true })
  mkdirSync(join(data, 'pg_replslot'), { mode: 0o700 })
}
