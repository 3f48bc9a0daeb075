import { describe, expect, test } from 'vitest'
import { otherLeader } from '../../test/support/awarding.ts'
import { gathering, halfDay } from '../../test/support/gathering.ts'
import { communeOfficer, refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { visitor } from '../kernel/actor.ts'
import { amendEvent, announceEvent, cancelEvent } from './actions.ts'
import { answerByLink, answerForGuest, guestOfLink, inviteGuests } from './actions-guests.ts'
import { eventFile, monthOfOccasions, occasionsAround, publicEvent } from './actions-reading.ts'
import { calendarFile } from './calendar-file.ts'
import { sendDue } from '../notice/actions-send.ts'
import type { Parcel } from '../platform/channel.ts'
import { rows, sql } from '../platform/db.ts'

const world = useWorld()
const { officer, room, event, file, announced, invited } = gathering(world)
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
