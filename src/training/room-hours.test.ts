import { expect, test } from 'vitest'
import { awarding } from '../../test/support/awarding.ts'
import { classroom, trainingOfficer } from '../../test/support/classroom.ts'
import { gathering, halfDay, tradeOfficer } from '../../test/support/gathering.ts'
import { province } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { addRoom, announceEvent, cancelEvent, openEvent } from '../gathering/actions.ts'
import { inviteGuests, markPresence } from '../gathering/actions-guests.ts'
import { eventFile } from '../gathering/actions-reading.ts'
import { visitor } from '../kernel/actor.ts'
import { run, sql } from '../platform/db.ts'
import { reachOf } from './actions-reach.ts'
import { classPage } from './actions-reading.ts'

const world = useWorld()
const { opened } = classroom(world)
const { officer, event } = gathering(world)
const { product } = awarding(world)
const keeper = () => world.as(trainingOfficer)

async function hall(name: string, address = 'Nhà văn hóa tỉnh, 12 Trần Phú') {
  return addRoom(officer(), { unit: province, name, address, seats: 100 })
}

const usesOf = async (classId: string) => (await classPage(keeper(), classId)).roomUses.map(({ title }) => title)
const classesBy = async (id: string) => (await eventFile(officer(), id, 1)).roomUses.map(({ title }) => title)

test('a class and an event that seem to have one room at one hour are both warned, whichever came first', async () => {
  const { classId } = await opened({
    place: '12 Trần Phú',
    room: 'HỘI TRƯỜNG  A',
    date: '2026-12-10',
    from: '09:00',
    to: '12:00',
  })
  const id = await openEvent(officer(), { ...halfDay, title: 'Hội nghị trùng phòng', room: await hall('Hội trường A') })
  expect(await classesBy(id)).toEqual(['Câu chuyện sản phẩm, Lớp 1'])
  // A draft is its unit's own: the hour is said, the title is not.
  expect(await usesOf(classId)).toEqual([null])
  await announceEvent(officer(), id)
  expect(await usesOf(classId)).toEqual(['Hội nghị trùng phòng'])
  expect((await classPage(world.as(visitor), classId)).roomUses).toEqual([])
  await cancelEvent(officer(), id, { reason: 'Bão.' })
  expect(await usesOf(classId)).toEqual([])
})

test.each([
  ['the next hour', { from: '11:30', to: '12:00' }, 'Hội trường B', '12 Trần Phú'],
  ['another room', { from: '09:00', to: '12:00' }, 'Phòng họp nhỏ', '12 Trần Phú'],
  ['another house', { from: '09:00', to: '12:00' }, 'Hội trường C', '3 Lê Lợi'],
])('%s is no clash', async (label, hours, name, address) => {
  const room = label === 'another room' ? 'Hội trường D' : name
  const { classId } = await opened({ place: '12 Trần Phú', room, date: '2026-12-10', ...hours })
  const id = await openEvent(officer(), { ...halfDay, room: await hall(name, address) })
  expect([await usesOf(classId), await classesBy(id)]).toEqual([[], []])
})

test('reach counts the producers who were at events of the unit, and hides the few', async () => {
  const id = await event({ title: 'Hội nghị có chủ thể' })
  await announceEvent(officer(), id)
  const lines = ['A', 'B', 'C', 'D', 'E'].map((name) => `Ông ${name}; HTX ${name}`)
  await inviteGuests(officer(), id, { guests: lines })
  const guests = (await eventFile(officer(), id, 1)).guests.items.map((guest) => guest.id)
  for (const guest of guests) {
    const { producerId } = await product(`Trà của ${guest.slice(-4)}`)
    await run(world, sql`update gathering.invitation set producer_id = ${producerId} where id = ${guest}`)
  }
  const onTheDay = world.as(tradeOfficer, '2026-12-10T05:00:00.000Z')
  const reached = async () => (await reachOf(keeper(), { unit: province, year: 2026 })).atEvents
  expect(await reached()).toBe(0)
  await markPresence(onTheDay, id, { shown: guests, present: guests.slice(0, 4) })
  expect(await reached()).toBe(null)
  await markPresence(onTheDay, id, { shown: guests, present: guests })
  expect(await reached()).toBe(5)
})
