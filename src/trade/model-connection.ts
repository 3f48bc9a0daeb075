import { z } from 'zod'
import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import type { Dong } from '../kernel/money.ts'
import { optionalText, requiredText, typedCount, typedDate, typedMoney } from '../platform/input.ts'
import type { Unit } from './model.ts'

export const connectionStates = ['asked', 'quoted', 'agreed', 'delivered', 'done', 'declined', 'cancelled'] as const
export type ConnectionState = (typeof connectionStates)[number]

export const sides = ['buyer', 'producer'] as const
export type Side = (typeof sides)[number]

/** How an answer came: on a page, by the link of a mail, by a text message, or told to an officer who entered it. */
export type Means = 'web' | 'email' | 'sms' | 'officer'

/** In the order of the forms on the page: what goes well stands before what does not. */
export const connectionActs = ['quote', 'accept', 'decline', 'deliver', 'receive', 'report-short', 'cancel'] as const
export type ConnectionAct = (typeof connectionActs)[number]

/** One buyer and one offer, from the first question to what came of it. */
export interface Connection {
  readonly id: string
  readonly offerId: string
  readonly demandId: string | null
  readonly buyerId: string
  readonly productId: string
  readonly producerId: string
  readonly unit: Unit
  readonly quantity: number
  /** For one unit. */
  readonly price: Dong
  readonly wantedOn: CivilDate
  readonly state: ConnectionState
  readonly since: CivilDate
  readonly askedOn: CivilDate
}

export interface ShownConnection extends Connection {
  readonly buyerName: string
  readonly buyerProvince: UnitCode | null
  readonly buyerMembers: readonly string[]
  readonly producerName: string
  readonly communeToday: UnitCode | null
  readonly provinceToday: UnitCode | null
  readonly productName: string
}

export interface ConnectionStep {
  readonly position: number
  readonly act: ConnectionAct | 'ask'
  readonly stateAfter: ConnectionState
  readonly side: Side
  readonly means: Means
  readonly quantity: number | null
  readonly price: Dong | null
  readonly note: string
  readonly byAccount: string
  readonly onDate: CivilDate
  readonly at: Instant
}

/** What came of a connection; both sides see it, the public sees sums only. */
export interface ConnectionOutcome {
  readonly quantity: number
  readonly value: Dong
  readonly onDate: CivilDate
  readonly note: string
}

/** A question sent to the side whose turn it is; open until somebody takes the next step. */
export interface Question {
  readonly connectionId: string
  readonly position: number
  readonly side: Side
}

const positive = { error: 'Hãy ghi một số lớn hơn 0.' }
const quantity = typedCount(1_000_000_000, 'Hãy ghi số lượng.').refine((value) => value > 0, positive)

export const EnquiryInput = z.object({
  buyer: requiredText(60, 'Hãy chọn bên mua.'),
  demand: optionalText(60),
  quantity,
  wantedOn: typedDate,
  note: optionalText(1_000),
  heard: optionalText(300),
})
export type EnquiryInput = z.output<typeof EnquiryInput>

/** One step of a connection. What an act does not ask for is left out; `heard` is how an officer knows. */
export const StepInput = z.object({
  act: z.enum(connectionActs, { error: 'Hãy chọn một việc.' }),
  side: z.enum(sides, { error: 'Hãy chọn bên.' }),
  position: typedCount(10_000),
  quantity: quantity.optional(),
  price: typedMoney.optional(),
  value: typedMoney.optional(),
  onDate: typedDate.optional(),
  note: optionalText(1_000),
  heard: optionalText(300),
})
export type StepInput = z.output<typeof StepInput>

export const DigitInput = z.object({ digit: z.enum(['1', '2'], { error: 'Hãy chọn 1 hoặc 2.' }) })
