import { beforeAll, describe, expect, it } from 'vitest'
import { useWorld } from '../../test/support/world.ts'
import { systemActor } from '../kernel/actor.ts'
import type { Role } from '../kernel/actor.ts'
import { oneRow, run, sql } from '../platform/db.ts'
import { renewPassword } from './actions-account.ts'
import { actorOf, grantPosting, openAccount } from './actions.ts'
import { confirmPosting, endPosting, postingBoard, settlePosting } from './actions-posting.ts'

const world = useWorld()
const from = '2026-11-24'
const province = '66'
const accounts: Record<string, string> = {}
let commune = ''
let merged = ''
let split = ''

async function person(name: string): Promise<string> {
  accounts[name] ??= await openAccount(world.as(systemActor), {
    signInName: name,
    name: 'Người mẫu',
    password: 'cà phê buổi sáng',
  })
  return accounts[name]
}

async function as(name: string) {
  return world.as(await actorOf(world.as(), await person(name)))
}

async function post(giver: string | undefined, name: string, role: Role, unit: string) {
  const ctx = giver === undefined ? world.as(systemActor) : await as(giver)
  return grantPosting(ctx, { accountId: await person(name), role, unit, from })
}

/** A posting given before the reform, as it stands in the tables of an old installation. */
async function enterOldPosting(name: string, role: Role, unit: string): Promise<string> {
  const id = `old-${name}`
  await run(
    world,
    sql`
      insert into identity.posting (id, account_id, role, unit_code, unit_on, from_date, granted_by, granted_at, confirmed_at)
      values (${id}, ${await person(name)}, ${role}, ${unit}, '2025-06-01', '2025-06-01', 'system', '2025-06-01', '2025-06-01')`,
  )
  return id
}

beforeAll(async () => {
  const old = (wanted: string) =>
    oneRow(
      world,
      sql<{ code: string; todayCode: string }>`
        select t.code, t.today_code from territory.pub_today t
        where length(t.code) = 5 and t.valid_from <= '2025-06-01' and t.valid_to = '2025-07-01' and ${sql.raw(wanted)}
        order by t.code limit 1`,
    )
  const one = await old(`t.today_code <> t.code and t.today_province_code = '66'`)
  merged = one.code
  commune = one.todayCode
  split = (await old(`t.today_code is null and t.today_province_code = '66'`)).code
  await post(undefined, 'bo', 'ministry-leader', 'VN')
  await post('bo', 'tinh', 'province-leader', province)
  await post('tinh', 'xa', 'commune-leader', commune)
})

describe('a posting', () => {
  it('is given down the line: ministry, province, commune, officer', async () => {
    await post('xa', 'can-bo', 'commune-officer', commune)
    expect((await as('can-bo')).actor.postings).toEqual([{ role: 'commune-officer', unit: commune, province }])
    await expect(post('can-bo', 'ban-be', 'commune-officer', commune)).rejects.toThrow('identity/not-your-unit')
    await expect(post('xa', 'ban-be', 'province-officer', province)).rejects.toThrow('identity/not-your-unit')
    await expect(post('tinh', 'ban-be', 'province-officer', '52')).rejects.toThrow('identity/not-your-unit')
    await expect(post('xa', 'ban-be', 'commune-officer', '99999')).rejects.toThrow('identity/no-such-unit')
  })

  it('follows its commune through the merger of 1 July 2025', async () => {
    await enterOldPosting('nguoi-cu', 'commune-officer', merged)
    expect((await as('nguoi-cu')).actor.postings).toEqual([{ role: 'commune-officer', unit: commune, province }])
  })

  it('of a split commune sleeps until the province says where it goes on', async () => {
    const id = await enterOldPosting('nguoi-cho', 'commune-officer', split)
    expect((await as('nguoi-cho')).actor.postings).toEqual([])
    expect((await postingBoard(await as('tinh'))).map((posting) => posting.id)).toContain(id)
    await expect(settlePosting(await as('xa'), id, commune)).rejects.toThrow('kernel/not-found')
    await settlePosting(await as('tinh'), id, commune)
    expect((await as('nguoi-cho')).actor.postings).toEqual([{ role: 'commune-officer', unit: commune, province }])
  })

  it('ended today gives no rights today', async () => {
    const id = await post('tinh', 'thoi-viec', 'province-officer', province)
    expect((await as('thoi-viec')).actor.postings).toHaveLength(1)
    await expect(endPosting(await as('xa'), id, 'Chuyển công tác')).rejects.toThrow('kernel/not-found')
    await endPosting(await as('tinh'), id, 'Chuyển công tác')
    expect((await as('thoi-viec')).actor.postings).toEqual([])
    await expect(endPosting(await as('tinh'), id, 'Chuyển công tác')).rejects.toThrow('identity/posting-ended')
  })

  it('given twice at the same moment is given once', async () => {
    await person('hai-lan')
    const both = await Promise.allSettled([
      post('tinh', 'hai-lan', 'editor', province),
      post('tinh', 'hai-lan', 'editor', province),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('an administrator', () => {
  beforeAll(async () => {
    await post('tinh', 'quan-tri', 'administrator', province)
    await post('tinh', 'quen-mat-khau', 'province-officer', province)
  })

  it('who renews a password puts the office behind it to sleep until the leader confirms', async () => {
    const id = await person('quen-mat-khau')
    await renewPassword(await as('quan-tri'), id)
    // As if the administrator had signed in and chosen a password at once.
    await run(world, sql`update identity.account set password_expires_at = null where id = ${id}`)
    expect((await as('quen-mat-khau')).actor.postings).toEqual([])
    const [waiting] = (await postingBoard(await as('tinh'))).filter(({ accountId }) => accountId === id)
    await expect(confirmPosting(await as('quan-tri'), waiting?.id ?? '')).rejects.toThrow('kernel/not-found')
    await confirmPosting({ ...(await as('tinh')), now: '2026-11-24T02:00:01.000Z' }, waiting?.id ?? '')
    expect((await as('quen-mat-khau')).actor.postings).toHaveLength(1)
  })

  it('gives no postings and reads none', async () => {
    await expect(post('quan-tri', 'ban-be', 'province-officer', province)).rejects.toThrow('identity/not-your-unit')
    await expect(postingBoard(await as('quan-tri'))).rejects.toThrow('kernel/not-found')
  })
})

it('a commune leader sees the postings of the commune and no others', async () => {
  const board = await postingBoard(await as('xa'))
  expect(new Set(board.map(({ today }) => today))).toEqual(new Set([commune]))
})
