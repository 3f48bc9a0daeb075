import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PoolClient } from 'pg'
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
  const directory = mkdtempSync(join(tmpdir(), 'ocop-files-'))
  afterAll(() => rmSync(directory, { recursive: true, force: true }))
  return worldFrom(async () => inject('template'), directory, '2026-11-24T02:00:00.000Z')
}

/**
 * The same with the sample programme in it, which whoever needs it first makes for the whole run; its moment is the
 * one at which the run began, and its files and keys are shared by all who use it.
 */
export function useSampleWorld(): World {
  return worldFrom(sampleTemplate, inject('sampleDirectory'), inject('startedAt'))
}

function worldFrom(template: () => Promise<string>, directory: string, moment: string): World {
  const name = `t_${newId().replaceAll('-', '')}`
  const clusterUrl = inject('clusterUrl')
  const url = onDatabase(clusterUrl, name)
  const pool = openPool(url, { max: 8 })
  const world: World = {
    db: openDatabase(pool),
    files: localFiles(directory),
    keys: certificateKeys(directory),
    url,
    as: (actor = systemActor, now = moment) =>
      contextAt({ db: world.db, files: world.files, keys: world.keys, actor, reactsTo: new Set() }, now),
  }
  beforeAll(async () => {
    const from = await template()
    await asAdmin((admin) => admin.query(`create database ${name} template ${from}`))
  }, 600_000)
  afterAll(async () => {
    await pool.end()
    await asAdmin((admin) => admin.query(`drop database if exists ${name} with (force)`))
  })
  return world
}

async function sampleTemplate(): Promise<string> {
  const name = `${inject('template')}_sample`
  const building = `${name}_building`
  await asAdmin(async (admin) => {
    // Whoever comes second waits here, and finds it made.
    await admin.query('select pg_advisory_lock(hashtext($1))', [name])
    const { rowCount: made } = await admin.query('select from pg_database where datname = $1', [name])
    if (made === 1) return
    await admin.query(`drop database if exists ${building} with (force)`)
    await admin.query(`create database ${building} template ${inject('template')}`)
    await makeSampleProgramme(onDatabase(inject('clusterUrl'), building))
    await admin.query(`alter database ${building} rename to ${name}`)
  })
  return name
}

async function makeSampleProgramme(url: string): Promise<void> {
  // Only here: it brings every slice with it, and most tests need few.
  const { addSampleProgramme } = await import('../../src/demonstration/programme.ts')
  const directory = inject('sampleDirectory')
  const pool = openPool(url, { max: 8 })
  const ground = {
    db: openDatabase(pool),
    files: localFiles(directory),
    keys: certificateKeys(directory),
    actor: systemActor,
    reactsTo: new Set<never>(),
  }
  await addSampleProgramme(contextAt(ground, inject('startedAt')), () => undefined)
  await pool.end()
}

/** One connection from beginning to end: a pool closes one that rests, and with it goes the lock it held. */
async function asAdmin(act: (admin: PoolClient) => Promise<unknown>): Promise<void> {
  const pool = openPool(inject('clusterUrl'), { max: 1 })
  const admin = await pool.connect()
  try {
    await act(admin)
  } finally {
    admin.release()
    await pool.end()
  }
}
