import { z } from 'zod'
import type { Role, UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { optionalText, requiredText, ticked, typedClock, typedCount, typedDate } from '../platform/input.ts'

export const eventKinds = ['conference', 'workshop', 'ceremony'] as const
export type EventKind = (typeof eventKinds)[number]

export const eventStates = ['draft', 'announced', 'concluded', 'cancelled'] as const
export type EventState = (typeof eventStates)[number]

/** What an organiser does with an event; rules.ts says in which state. */
export type EventAct = 'amend' | 'announce' | 'cancel' | 'invite' | 'answer' | 'attend' | 'conclude' | 'add-conclusion'

export interface Room {
  readonly id: string
  readonly unitCode: UnitCode
  readonly name: string
  readonly address: string
  readonly seats: number
}

/** A class that seems to have the room of an event at its hour. */
export interface RoomUse {
  readonly title: string
  readonly startsAt: Instant
  readonly endsAt: Instant
}

/** What an organiser writes about an event; kept as one text, so that two editors cannot mix theirs. */
export interface EventText {
  readonly kind: EventKind
  readonly title: string
  readonly summary: string
  readonly audience: string
  readonly hosts: readonly string[]
  /** Whom to ask, and at which telephone. */
  readonly contact: string
  readonly roomId: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly answerBy: CivilDate | null
}

export interface GatheringEvent extends EventText {
  readonly id: string
  readonly slug: string
  readonly unitCode: UnitCode
  readonly unitOn: CivilDate
  /** Grows by one with every amendment. */
  readonly edition: number
  readonly state: EventState
  readonly sample: boolean
}

/** An event with what a page says about it. */
export interface ShownEvent extends GatheringEvent {
  readonly unitName: string | null
  readonly unitToday: UnitCode | null
  readonly provinceToday: UnitCode | null
  readonly roomName: string
  readonly address: string
  readonly seats: number
}

export interface AgendaItem {
  readonly startsAt: Instant
  readonly title: string
  readonly speaker: string
}

export interface EventPaper {
  readonly id: string
  readonly title: string
  readonly isPublic: boolean
  readonly file: string
  readonly fileName: string
  readonly mediaType: 'application/pdf' | 'image/jpeg'
  readonly bytes: number
}

export interface Invitation {
  readonly id: string
  readonly eventId: string
  readonly invitee: string
  readonly agency: string
  readonly email: string | null
  readonly producerId: string | null
}

export type AnswerOutcome = 'accept' | 'decline'

export interface GuestAnswer {
  readonly outcome: AnswerOutcome
  readonly delegate: string
  readonly note: string
  readonly toldBy: 'invitee' | 'office'
  readonly at: Instant
}

/** An invitation with the answer in force and whether the guest came. */
export interface Guest extends Invitation {
  readonly outcome: AnswerOutcome | null
  readonly delegate: string | null
  readonly note: string | null
  readonly toldBy: GuestAnswer['toldBy'] | null
  readonly answeredAt: Instant | null
  readonly present: boolean
}

/** How many were asked, said yes or no, and came. */
export interface GuestCounts {
  readonly invited: number
  readonly accepted: number
  readonly declined: number
  readonly present: number
}

/** So many products of one number of stars, of so many producers, counted from decisions. */
export interface Honours {
  readonly stars: number
  readonly products: number
  readonly producers: number
}

/** One product on the list of a ceremony. */
export interface HonouredProduct {
  readonly number: string
  readonly productName: string
  readonly producerId: string
  readonly producerName: string
  readonly stars: number
  readonly decisionId: string
  readonly decisionNumber: string
  readonly decidedOn: CivilDate | null
}

export interface Minutes extends Omit<GuestCounts, 'declined'> {
  readonly body: string
  readonly isPublic: boolean
  readonly honoured: readonly Honours[]
  readonly writtenAt: Instant
}

/** What was concluded: the task, the office that does it, the last day. */
export interface Conclusion {
  readonly id: string
  readonly eventId: string
  readonly position: number
  readonly body: string
  readonly ownerRole: Role
  readonly ownerUnit: UnitCode
  readonly dueOn: CivilDate
}

export interface ShownConclusion extends Conclusion {
  readonly eventTitle: string
  readonly eventSlug: string
  readonly unitToday: UnitCode | null
  readonly provinceToday: UnitCode | null
  readonly ownerUnitToday: UnitCode | null
  readonly ownerUnitName: string | null
  readonly doneOn: CivilDate | null
}

export interface ConclusionReport {
  readonly done: boolean
  readonly result: string
  readonly onDate: CivilDate
}

/** One happening of the common calendar, whoever organises it. */
export interface Occasion {
  readonly id: string
  readonly slug: string
  /** A fair lasts whole days; an event has its hours. */
  readonly source: 'gathering' | 'fair'
  readonly kind: string
  readonly title: string
  readonly unitName: string | null
  readonly place: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly cancelled: boolean
  readonly highlight: boolean
  /** Grows with every amendment, so that a calendar takes the newer one. */
  readonly edition: number
  readonly sample: boolean
}

export const RoomInput = z.object({
  unit: requiredText(5, 'Hãy chọn đơn vị quản lý phòng.'),
  name: requiredText(120, 'Hãy ghi tên phòng hoặc hội trường.'),
  address: requiredText(200, 'Hãy ghi địa chỉ để khách tìm được.'),
  seats: typedCount(100_000, 'Hãy ghi số chỗ của phòng.'),
})
export type RoomInput = z.output<typeof RoomInput>

const lines = (max: number, missing: string) =>
  requiredText(max, missing).transform((text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  )

export const EventInput = z.object({
  unit: requiredText(5, 'Hãy chọn đơn vị tổ chức.'),
  kind: z.enum(eventKinds, { error: 'Hãy chọn loại sự kiện.' }),
  title: requiredText(200, 'Hãy đặt tên sự kiện.'),
  summary: optionalText(3_000),
  audience: requiredText(200, 'Hãy ghi ai được mời, ví dụ các xã và chủ thể trong tỉnh.'),
  hosts: lines(1_000, 'Hãy ghi ít nhất một người hoặc cơ quan chủ trì.'),
  contact: requiredText(200, 'Hãy ghi người liên hệ và số điện thoại.'),
  room: requiredText(60, 'Sự kiện cần một phòng. Hãy chọn phòng, hoặc thêm phòng trước.'),
  startsOn: typedDate,
  startsClock: typedClock,
  endsOn: typedDate,
  endsClock: typedClock,
  answerBy: typedDate.optional(),
  agenda: lines(10_000, 'Hãy ghi chương trình, mỗi dòng một mục.'),
  edition: z.coerce.number().int().min(0).max(1_000_000),
})
export type EventInput = z.output<typeof EventInput>

export const CancelInput = z.object({ reason: requiredText(500, 'Hãy ghi lý do hủy để báo cho khách.') })
export type CancelInput = z.output<typeof CancelInput>

export const PaperInput = z.object({
  title: requiredText(200, 'Hãy đặt tên tài liệu.'),
  public: ticked,
  file: z.instanceof(File, { error: 'Hãy chọn tệp PDF hoặc ảnh.' }),
})

export const InviteInput = z.object({
  guests: lines(20_000, 'Hãy ghi khách mời, mỗi dòng một người.'),
})
export type InviteInput = z.output<typeof InviteInput>

export const AnswerInput = z.object({
  outcome: z.enum(['accept', 'decline'], { error: 'Hãy chọn dự hay không dự.' }),
  delegate: optionalText(120),
  note: optionalText(500),
})
export type AnswerInput = z.output<typeof AnswerInput>

const names = z.preprocess(
  (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
  z.array(z.string().max(60)).max(5_000),
)

/** The page sends whom it showed, so that a list that grew meanwhile moves no mark. */
export const PresenceInput = z.object({ shown: names, present: names })
export type PresenceInput = z.output<typeof PresenceInput>
export const HonourInput = z.object({ decision: names })

export const MinutesInput = z.object({
  minutes: requiredText(20_000, 'Hãy ghi biên bản: diễn biến, ý kiến, kết quả.'),
  publish: ticked,
})
export type MinutesInput = z.output<typeof MinutesInput>

export const ConclusionInput = z.object({
  body: requiredText(1_000, 'Hãy ghi việc phải làm.'),
  owner: requiredText(60, 'Hãy chọn nơi thực hiện.'),
  dueOn: typedDate,
})
export type ConclusionInput = z.output<typeof ConclusionInput>

export const ReportInput = z.object({
  result: requiredText(2_000, 'Hãy ghi đã làm được gì.'),
  done: ticked,
})
export type ReportInput = z.output<typeof ReportInput>
