import { describe, expect, test } from 'vitest'
import { otherLeader, provinceLeader } from '../../test/support/awarding.ts'
import { funding } from '../../test/support/funding.ts'
import { gathering, halfDay, tradeOfficer } from '../../test/support/gathering.ts'
import { communeOfficer, commune, refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { visitor } from '../kernel/actor.ts'
import { amendEvent, announceEvent, cancelEvent } from './actions.ts'
import { addConclusion, chooseHonours, reportConclusion, writeMinutes } from './actions-closing.ts'
import {
  answerByLink,
  answerForGuest,
  guestOfLink,
  inviteGuests,
  inviteHonoured,
  markPresence,
} from './actions-guests.ts'
import {
  conclusionFile,
  deskItems,
  eventFile,
  honourChoices,
  monthOfOccasions,
  occasionsAround,
  publicEvent,
} from './actions-reading.ts'
import { calendarFile } from './calendar-file.ts'
import { linkOf } from './link.ts'
import { sendDue } from '../notice/actions-send.ts'
import { toldTo } from '../notice/actions.ts'
import type { Parcel } from '../platform/channel.ts'
import { rows, run, sql } from '../platform/db.ts'

const world = useWorld()
const { officer, room, event } = gathering(world)
const { product, recognise } = funding(world, provinceLeader)
const onTheDay = () => world.as(tradeOfficer, '2026-12-10T05:00:00.000Z')
const file = (id: string) => eventFile(officer(), id, 1)

async function announced(change: Parameters<typeof event>[0] = {}) {
  const id = await event(change)
  await announceEvent(officer(), id)
  return id
}

/** A post office whose mail is read here. */
function postOffice() {
  const letters: Parcel[] = []
  const email = {
    send: (parcel: Parcel) => {
      letters.push(parcel)
      return Promise.resolve({ state: 'sent' as const })
    },
  }
  const send = () => sendDue(() => world.as(), { channels: { email }, publicUrl: 'http://vidu.vn' })
  return { letters, send }
}

/** Who is invited, with the link of each. */
async function invited(id: string, ...lines: string[]) {
  await inviteGuests(officer(), id, { guests: lines })
  const { guests } = await file(id)
  return guests.items.map(({ id: guest }) => ({ guest, link: linkOf(world.keys, guest) }))
}

describe('a room', () => {
  test('holds one event at a time; the next may begin the minute it ends', async () => {
    const hall = await room()
    await event({ room: hall })
    expect(
      await refusedWith(event({ room: hall, startsClock: '11:29', endsClock: '12:00', agenda: ['11:29 Mở'] })),
    ).toEqual(['gathering/room-taken'])
    expect(
      await refusedWith(event({ room: hall, startsClock: '11:30', endsClock: '12:00', agenda: ['11:30 Mở'] })),
    ).toEqual([])
  })

  test('goes to one of two who book it at once', async () => {
    const hall = await room()
    const codes = await Promise.all([refusedWith(event({ room: hall })), refusedWith(event({ room: hall }))])
    expect(codes.flat()).toEqual(['gathering/room-taken'])
  })

  test('is free again when its event is cancelled', async () => {
    const hall = await room()
    const id = await event({ room: hall })
    await cancelEvent(officer(), id, { reason: 'Bão.' })
    expect(await refusedWith(event({ room: hall }))).toEqual([])
  })

  test('of nobody else: a room that the unit does not have is none', async () => {
    expect(await refusedWith(event({ room: 'khong-co' }))).toEqual(['gathering/no-such-room'])
  })
})

describe('an event', () => {
  test('is its unit’s own until it is announced; somebody else is told that there is none', async () => {
    const id = await event()
    const { slug } = (await file(id)).event
    expect(await refusedWith(publicEvent(world.as(visitor), slug))).toEqual(['kernel/not-found'])
    expect(await refusedWith(eventFile(world.as(otherLeader), id, 1))).toEqual(['kernel/not-found'])
    expect(await refusedWith(announceEvent(world.as(communeOfficer), id))).toEqual(['kernel/not-found'])
    await announceEvent(officer(), id)
    expect((await publicEvent(world.as(visitor), slug)).event.state).toBe('announced')
    expect((await monthOfOccasions(world.as(visitor), '2026-12')).map((one) => one.id)).toContain(id)
  })

  test('is not opened for a unit of somebody else, nor in the past', async () => {
    expect(await refusedWith(event({ unit: '66' }))).toEqual(['gathering/not-your-unit'])
    expect(await refusedWith(event({ startsOn: '2026-11-23', endsOn: '2026-11-23' }))).toEqual([
      'gathering/starts-in-past',
    ])
  })

  test('two editors: the second is told and overwrites nothing', async () => {
    const id = await event()
    const { event: shown } = await file(id)
    const save = (title: string, edition: number) =>
      amendEvent(officer(), id, { ...halfDay, title, room: shown.roomId, edition })
    await save('Bản của người thứ nhất', shown.edition)
    await expect(save('Bản của người thứ hai', shown.edition)).rejects.toMatchObject({
      refusals: [{ code: 'gathering/changed-meanwhile', overtaken: true }],
    })
    expect((await file(id)).event).toMatchObject({ title: 'Bản của người thứ nhất', edition: 2 })
    expect(await refusedWith(save('Sau khi so hai bản', 2))).toEqual([])
  })

  test('is in the calendar file, struck out when cancelled', async () => {
    const id = await announced({ title: 'Hội thảo trong tệp lịch' })
    const text = async () => {
      const all = await occasionsAround(world.as(visitor))
      return calendarFile(
        'Lịch',
        all.filter((one) => one.id === id),
        { publicUrl: 'http://vidu.vn', today: '2026-11-24' },
      )
    }
    expect(await text()).toMatch(
      /DTSTART:20261210T010000Z[\s\S]*SUMMARY:Hội thảo trong tệp lịch[\s\S]*STATUS:CONFIRMED/,
    )
    await cancelEvent(officer(), id, { reason: 'Bão.' })
    expect(await text()).toContain('STATUS:CANCELLED')
    expect(await refusedWith(announceEvent(officer(), id))).toEqual(['gathering/not-now'])
  })
})

describe('an invitation', () => {
  test('is answered once by its own link, without an account; the office writes down a change of mind', async () => {
    const id = await announced()
    const [one, two] = await invited(id, 'Ông A; Sở mẫu; a@vidu.vn', 'Bà B; Xã mẫu')
    const guest = world.as(visitor)
    await answerByLink(guest, one?.link ?? '', { outcome: 'accept', delegate: 'Ông C' })
    await expect(answerByLink(guest, one?.link ?? '', { outcome: 'decline' })).rejects.toMatchObject({
      refusals: [{ code: 'gathering/answered-already', overtaken: true }],
    })
    expect((await guestOfLink(guest, two?.link ?? '')).guest.outcome).toBe(null)
    await answerForGuest(officer(), id, one?.guest ?? '', { outcome: 'decline' })
    expect((await file(id)).counts).toEqual({ invited: 2, accepted: 0, declined: 1, present: 0 })
  })

  test('answered twice at once, one answer stands', async () => {
    const id = await announced()
    const [one] = await invited(id, 'Ông A; Sở mẫu')
    const answers = (['accept', 'decline'] as const).map((outcome) =>
      refusedWith(answerByLink(world.as(visitor), one?.link ?? '', { outcome })),
    )
    expect((await Promise.all(answers)).flat()).toEqual(['gathering/answered-already'])
  })

  test('opens to no other link: changed, or signed for another guest', async () => {
    const id = await announced()
    const [one, two] = await invited(id, 'Ông A; Sở mẫu', 'Bà B; Xã mẫu')
    const swapped = `${one?.guest}.${two?.link.split('.')[1]}`
    for (const link of [swapped, `${one?.link.slice(0, -4)}AAAA`, 'khong-co', one?.guest ?? '']) {
      expect(await refusedWith(guestOfLink(world.as(visitor), link))).toEqual(['kernel/not-found'])
    }
  })

  test('still opens after the key of the site was changed', async () => {
    const id = await announced()
    const [one] = await invited(id, 'Ông A; Sở mẫu')
    world.keys.activate(world.keys.prepare('2026-11-24T03:00:00.000Z').to)
    expect((await guestOfLink(world.as(visitor), one?.link ?? '')).guest.invitee).toBe('Ông A')
  })

  test('after the start no answer is taken; before the announcement the link leads nowhere', async () => {
    const id = await event()
    const [one] = await invited(id, 'Ông A; Sở mẫu')
    expect(await refusedWith(guestOfLink(world.as(visitor), one?.link ?? ''))).toEqual(['kernel/not-found'])
    await announceEvent(officer(), id)
    const late = world.as(visitor, '2026-12-10T01:00:00.000Z')
    expect(await refusedWith(answerByLink(late, one?.link ?? '', { outcome: 'accept' }))).toEqual([
      'gathering/answer-too-late',
    ])
  })

  test('writes to whoever has an address, once, with the link of this guest', async () => {
    const id = await announced()
    await invited(id, 'Ông A; Sở mẫu; mot.khach@vidu.vn', 'Bà B; Sở mẫu')
    const { letters, send } = postOffice()
    const states = async () => [...(await file(id)).letters.values()].map((all) => all.map(({ state }) => state))
    expect((await states()).toSorted()).toEqual([[], ['waiting']])
    await send()
    await send()
    const mine = letters.filter(({ to }) => to === 'mot.khach@vidu.vn')
    expect(mine).toHaveLength(1)
    const [, link = '', seal = ''] =
      /http:\/\/vidu\.vn\/loi-moi\/([0-9a-f-]{36}\.([\w-]{86}))\n/.exec(mine[0]?.text ?? '') ?? []
    expect((await guestOfLink(world.as(visitor), link)).guest.invitee).toBe('Ông A')
    expect(mine[0]?.text).toMatch(/ngừng nhận: http:\/\/vidu\.vn\/thong-bao\/ngung\/[\w-]+/)
    expect((await states()).toSorted()).toEqual([[], ['sent']])
    const kept = await rows(world, sql<{ row: string }>`select n::text as row from notice.notice n`)
    expect(kept.filter(({ row }) => row.includes(seal))).toEqual([])
  })

  test('a change of hour and a cancellation go to whoever was written to, each once', async () => {
    const id = await announced()
    await invited(id, 'Ông C; Sở mẫu; c@vidu.vn')
    const { edition, roomId } = (await file(id)).event
    await amendEvent(officer(), id, { ...halfDay, room: roomId, edition, startsClock: '08:30', agenda: ['08:30 Mở'] })
    await cancelEvent(officer(), id, { reason: 'Bão.' })
    const { letters, send } = postOffice()
    await send()
    const subjects = letters.filter(({ to }) => to === 'c@vidu.vn').map(({ subject }) => subject.split(':')[0])
    expect(subjects.toSorted()).toEqual(['Hủy sự kiện', 'Thư mời', 'Đổi giờ hoặc địa điểm'].toSorted())
  })

  test('the same person of the same agency is invited once', async () => {
    const id = await event()
    await invited(id, 'Ông A; Sở mẫu')
    expect(await refusedWith(inviteGuests(officer(), id, { guests: ['ÔNG A; sở mẫu'] }))).toEqual([
      'gathering/nobody-to-invite',
    ])
  })
})

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
