import { record } from '../audit/actions.ts'
import { dossierById, moveDossier } from '../dossier/actions.ts'
import type { Dossier, DossierAct, DossierState } from '../dossier/model.ts'
import { country } from '../kernel/actor.ts'
import { Refused, orMissing } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { evaluationAccess } from './access.ts'
import type { AdviceInput, CouncilLevel } from './model.ts'
import * as results from './store-result.ts'
import type { DossierFacts, NamedReport } from './store-result.ts'

const ministryStates: readonly DossierState[] = ['sent-to-ministry', 'received-by-ministry']

/** The level whose advisory body works on a dossier in this state. */
function levelOf({ state }: Dossier): CouncilLevel {
  return ministryStates.includes(state) ? 'ministry' : 'province'
}

function placeFor(dossier: Dossier) {
  const unit = levelOf(dossier) === 'ministry' ? country : (dossier.provinceToday ?? '')
  return { unit, province: unit, producer: dossier.producerId, recused: new Set(dossier.recused) }
}

async function advisable(ctx: Context, dossierId: string): Promise<Dossier> {
  const dossier = orMissing(await dossierById(ctx, dossierId))
  if (ctx.actor.id !== 'system' && !evaluationAccess.advise(ctx.actor, placeFor(dossier))) {
    throw new Refused({ code: 'kernel/not-found' })
  }
  return dossier
}

export type AdviceAct = Extract<DossierAct, 'start-advice' | 'visit-site' | 'ask-lab-test'>

/** The advisory team begins, visits the site, or asks for one more test (26/2026 Article 7.3). */
export function takeAdviceStep(ctx: Context, dossierId: string, act: AdviceAct, reason?: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    await advisable(tx, dossierId)
    await moveDossier(tx, dossierId, act, { reason })
  })
}

/** The written report to the chair of the council; at the province it also moves the dossier on. */
export function reportAdvice(ctx: Context, dossierId: string, input: AdviceInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const dossier = await advisable(tx, dossierId)
    const level = levelOf(dossier)
    await keepReport(tx, dossierId, level, input)
    if (level === 'province') await moveDossier(tx, dossierId, 'report-advice')
    else await record(tx, 'evaluation.advice-reported', dossierId, { level })
  })
}

function keepReport(
  tx: Tx,
  dossierId: string,
  level: CouncilLevel,
  { findings, proposal }: AdviceInput,
): Promise<void> {
  return results.saveReport(tx, { dossierId, level, findings, proposal, reportedBy: tx.actor.id, reportedAt: tx.now })
}

export interface AdvicePage {
  readonly dossier: Dossier
  readonly facts: DossierFacts
  readonly report: NamedReport | undefined
}

export async function advicePage(ctx: Context, dossierId: string): Promise<AdvicePage> {
  const dossier = await advisable(ctx, dossierId)
  const [[facts], report] = await Promise.all([
    results.dossiersById(ctx, [dossierId], ctx.actor),
    results.reportOf(ctx, dossierId, levelOf(dossier)),
  ])
  return { dossier, facts: orMissing(facts), report }
}

const provinceStates = ['received-by-province', 'completed-for-province', 'under-advice', 'site-visit', 'lab-test']

/** Dossiers that wait for the advisory body this person belongs to. */
export async function adviceList(ctx: Context): Promise<DossierFacts[]> {
  const { actor } = ctx
  const units = actor.postings
    .map(({ unit }) => unit)
    .filter((unit) => evaluationAccess.advise(actor, { unit, province: unit }))
  if (units.length === 0) throw new Refused({ code: 'kernel/not-found' })
  const lists = await Promise.all(
    units.map((unit) =>
      unit === country
        ? results.dossiersIn(ctx, ministryStates, null, actor)
        : results.dossiersIn(ctx, provinceStates, unit, actor),
    ),
  )
  return lists.flat()
}
