import type { Actor } from '../../src/kernel/actor.ts'
import { openAccount } from '../../src/identity/actions.ts'
import { openClass, openCourse } from '../../src/training/actions.ts'
import { enrol } from '../../src/training/actions-enrolment.ts'
import { classPage } from '../../src/training/actions-reading.ts'
import type { ClassInput, CourseInput } from '../../src/training/model.ts'
import { province } from './awarding.ts'
import type { World } from './world.ts'

export const trainingOfficer: Actor = {
  id: 'can-bo-dao-tao',
  name: 'Cán bộ đào tạo mẫu',
  postings: [{ role: 'training-officer', unit: province, province }],
  producers: [],
}

export const otherTrainingOfficer: Actor = {
  ...trainingOfficer,
  id: 'can-bo-dao-tao-khac',
  postings: [{ role: 'training-officer', unit: '66', province: '66' }],
}

export const course: CourseInput = {
  unit: province,
  kind: 'training',
  title: 'Câu chuyện sản phẩm',
  summary: 'Viết câu chuyện từ người, đất và nghề.',
  attendancePercent: 80,
}

/** The world's clock stands at 24/11/2026 09:00; the class meets two days later. */
export const tomorrow: ClassInput = {
  name: 'Lớp 1',
  place: 'Nhà văn hóa xã Măng Đen',
  room: 'Hội trường',
  capacity: 2,
  date: '2026-11-26',
  from: '08:00',
  to: '11:00',
}

export const duringClass = '2026-11-26T01:30:00.000Z'
export const afterClass = '2026-11-26T05:00:00.000Z'

/** Courses, classes and learners for tests of training. All of it is invented. */
export function classroom(world: World) {
  let count = 0

  async function opened(change: Partial<ClassInput> = {}, of: Partial<CourseInput> = {}) {
    count += 1
    const ctx = world.as(trainingOfficer)
    const courseId = await openCourse(ctx, { ...course, ...of })
    const classId = await openClass(ctx, courseId, { ...tomorrow, room: `Phòng ${count}`, ...change })
    const { meetings } = await classPage(ctx, classId)
    return { courseId, classId, meetingId: meetings[0]?.id ?? '' }
  }

  async function learner(): Promise<Actor> {
    count += 1
    const name = `Người học ${count}`
    const id = await openAccount(world.as(), {
      signInName: `hoc-${count}`,
      name,
      password: 'mau-mau-mau-12',
      sample: true,
    })
    return { id, name, postings: [], producers: [] }
  }

  async function enrolled(classId: string, wait = false) {
    const actor = await learner()
    const seat = await enrol(world.as(actor), classId, { as: 'resident', wait, consent: false })
    return { actor, ...seat }
  }

  return { opened, learner, enrolled }
}
