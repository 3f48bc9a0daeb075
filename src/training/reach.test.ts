import { expect, it } from 'vitest'
import { visitor } from '../kernel/actor.ts'
import { Refused } from '../kernel/refusal.ts'
import { awarding } from '../../test/support/awarding.ts'
import { classroom, duringClass, otherTrainingOfficer, trainingOfficer } from '../../test/support/classroom.ts'
import { useWorld } from '../../test/support/world.ts'
import { markList } from './actions-attendance.ts'
import { enrol, enrolFor } from './actions-enrolment.ts'
import { reachOf, setSmallestCell } from './actions-reach.ts'

const world = useWorld()
const { opened, learner } = classroom(world)
const { product } = awarding(world)
const officer = world.as(trainingOfficer)
const reach = () => reachOf(officer, { unit: '51', year: 2026 })

async function refusal(act: Promise<unknown>): Promise<readonly string[]> {
  return act.then(
    () => [],
    (error: unknown) => (error instanceof Refused ? error.refusals.map(({ code }) => code) : [String(error)]),
  )
}

it('counts each person once, only those who came, and hides the few', async () => {
  const first = await opened({ capacity: 20 })
  const second = await opened({ capacity: 20 })
  const { producerId } = await product('Mật ong mẫu')
  const maker = { ...(await learner()), producers: [producerId] }
  const told = { as: `producer:${producerId}`, wait: false, sex: 'female', ethnicity: 'Kinh', consent: true } as const
  const seats: string[] = []
  for (const [index, sex] of (
    ['female', 'female', 'female', 'female', 'male', 'male', 'male', 'male', 'male'] as const
  ).entries()) {
    const guest = { kind: 'resident', sex, ethnicity: index % 2 === 0 ? 'xơ đăng' : 'Xơ Đăng', wait: false } as const
    seats.push((await enrolFor(officer, first.classId, { ...guest, name: `Khách ${index}`, consent: true })).id)
  }
  seats.push((await enrol(world.as(maker), first.classId, told)).id)
  await enrolFor(officer, first.classId, { name: 'Vắng mặt', kind: 'resident', wait: false, consent: true })
  const again = await enrol(world.as(maker), second.classId, told)
  await markList(world.as(trainingOfficer, duringClass), first.meetingId, seats)
  await markList(world.as(trainingOfficer, duringClass), second.meetingId, [again.id])
  expect(await reach()).toMatchObject({
    people: 10,
    smallest: 5,
    by: {
      sex: [
        { label: 'female', people: 5 },
        { label: 'male', people: 5 },
      ],
      ethnicity: [
        { label: 'Kinh', people: null },
        { label: 'Xơ Đăng', people: null },
      ],
      place: [
        { label: 'Xã Măng Đen', people: null },
        { label: 'unknown', people: null },
      ],
    },
  })
  expect((await reachOf(officer, { unit: '51', year: 2025 })).people).toBe(0)
})

it('hides by the number that the unit set, from then on', async () => {
  await setSmallestCell(officer, '51', { people: 6, basis: 'Quy chế mẫu' })
  expect(await reach()).toMatchObject({ smallest: 6, people: 10 })
  expect((await reach()).by.sex.map(({ people }) => people)).toEqual([null, null])
  await setSmallestCell(officer, '51', { people: 2, basis: 'Quy chế mẫu 2' })
  expect((await reach()).by.sex.map(({ people }) => people)).toEqual([5, 5])
})

it('is for the unit, its leader, the province above and auditors', async () => {
  const other = world.as(otherTrainingOfficer)
  expect(await refusal(reachOf(other, { unit: '51', year: 2026 }))).toEqual(['kernel/not-found'])
  expect(await refusal(setSmallestCell(other, '51', { people: 9, basis: 'x' }))).toEqual(['kernel/not-found'])
  expect(await refusal(reachOf(world.as(visitor), { unit: undefined, year: 2026 }))).toEqual(['kernel/not-found'])
  expect(await refusal(reachOf(officer, { unit: '99999', year: 2026 }))).toEqual(['kernel/not-found'])
  const posted = (role: 'auditor' | 'province-leader', unit: string) =>
    world.as({ ...trainingOfficer, id: role, postings: [{ role, unit, province: unit }] })
  expect((await reachOf(posted('auditor', 'VN'), { unit: undefined, year: 2026 })).people).toBe(10)
  expect((await reachOf(posted('province-leader', '51'), { unit: '51', year: 2026 })).maySet).toBe(false)
})
