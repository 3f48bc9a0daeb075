import { describe, expect, it } from 'vitest'
import { visitor } from '../kernel/actor.ts'
import { Refused } from '../kernel/refusal.ts'
import {
  afterClass,
  classroom,
  course,
  duringClass,
  otherTrainingOfficer,
  tomorrow,
  trainingOfficer,
} from '../../test/support/classroom.ts'
import { useWorld } from '../../test/support/world.ts'
import { addMeeting, cancelClass, openClass, openCourse } from './actions.ts'
import { doorOf, markList, scanIn, strikeMark } from './actions-attendance.ts'
import { enrol, enrolFor, takeBackConsent, withdraw } from './actions-enrolment.ts'
import { announced, classPage, deskItems } from './actions-reading.ts'
import { doorToken } from './door.ts'

const world = useWorld()
const { opened, learner, enrolled } = classroom(world)
const officer = (now?: string) => world.as(trainingOfficer, now)

async function refusal(act: Promise<unknown>): Promise<readonly string[]> {
  try {
    await act
  } catch (error) {
    if (error instanceof Refused)
      return error.refusals.map(({ code, field }) => [code, field].filter(Boolean).join(' @'))
    throw error
  }
  return []
}

describe('opening a class', () => {
  it('keeps a room for one class at a time, however its name is typed, and touching hours are no clash', async () => {
    const { courseId, classId } = await opened({ room: 'Hội trường A' })
    const again = (change: object) =>
      refusal(openClass(officer(), courseId, { ...tomorrow, room: 'hoi truong a', ...change }))
    expect(await again({ from: '10:59', to: '12:00' })).toEqual(['training/room-taken @room'])
    expect(await again({ from: '07:00', to: '08:01' })).toEqual(['training/room-taken @room'])
    expect(await again({ from: '11:00', to: '12:00' })).toEqual([])
    expect(await refusal(addMeeting(officer(), classId, { ...tomorrow, from: '11:30', to: '13:00' }))).toEqual([
      'training/room-taken @room',
    ])
    await cancelClass(officer(), classId, 'Mưa lũ')
    expect(await again({ from: '08:00', to: '11:00' })).toEqual([])
  })

  it('of two who take a room at once, one gets it', async () => {
    const { courseId } = await opened()
    const ask = () => refusal(openClass(officer(), courseId, { ...tomorrow, room: 'Phòng tranh nhau' }))
    expect((await Promise.all([ask(), ask()])).flat()).toEqual(['training/room-taken @room'])
  })

  it('refuses hours that end before they begin, and a day that is over', async () => {
    const { courseId } = await opened()
    const ask = (change: object) =>
      refusal(openClass(officer(), courseId, { ...tomorrow, room: 'Phòng giờ', ...change }))
    expect(await ask({ from: '11:00', to: '11:00' })).toEqual(['training/ends-before-start @to'])
    expect(await ask({ date: '2026-11-23' })).toEqual(['training/meeting-in-past @date'])
  })

  it('is for the training officer of the unit; to others the course is not there', async () => {
    const { courseId } = await opened()
    const other = world.as(otherTrainingOfficer)
    expect(await refusal(openCourse(other, course))).toEqual(['training/not-your-unit @unit'])
    expect(await refusal(openClass(other, courseId, { ...tomorrow, room: 'Phòng lạ' }))).toEqual(['kernel/not-found'])
  })
})

