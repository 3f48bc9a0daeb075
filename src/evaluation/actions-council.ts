import { record } from '../audit/actions.ts'
import { country, holds } from '../kernel/actor.ts'
import type { Actor, Role } from '../kernel/actor.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { evaluationAccess, placeOf } from './access.ts'
import type { Council, CouncilInput, Regulation, RegulationInput } from './model.ts'
import { judgeCouncil, judgeRegulation } from './rules.ts'
import type { Reexamination } from './model-again.ts'
import { isScoredAgain } from './rules-again.ts'
import * as again from './store-again.ts'
import * as store from './store.ts'
import * as results from './store-result.ts'
import type { DossierFacts } from './store-result.ts'
import { agendaActs } from './verdict.ts'
import type { CouncilRow, Reach, SessionLine } from './store.ts'

/**
 * The decision that sets up a council, with its members, their agencies and capacities (26/2026 Điều 7.3, 7.4).
 * @throws {Refused} `evaluation/one-chair`, `evaluation/seated-twice`, `evaluation/not-yours-to-set-up` …
 */
export function setUpCouncil(
  ctx: Context,
  input: CouncilInput,
  { sample = false, unitOn = ctx.today } = {},
): Promise<string> {
  return atomically(ctx, async (tx) => {
    if (!evaluationAccess['set-up-council'](tx.actor, { unit: input.unitCode, province: input.unitCode }))
      throw new Refused({ code: 'evaluation/not-yours-to-set-up' })
    const seats = orRefuse(judgeCouncil(input))
    const named = seats.map(({ accountId }) => accountId)
    const known = await store.accountNames(tx, named)
    if (known.length < seats.length) throw new Refused({ code: 'evaluation/unknown-account', field: 'seats' })
    if ((await store.auditorsAmong(tx, named, tx.today)) > 0)
      throw new Refused({ code: 'evaluation/auditor-seated', field: 'seats' })
    const id = newId()
    await store.addCouncil(tx, {
      ...input,
      id,
      unitOn,
      toDate: input.toDate ?? null,
      setUpBy: tx.actor.id,
      setUpAt: tx.now,
      sample,
    })
    for (const seat of seats) await store.addSeat(tx, id, seat)
    await record(tx, 'evaluation.council-set-up', id, {
      level: input.level,
      unit: input.unitCode,
      decision: input.decisionNo,
      seats: seats.length,
    })
    return id
  })
}

/** A regulation is never amended: a new one takes effect on a later day, and sessions keep the one they were called under. */
export function adoptRegulation(ctx: Context, councilId: string, input: RegulationInput): Promise<string> {
  return atomically(ctx, async (tx) => {
    const council = await councilById(tx, councilId)
    if (!evaluationAccess['adopt-regulation'](tx.actor, placeOf(council)))
      throw new Refused({ code: 'evaluation/not-yours-to-set-up' })
    orRefuse(judgeRegulation(input))
    const id = newId()
    const { proposes = null, wideRounds = null, outlierPoints = null, sitsAgain = null } = input
    const settled = { ...input, proposes, wideRounds, outlierPoints, sitsAgain }
    await store.addRegulation(tx, { ...settled, id, councilId, enteredBy: tx.actor.id, enteredAt: tx.now })
    await record(tx, 'evaluation.regulation-adopted', id, {
      council: councilId,
      document: input.documentNo,
      effectiveOn: input.effectiveOn,
    })
    return id
  })
}

/** The council with its seats. @throws {Refused} `kernel/not-found` also for who may not know of it. */
export async function councilById(ctx: Context, id: string): Promise<Council> {
  const row = orMissing(await store.councilById(ctx, id))
  const council = { ...row, seats: await store.seatsOf(ctx, id) }
  if (!evaluationAccess['read-council'](ctx.actor, placeOf(council))) throw new Refused({ code: 'kernel/not-found' })
  return council
}

export interface CouncilFile {
  readonly council: Council
  readonly regulations: readonly Regulation[]
  readonly sessions: readonly SessionLine[]
  readonly mayAdopt: boolean
  readonly mayPrepare: boolean
}

export async function councilFile(ctx: Context, id: string): Promise<CouncilFile> {
  const council = await councilById(ctx, id)
  const [regulations, sessions] = await Promise.all([
    store.regulationsOf(ctx, id),
    store.sessionsWithin(ctx, { ...reachOf(ctx.actor), all: true }, ctx.actor.producers, { councilId: id }),
  ])
  return {
    council,
    regulations,
    sessions,
    mayAdopt: evaluationAccess['adopt-regulation'](ctx.actor, placeOf(council)),
    mayPrepare: evaluationAccess['prepare-session'](ctx.actor, placeOf(council)),
  }
}

export function councilsOf(ctx: Context): Promise<CouncilRow[]> {
  return store.councilsWithin(ctx, reachOf(ctx.actor))
}

/** Sessions not yet closed of the councils this person sits in. */
export function seatedSessions(ctx: Context): Promise<SessionLine[]> {
  const { id: accountId, producers } = ctx.actor
  return store.sessionsWithin(ctx, { all: false, provinces: [], accountId }, producers, { unclosed: true })
}

/** Units in which this person may set up a council: a province, or the country. */
export function unitsToSetUp({ postings }: Actor): readonly string[] {
  return postings
    .filter(({ role, unit }) => role === 'province-leader' || (role === 'ministry-leader' && unit === country))
    .map(({ unit }) => unit)
}

/** The same boundary as `read-council`, for the lists. */
export function reachOf(actor: Actor): Reach {
  const provinceRoles: readonly Role[] = ['province-officer', 'province-leader', 'advisory-member', 'auditor']
  return {
    all: actor.id === 'system' || holds(actor, ['ministry-officer', 'ministry-leader', 'auditor'], country),
    provinces: actor.postings.filter(({ role }) => provinceRoles.includes(role)).map(({ unit }) => unit),
    accountId: actor.id,
  }
}

/** People who may be named to a council: whoever holds a posting in the units where this person leads. */
export function candidates(ctx: Context): Promise<{ id: string; name: string }[]> {
  return store.peopleOf(ctx, unitsToSetUp(ctx.actor))
}

/** A dossier that may be called; `again` for one that was decided and is to be scored again. */
export interface Ready extends DossierFacts {
  readonly again: Reexamination | null
}

/** Dossiers that wait for a session of this council: those never scored at its level, then those ordered to be scored again. */
export async function readyFor(ctx: Context, council: Council): Promise<readonly Ready[]> {
  const { waits } = agendaActs[council.level]
  const province = council.level === 'ministry' ? null : council.provinceToday
  const [first, ordered] = await Promise.all([
    results.dossiersIn(ctx, waits, province, ctx.actor),
    results.dossiersOrdered(ctx, council.level, province, ctx.actor),
  ])
  const callable = ordered.filter(({ state }) => isScoredAgain(council.level, state))
  const orders = await again.openAmong(
    ctx,
    callable.map(({ id }) => id),
  )
  const orderOf = (id: string) => orders.find(({ dossierId }) => dossierId === id) ?? null
  return [
    ...first.map((one) => ({ ...one, again: null })),
    ...callable.map((one) => ({ ...one, again: orderOf(one.id) })),
  ]
}
