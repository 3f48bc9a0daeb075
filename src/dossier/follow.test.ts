import { describe, expect, it } from 'vitest'
import { rows, run, sql } from '../platform/db.ts'
import { registerProducer, recordSuccession } from '../producer/actions.ts'
import { amendProduct, carryOver as carryProducts } from '../product/actions.ts'
import { enterReform } from '../territory/actions-reform.ts'
import { form02, filed, officer, readyToFile } from '../../test/support/filing.ts'
import { commune, communeOfficer, person, refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { fileDossier } from './actions-filing.ts'
import { beginAgain, carryOver, followUnits } from './actions-follow.ts'
import { wholeDossier } from './actions.ts'
import { queueOf } from './actions-queue.ts'

const world = useWorld()
const neighbour = '23401'
const lastFact = (subject: string) =>
  rows(world, sql<{ fact: string }>`select fact from audit.entry where subject = ${subject} order by seq desc limit 1`)

describe('a draft whose text or group changed', () => {
  it('is begun again with form 02 and the papers, without the choices and the pledge', async () => {
    const { id, owner, paperId, productId } = await readyToFile(world)
    expect(await refusedWith(beginAgain(world.as(owner), id))).toEqual(['dossier/still-current'])
    await run(world, sql`update dossier.dossier set text = '1489-2025' where id = ${id}`)
    expect(await refusedWith(fileDossier(world.as(owner), id))).toEqual(['dossier/text-changed'])
    const next = await beginAgain(world.as(owner), id)
    const whole = await wholeDossier(world.as(owner), next)
    expect(whole.dossier).toMatchObject({ state: 'draft', text: '26-2026', rubric: '13', productId })
    expect(whole.form02).toMatchObject({ market: form02.market })
    expect(whole.attachments).toEqual([{ criterion: 'hs', paperId }])
    expect([whole.form01, whole.selfScore.choices]).toEqual([undefined, {}])
    expect((await wholeDossier(world.as(owner), id)).dossier.state).toBe('withdrawn')
    expect(await lastFact(next)).toEqual([{ fact: 'dossier.begun-again' }])
    expect(await refusedWith(beginAgain(world.as(owner), id))).toEqual(['dossier/not-your-turn'])
  })

  it('so is one whose product moved to another group', async () => {
    const { id, owner, productId } = await readyToFile(world)
    await amendProduct(world.as(owner), productId, { name: 'Trà mẫu đổi nhóm', group: '12', packs: [] })
    const next = await beginAgain(world.as(owner), id)
    expect((await wholeDossier(world.as(owner), next)).dossier.rubric).toBe('12')
  })

  it('is of its producer alone', async () => {
    const { id } = await readyToFile(world)
    expect(await refusedWith(beginAgain(world.as(person('x')), id))).toEqual(['kernel/not-found'])
  })
})

describe('on legal succession', () => {
  it('running dossiers go to the successor with their turn and term; what had ended stays', async () => {
    const running = await filed(world)
    const [old] = await rows(
      world,
      sql<{
        since: string
        due: string
      }>`select state_since as since, due_on as due from dossier.dossier where id = ${running.id}`,
    )
    const heir = await registerProducer(world.as(), {
      kind: 'company',
      name: 'Công ty kế thừa mẫu',
      registrationNo: '5100099999',
      registrationOn: '2026-05-04',
      representativeName: 'Người Mẫu',
      representativeSex: 'female',
      representativeEthnicity: 'Xơ Đăng',
      representativeDisabled: false,
      address: 'Thôn Mẫu',
      phone: '0900000000',
      commune,
    })
    const notice = { successorCode: heir.code, onDate: '2026-11-24', basis: 'Giấy đăng ký mẫu' }
    await recordSuccession(world.as(), running.producerId, notice)
    await carryProducts(world.as(), running.producerId)
    await carryOver(world.as(), running.producerId)
    const { dossier, steps } = await wholeDossier(world.as(person('kế thừa', heir.id)), running.id)
    expect(dossier).toMatchObject({ producerId: heir.id, state: 'filed', stateSince: old?.since, dueOn: old?.due })
    expect(steps.at(-1)).toMatchObject({ act: 'carry-over', reason: expect.stringContaining('Công ty kế thừa mẫu') })
    expect(await refusedWith(wholeDossier(world.as(running.owner), running.id))).toEqual(['kernel/not-found'])
    // Asked again, it finds nothing left.
    await carryOver(world.as(), running.producerId)
    expect((await wholeDossier(world.as(), running.id)).steps).toHaveLength(steps.length)
  })
})

describe('when units merge', () => {
  const onDay = (day: number) => `2026-11-${day}T02:00:00.000Z`
  let running: Awaited<ReturnType<typeof filed>>

  it('a running dossier goes to the desk of the successor, once, in the book; a draft has no desk', async () => {
    running = await filed(world)
    const draft = await readyToFile(world)
    expect(await followUnits(world.as())).toBe(0)
    const lines = `${commune}; ${neighbour}; Xã hợp nhất mẫu; 51\n${neighbour}; ${neighbour}; Xã hợp nhất mẫu; 51`
    const document = 'Nghị quyết mẫu 1/2026'
    const reform = { effectiveOn: '2026-11-25', document, lines }
    await enterReform(world.as(officer('ministry-officer', 'VN'), onDay(25)), reform)
    expect(await followUnits(world.as(undefined, onDay(25)))).toBeGreaterThanOrEqual(1)
    const { dossier, steps } = await wholeDossier(world.as(running.owner), running.id)
    expect(dossier).toMatchObject({ state: 'filed', communeToday: neighbour, dueOn: '2026-12-15' })
    expect(steps.at(-1)).toMatchObject({
      act: 'transfer',
      reason: expect.stringMatching(/^Từ Xã Măng Đen, .* sang Xã hợp nhất mẫu/),
    })
    expect(await lastFact(running.id)).toEqual([{ fact: 'dossier.transferred' }])
    const desk = async (unit: string) => {
      const there = { ...communeOfficer, postings: [{ role: 'commune-officer', unit, province: '51' }] } as const
      return (await queueOf(world.as(there), 'cua-toi', 1)).items.map(({ id }) => id)
    }
    expect(await desk(neighbour)).toContain(running.id)
    expect(await desk(commune)).not.toContain(running.id)
    expect((await wholeDossier(world.as(draft.owner), draft.id)).steps.map(({ act }) => act)).toEqual(['open'])
    expect(await followUnits(world.as())).toBe(0)
  })

  it('a split without evidence waits for a person: no desk has it, and nothing was guessed', async () => {
    const [other] = await rows(
      world,
      sql<{ code: string; fullName: string }>`select code, full_name from territory.pub_commune_today
        where province_code = '51' and code <> ${neighbour} order by code limit 1`,
    )
    const into = `${other?.code}; ${other?.fullName}; 51`
    const lines = `${neighbour}; ${neighbour}; Xã hợp nhất mẫu; 51\n${neighbour}; ${into}\n${other?.code}; ${into}`
    const reform = { effectiveOn: '2026-11-26', document: 'Nghị quyết mẫu 2/2026', lines }
    await enterReform(world.as(officer('ministry-officer', 'VN'), onDay(26)), reform)
    await followUnits(world.as())
    const { dossier, steps } = await wholeDossier(world.as(running.owner), running.id)
    expect([dossier.communeToday, steps.at(-1)?.act]).toEqual([null, 'wait-for-unit'])
    expect(await followUnits(world.as())).toBe(0)
  })
})
