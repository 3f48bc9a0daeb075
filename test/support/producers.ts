import type { Actor } from '../../src/kernel/actor.ts'
import { run, sql } from '../../src/platform/db.ts'
import { registerProducer } from '../../src/producer/actions.ts'
import type { Registration } from '../../src/producer/model.ts'
import type { World } from './world.ts'

// Xã Măng Đen, tỉnh Quảng Ngãi.
export const commune = '23473'
export const province = '51'

export function person(id: string, ...producers: string[]): Actor {
  return { id, name: id, postings: [], producers }
}

export const communeOfficer: Actor = {
  id: 'can-bo-xa',
  name: 'Cán bộ mẫu',
  postings: [{ role: 'commune-officer', unit: commune, province }],
  producers: [],
}

export const communeLeader: Actor = {
  id: 'lanh-dao-xa',
  name: 'Lãnh đạo mẫu',
  postings: [{ role: 'commune-leader', unit: commune, province }],
  producers: [],
}

let count = 0

/** A registered producer and the person who owns it. */
export async function newProducer(
  world: World,
  change: Partial<Registration> = {},
): Promise<{ id: string; code: string; owner: Actor }> {
  count++
  const account = `chu-${count}`
  await run(
    world,
    sql`insert into identity.account (id, sign_in_name, name, password_hash, opened_at, sample)
      values (${account}, ${account}, ${account}, 'x', now(), true)`,
  )
  const { id, code } = await registerProducer(world.as(person(account)), {
    kind: 'cooperative',
    name: `HTX Mẫu ${count}`,
    registrationNo: `51000${String(count).padStart(5, '0')}`,
    registrationOn: '2021-05-04',
    representativeName: 'Người Mẫu',
    representativeSex: 'female',
    representativeEthnicity: 'Xơ Đăng',
    representativeDisabled: false,
    address: 'Thôn Mẫu',
    phone: '0900000000',
    commune,
    ...change,
  })
  return { id, code, owner: person(account, id) }
}

/** The codes an act was refused with; none when it went through. */
export async function refusedWith(act: Promise<unknown>): Promise<string[]> {
  try {
    await act
    return []
  } catch (error) {
    if (error instanceof Error && 'refusals' in error)
      return (error.refusals as { code: string }[]).map(({ code }) => code)
    throw error
  }
}
