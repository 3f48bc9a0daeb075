import { z } from 'zod'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import type { UnitCode } from '../kernel/actor.ts'
import type { Choices, DossierKind, Level, Stars, TextId } from '../regime/model.ts'
import { optionalText, requiredText, ticked, typedDate } from '../platform/input.ts'

export const councilLevels = ['district', 'province', 'ministry'] as const
export type CouncilLevel = Extract<Level, (typeof councilLevels)[number]>

export const capacities = ['chair', 'vice-chair', 'secretary', 'member'] as const
export type Capacity = (typeof capacities)[number]

export const gateRules = ['majority', 'all', 'mean'] as const
/** How a gate is judged when members choose different levels; the law leaves it to each council. */
export type GateRule = (typeof gateRules)[number]

export const fallbacks = ['highest-met', 'not-recognised'] as const
/** What becomes of a product whose total reaches a star but whose gates do not. */
export type Fallback = (typeof fallbacks)[number]

export const proposals = ['on-points', 'on-points-and-gates'] as const
/** What sends a result up: points alone, or the gates of the star that the points reach too. */
export type Proposal = (typeof proposals)[number]

export const againRules = ['may-sit', 'others-only'] as const
/** Whether those who scored a dossier the first time score it again when another session is ordered. */
export type AgainRule = (typeof againRules)[number]

export type SessionState = 'called' | 'open' | 'closed'

/** A council set up by decision (26/2026 Điều 7.3, 7.4). */
export interface Council {
  readonly id: string
  readonly level: CouncilLevel
  readonly unitCode: UnitCode
  readonly unitOn: CivilDate
  /** The unit as it was called on `unitOn`; `Trung ương` for the country. */
  readonly unitName: string
  /** The province that holds the unit today; `VN` for the ministry. */
  readonly provinceToday: UnitCode
  readonly name: string
  readonly decisionNo: string
  readonly decidedOn: CivilDate
  readonly fromDate: CivilDate
  readonly toDate: CivilDate | null
  readonly seats: readonly Seat[]
  readonly sample: boolean
}

/** A chair at the table. A secretary votes only when the decision also names them a member. */
export interface Seat {
  readonly accountId: string
  readonly name: string
  readonly capacity: Capacity
  readonly agency: string
  readonly votes: boolean
}

/** What the law leaves to the council's operating regulation (26/2026 Điều 7.3.b, 7.4.b). */
export interface Regulation {
  readonly id: string
  readonly councilId: string
  readonly effectiveOn: CivilDate
  readonly quorumNumerator: number
  readonly quorumDenominator: number
  readonly chairRequired: boolean
  readonly spreadPoints: number
  readonly gateRule: GateRule
  readonly fallback: Fallback
  /** Null: the regulation is silent, the text's reading holds, and whoever closes a session confirms it. */
  readonly proposes: Proposal | null
  /** Rounds after which whoever leads may settle a spread that stays too wide; null: never. */
  readonly wideRounds: number | null
  /** Points off the mean of the round before from which a ballot of the next round needs its reason; null: not asked. */
  readonly outlierPoints: number | null
  /** Null: the regulation is silent, and whoever scored the first time may score again. */
  readonly sitsAgain: AgainRule | null
  readonly documentNo: string
}

/** One council, one regulation, one text, one agenda. */
export interface Session {
  readonly id: string
  readonly councilId: string
  readonly regulationId: string
  readonly roundId: string | null
  readonly text: TextId
  readonly meetsOn: CivilDate
  readonly place: string
  readonly state: SessionState
  readonly openedAt: Instant | null
  readonly closedAt: Instant | null
  readonly sample: boolean
}

export interface AgendaItem {
  readonly dossierId: string
  readonly number: string | null
  readonly productName: string
  readonly producerId: string
  readonly producerName: string
  /** Number of the rubric in the session's text. */
  readonly rubric: string | null
  readonly kind: DossierKind
  readonly scoringRound: number
  /** The order under which it is scored again; null for a first scoring. */
  readonly reexaminationId: string | null
  /** False once the dossier left the agenda by itself: withdrawn or disqualified. */
  readonly stands: boolean
}

