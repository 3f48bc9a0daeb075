import { z } from 'zod'
import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import type { Dong } from '../kernel/money.ts'
import { requiredText, typedMoney } from '../platform/input.ts'

export const sourceKinds = ['local-budget', 'target-programme', 'credit', 'other'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** Money of one unit for one year: where support is paid from. */
export interface FundSource {
  readonly id: string
  readonly unitCode: UnitCode
  readonly unitOn: CivilDate
  readonly kind: SourceKind
  readonly name: string
  readonly document: string
  readonly year: number
  readonly sample: boolean
}

/** A source with its balances and where its unit is today. */
export interface Funds extends FundSource {
  readonly unitName: string | null
  readonly unitToday: UnitCode | null
  readonly provinceToday: UnitCode | null
  readonly funding: Dong
  readonly available: Dong
  readonly committed: Dong
  readonly paid: Dong
  /** Paid for what was revoked later, and not back yet. */
  readonly claimed: Dong
}

/** Given by the source → free → promised → gone → owed back, when what it was paid for is revoked. */
export const ledgerAccounts = ['funding', 'available', 'committed', 'paid', 'claimed'] as const
export type LedgerAccount = (typeof ledgerAccounts)[number]

export type EntryKind = 'allocation' | 'commitment' | 'release' | 'payment' | 'claim' | 'recovery' | 'correction'

/** A line of an entry: debit above nothing, credit below. */
export interface LedgerLine {
  readonly account: LedgerAccount
  readonly amount: Dong
}

export interface LedgerEntry {
  readonly id: string
  readonly key: string
  readonly sourceId: string
  readonly entitlementId: string | null
  readonly kind: EntryKind
  readonly document: string
  readonly note: string
  readonly corrects: string | null
  readonly onDate: CivilDate
  readonly enteredAt: Instant
}

/** An entry as the ledger prints it: one sum moved from one account to another. */
export interface PrintedEntry extends LedgerEntry {
  readonly credit: LedgerAccount
  readonly debit: LedgerAccount
  readonly amount: Dong
  readonly producerName: string | null
  readonly correctedBy: string | null
}

/** What the check of the whole ledger found; nothing in any of them is a sound ledger. */
export interface LedgerCheck {
  readonly lines: number
  readonly unbalanced: number
  readonly drifted: number
  readonly overpaid: number
}

export const SourceInput = z.object({
  unit: requiredText(5, 'Hãy chọn đơn vị.'),
  kind: z.enum(sourceKinds, { error: 'Hãy chọn loại nguồn.' }),
  name: requiredText(200, 'Hãy đặt tên nguồn.'),
  document: requiredText(120, 'Hãy ghi văn bản giao hoặc huy động nguồn.'),
  year: z.coerce.number({ error: 'Hãy ghi năm.' }).int().min(2018, { error: 'Năm từ 2018.' }).max(2100),
})
export type SourceInput = z.output<typeof SourceInput>

export const AllocateInput = z.object({
  key: requiredText(60, 'Hãy tải lại trang rồi gửi lại.'),
  amount: typedMoney,
  document: requiredText(80, 'Hãy ghi số quyết định phân bổ.'),
})
export type AllocateInput = z.output<typeof AllocateInput>

export const CorrectInput = z.object({
  key: requiredText(60, 'Hãy tải lại trang rồi gửi lại.'),
  document: requiredText(80, 'Hãy ghi số văn bản điều chỉnh.'),
  note: requiredText(500, 'Hãy ghi vì sao điều chỉnh.'),
})
export type CorrectInput = z.output<typeof CorrectInput>
