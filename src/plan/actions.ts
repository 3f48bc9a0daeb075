import { record } from '../audit/actions.ts'
import { country, systemActor } from '../kernel/actor.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { newId } from '../kernel/id.ts'
import type { Page } from '../kernel/page.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { communesOfWork, ideaFor } from '../idea/actions.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import type { DeskItem } from '../platform/desk.ts'
import { ownProducers, producerById } from '../producer/actions.ts'
import { productById, productsOf } from '../product/actions.ts'
import { paths } from '../ui/paths.ts'
import { planAccess } from './access.ts'
import { planMonths, writtenParts } from './model.ts'
import type { BeginPlanInput, Plan, PlanContent, PlanInput, PlanVersion, RemarkInput } from './model.ts'
import { faultsOf, judgeAct, judgeSize, planCan } from './rules.ts'
import * as store from './store.ts'

const blank: PlanContent = {
  written: Object.fromEntries(writtenParts.map((part) => [part, ''])) as PlanContent['written'],
  unit: '',
  price: 0,
  unitCosts: [],
  fixedCosts: [],
  investments: [],
  firstMonth: '',
  units: Array.from({ length: planMonths }, () => 0),
  paidAfter: 0,
  ownMoney: 0,
  loan: 0,
  repay: 0,
  asks: [],
}

interface Ground {
  readonly producerId: string | null
  readonly productId: string | null
  readonly ideaId: string | null
  readonly communeCode: string
  readonly communeOn: CivilDate
  readonly written: Partial<PlanContent['written']>
  readonly sample: boolean
}

/** A plan begins from an idea, a product or a producer, with what these say already. */
export function beginPlan(ctx: Context, input: BeginPlanInput): Promise<string> {
  return atomically(ctx, async (tx) => {
    const { written, ...ground } = await groundOf(tx, input)
    const id = newId()
    const accountId = tx.actor.id === systemActor.id ? null : tx.actor.id
    await store.addPlan(tx, { ...ground, id, title: input.title, accountId, by: tx.actor.id, at: tx.now })
    const content = { ...blank, written: { ...blank.written, ...written } }
    await store.saveVersion(tx, id, { number: 1, content, by: tx.actor.id, at: tx.now })
    await record(tx, 'plan.begun', id, { idea: ground.ideaId, product: ground.productId })
    return id
  })
}

async function groundOf(tx: Tx, { idea, product, producer }: BeginPlanInput): Promise<Ground> {
  if (idea !== undefined) return ofIdea(tx, idea)
  if (product !== undefined) return ofProduct(tx, product)
  const found = producer === undefined ? undefined : await producerById(tx, producer)
  if (producer === undefined) throw new Refused({ code: 'plan/no-place', field: 'producer' })
  if (!found || !tx.actor.producers.includes(found.id)) {
    throw new Refused({ code: 'plan/no-such-producer', field: 'producer' })
  }
  const { communeCode, communeOn, sample } = found
  return { producerId: found.id, productId: null, ideaId: null, communeCode, communeOn, written: {}, sample }
}

async function ofIdea(tx: Tx, id: string): Promise<Ground> {
  const { idea, mayWalk } = await ideaFor(tx, id, undefined)
  if (!mayWalk) throw new Refused({ code: 'kernel/not-found' })
  const { description: product, material, market, communeCode, communeOn, sample, producerId } = idea
  return {
    producerId,
    productId: null,
    ideaId: id,
    communeCode,
    communeOn,
    written: { product, material, market },
    sample,
  }
}

async function ofProduct(tx: Tx, id: string): Promise<Ground> {
  const product = await productById(tx, id)
  if (!product || !tx.actor.producers.includes(product.producerId)) {
    throw new Refused({ code: 'plan/no-such-product', field: 'product' })
  }
  const { producerId, communeCode, communeOn, summary, sample } = product
  return { producerId, productId: id, ideaId: null, communeCode, communeOn, written: { product: summary }, sample }
}

/** What a new plan may stand on: the own products and producers. */
export async function beginChoices(ctx: Context) {
  const [products, producers] = await Promise.all([productsOf(ctx, ...ctx.actor.producers), ownProducers(ctx)])
  return { products: products.filter(({ retiredOn }) => retiredOn === null), producers }
}

async function lockedFor(tx: Tx, id: string, act: 'write' | 'remark'): Promise<Plan> {
  const plan = orMissing(await store.lockPlan(tx, id))
  if (tx.actor.id !== systemActor.id && !planAccess[act](tx.actor, placeOf(plan))) {
    throw new Refused({ code: 'kernel/not-found' })
  }
  return plan
}

function placeOf({ communeToday, provinceToday, accountId, producerId, firstSentOn }: Plan) {
  return {
    unit: communeToday ?? '',
    province: provinceToday ?? '',
    state: firstSentOn === null ? ('kept' as const) : ('sent' as const),
    ...(accountId === null ? {} : { owner: accountId }),
    ...(producerId === null ? {} : { producer: producerId }),
  }
}