/** Options, not points: the points are computed from the rubric whenever they are needed. */
export interface Ballot {
  readonly id: string
  readonly dossierId: string
  readonly accountId: string
  readonly scoringRound: number
  readonly choices: Choices
  readonly comment: string
  readonly castAt: Instant
  readonly supersededAt: Instant | null
}

/** A ballot being filled in; position 0 says "nothing reaches the levels below". */
export interface Draft {
  readonly choices: Choices
  readonly comment: string
  readonly savedAt: Instant
}

/** All that the rules of a session look at, for the items that one person may see. */
export interface Sitting {
  readonly session: Session
  readonly council: Council
  readonly regulation: Regulation
  readonly present: ReadonlySet<string>
  readonly items: readonly SittingItem[]
}

/** Why somebody takes no part in an item. */
export type ConflictCause = 'declared' | 'before' | 'of-producer' | 'audits' | 'scored-before'

export interface SittingItem extends AgendaItem {
  /** Accounts that take no part in this item. */
  readonly recused: ReadonlySet<string>
  /** Those whom the system found only after the session opened, and why: nothing was written down for them before. */
  readonly found: ReadonlyMap<string, 'of-producer' | 'audits'>
  /** Why whoever leads settled the current round though its spread is too wide; null when they did not. */
  readonly settledBecause: string | null
  /** Standing ballots of the item's current scoring round, of members who may vote on it. */
  readonly totals: ReadonlyMap<string, number>
}

/** Where a result goes by the procedure of its text. */
export type Verdict = 'recognise' | 'propose' | 'lower-may-use' | 'not-recognised'

/** What a closed session says of one dossier. */
export interface Result {
  readonly sessionId: string
  readonly dossierId: string
  readonly totalPoints: number
  readonly ballots: number
  readonly meanHundredths: number
  readonly spread: number
  readonly stars: Stars
  readonly verdict: Verdict
  readonly decidedAt: Instant
}

/** What was said about one dossier, for the minutes. */
export interface Note {
  readonly dossierId: string
  readonly text: string
}

/** Points that a council gave at one criterion of one rubric, over all its closed sessions. */
export interface CouncilMean {
  readonly councilId: string
  readonly councilName: string
  readonly level: CouncilLevel
  readonly rubric: string
  readonly criterion: string
  readonly ballots: number
  readonly points: number
}

/** What the advisory team tells the chair of the council (26/2026 Điều 7.3). */
export interface AdvisoryReport {
  readonly dossierId: string
  readonly level: CouncilLevel
  readonly findings: string
  readonly proposal: string
  readonly reportedBy: string
  readonly reportedAt: Instant
}

const smallNumber = (missing: string, min: number, max: number) =>
  z.coerce
    .number({ error: missing })
    .int({ error: missing })
    .min(min, { error: `Ít nhất là ${min}.` })
    .max(max, { error: `Nhiều nhất là ${max}.` })

const blankIsNone = (given: unknown) => (given === '' ? undefined : given)

