import { z } from 'zod'
import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { optionalText, requiredText, ticked, typedClock, typedCount, typedDate } from '../platform/input.ts'

export const courseKinds = ['training', 'vocational', 'lecture'] as const
export type CourseKind = (typeof courseKinds)[number]

/** A course of a unit; the classes of a course are opened under it. */
export interface Course {
  readonly id: string
  readonly unitCode: UnitCode
  readonly unitOn: CivilDate
  readonly kind: CourseKind
  readonly title: string
  readonly summary: string
  /** The share of meetings that a certificate asks for. */
  readonly attendancePercent: number
  /** The share of right answers; null for a course without a test. */
  readonly passPercent: number | null
  readonly sample: boolean
}

/** A course with whose it is today. */
export interface ShownCourse extends Course {
  readonly unitName: string | null
  readonly unitToday: UnitCode | null
  readonly provinceToday: UnitCode | null
}

export interface TrainingClass {
  readonly id: string
  readonly courseId: string
  readonly name: string
  readonly place: string
  readonly room: string
  readonly capacity: number
  readonly sample: boolean
}

/** One coming together of a class: when, on what, by whom. */
export interface Meeting {
  readonly id: string
  readonly classId: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly topic: string
  readonly lecturerId: string | null
  readonly lecturerName: string | null
  readonly lecturerAgency: string | null
}

export const classStates = ['planned', 'running', 'over', 'cancelled'] as const
export type ClassState = (typeof classStates)[number]

/** A class with its course and how full it is. */
export interface ShownClass extends TrainingClass {
  readonly courseTitle: string
  readonly courseKind: CourseKind
  readonly attendancePercent: number
  readonly passPercent: number | null
  readonly unitCode: UnitCode
  readonly unitOn: CivilDate
  readonly unitName: string | null
  readonly unitToday: UnitCode | null
  readonly provinceToday: UnitCode | null
  readonly firstStart: Instant | null
  readonly lastEnd: Instant | null
  readonly seated: number
  readonly waiting: number
  readonly cancelledWhy: string | null
}

export const attendeeKinds = ['producer', 'officer', 'resident'] as const
export type AttendeeKind = (typeof attendeeKinds)[number]

/** One name on the list of a class, in the order of enrolling. */
export interface Enrolment {
  readonly id: string
  readonly classId: string
  readonly accountId: string | null
  readonly personName: string
  readonly kind: AttendeeKind
  readonly producerId: string | null
  readonly producerName: string | null
  readonly seated: boolean
  /** From 1 for those who wait; null with a seat. */
  readonly queuePlace: number | null
  readonly sex: 'female' | 'male' | null
  readonly ethnicity: string | null
  readonly consentOn: CivilDate | null
  /** Meetings attended. */
  readonly attended: readonly string[]
  readonly passed: boolean
  readonly certificate: string | null
}

/** An enrolment of one's own, with what to know about its class. */
export interface OwnEnrolment extends Enrolment {
  readonly courseTitle: string
  readonly passPercent: number | null
  readonly className: string
  readonly place: string
  readonly room: string
  readonly firstStart: Instant | null
  readonly lastEnd: Instant | null
  readonly cancelledWhy: string | null
}

/** Something else that seems to have the room of a class at its hour; a draft has no title yet. */
export interface RoomUse {
  readonly title: string | null
  readonly startsAt: Instant
  readonly endsAt: Instant
}

export interface Lecturer {
  readonly id: string
  readonly unitCode: UnitCode
  readonly unitName: string | null
  readonly name: string
  readonly agency: string
  readonly topics: string
  /** Meetings given so far and announced. */
  readonly lectures: number
  readonly sample: boolean
}

const chooseUnit = 'Hãy chọn đơn vị.'

export const CourseInput = z.object({
  unit: requiredText(5, chooseUnit),
  kind: z.enum(courseKinds, { error: 'Hãy chọn loại: tập huấn, dạy nghề hay nói chuyện chuyên đề.' }),
  title: requiredText(200, 'Hãy đặt tên khóa, ví dụ Hoàn thiện câu chuyện sản phẩm.'),
  summary: requiredText(2_000, 'Hãy ghi học gì, cho ai, học xong làm được gì.'),
  attendancePercent: typedCount(100, 'Hãy ghi phải có mặt bao nhiêu phần trăm số buổi.').refine((value) => value >= 1, {
    error: 'Từ 1 đến 100.',
  }),
  passPercent: typedCount(100).optional(),
})
export type CourseInput = z.output<typeof CourseInput>

const meetingFields = {
  date: typedDate,
  from: typedClock,
  to: typedClock,
  topic: optionalText(200),
  lecturer: optionalText(60),
}

export const MeetingInput = z.object(meetingFields)
export type MeetingInput = z.output<typeof MeetingInput>

export const ClassInput = z.object({
  name: requiredText(120, 'Hãy đặt tên lớp, ví dụ Lớp 1, tháng 12/2026.'),
  place: requiredText(300, 'Hãy ghi địa chỉ nơi học.'),
  room: requiredText(120, 'Hãy ghi phòng học. Lớp chưa có phòng thì chưa mở được.'),
  capacity: typedCount(2_000, 'Hãy ghi sức chứa: bao nhiêu người.').refine((value) => value >= 1, {
    error: 'Ít nhất một chỗ.',
  }),
  ...meetingFields,
})
export type ClassInput = z.output<typeof ClassInput>

export const CancelInput = z.object({ reason: requiredText(300, 'Hãy ghi vì sao hủy để người học biết.') })

const person = {
  sex: z.enum(['female', 'male'], { error: 'Hãy chọn nữ hoặc nam, hoặc để trống.' }).optional(),
  ethnicity: optionalText(50),
  consent: ticked,
}

export const EnrolInput = z.object({
  as: requiredText(80, 'Hãy chọn bạn học với tư cách nào.'),
  wait: ticked,
  ...person,
})
export type EnrolInput = z.output<typeof EnrolInput>

export const EnrolForInput = z.object({
  name: requiredText(100, 'Hãy ghi họ tên người học.'),
  kind: z.enum(attendeeKinds, { error: 'Hãy chọn chủ thể, cán bộ hay người dân.' }),
  producerCode: optionalText(20),
  wait: ticked,
  ...person,
})
export type EnrolForInput = z.output<typeof EnrolForInput>

const many = z.preprocess(
  (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
  z.array(z.string().max(60)).max(2_000),
)

export const ListInput = z.object({ present: many })
export const StrikeInput = z.object({
  enrolment: requiredText(60, 'Hãy chọn người.'),
  reason: requiredText(300, 'Hãy ghi vì sao bỏ dòng điểm danh này.'),
})
export type StrikeInput = z.output<typeof StrikeInput>

export const ScanInput = z.object({ token: requiredText(200, 'Hãy quét mã ở cửa lớp.') })

export const LecturerInput = z.object({
  unit: requiredText(5, chooseUnit),
  name: requiredText(100, 'Hãy ghi họ tên chuyên gia.'),
  agency: requiredText(200, 'Hãy ghi nơi làm việc.'),
  topics: requiredText(500, 'Hãy ghi các chủ đề, ví dụ nhãn hàng hóa, truy xuất nguồn gốc.'),
  agreed: ticked,
})
export type LecturerInput = z.output<typeof LecturerInput>
