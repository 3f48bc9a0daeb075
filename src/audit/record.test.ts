import { describe, expect, it } from 'vitest'
import { useWorld } from '../../test/support/world.ts'
import { atomically } from '../platform/atomically.ts'
import { rows, sql } from '../platform/db.ts'
import { record } from './actions.ts'
import { hashOfAct } from './rules.ts'

const world = useWorld()
const officer = {
  id: 'a1',
  name: 'Cán bộ mẫu',
  postings: [{ role: 'commune-officer', unit: '24043', province: '66' }] as const,
  producers: [],
}

interface Written {
  seq: number
  at: string
  actor: string
  posting: string | null
  provinces: string[]
  fact: string
  subject: string
  detail: Record<string, unknown>
  hash: string
}

function entriesOn(subject: string) {
  return rows(world, sql<Written>`select * from audit.entry where subject = ${subject}`)
}

function reactionsTo(subject: string) {
  return rows(
    world,
    sql<{ key: string }>`
      select j.key from graphile_worker.jobs j where j.task_identifier = 'react' and j.key is not null
        and exists (select from audit.entry e where 'react:' || e.seq = j.key and e.subject = ${subject})`,
  )
}

describe('the last line of an act', () => {
  it('writes who, when, what and on what, with a hash anybody can recompute', async () => {
    const detail = { name: 'Cà phê bột', points: 82.46, nested: { b: [1, null], a: 'x' }, gone: undefined }
    await atomically(world.as(officer), (tx) => record(tx, 'product.described', 'p1', detail))
    const [entry] = await entriesOn('p1')
    expect(entry).toMatchObject({
      at: '2026-11-24T02:00:00.000Z',
      actor: 'a1',
      posting: 'commune-officer@24043',
      provinces: ['66'],
      fact: 'product.described',
      detail: { name: 'Cà phê bột', points: 82.46, nested: { b: [1, null], a: 'x' } },
    })
    expect(entry && hashOfAct(entry)).toBe(entry?.hash)
  })

  it('leaves no entry when the act is undone', async () => {
    const act = atomically(world.as(officer), async (tx) => {
      await record(tx, 'product.described', 'p2')
      throw new Error('the act failed')
    })
    await expect(act).rejects.toThrow('the act failed')
    expect(await entriesOn('p2')).toEqual([])
  })

  it('gives birth to one task when somebody reacts to the fact, and to none otherwise', async () => {
    const ctx = { ...world.as(officer), reactsTo: new Set(['dossier.filed']) }
    await atomically(ctx, (tx) => record(tx, 'dossier.filed', 'd1'))
    await atomically(ctx, (tx) => record(tx, 'dossier.saved', 'd2'))
    expect(await reactionsTo('d1')).toHaveLength(1)
    expect(await reactionsTo('d2')).toHaveLength(0)
  })
})