describe('enrolling', () => {
  it('gives seats in order, asks before it puts anybody on the waiting list, and moves the first up', async () => {
    const { classId } = await opened()
    const first = await enrolled(classId)
    await enrolled(classId)
    const third = await learner()
    const ask = (wait: boolean) => enrol(world.as(third), classId, { as: 'resident', wait, consent: false })
    expect(await refusal(ask(false))).toEqual(['training/full @wait'])
    expect((await ask(true)).outcome).toBe('waiting')
    await withdraw(world.as(first.actor), first.id)
    expect((await classPage(world.as(third), classId)).own?.seated).toBe(true)
  })

  it('takes a name off once, also when it is asked twice at once', async () => {
    const { classId } = await opened()
    const { actor, id } = await enrolled(classId)
    const off = () => refusal(withdraw(world.as(actor), id))
    expect((await Promise.all([off(), off(), off()])).flat()).toEqual(['kernel/not-found', 'kernel/not-found'])
  })

  it('ends when as many wait as there are seats', async () => {
    const { classId } = await opened({ capacity: 1 })
    await enrolled(classId)
    await enrolled(classId, true)
    expect(await refusal(enrolled(classId, true))).toEqual(['training/waiting-list-full'])
  })

  it('never seats more than the room holds, however many come at once', async () => {
    const { classId } = await opened({ capacity: 2 })
    const people = await Promise.all([learner(), learner(), learner(), learner()])
    const asked = people.map((actor) =>
      refusal(enrol(world.as(actor), classId, { as: 'resident', wait: false, consent: false })),
    )
    expect((await Promise.all(asked)).flat()).toEqual(['training/full @wait', 'training/full @wait'])
    expect((await classPage(officer(), classId)).found).toMatchObject({ seated: 2, waiting: 0 })
  })

  it('refuses after the start, twice, a borrowed capacity and a visitor', async () => {
    const { classId } = await opened()
    const { actor } = await enrolled(classId)
    const late = await learner()
    const asking = (as: string, who = late, now?: string) =>
      refusal(enrol(world.as(who, now), classId, { as, wait: false, consent: false }))
    expect(await asking('resident', late, '2026-11-26T01:00:00.000Z')).toEqual(['training/started'])
    expect(await asking('resident', actor)).toEqual(['training/enrolled-already'])
    expect(await asking('producer:of-somebody-else')).toEqual(['training/no-such-capacity @as'])
    expect(await asking('officer')).toEqual(['training/no-such-capacity @as'])
    expect(await asking('resident', visitor)).toEqual(['kernel/not-found'])
  })

  it('keeps sex and ethnicity only with consent, and forgets them when it is taken back', async () => {
    const { classId } = await opened()
    const actor = await learner()
    const told = { as: 'resident', wait: false, sex: 'female', ethnicity: 'Xơ Đăng' } as const
    expect(await refusal(enrol(world.as(actor), classId, { ...told, consent: false }))).toEqual([
      'training/consent-needed @consent',
    ])
    const { id } = await enrol(world.as(actor), classId, { ...told, consent: true })
    expect((await classPage(officer(), classId)).own).toBeUndefined()
    await takeBackConsent(world.as(actor), id)
    const [line] = (await classPage(officer(), classId)).enrolments
    expect(line).toMatchObject({ sex: null, ethnicity: null, consentOn: null, seated: true })
  })

  it('enters somebody without an account on their word, once', async () => {
    const { classId } = await opened()
    const guest = { name: 'A Mẫu Không Mạng', kind: 'resident', wait: false } as const
    expect(await refusal(enrolFor(officer(), classId, { ...guest, consent: false }))).toEqual([
      'training/agreement-needed @consent',
    ])
    await enrolFor(officer(), classId, { ...guest, consent: true })
    expect(await refusal(enrolFor(officer(), classId, { ...guest, consent: true }))).toEqual([
      'training/enrolled-already',
    ])
    const unknown = { ...guest, name: 'B Mẫu', kind: 'producer', producerCode: 'CT-00000-000', consent: true } as const
    expect(await refusal(enrolFor(officer(), classId, unknown))).toEqual(['training/no-such-producer @producerCode'])
  })

  it('lets the officer of a commune of the province bring its people, and reads no list to it', async () => {
    const { classId } = await opened()
    const near = (province: string) => ({
      id: `xa-${province}`,
      name: 'Cán bộ xã mẫu',
      producers: [],
      postings: [{ role: 'commune-officer' as const, unit: '23473', province }],
    })
    const guest = { name: 'C Mẫu Xã Đưa', kind: 'resident', wait: false, consent: true } as const
    await enrolFor(world.as(near(trainingOfficer.postings[0]?.province ?? '')), classId, guest)
    const page = await classPage(world.as(near(trainingOfficer.postings[0]?.province ?? '')), classId)
    expect([page.enrolments, page.rights.enrolFor]).toEqual([[], true])
    expect(await refusal(enrolFor(world.as(near('68')), classId, { ...guest, name: 'D Mẫu' }))).toEqual([
      'kernel/not-found',
    ])
  })

  it("is nobody else's to undo", async () => {
    const { classId } = await opened()
    const { id } = await enrolled(classId)
    expect(await refusal(withdraw(world.as(await learner()), id))).toEqual(['kernel/not-found'])
    expect(await refusal(withdraw(world.as(otherTrainingOfficer), id))).toEqual(['kernel/not-found'])
  })
})

