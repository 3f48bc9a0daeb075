import { addRoom, announceEvent, openEvent } from '../../src/gathering/actions.ts'
import { inviteGuests } from '../../src/gathering/actions-guests.ts'
import { eventFile } from '../../src/gathering/actions-reading.ts'
import { linkOf } from '../../src/gathering/link.ts'
import type { EventInput } from '../../src/gathering/model.ts'
import type { Actor } from '../../src/kernel/actor.ts'
import { province } from './awarding.ts'
import type { World } from './world.ts'

export const tradeOfficer: Actor = {
  id: 'can-bo-xuc-tien',
  name: 'Cán bộ xúc tiến mẫu',
  postings: [{ role: 'trade-officer', unit: province, province }],
  producers: [],
}

/** An invented half-day in December; everything a form sends. */
export const halfDay: Omit<EventInput, 'room'> = {
  unit: province,
  kind: 'conference',
  title: 'Hội nghị tổng kết mẫu',
  audience: 'Các xã trong tỉnh',
  hosts: ['Ủy ban nhân dân tỉnh mẫu'],
  contact: 'Văn phòng mẫu, 0900000000',
  startsOn: '2026-12-10',
  startsClock: '08:00',
  endsOn: '2026-12-10',
  endsClock: '11:30',
  agenda: ['08:00 Khai mạc | Ban tổ chức', '08:30 Báo cáo'],
  edition: 0,
}

let rooms = 0

/** Rooms and events of the province of the tests. */
export function gathering(world: World) {
  const officer = () => world.as(tradeOfficer)
  const room = () =>
    addRoom(officer(), { unit: province, name: `Hội trường ${++rooms}`, address: 'Số 1 mẫu', seats: 200 })
  const event = async (change: Partial<EventInput> = {}) =>
    openEvent(officer(), { ...halfDay, room: change.room ?? (await room()), ...change })
  const file = (id: string) => eventFile(officer(), id, 1)
  async function announced(change: Partial<EventInput> = {}) {
    const id = await event(change)
    await announceEvent(officer(), id)
    return id
  }
  /** Who is invited, with the link of each. */
  async function invited(id: string, ...lines: string[]) {
    await inviteGuests(officer(), id, { guests: lines })
    const { guests } = await file(id)
    return guests.items.map(({ id: guest }) => ({ guest, link: linkOf(world.keys, guest) }))
  }
  const onTheDay = () => world.as(tradeOfficer, '2026-12-10T05:00:00.000Z')
  return { officer, room, event, file, announced, invited, onTheDay }
}
