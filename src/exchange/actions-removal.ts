import { record } from '../audit/actions.ts'
import { refreshFor } from '../catalogue/actions.ts'
import { yearOf } from '../kernel/civil-date.ts'
import { orMissing, orRefuse, refuse } from '../kernel/refusal.ts'
import type { Judged } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { enterPastEnding } from '../recognition/actions-past.ts'
import type { PastDecision } from '../recognition/actions-past.ts'
import { authorityOf } from '../recognition/rules.ts'
import { unitAt } from '../territory/actions.ts'
import { lockForSettling } from './actions-settle.ts'
import type { Candidate, RemovalInput, WaitingRow } from './model.ts'
import { isRemoval, judgeRemoval, textOfDecision } from './rules.ts'
import * as store from './store-removal.ts'
import { settle } from './store.ts'
import { endingWord } from './words.ts'

/** The recognitions that a row of removal may mean, the likest name first; a person picks, nothing else does. */
export async function candidatesOf(ctx: Context, { content, provinceCode, outcome }: WaitingRow): Promise<Candidate[]> {
  if (outcome === 'accepted' || provinceCode === null || !isRemoval(content)) return []
  return store.candidates(ctx, { provinceCode, product: content.product ?? '' })
}

/** An officer says which recognition a row of removal ends, by what and from which day; the source stands beside it. */
export async function endByRow(ctx: Context, key: string, input: RemovalInput): Promise<void> {
  const productId = await atomically(ctx, async (tx) => {
    const row = await lockForSettling(tx, key)
    const candidates = await candidatesOf(tx, row)
    const ended = orRefuse(
      judgeRemoval(input, {
        candidate: candidates.find(({ number }) => number === input.certificate),
        today: tx.today,
      }),
    )
    const decision = input.kind === 'revoked' ? orRefuse(await revocationOf(tx, input, ended.candidate)) : undefined
    await enterPastEnding(tx, {
      certificateNumber: ended.candidate.number,
      kind: input.kind,
      endedOn: ended.endedOn,
      ...(decision === undefined ? {} : { decision }),
      ground: row.content.note ?? null,
      sourceUrl: row.content.sourceUrl ?? null,
    })
    await keepSettlement(tx, row, input, ended.candidate)
    return ended.candidate.productId
  })
  await refreshFor(ctx, productId)
}

async function keepSettlement(tx: Tx, row: WaitingRow, input: RemovalInput, { number, productId }: Candidate) {
  const { source, ...given } = input
  const kept = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  const settled = { by: tx.actor.id, at: tx.now, source, given: Object.fromEntries(kept) as Record<string, string> }
  await settle(tx, row.key, { ...row, outcome: 'accepted', reason: endingWord(number), productId, gaps: [] }, settled)
  await record(tx, 'exchange.removal-settled', row.key, { certificate: number, kind: input.kind, source })
}

/** Who recognised takes back; a unit that was merged since acts through the one that took it in. */
async function revocationOf(tx: Tx, input: RemovalInput, candidate: Candidate): Promise<Judged<PastDecision>> {
  const { decisionNo: number = '', decisionDate: decidedOn = '' } = input
  const text = textOfDecision(decidedOn)
  if (text === undefined) return refuse('exchange/text-unclear')
  const isNational = candidate.level === 'ministry'
  const unitCode = (await unitAt(tx, candidate.unitCode, decidedOn)) ? candidate.unitCode : candidate.todayUnit
  const unit = isNational ? undefined : orMissing(await unitAt(tx, unitCode, decidedOn))
  return {
    ok: true,
    value: {
      kind: 'revoke',
      level: candidate.level,
      unitCode: isNational ? candidate.unitCode : unitCode,
      unitOn: decidedOn,
      authority: authorityOf(unit?.fullName),
      number,
      year: yearOf(decidedOn),
      decidedOn,
      text,
    },
  }
}
