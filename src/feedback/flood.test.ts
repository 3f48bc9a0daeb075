import { describe, expect, test } from 'vitest'
import { commune, communeOfficer, refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { visitor } from '../kernel/actor.ts'
import { run, sql } from '../platform/db.ts'
import { fileMatter } from './actions.ts'
import { matterOfCode, matterRegister } from './actions-reading.ts'
import type { MatterInput } from './model.ts'
import { crowdADay } from './rules.ts'

const world = useWorld()
const flooding = 'network 192.0.2.0/24'
const quiet = 'network 198.51.100.0/24'

let count = 0
function file(source: string, change: Partial<MatterInput> = {}) {
  count++
  const input = { kind: 'question', subject: 'procedure', commune, title: `Phiếu ${count}` } as const
  return fileMatter(
    world.as(visitor),
    { ...input, body: `Nội dung số ${count}`, consent: false, ...change },
    { source },
  )
}

describe('one source floods a commune', () => {
  test('it is stopped after its share, says how long, and the door stays open for another', async () => {
    const many = await Promise.all(Array.from({ length: 26 }, () => refusedWith(file(flooding))))
    expect(many.flat()).toEqual(Array.from({ length: 6 }, () => 'feedback/too-many'))
    expect(await refusedWith(file(quiet))).toEqual([])
  })

  test('the same words are refused to whoever sent them, and to nobody else', async () => {
    const body = 'Tôi muốn hỏi nộp hồ sơ ở đâu'
    expect(await refusedWith(file('network 203.0.113.0/24', { body }))).toEqual([])
    expect(await refusedWith(file('network 203.0.113.0/24', { body: body.toUpperCase() }))).toEqual([
      'feedback/said-already',
    ])
    expect(await refusedWith(file(quiet, { body }))).toEqual([])
  })

  test('what was refused for another reason used nothing up', async () => {
    const source = 'network 203.0.114.0/24'
    for (let tried = 0; tried < 25; tried++) {
      expect(await refusedWith(file(source, { commune: '99999' }))).toEqual(['feedback/no-such-commune'])
    }
    expect(await refusedWith(file(source))).toEqual([])
  })
})

test('a crowd turns nobody away: the matter is taken, says so, and waits behind the others', async () => {
  const { code: early } = await file(quiet)
  await run(
    world,
    sql`insert into feedback.matter (id, code_hash, kind, subject, title, body, commune_code, commune_on, level, filed_at, filed_on, due_on)
      select 'dam-dong-' || n, 'dam-dong-' || n, kind, subject, title, body, commune_code, commune_on, level, filed_at, filed_on, due_on
      from feedback.matter cross join generate_series(1, ${crowdADay}) n where title = ${`Phiếu ${count}`}`,
  )
  const { id, code } = await file('network 203.0.115.0/24')
  expect([
    (await matterOfCode(world.as(visitor), early))?.matter.crowded,
    (await matterOfCode(world.as(visitor), code))?.matter,
  ]).toEqual([false, expect.objectContaining({ crowded: true, state: 'waiting' })])
  const { total } = await matterRegister(world.as(communeOfficer), true, 1)
  const { items } = await matterRegister(world.as(communeOfficer), true, Math.ceil(total / 20))
  expect(items.at(-1)?.id).toBe(id)
})
