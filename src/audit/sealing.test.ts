import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { useWorld } from '../../test/support/world.ts'
import { atomically } from '../platform/atomically.ts'
import { oneRow, rows, run, sql } from '../platform/db.ts'
import { record } from './actions.ts'
import { exportBook, verifyBook } from './proof.ts'
import { batchSize, makePartitions, sealBatch } from './sealing.ts'
import { openBookKey } from './signer.ts'
import { findingSentence } from './words.ts'

const world = useWorld()
const directory = mkdtempSync(join(tmpdir(), 'ocop-book-'))
const keys = join(directory, 'keys')
const heads = join(keys, 'book-heads.jsonl')
const signer = openBookKey(keys)
let written = 0

afterAll(() => rmSync(directory, { recursive: true, force: true }))

async function write(count: number): Promise<void> {
  await atomically(world.as(), async (tx) => {
    for (let index = 0; index < count; index++) await record(tx, 'test.written', `s${++written}`, { index })
  })
}

/** What an owner of the database can do: the triggers sleep. */
async function asOwner(change: ReturnType<typeof sql>): Promise<void> {
  await atomically(world.as(), async (tx) => {
    await run(tx, sql`set local session_replication_role = replica`)
    await run(tx, change)
  })
}

async function findings(): Promise<string[]> {
  return (await verifyBook(world.as(), signer)).findings.map(findingSentence)
}

async function proveOutside(options: string[] = []): Promise<{ status: number | null; said: string }> {
  const file = join(directory, 'book.jsonl')
  const lines: string[] = []
  await exportBook(world.as(), signer, async (line) => void lines.push(line))
  writeFileSync(file, `${lines.join('\n')}\n`)
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/verify-book.mjs', file, ...options], {
    encoding: 'utf8',
  })
  return { status, said: `${stdout}${stderr}` }
}

describe('the key of the book', () => {
  it('is made once, readable by its owner only, and public in half', () => {
    expect(statSync(join(keys, 'book.json')).mode & 0o777).toBe(0o600)
    expect(openBookKey(keys).publicKey).toBe(signer.publicKey)
    expect(signer.publicKey).toMatch(/^[\w-]{43}$/)
  })

  it('is never replaced when the file is broken', () => {
    const broken = mkdtempSync(join(directory, 'broken-'))
    writeFileSync(join(broken, 'book.json'), 'no key')
    expect(() => openBookKey(broken)).toThrow()
    expect(readFileSync(join(broken, 'book.json'), 'utf8')).toBe('no key')
  })
})

describe('sealing', () => {
  it('chains batches, leaves nothing waiting and says nothing when nothing waits', async () => {
    await write(3)
    await sealBatch(world.as(), signer)
    await write(1)
    const head = await sealBatch(world.as(), signer)
    expect(head?.number).toBe(2)
    expect(await sealBatch(world.as(), signer)).toBeUndefined()
    expect(await verifyBook(world.as(), signer)).toMatchObject({
      batches: 2,
      entries: 4,
      unsealed: 0,
      head,
      findings: [],
    })
    const outside = await proveOutside(['--key', signer.publicKey, '--heads', heads])
    expect(outside).toMatchObject({ status: 0, said: expect.stringContaining('4 dòng, 2 mẻ') })
  })

  it('takes an act that was in flight into a later batch, and a gap for nothing', async () => {
    let finish = () => {}
    const waiting = new Promise<void>((settle) => (finish = settle))
    let begun = () => {}
    const hasBegun = new Promise<void>((settle) => (begun = settle))
    const slow = atomically(world.as(), async (tx) => {
      await record(tx, 'test.written', 'slow')
      begun()
      await waiting
    })
    await hasBegun
    await atomically(world.as(), async (tx) => {
      await record(tx, 'test.written', 'undone')
      throw new Error('undone')
    }).catch(() => undefined)
    await write(1)
    await sealBatch(world.as(), signer)
    const slowSeq = () =>
      rows(
        world,
        sql<{ number: number }>`
      select b.number from audit.batch b join audit.entry e on e.seq = any(b.members) where e.subject = 'slow'`,
      )
    expect(await slowSeq()).toEqual([])
    finish()
    await slow
    await sealBatch(world.as(), signer)
    expect(await slowSeq()).toHaveLength(1)
    expect(await findings()).toEqual([])
  })

  it('by two sealers at once keeps one chain', async () => {
    await write(10)
    await Promise.all([sealBatch(world.as(), signer), sealBatch(world.as(), signer), sealBatch(world.as(), signer)])
    expect(await findings()).toEqual([])
  })

  it('splits what is more than a batch', async () => {
    const before = await oneRow(world, sql<{ n: number }>`select max(number) as n from audit.batch`)
    await run(
      world,
      sql`
      with written as (
        insert into audit.entry (at, actor, fact, subject, hash)
        select '2026-11-24T02:00:00Z', 'system', 'test.written', 'many', repeat('0', 64) from generate_series(1, ${batchSize + 1})
        returning seq, at
      ) insert into audit.unsealed select seq, at from written`,
    )
    const head = await sealBatch(world.as(), signer)
    expect(head?.number).toBe(before.n + 2)
    await asOwner(sql`delete from audit.entry where subject = 'many'`)
    await asOwner(sql`delete from audit.batch where number > ${before.n}`)
    writeFileSync(heads, readFileSync(heads, 'utf8').split('\n').slice(0, -3).join('\n') + '\n')
    expect(await findings()).toEqual([])
  })
})

