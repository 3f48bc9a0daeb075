import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { roles } from '../kernel/actor.ts'
import type { Actor, Posting } from '../kernel/actor.ts'
import { rows, run, sql } from '../platform/db.ts'
import { openAccount } from '../identity/actions.ts'
import { atomically } from '../platform/atomically.ts'
import { describeProduct } from '../product/actions.ts'
import { filed, officer } from '../../test/support/filing.ts'
import { commune, communeOfficer, newProducer, person, province } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { dossierAccess, placeOf } from './access.ts'
import { dossierById, keepFrom, wholeDossier } from './actions.ts'
import { countsOf, deskItems, queueOf, underWay } from './actions-queue.ts'
import type { Dossier } from './model.ts'
import { dossierStates } from './model.ts'
import * as store from './store-queue.ts'

const world = useWorld()
const producers: string[] = []
let all: readonly Dossier[] = []
/** Stepped back from every third dossier on some council. */
let steppedBack: string

const neighbour = '23401'
const elsewhere = { commune: '24043', province: '66' }

/** A dossier in every state in four places, withdrawn ones at three moments of their way. */
beforeAll(async () => {
  const [split] = await rows(
    world,
    sql<{ code: string; validFrom: string }>`select code, valid_from from territory.pub_today
      where length(code) = 5 and today_code is null order by code limit 1`,
  )
  const places = [
    ...[commune, neighbour, elsewhere.commune].map((code) => ({ code, on: '2026-11-24' })),
    { code: split?.code ?? '', on: split?.validFrom ?? '' },
  ]
  const kinds = [
    ...dossierStates.map((state) => ({ state, filed: state !== 'draft', forwarded: false })),
    { state: 'withdrawn', filed: false, forwarded: false },
    { state: 'withdrawn', filed: true, forwarded: true },
  ]
  for (const place of places) {
    const { id: producerId } = await newProducer(world)
    producers.push(producerId)
    for (const [index, kind] of kinds.entries()) {
      const product = { producerId, name: `Hàng mẫu ${index}`, group: '13', packs: [] }
      const { id } = await describeProduct(world.as(), { ...product, commune: place.code, communeOn: place.on })
      await run(
        world,
        sql`insert into dossier.dossier (id, number, product_id, producer_id, kind, text, rubric, commune_code, commune_on,
            province_code, state, state_since, due_on, filed_on, opened_at, opened_by)
          values (${id}, ${kind.forwarded ? `M-${place.code}-${index}` : null}, ${id}, ${producerId}, 'first', '26-2026', '13',
            ${place.code}, ${place.on}, 'xx', ${kind.state}, now(), ${index % 2 === 0 ? '2026-11-20' : null},
            ${kind.filed ? '2026-11-01' : null}, now(), 'system')`,
      )
    }
  }
  // A draft that its commune writes, one where the commune is done, and a consent that was taken back.
  await run(
    world,
    sql`insert into dossier.consent (dossier_id, given_by, given_on, means, recorded_by, recorded_at, ended_at, ended_why, written_at, written_by)
      select id, 'Người mẫu', '2026-11-01', 'account', 'system', now(), case when n % 3 = 0 then now() end, case when n % 3 = 0 then 'x' end,
        case when n % 3 = 1 then now() end, case when n % 3 = 1 then 'system' end
      from (select id, row_number() over (order by id) as n from dossier.dossier where state in ('draft', 'returned')) d`,
  )
  const ids = await rows(world, sql<{ id: string }>`select id from dossier.dossier`)
  const somebody = { signInName: 'rut-lui', name: 'Người đã rút', password: 'mau-mau-mau-12', sample: true }
  steppedBack = await openAccount(world.as(), somebody)
  await atomically(world.as(), async (tx) => {
    for (const { id } of ids.filter((_, index) => index % 3 === 0)) await keepFrom(tx, id, steppedBack)
  })
  all = (await Promise.all(ids.map(({ id }) => dossierById(world.as(), id)))).filter((one) => one !== undefined)
})

const seats: readonly Pick<Posting, 'unit' | 'province'>[] = [
  { unit: commune, province },
  { unit: neighbour, province },
  { unit: province, province },
  { unit: elsewhere.commune, province: elsewhere.province },
  { unit: elsewhere.province, province: elsewhere.province },
  { unit: 'VN', province: 'VN' },
]

