import { z } from 'zod'
import { requiredText } from '../platform/input.ts'

export type Digit = '1' | '2'

/** What one telephone was asked; open until the notice that asked is recalled. */
export interface PhoneQuestion {
  /** The occasion of the notice that asked: `trade.asked:…`. */
  readonly key: string
  /** Tells the questions of one telephone apart. */
  readonly code: string
  readonly open: boolean
}

/** A text message as the carrier handed it over; its id comes again when the carrier heard no answer. */
export interface InboundMessage {
  readonly id: string
  readonly from: string
  readonly text: string
}

export type InboundOutcome = 'acted' | 'which-one' | 'nothing-open' | 'not-understood' | 'refused'

export const PhoneInput = z.object({
  from: requiredText(20, 'Hãy chọn số điện thoại.'),
  text: requiredText(160, 'Hãy ghi tin nhắn, ví dụ 1.'),
})