describe('tampering as owner of the database', () => {
  let seqs: number[] = []

  beforeEach(async () => {
    await run(world, sql`drop table if exists public.kept_entry, public.kept_batch`)
    await write(5)
    await sealBatch(world.as(), signer)
    const found = await rows(world, sql<{ seq: number }>`select seq from audit.entry order by seq desc limit 5`)
    seqs = found.map(({ seq }) => seq).toReversed()
    await run(world, sql`create table public.kept_entry as select * from audit.entry`)
    await run(world, sql`create table public.kept_batch as select * from audit.batch`)
    return async () => {
      await asOwner(sql`delete from audit.entry`)
      await asOwner(sql`insert into audit.entry overriding system value select * from public.kept_entry`)
      await asOwner(sql`delete from audit.batch`)
      await asOwner(sql`insert into audit.batch select * from public.kept_batch`)
      expect(await findings()).toEqual([])
    }
  })

  const changed = sql`update audit.entry set detail = '{"index": 99}' where seq = (select max(seq) - 2 from audit.entry)`

  it.each([
    ['a changed detail', changed, 'đã bị sửa', 2],
    ['a deleted row', sql`delete from audit.entry where seq = (select max(seq) - 2 from audit.entry)`, 'đã bị xóa', 2],
    [
      'two rows in each other’s place',
      sql`
        update audit.entry e set (subject, detail, hash) = (select o.subject, o.detail, o.hash from audit.entry o
          where o.seq = case e.seq when m.top then m.top - 1 else m.top end)
        from (select max(seq) as top from audit.entry) m where e.seq in (m.top, m.top - 1)`,
      'đổi chỗ',
      3,
    ],
  ])('%s is found by both programs, by its number', async (_what, change, word, place) => {
    await asOwner(change)
    const [first] = await findings()
    expect(first).toContain(word)
    expect(first).toContain(`dòng ${seqs[place]}`)
    const outside = await proveOutside()
    expect(outside.status).toBe(1)
    expect(outside.said).toContain(`dòng ${seqs[place]}`)
  })

  it('a changed row with its hash and its batch written to fit is betrayed by the signature', async () => {
    await asOwner(
      sql`update audit.batch set root = repeat('a', 64) where number = (select max(number) from audit.batch)`,
    )
    expect((await findings())[0]).toContain('mẻ niêm phong đã bị sửa')
    expect((await proveOutside()).said).toContain('gốc Merkle')
    await asOwner(sql`update audit.batch b set root = k.root, signature = (select signature from audit.batch where number = 1)
      from public.kept_batch k where k.number = b.number and b.number = (select max(number) from audit.batch)`)
    expect((await findings())[0]).toContain('chữ ký không đúng')
    expect((await proveOutside()).said).toContain('chữ ký không đúng')
  })

  it('a row slipped in is found', async () => {
    await asOwner(
      sql`insert into audit.entry (at, actor, fact, subject, hash) values (now(), 'x', 'test.x', 'x', repeat('0', 64))`,
    )
    expect((await findings())[0]).toContain('không do hệ thống ghi')
  })

  it('a book cut at its end is found by the noted head', async () => {
    await asOwner(sql`delete from audit.entry where seq = any(${seqs}::bigint[])`)
    await asOwner(sql`delete from audit.batch where number = (select max(number) from audit.batch)`)
    expect((await findings())[0]).toContain('đã bị cắt')
    const outside = await proveOutside(['--heads', heads])
    expect(outside).toMatchObject({ status: 1, said: expect.stringContaining('bị cắt') })
  })

  it('a batch cut and sealed anew under its number is found as well', async () => {
    const known = readFileSync(heads, 'utf8')
    await asOwner(sql`delete from audit.entry where seq = any(${seqs}::bigint[])`)
    await asOwner(sql`delete from audit.batch where number = (select max(number) from audit.batch)`)
    await write(2)
    await sealBatch(world.as(), signer)
    expect((await findings())[0]).toContain('cắt hoặc viết lại')
    writeFileSync(heads, known)
  })

  it('a batch cut out of the middle is found', async () => {
    await asOwner(sql`delete from audit.batch where number = 2`)
    expect((await findings())[0]).toBe('mẻ 2: mẻ đã bị xóa')
    expect((await proveOutside()).said).toContain('mẻ 2: không có trong tệp')
  })
})

describe('the book refuses the programme itself', () => {
  it.each([
    ['a change', sql`update audit.entry set subject = 'x'`],
    ['a deletion', sql`delete from audit.entry`],
    ['emptying', sql`truncate audit.entry`],
    ['emptying its batches', sql`truncate audit.batch`],
  ])('%s', async (_what, change) => {
    await expect(run(world, change)).rejects.toThrow('append-only')
  })
})

describe('partitions', () => {
  it('are made for the months ahead, once, and take the entries of their month', async () => {
    await makePartitions(world.as(undefined, '2030-01-31T20:00:00.000Z'))
    await makePartitions(world.as(undefined, '2030-01-31T20:00:00.000Z'))
    const made = await rows(
      world,
      sql<{
        name: string
      }>`select relname as name from pg_class where relname ~ '^entry_2030' and relkind = 'r' order by 1`,
    )
    expect(made.map(({ name }) => name)).toEqual(['entry_2030_02', 'entry_2030_03', 'entry_2030_04', 'entry_2030_05'])
    await atomically(world.as(undefined, '2030-01-31T20:00:00.000Z'), (tx) => record(tx, 'test.written', 'later'))
    const { table } = await oneRow(
      world,
      sql<{ table: string }>`select tableoid::regclass::text as table from audit.entry where subject = 'later'`,
    )
    expect(table).toBe('audit.entry_2030_02')
    await expect(run(world, sql`delete from audit.entry_2030_02`)).rejects.toThrow('append-only')
    await expect(run(world, sql`truncate audit.entry_2030_02`)).rejects.toThrow('append-only')
  })
})
