import { beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '../kernel/actor.ts'
import type { Actor } from '../kernel/actor.ts'
import { run, rows, sql } from '../platform/db.ts'
import { refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import {
  addMember,
  addMemberBySignInName,
  amendProducer,
  communeRegister,
  endMembership,
  producerById,
  producerFile,
  producersOf,
  recordSuccession,
  registerProducer,
} from './actions.ts'
import type { Registration } from './model.ts'

const world = useWorld()
// Xã Măng Đen, tỉnh Quảng Ngãi.
const commune = '23473'
const province = '51'

const person = (id: string, producers: string[] = []): Actor => ({ id, name: id, postings: [], producers })
const officer: Actor = {
  id: 'officer',
  name: 'Cán bộ mẫu',
  postings: [{ role: 'commune-officer', unit: commune, province }],
  producers: [],
}
const leader: Actor = {
  id: 'leader',
  name: 'Lãnh đạo mẫu',
  postings: [{ role: 'commune-leader', unit: commune, province }],
  producers: [],
}

let count = 0
function registration(change: Partial<Registration> = {}): Registration {
  count++
  return {
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
  }
}

function factsOf(subject: string) {
  return rows(world, sql<{ fact: string }>`select fact from audit.entry where subject = ${subject} order by seq`).then(
    (all) => all.map(({ fact }) => fact),
  )
}

beforeAll(async () => {
  for (const id of ['ana', 'binh', 'chi', 'dung', 'officer', 'leader']) {
    await run(
      world,
      sql`insert into identity.account (id, sign_in_name, name, password_hash, opened_at, sample)
        values (${id}, ${id}, ${id}, 'x', now(), true)`,
    )
  }
})

describe('registering', () => {
  test('a signed-in person registers a producer and becomes its owner', async () => {
    const { id, code, slug } = await registerProducer(
      world.as(person('ana')),
      registration({ name: 'HTX Đắk Bla Xanh' }),
    )
    expect([code, slug]).toEqual(['CT-23473-001', 'htx-dak-bla-xanh'])
    expect(await producersOf(world.as(), 'ana')).toEqual([id])
    expect(await producerById(world.as(), id)).toMatchObject({
      communeToday: commune,
      provinceToday: province,
      consent: null,
    })
    expect(await factsOf(id)).toEqual(['producer.registered'])
  })

  test('a second of the same name gets an address of its own', async () => {
    const { slug } = await registerProducer(world.as(person('binh')), registration({ name: 'HTX Đắk Bla Xanh' }))
    expect(slug).toMatch(/^htx-dak-bla-xanh-ct-23473-\d{3}$/)
  })

  test('a visitor is told to sign in', async () => {
    const visiting = world.as({ ...person('visitor') })
    expect(await refusedWith(registerProducer(visiting, registration()))).toEqual(['producer/sign-in-first'])
  })

  test('a taken registration number is refused by name, and leaves no trace', async () => {
    const first = registration()
    await registerProducer(world.as(person('ana')), first)
    const again = registerProducer(world.as(person('binh')), registration({ registrationNo: first.registrationNo }))
    await expect(again).rejects.toMatchObject({
      refusals: [{ code: 'producer/registration-taken', field: 'registrationNo', facts: { name: first.name } }],
    })
  })

  test('two who send one number at once: one is registered, the other gets the sentence', async () => {
    const number = '5100099999'
    const attempts = await Promise.all(
      ['ana', 'binh', 'chi', 'dung'].map((id) =>
        refusedWith(registerProducer(world.as(person(id)), registration({ registrationNo: number }))),
      ),
    )
    expect(attempts.toSorted((left, right) => left.length - right.length)).toEqual([
      [],
      ['producer/registration-taken'],
      ['producer/registration-taken'],
      ['producer/registration-taken'],
    ])
  })

  test('many at once in a commune get numbers without a gap and without a double', async () => {
    const other = '23476'
    const given = await Promise.all(
      Array.from({ length: 6 }, () =>
        registerProducer(world.as(person('ana')), registration({ commune: other, name: 'Tổ Mẫu' })),
      ),
    )
    expect(given.map(({ code }) => code).toSorted()).toEqual([1, 2, 3, 4, 5, 6].map((serial) => `CT-23476-00${serial}`))
    expect(new Set(given.map(({ slug }) => slug)).size).toBe(6)
  })

  test.each(['99999', '51', '00000'])('the code %s is no commune of today', async (unknown) => {
    expect(await refusedWith(registerProducer(world.as(person('ana')), registration({ commune: unknown })))).toEqual([
      'producer/no-such-commune',
    ])
  })

  test('an officer registers on recorded consent in the own commune only', async () => {
    const consent = { givenBy: 'Người Mẫu', givenOn: '2026-11-20', means: 'paper' } as const
    const { id } = await registerProducer(world.as(officer), registration(), consent)
    expect(await producerById(world.as(), id)).toMatchObject({ consent, registeredBy: 'officer' })
    expect(await producersOf(world.as(), 'officer')).toEqual([])
    expect(await refusedWith(registerProducer(world.as(officer), registration({ commune: '23476' }), consent))).toEqual(
      ['kernel/not-found'],
    )
    const late = { ...consent, givenOn: '2026-11-25' }
    expect(await refusedWith(registerProducer(world.as(officer), registration(), late))).toEqual([
      'producer/consent-in-future',
    ])
  })

  test('the programme enters what an old list knows, and no more', async () => {
    const { id } = await registerProducer(world.as(systemActor), {
      kind: 'other',
      name: 'Làng nghề Mẫu',
      representativeDisabled: false,
      commune,
      communeOn: '2026-11-24',
    })
    expect(await producerById(world.as(), id)).toMatchObject({ address: null, phone: null, representativeName: null })
  })
})

describe('people of a producer', () => {
  test('an owner adds staff by sign-in name, who may act until the owner ends it', async () => {
    const { id } = await registerProducer(world.as(person('ana')), registration())
    const owner = world.as(person('ana', [id]))
    await addMemberBySignInName(owner, id, { signInName: 'chi', capacity: 'staff' })
    expect(await producersOf(world.as(), 'chi')).toContain(id)
    for (const signInName of ['chi', 'khong-co-ai'])
      expect(
        await refusedWith(addMemberBySignInName(world.as(person('chi')), id, { signInName, capacity: 'staff' })),
      ).toEqual(['kernel/not-found'])
    await endMembership(owner, id, 'chi')
    expect(await producersOf(world.as(), 'chi')).not.toContain(id)
    await addMemberBySignInName(owner, id, { signInName: 'chi', capacity: 'delegate', toDate: '2026-12-31' })
    expect(await producersOf(world.as(undefined, '2027-01-02T02:00:00Z'), 'chi')).not.toContain(id)
    expect(await factsOf(id)).toEqual([
      'producer.registered',
      'producer.member-added',
      'producer.member-ended',
      'producer.member-added',
    ])
    expect(await refusedWith(addMemberBySignInName(owner, id, { signInName: 'khong-co', capacity: 'staff' }))).toEqual([
      'producer/no-such-account',
    ])
  })

  test('nobody in an office or on a council is named by a producer, which would keep them from judging it', async () => {
    const { id } = await registerProducer(world.as(person('ana')), registration())
    await run(
      world,
      sql`insert into identity.posting (id, account_id, role, unit_code, unit_on, from_date, to_date, granted_by, granted_at, confirmed_at)
        values ('ghe', 'dung', 'council-member', ${province}, '2026-01-01', '2026-01-01', '2026-11-24', 'x', now(), now())`,
    )
    const named = (now?: string) =>
      refusedWith(
        addMemberBySignInName(world.as(person('ana', [id]), now), id, { signInName: 'dung', capacity: 'staff' }),
      )
    expect(await named('2026-11-24T02:00:00Z')).toEqual(['producer/holds-office'])
    expect(await named('2026-11-25T02:00:00Z')).toEqual([])
  })

  test('staff add nobody; the commune gives a producer it registered its first owner, and no second', async () => {
    const { id } = await registerProducer(world.as(officer), registration(), {
      givenBy: 'Người Mẫu',
      givenOn: '2026-11-20',
      means: 'paper',
    })
    await addMember(world.as(officer), id, { accountId: 'binh', capacity: 'owner' })
    expect(await refusedWith(addMember(world.as(officer), id, { accountId: 'chi', capacity: 'owner' }))).toEqual([
      'kernel/not-found',
    ])
    expect(
      await refusedWith(addMember(world.as(person('chi', [id])), id, { accountId: 'chi', capacity: 'staff' })),
    ).toEqual(['kernel/not-found'])
    expect(await refusedWith(endMembership(world.as(person('binh', [id])), id, 'binh'))).toEqual([
      'producer/last-owner',
    ])
  })
})

describe('amending and succession', () => {
  test('the book keeps which fields changed; a stranger changes nothing', async () => {
    const input = registration({ name: 'HTX Tên Cũ' })
    const { id } = await registerProducer(world.as(person('ana')), input)
    await amendProducer(world.as(person('ana', [id])), id, { ...input, name: 'HTX Tên Mới', labourTotal: 10 })
    const [entry] = await rows(
      world,
      sql<{
        detail: Record<string, unknown>
      }>`select detail from audit.entry where subject = ${id} and fact = 'producer.amended'`,
    )
    expect(entry?.detail).toEqual({ changed: ['name', 'labourTotal'], nameBefore: 'HTX Tên Cũ' })
    expect(await refusedWith(amendProducer(world.as(person('binh')), id, input))).toEqual(['kernel/not-found'])
  })

  test('a household becomes a company: the line goes on, the household is closed, no circle can be made', async () => {
    const household = await registerProducer(world.as(person('ana')), registration({ kind: 'household' }))
    const company = await registerProducer(world.as(person('ana')), registration({ kind: 'company' }))
    const holding = await registerProducer(world.as(person('ana')), registration({ kind: 'company' }))
    const notice = { successorCode: company.code, onDate: '2026-11-01', basis: 'Giấy chứng nhận đăng ký số mẫu' }
    expect(await refusedWith(recordSuccession(world.as(officer), household.id, notice))).toEqual(['kernel/not-found'])
    await recordSuccession(world.as(leader), household.id, notice)
    await recordSuccession(world.as(leader), company.id, { ...notice, successorCode: holding.code })
    const file = await producerFile(world.as(leader), holding.id)
    expect(file.predecessors.map(({ id, distance }) => [id, distance])).toEqual([
      [company.id, 1],
      [household.id, 2],
    ])
    expect(await producerById(world.as(), household.id)).toMatchObject({ closedOn: '2026-11-01' })
    expect(await refusedWith(recordSuccession(world.as(leader), household.id, notice))).toEqual([
      'producer/already-succeeded',
    ])
    expect(
      await refusedWith(recordSuccession(world.as(leader), holding.id, { ...notice, successorCode: household.code })),
    ).toEqual(['producer/successor-closed'])
    expect(
      await refusedWith(recordSuccession(world.as(leader), holding.id, { ...notice, successorCode: 'CT-00000-001' })),
    ).toEqual(['producer/no-such-successor'])
  })

  test('the register of a commune is found by name without marks, by code and by number', async () => {
    const { code } = await registerProducer(
      world.as(person('ana')),
      registration({ name: 'Tổ hợp tác Ong Đỉnh Gió', kind: 'group', registrationNo: '51TEST77' }),
    )
    for (const words of ['ong dinh gio', code, '51test77']) {
      expect(
        (await communeRegister(world.as(officer), commune, province, { words, page: 1 })).items.map(
          (item) => item.code,
        ),
      ).toEqual([code])
    }
    expect((await communeRegister(world.as(officer), commune, province, { words: '%', page: 1 })).items).toEqual([])
    expect(
      await refusedWith(communeRegister(world.as(person('ana')), commune, province, { words: '', page: 1 })),
    ).toEqual(['kernel/not-found'])
  })
})
