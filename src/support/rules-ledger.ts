import type { Dong } from '../kernel/money.ts'
import { showMoney } from '../kernel/money.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import type { EntryKind, Funds, LedgerAccount, LedgerEntry, LedgerLine } from './model-ledger.ts'

/** From which account to which each kind of entry moves its sum. */
const ways: Readonly<Record<Exclude<EntryKind, 'correction'>, readonly [LedgerAccount, LedgerAccount]>> = {
  allocation: ['funding', 'available'],
  commitment: ['available', 'committed'],
  release: ['committed', 'available'],
  payment: ['committed', 'paid'],
  claim: ['paid', 'claimed'],
  recovery: ['claimed', 'available'],
}

/** Two lines that sum to nothing. */
export function linesFor(kind: keyof typeof ways, amount: Dong): readonly LedgerLine[] {
  const [credit, debit] = ways[kind]
  return [
    { account: credit, amount: -amount },
    { account: debit, amount },
  ]
}

export function counterLines(lines: readonly LedgerLine[]): readonly LedgerLine[] {
  return lines.map(({ account, amount }) => ({ account, amount: -amount }))
}

const correctable: readonly EntryKind[] = ['allocation', 'commitment', 'payment']

/** A counter-entry undoes a whole entry, once, while what it gave has not gone further. */
export function judgeCorrection(
  entry: Pick<LedgerEntry, 'kind'>,
  lines: readonly LedgerLine[],
  corrected: boolean,
  funds: Pick<Funds, LedgerAccount>,
) {
  if (!correctable.includes(entry.kind)) return refuse('support/not-correctable')
  if (corrected) return refuse('support/corrected-already')
  for (const { account, amount } of lines) {
    if (account !== 'funding' && funds[account] - amount < 0) {
      return refuse('support/gone-further', { facts: { left: showMoney(funds[account]) } })
    }
  }
  return allow(counterLines(lines))
}

/** No more comes back than is owed. */
export function judgeRecovery(claimed: Dong, amount: Dong) {
  if (claimed === 0) return refuse('support/nothing-claimed')
  return amount > claimed
    ? refuse('support/over-claim', { field: 'amount', facts: { left: showMoney(claimed) } })
    : allow(amount)
}

/** A key that was used for something else is no retry. */
export function judgeRetry(before: Pick<LedgerEntry, 'kind' | 'sourceId' | 'entitlementId'>, now: typeof before) {
  const same =
    before.kind === now.kind && before.sourceId === now.sourceId && before.entitlementId === now.entitlementId
  return same ? allow(null) : refuse('support/key-used')
}