describe('the queue shows what may be read, and nothing else', () => {
  it('for any postings and producers', async () => {
    const posting = fc
      .tuple(fc.constantFrom(...roles), fc.constantFrom(...seats))
      .map(([role, seat]) => ({ role, ...seat }))
    const somebody = fc.record({
      id: fc.constantFrom('ai-do', steppedBack),
      postings: fc.array(posting, { maxLength: 3 }),
      producers: fc.subarray([0, 1, 2, 3], { maxLength: 2 }),
    })
    await fc.assert(
      fc.asyncProperty(somebody, async ({ id: accountId, postings, producers: owned }) => {
        const actor: Actor = {
          id: accountId,
          name: 'Ai đó',
          postings,
          producers: owned.flatMap((one) => producers[one] ?? []),
        }
        const shown = await store.queue(world, actor, { page: 1, size: 1000 })
        const readable = all.filter((dossier) => dossierAccess.read(actor, placeOf(dossier)))
        expect(shown.map(({ id }) => id).toSorted()).toEqual(readable.map(({ id }) => id).toSorted())
        expect(await store.countQueue(world, actor)).toBe(readable.length)
      }),
      { numRuns: 150 },
    )
  })

  it('what was withdrawn before it was sent is read by nobody to whom it was not sent', () => {
    const read = (actor: Actor) =>
      all.filter(
        (one) => one.state === 'withdrawn' && one.communeToday === commune && dossierAccess.read(actor, placeOf(one)),
      )
    expect(read(communeOfficer).every(({ filedOn }) => filedOn !== null)).toBe(true)
    expect(read(communeOfficer)).toHaveLength(2)
    expect(read(officer('province-officer')).every(({ number }) => number !== null)).toBe(true)
    expect(read(officer('province-officer'))).toHaveLength(1)
  })
})

describe('views of the queue', () => {
  it('counts are the lengths of the lists; late ones are past their day and still running', async () => {
    const ctx = world.as(officer('province-officer'))
    const counts = await countsOf(ctx)
    for (const view of ['cua-toi', 'tre-han', 'soan-thay', 'dang-xu-ly', 'da-xong', 'tat-ca'] as const) {
      const { items, total } = await queueOf(ctx, view, 1)
      expect(total).toBe(counts[view])
      expect(items.length).toBe(Math.min(total, 30))
    }
    const { items } = await queueOf(ctx, 'tre-han', 1)
    expect(items.length).toBeGreaterThan(0)
    expect(
      items.every(({ dueOn, daysLeft, turn }) => dueOn === '2026-11-20' && daysLeft === -2 && turn !== 'nobody'),
    ).toBe(true)
    expect(counts['dang-xu-ly'] + counts['da-xong']).toBe(counts['tat-ca'])
  })

  it('pages do not overlap and leave nothing out', async () => {
    const ctx = world.as(officer('auditor', 'VN'))
    const { total } = await queueOf(ctx, 'tat-ca', 1)
    const pages = await Promise.all(
      Array.from({ length: Math.ceil(total / 30) }, (_, page) => queueOf(ctx, 'tat-ca', page + 1)),
    )
    expect(new Set(pages.flatMap(({ items }) => items.map(({ id }) => id))).size).toBe(total)
  })

  it('the desk gives nobody a step that somebody else must take', async () => {
    const waiting = async (who: Actor) => {
      const asked = await queueOf(world.as(who), 'cua-toi', 1)
      return [...new Set(asked.items.map(({ state }) => state))].toSorted()
    }
    expect(await waiting(officer('advisory-member')), 'takes up and reports, receives and calls nothing').toEqual([
      'completed-for-province',
      'lab-test',
      'received-by-province',
      'site-visit',
      'under-advice',
    ])
    expect(await waiting(officer('ministry-leader', 'VN')), 'signs only').toEqual([])
    expect(await waiting(officer('ministry-officer', 'VN'))).toContain('received-by-ministry')
  })

  it('the desk of the commune holds what was filed there, with the days left', async () => {
    const { id } = await filed(world)
    const item = (await deskItems(world.as(communeOfficer))).find((one) => one.id === id)
    expect(item).toMatchObject({ href: `/ho-so/${id}`, act: 'Kiểm tra và báo cáo', dueOn: '2026-12-15', daysLeft: 15 })
    expect((await wholeDossier(world.as(communeOfficer), id)).dossier.state).toBe('filed')
    expect(await deskItems(world.as(person('la')))).toEqual([])
  })

  it('the desk of the producer shows what others have in hand, with whose turn and until when, and nobody else does', async () => {
    const { id, owner } = await filed(world)
    expect((await deskItems(world.as(owner))).filter((one) => one.id === id)).toEqual([])
    expect(await underWay(world.as(owner))).toMatchObject([
      { id, href: `/ho-so/${id}`, turn: 'Cán bộ xã', dueOn: '2026-12-15', daysLeft: 15 },
    ])
    expect(await underWay(world.as(communeOfficer))).toEqual([])
    expect(await underWay(world.as({ ...person('la'), producers: ['khong-co'] }))).toEqual([])
  })
})
