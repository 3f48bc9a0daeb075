import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, inject } from 'vitest'
import { systemActor } from '../../src/kernel/actor.ts'
import type { Actor } from '../../src/kernel/actor.ts'
import { newId } from '../../src/kernel/id.ts'
import type { Context } from '../../src/platform/context.ts'
import { contextAt } from '../../src/platform/context.ts'
import { onDatabase, openDatabase, openPool } from '../../src/platform/db.ts'
import type { Database } from '../../src/platform/db.ts'
import { localFiles } from '../../src/platform/files.ts'
import type { Files } from '../../src/platform/files.ts'
import { certificateKeys } from '../../src/platform/keys.ts'
import type { SigningKeys } from '../../src/platform/keys.ts'

export interface World {
  readonly db: Database
  readonly files: Files
  readonly keys: SigningKeys
  /** The connection string of this file's own database. */
  readonly url: string
  /** A context at a moment (default 24/11/2026 09:00 in Vietnam), as somebody (default: the system). */
  as(actor?: Actor, now?: string): Context
}

/** A database of its own for this test file, cloned from the migrated template, and dropped afterwards. */
export function useWorld(): World {
  const name = `t_${newId().replaceAll('-', '')}`
  const directory = mkdtempSync(join(tmpdir(), 'ocop-files-'))
  const clusterUrl = inject('clusterUrl')
  const url = onDatabase(clusterUrl, name)
  const pool = openPool(url, { max: 8 })
  const world: World = {
    db: openDatabase(pool),
    files: localFiles(directory),
    keys: certificateKeys(directory),
    url,
    as: (actor = systemActor, now = '2026-11-24T02:00:00.000Z') =>
      contextAt({ db: world.db, files: world.files, keys: world.keys, actor, reactsTo: new Set() }, now),
  }
  beforeAll(async () => {
    const admin = openPool(clusterUrl, { max: 1 })
    await admin.query(`create database ${name} template ${inject('template')}`)
    await admin.end()
  })
  afterAll(async () => {
    await pool.end()
    const admin = openPool(clusterUrl, { max: 1 })
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
    rmSync(directory, { recursive: true, force: true })
  })
  return world
}