export const RegulationInput = z.object({
  documentNo: requiredText(80, 'Hãy ghi số văn bản ban hành quy chế.'),
  effectiveOn: typedDate,
  quorumNumerator: smallNumber('Hãy ghi tử số của túc số, ví dụ 3.', 1, 20).default(3),
  quorumDenominator: smallNumber('Hãy ghi mẫu số của túc số, ví dụ 4.', 1, 20).default(4),
  chairRequired: ticked,
  spreadPoints: smallNumber('Hãy ghi số điểm lệch cho phép, ví dụ 10.', 0, 100).default(10),
  gateRule: z.enum(gateRules, { error: 'Hãy chọn cách xét ngưỡng sao.' }).default('majority'),
  fallback: z.enum(fallbacks, { error: 'Hãy chọn cách xếp khi không đạt ngưỡng.' }).default('highest-met'),
  proposes: z.preprocess(
    blankIsNone,
    z.enum(proposals, { error: 'Hãy chọn cách xét kết quả chuyển lên cấp trên.' }).optional(),
  ),
  wideRounds: z.preprocess(blankIsNone, smallNumber('Hãy ghi số vòng, ví dụ 3.', 1, 9).optional()),
  outlierPoints: z.preprocess(blankIsNone, smallNumber('Hãy ghi số điểm, ví dụ 10.', 0, 100).optional()),
  sitsAgain: z.preprocess(
    blankIsNone,
    z.enum(againRules, { error: 'Hãy chọn người đã chấm có chấm lại không.' }).optional(),
  ),
})
export type RegulationInput = z.output<typeof RegulationInput>

export const SeatInput = z.object({
  accountId: requiredText(80, 'Hãy chọn người.'),
  capacity: z.enum(capacities, { error: 'Hãy chọn chức danh trong Hội đồng.' }),
  agency: requiredText(160, 'Hãy ghi cơ quan của thành viên.'),
  votes: z.boolean().optional(),
})
export type SeatInput = z.output<typeof SeatInput>

export const CouncilInput = z.object({
  level: z.enum(councilLevels, { error: 'Hãy chọn cấp của Hội đồng.' }),
  unitCode: requiredText(5, 'Hãy chọn đơn vị.'),
  name: requiredText(200, 'Hãy ghi tên Hội đồng.'),
  decisionNo: requiredText(80, 'Hãy ghi số quyết định thành lập.'),
  decidedOn: typedDate,
  fromDate: typedDate,
  toDate: typedDate.optional(),
  seats: z.array(SeatInput).min(1, { error: 'Hãy ghi các thành viên Hội đồng.' }),
})
export type CouncilInput = z.output<typeof CouncilInput>

export const SessionInput = z.object({
  meetsOn: typedDate,
  place: requiredText(200, 'Hãy ghi nơi họp.'),
  text: requiredText(20, 'Hãy chọn văn bản áp dụng.'),
  roundId: optionalText(80),
  dossiers: z.preprocess(
    (given) => (typeof given === 'string' ? [given] : given),
    z
      .array(z.string().max(80), { error: 'Hãy chọn ít nhất một hồ sơ.' })
      .min(1, { error: 'Hãy chọn ít nhất một hồ sơ.' })
      .max(200, { error: 'Một phiên nhiều nhất 200 hồ sơ.' }),
  ),
})
export type SessionInput = z.output<typeof SessionInput>

export const BallotInput = z.object({
  chon: z.record(z.string().max(20), z.coerce.number({ error: 'Hãy chọn một mức.' }).int().min(0).max(20)).default({}),
  comment: optionalText(4000),
  act: z.enum(['draft', 'cast']).default('cast'),
})
export type BallotInput = z.output<typeof BallotInput>

export const ClosingInput = z.object({ confirmed: ticked })

export const SettlingInput = z.object({ reason: requiredText(2000, 'Hãy ghi lý do chốt dù điểm còn lệch.') })

export const RecusalInput = z.object({ reason: requiredText(500, 'Hãy ghi lợi ích liên quan, một câu là đủ.') })

export const NoteInput = z.object({ text: requiredText(4000, 'Hãy ghi ý kiến thảo luận.') })

export const AdviceInput = z.object({
  findings: requiredText(8000, 'Hãy ghi kết quả thẩm định.'),
  proposal: requiredText(2000, 'Hãy ghi đề xuất với Chủ tịch Hội đồng.'),
})
export type AdviceInput = z.output<typeof AdviceInput>

export const AdviceStepInput = z.object({
  reason: requiredText(2000, 'Hãy ghi lý do và nội dung cần làm.'),
})