/** Saves it as far as it is written. A version that was sent stays as it was; a new one begins. */
export function savePlan(ctx: Context, id: string, { title, content }: PlanInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const plan = await lockedFor(tx, id, 'write')
    orRefuse(judgeAct('write', plan.state))
    orRefuse(judgeSize(content))
    const number = plan.state === 'draft' ? plan.number : plan.number + 1
    await store.retitle(tx, id, title)
    await store.saveVersion(tx, id, { number, content, by: tx.actor.id, at: tx.now })
    await record(tx, 'plan.saved', id, { version: number })
  })
}

/** To the commune, whole. @throws {Refused} every part that is still missing, at once. */
export function sendPlan(ctx: Context, id: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const plan = await lockedFor(tx, id, 'write')
    orRefuse(judgeAct('send', plan.state))
    const faults = faultsOf(plan.content)
    if (faults.length > 0) throw new Refused(...faults)
    await store.markSent(tx, id, plan.number, tx.today, tx.now)
    await record(tx, 'plan.sent', id, { version: plan.number })
  })
}

/** The commune advises; its remark stays with the version that it read. */
export function remarkOn(ctx: Context, id: string, { outcome, body }: RemarkInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const plan = await lockedFor(tx, id, 'remark')
    orRefuse(judgeAct('remark', plan.state))
    const remark = { number: plan.number, outcome, body, by: tx.actor.id, on: tx.today, at: tx.now }
    await store.addRemark(tx, id, remark)
    await record(tx, 'plan.remarked', id, { version: plan.number, outcome })
  })
}

export interface SeenPlan {
  readonly plan: Plan
  /** What this reader may see, newest first; what was never sent is its maker's alone. */
  readonly versions: readonly PlanVersion[]
  readonly shown: PlanVersion
  readonly mayWrite: boolean
  readonly maySend: boolean
  readonly mayRemark: boolean
}

/** The plan for its maker, or, once sent, for the commune and those who help. @param number an older version. */
export async function planFor(ctx: Context, id: string, number?: number): Promise<SeenPlan> {
  const plan = orMissing(await store.planById(ctx, id))
  const at = placeOf(plan)
  const writes = planAccess.write(ctx.actor, at)
  if (!planAccess.read(ctx.actor, at)) throw new Refused({ code: 'kernel/not-found' })
  const versions = (await store.versionsOf(ctx, id)).filter(({ sentOn }) => writes || sentOn !== null)
  const shown = orMissing(number === undefined ? versions[0] : versions.find((one) => one.number === number))
  return {
    plan,
    versions,
    shown,
    mayWrite: writes && planCan('write', plan.state),
    maySend: writes && planCan('send', plan.state),
    mayRemark: planAccess.remark(ctx.actor, at) && planCan('remark', plan.state),
  }
}

/** The own plans; for an officer those that were sent, of the communes or provinces of the work. */
export function planRegister(ctx: Context, page: number): Promise<Page<Plan>> {
  const { id: account, producers, postings } = ctx.actor
  const communes = communesOfWork(ctx.actor)
  const readers = ['province-officer', 'province-leader', 'support-officer', 'advisory-member', 'auditor']
  const provinces = postings.filter(({ role }) => readers.includes(role)).map(({ unit }) => unit)
  if (communes.length === 0 && provinces.length === 0) return store.plansOf(ctx, { account, producers }, page)
  return store.plansOf(ctx, { communes, provinces: provinces.includes(country) ? 'all' : provinces }, page)
}

export async function deskItems(ctx: Context): Promise<DeskItem[]> {
  const { id: account, producers } = ctx.actor
  const communes = communesOfWork(ctx.actor)
  const scope = communes.length > 0 ? { communes, provinces: [] } : { account, producers }
  const wanted = communes.length > 0 ? 'sent' : 'revise'
  const { items } = await store.plansOf(ctx, scope, 1)
  return items
    .filter(({ state }) => state === wanted)
    .map(({ id, title, maker, number }) => ({
      id,
      href: paths.plan.file(id),
      title,
      sub: `Phương án kinh doanh của ${maker}, bản ${number}`,
      act: wanted === 'sent' ? 'Nhận xét phương án' : 'Sửa phương án theo nhận xét',
      dueOn: null,
      daysLeft: null,
      turn: wanted === 'sent' ? 'Cán bộ xã' : 'Người lập phương án',
    }))
}

/** For whoever may read the product, or the dossier on it: the plan it came from. */
export function planOfProduct(ctx: Context, productId: string): Promise<Plan | undefined> {
  return store.planOfProduct(ctx, productId)
}

export function planOfIdea(ctx: Context, ideaId: string): Promise<Plan | undefined> {
  return store.planOfIdea(ctx, ideaId)
}
