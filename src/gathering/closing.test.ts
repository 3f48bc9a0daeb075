import { describe, expect, test } from 'vitest'
import { provinceLeader } from '../../test/support/awarding.ts'
import { funding } from '../../test/support/funding.ts'
import { gathering } from '../../test/support/gathering.ts'
import { communeOfficer, commune, refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { visitor } from '../kernel/actor.ts'
import { announceEvent } from './actions.ts'
import { addConclusion, chooseHonours, reportConclusion, writeMinutes } from './actions-closing.ts'
import { guestOfLink, inviteHonoured, markPresence } from './actions-guests.ts'
import { conclusionFile, deskItems, honourChoices, publicEvent } from './actions-reading.ts'
import { toldTo } from '../notice/actions.ts'
import { run, sql } from '../platform/db.ts'

const world = useWorld()
const { officer, event, file, announced, invited, onTheDay } = gathering(world)
const { product, recognise } = funding(world, provinceLeader)
describe('a ceremony', () => {
  test('draws its list and its numbers from decisions, and keeps those of the day', async () => {
    const id = await event({ kind: 'ceremony', title: 'Lễ trao mẫu' })
    expect(await refusedWith(announceEvent(officer(), id))).toEqual(['gathering/ceremony-without-decision'])
    const made = await Promise.all(['Trà lễ', 'Mật lễ'].map((name) => product(name)))
    for (const { productId } of made) await recognise(productId, 4)
    const { event: shown } = await file(id)
    const choices = await honourChoices(officer(), shown)
    expect(choices).toHaveLength(2)
    await chooseHonours(
      officer(),
      id,
      choices.map((choice) => choice.id),
    )
    expect(await refusedWith(chooseHonours(officer(), id, ['khong-co']))).toEqual(['gathering/no-such-decision'])
    await announceEvent(officer(), id)
    expect(await inviteHonoured(officer(), id)).toBe(2)
    const { honours, honoured } = await publicEvent(world.as(visitor), shown.slug)
    expect(honours).toEqual([{ stars: 4, products: 2, producers: 2 }])
    expect(honoured.map(({ productName }) => productName).toSorted()).toEqual(['Mật lễ', 'Trà lễ'])
    const waiting = await deskItems({
      ...world.as(visitor),
      actor: { ...visitor, producers: [made[0]?.producerId ?? ''] },
    })
    expect(waiting.map(({ act }) => act)).toEqual(['Trả lời lời mời'])
    await writeMinutes(onTheDay(), id, { minutes: 'Đã trao.', publish: true })
    const closed = await publicEvent(world.as(visitor), shown.slug)
    expect([closed.minutes?.honoured, closed.event.state]).toEqual([honours, 'concluded'])
  })

  test('invites its producers, who find it among their notices', async () => {
    const id = await event({ kind: 'ceremony', title: 'Lễ báo chủ thể' })
    const { productId, producerId } = await product('Trà báo mời')
    await recognise(productId, 4)
    const { event: shown } = await file(id)
    await chooseHonours(
      officer(),
      id,
      (await honourChoices(officer(), shown)).map((choice) => choice.id),
    )
    await announceEvent(officer(), id)
    await inviteHonoured(officer(), id)
    const reader = { id: 'chu', name: 'Chủ', postings: [], producers: [producerId] }
    const { notices } = await toldTo(world.as(reader), 1)
    const told = notices.find(({ subject }) => subject === 'Thư mời: Lễ báo chủ thể')
    const link = told?.href.split('/').at(-1) ?? ''
    expect((await guestOfLink(world.as(visitor), link)).guest.producerId).toBe(producerId)
  })
})

describe('what was concluded', () => {
  test('waits on the desk of the office until it is reported done', async () => {
    const id = await announced()
    const task = { body: 'Rà soát sản phẩm sắp hết hạn', owner: `commune-officer@${commune}`, dueOn: '2026-12-31' }
    expect(await refusedWith(addConclusion(officer(), id, task))).toEqual(['gathering/not-begun'])
    expect(await refusedWith(addConclusion(onTheDay(), id, { ...task, owner: 'commune-officer@24043' }))).toEqual([
      'gathering/no-such-owner',
    ])
    expect(await refusedWith(addConclusion(onTheDay(), id, { ...task, dueOn: '2026-12-09' }))).toEqual([
      'gathering/due-in-past',
    ])
    await addConclusion(onTheDay(), id, task)
    const owner = world.as(communeOfficer, '2026-12-11T02:00:00.000Z')
    const [item] = await deskItems(owner)
    expect(item).toMatchObject({ title: task.body, dueOn: '2026-12-31', daysLeft: 20 })
    const report = (done: boolean) => reportConclusion(owner, item?.id ?? '', { result: 'Đã rà soát.', done })
    expect(await refusedWith(reportConclusion(onTheDay(), item?.id ?? '', { result: 'x', done: true }))).toEqual([
      'kernel/not-found',
    ])
    await report(false)
    await report(true)
    expect(await deskItems(owner)).toEqual([])
    expect(await refusedWith(report(true))).toEqual(['gathering/done-already'])
    expect((await conclusionFile(owner, item?.id ?? '')).conclusion.doneOn).toBe('2026-12-11')
  })

  test('is told at once to whoever holds the office', async () => {
    for (const [id, unit] of [
      ['giu-viec', commune],
      ['xa-ben', '24043'],
    ]) {
      await run(
        world,
        sql`insert into identity.account (id, sign_in_name, name, password_hash, opened_at, sample) values (${id}, ${id}, 'Mẫu', 'x', now(), true)`,
      )
      await run(
        world,
        sql`insert into identity.posting (id, account_id, role, unit_code, unit_on, from_date, granted_by, granted_at, confirmed_at)
          values (${id}, ${id}, 'commune-officer', ${unit}, '2026-01-01', '2026-01-01', 'system', now(), now())`,
      )
    }
    const id = await announced({ title: 'Hội nghị giao việc' })
    const task = { body: 'Rà soát nhãn', owner: `commune-officer@${commune}`, dueOn: '2026-12-31' }
    await addConclusion(onTheDay(), id, task)
    const toldOf = async (account: string) =>
      (await toldTo(world.as({ id: account, name: '', postings: [], producers: [] }), 1)).notices
    expect(await toldOf('giu-viec')).toMatchObject([
      { subject: 'Việc được giao: Hội nghị giao việc', body: expect.stringContaining('31/12/2026: Rà soát nhãn') },
    ])
    expect(await toldOf('xa-ben')).toEqual([])
  })

  test('a guest who was added while the list was marked keeps their mark, and a guest of another event gets none', async () => {
    const [id, other] = [await announced(), await announced({ title: 'Sự kiện khác' })]
    const [last] = await invited(id, 'Bà Z; Ủy ban mẫu')
    const [first] = await invited(id, 'Bà A; Ban mẫu')
    const [foreign] = await invited(other, 'Ông K; Sở mẫu')
    const [a, z] = [first?.guest ?? '', last?.guest ?? '']
    await markPresence(onTheDay(), id, { shown: [a], present: [a] })
    // Drawn before the first of the list was invited.
    await markPresence(onTheDay(), id, { shown: [z], present: [z, foreign?.guest ?? ''] })
    const present = async (of: string) => (await file(of)).guests.items.filter((guest) => guest.present).length
    expect([await present(id), await present(other)]).toEqual([2, 0])
  })

  test('minutes count who came, and close the event for good', async () => {
    const id = await announced()
    const [one] = await invited(id, 'Ông A; Sở mẫu', 'Bà B; Xã mẫu')
    const { items } = (await file(id)).guests
    const marks = { shown: items.map((guest) => guest.id), present: [one?.guest ?? ''] }
    expect(await refusedWith(markPresence(officer(), id, marks))).toEqual(['gathering/not-begun'])
    await markPresence(onTheDay(), id, marks)
    await writeMinutes(onTheDay(), id, { minutes: 'Diễn ra đúng chương trình.', publish: false })
    const { minutes, event: closed } = await file(id)
    expect(minutes).toMatchObject({ invited: 2, accepted: 0, present: 1 })
    expect(await refusedWith(writeMinutes(onTheDay(), id, { minutes: 'x', publish: false }))).toEqual([
      'gathering/not-now',
    ])
    expect((await publicEvent(world.as(visitor), closed.slug)).minutes).toBe(undefined)
  })
})