describe('at the door', () => {
  it('writes down who scanned, once, however often', async () => {
    const { classId, meetingId } = await opened()
    const { actor } = await enrolled(classId)
    const { token } = await doorOf(officer(duringClass), meetingId)
    expect(await scanIn(world.as(actor, duringClass), meetingId, token)).toBe(true)
    expect(await scanIn(world.as(actor, duringClass), meetingId, token)).toBe(false)
    expect((await classPage(officer(duringClass), classId)).own).toBeUndefined()
    expect((await doorOf(officer(duringClass), meetingId)).present).toBe(1)
  })

  it('refuses forged, old and foreign codes, and leaves no trace', async () => {
    const one = await opened()
    const other = await opened()
    const { actor } = await enrolled(one.classId)
    const { token } = await doorOf(officer(duringClass), one.meetingId)
    const scan = (code: string, now = duringClass) => refusal(scanIn(world.as(actor, now), one.meetingId, code))
    expect(await scan(doorToken('đoán bừa', one.meetingId, duringClass))).toEqual(['training/token-forged'])
    expect(await scan(token, '2026-11-26T01:40:00.000Z')).toEqual(['training/token-expired'])
    expect(await scan((await doorOf(officer(duringClass), other.meetingId)).token)).toEqual([
      'training/token-other-meeting',
    ])
    expect((await doorOf(officer(duringClass), one.meetingId)).present).toBe(0)
  })

  it('opens half an hour before and closes with the meeting; is for seats, not for the waiting list', async () => {
    const { classId, meetingId } = await opened({ capacity: 1 })
    const { actor } = await enrolled(classId)
    const waits = await enrolled(classId, true)
    const scan = async (who: typeof actor, now: string) =>
      refusal(scanIn(world.as(who, now), meetingId, (await doorOf(officer(now), meetingId)).token))
    expect(await scan(actor, '2026-11-26T00:29:00.000Z')).toEqual(['training/door-closed'])
    expect(await scan(actor, '2026-11-26T04:01:00.000Z')).toEqual(['training/door-closed'])
    expect(await scan(waits.actor, duringClass)).toEqual(['training/not-on-list'])
    expect(await scan(actor, '2026-11-26T00:30:00.000Z')).toEqual([])
  })

  it('is shown to the officer of the class only', async () => {
    const { meetingId } = await opened()
    expect(await refusal(doorOf(world.as(otherTrainingOfficer), meetingId))).toEqual(['kernel/not-found'])
    expect(await refusal(doorOf(world.as(await learner()), meetingId))).toEqual(['kernel/not-found'])
  })
})

describe('the list', () => {
  it('is ticked when the meeting has begun, counts nobody twice, and loses a line only with a reason', async () => {
    const { classId, meetingId } = await opened()
    const { id } = await enrolled(classId)
    expect(await refusal(markList(officer(), meetingId, [id]))).toEqual(['training/not-begun'])
    expect(await markList(officer(duringClass), meetingId, [id, id])).toBe(1)
    expect(await markList(officer(afterClass), meetingId, [id])).toBe(0)
    const strike = { enrolment: id, reason: 'Đánh nhầm người' }
    await strikeMark(officer(afterClass), meetingId, strike)
    expect((await doorOf(officer(afterClass), meetingId)).present).toBe(0)
    expect(await refusal(strikeMark(officer(afterClass), meetingId, strike))).toEqual([
      'training/nothing-to-strike @enrolment',
    ])
  })

  it('takes nobody who is not on it', async () => {
    const { meetingId } = await opened()
    const other = await opened()
    const { id } = await enrolled(other.classId)
    expect(await refusal(markList(officer(duringClass), meetingId, [id]))).toEqual(['training/not-on-list'])
  })
})

it('is announced to everybody until it is over, and waits on the desks of those it concerns', async () => {
  const { classId } = await opened({ name: 'Lớp báo trước', date: '2026-11-25' })
  const { actor } = await enrolled(classId)
  const names = async (now?: string) =>
    (await announced(world.as(visitor, now), { province: '51', page: 1 })).items.map(({ id }) => id)
  expect(await names()).toContain(classId)
  expect(await names(afterClass)).not.toContain(classId)
  expect(await deskItems(world.as(actor))).toMatchObject([{ act: 'Đi học', daysLeft: 1 }])
  expect((await deskItems(officer('2026-11-25T02:00:00.000Z'))).find(({ id }) => id === classId)?.act).toBe('Điểm danh')
})
