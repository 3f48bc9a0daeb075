import { record } from '../audit/actions.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { supportAccess } from './access.ts'
import { placeOf } from './actions-reading.ts'
import type {
  AnswerSupportInput,
  AskInput,
  EntitlementState,
  ListedPolicy,
  OutcomeInput,
  ProposeInput,
  ShownEntitlement,
  Step,
  SupportAct,
} from './model.ts'
import * as rules from './rules.ts'
import { lockPolicy, policiesOf, policyById } from './store-policy.ts'
import { isRevoked, producersWithPlace, productsOf, starsOn } from './store-recognition.ts'
import type { OwnProducer } from './store-recognition.ts'
import * as store from './store.ts'

type Right = keyof typeof supportAccess

/** Loads, locks and judges: whoever may not act on it does not learn that it is there. */
export async function lockFor(tx: Tx, id: string, right: Right, act: SupportAct): Promise<ShownEntitlement> {
  const entitlement = orMissing(await store.lockEntitlement(tx, id))
  if (!supportAccess[right](tx.actor, placeOf(entitlement))) throw new Refused({ code: 'kernel/not-found' })
  orRefuse(rules.judgeAct(act, entitlement))
  return entitlement
}

export function takeStep(
  tx: Tx,
  id: string,
  act: SupportAct | 'ask',
  stateAfter: EntitlementState,
  given: Partial<Pick<Step, 'amount' | 'cost' | 'reason'>>,
): Promise<void> {
  const { amount = null, cost = null, reason = '' } = given
  const { now: at, today: onDate } = tx
  return store.addStep(tx, id, { act, stateAfter, amount, cost, reason, byAccount: tx.actor.id, onDate, at })
}

export async function refuseRevoked(tx: Tx, { certificateNumber }: ShownEntitlement): Promise<void> {
  orRefuse(rules.judgeCertificate(certificateNumber !== null && (await isRevoked(tx, certificateNumber))))
}

/** The policies of today that a producer may ask under, for each of the own producers. */
export async function askChoices(ctx: Context) {
  const [producers, products] = await Promise.all([
    producersWithPlace(ctx, ctx.actor.producers),
    productsOf(ctx, ctx.actor.producers),
  ])
  const offers = await Promise.all(producers.map((producer) => offersFor(ctx, producer)))
  const policies = new Map(offers.flat().map((policy) => [policy.id, policy]))
  return { producers, products, policies: [...policies.values()] }
}

async function offersFor(ctx: Context, { communeToday, provinceToday }: OwnProducer): Promise<ListedPolicy[]> {
  const units = [communeToday, provinceToday].filter((code) => code !== null).map((code) => ({ code, on: ctx.today }))
  if (units.length === 0) return []
  const found = await policiesOf(ctx, units)
  return found.filter((policy) => policy.opens === 'request' && rules.isInForce(policy, ctx.today))
}

/** A producer asks for a measure that no recognition opens: packaging, design, a trademark. The same form again is one request. */
export function askSupport(ctx: Context, input: AskInput): Promise<string> {
  return atomically(ctx, async (tx) => {
    const [producer] = await producersWithPlace(
      tx,
      tx.actor.producers.filter((id) => id === input.producer),
    )
    if (!producer) throw new Refused({ code: 'kernel/not-found' })
    const policy = (await offersFor(tx, producer)).find(({ id }) => id === input.policy)
    if (!policy) throw new Refused({ code: 'support/no-such-policy', field: 'policy' })
    const product = (await productsOf(tx, [producer.id])).find(({ id }) => id === input.product)
    if (input.product && !product) throw new Refused({ code: 'support/no-such-product', field: 'product' })
    orRefuse(rules.judgeStars(policy, product ? await starsOn(tx, product.id, tx.today) : null))
    await lockPolicy(tx, policy.id)
    const of = { producerId: producer.id, productId: product?.id ?? null, communeCode: producer.communeCode }
    const { key, need } = input
    const before = key === undefined ? undefined : await store.askedWith(tx, key)
    if (before && rules.isSameRequest(before, { ...of, policyId: policy.id, askedCost: input.cost, need }))
      return before.id
    const promised = await store.promisedUnder(tx, policy.id, of, null)
    orRefuse(rules.judgeOnce(policy, promised))
    if (await store.isAsked(tx, policy.id, { ...of, need: input.need, askedCost: input.cost }))
      throw new Refused({ code: 'support/asked-already', overtaken: true })
    const most = Math.min(rules.shareOf(policy, input.cost), rules.roomUnder(policy, promised))
    const amount = orRefuse(rules.judgeAmount(policy, promised, input.cost, Math.max(1, most), 'cost'))
    const id = newId()
    const communePays = policy.paidBy === 'commune' || producer.provinceToday === null
    await store.addEntitlement(
      tx,
      {
        ...of,
        id,
        policyId: policy.id,
        certificateNumber: null,
        event: null,
        stars: null,
        unitCode: communePays ? producer.communeCode : (producer.provinceToday ?? ''),
        unitOn: communePays ? producer.communeOn : tx.today,
        need,
        askedCost: input.cost,
        amount,
        state: 'asked',
        since: tx.today,
        openedOn: tx.today,
        sample: producer.sample,
        askKey: before === undefined ? key : undefined,
      },
      tx.actor.id,
      tx.now,
    )
    await takeStep(tx, id, 'ask', 'asked', { amount, cost: input.cost })
    await record(tx, 'support.asked', id, { policy: policy.id, cost: input.cost, amount })
    return id
  })
}

/** The officer proposes a sum: never above the share of the cost or any cap of the policy. */
export function proposeSupport(ctx: Context, id: string, { amount, reason }: ProposeInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const entitlement = await lockFor(tx, id, 'propose-support', 'propose')
    await refuseRevoked(tx, entitlement)
    const policy = orMissing(await policyById(tx, entitlement.policyId))
    await lockPolicy(tx, policy.id)
    const promised = await store.promisedUnder(tx, policy.id, entitlement, id)
    orRefuse(rules.judgeAmount(policy, promised, entitlement.askedCost, amount))
    await takeStep(tx, id, 'propose', 'proposed', { amount, reason })
    await record(tx, 'support.proposed', id, { amount })
  })
}

/** The leader does not approve: the officer proposes again, or it ends with a reason the producer reads. */
export function answerSupport(ctx: Context, id: string, { outcome, why }: AnswerSupportInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    await lockFor(tx, id, 'approve-support', outcome)
    await takeStep(tx, id, outcome, outcome === 'decline' ? 'declined' : 'returned', { reason: why })
    await record(tx, outcome === 'decline' ? 'support.declined' : 'support.sent-back', id)
  })
}

/** What came of it, told by the producer or by the officer; more may be told later. */
export function tellOutcome(ctx: Context, id: string, { result, jobs, revenue }: OutcomeInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const entitlement = await lockFor(tx, id, 'tell-outcome', 'tell-outcome')
    const toldBy = tx.actor.producers.includes(entitlement.producerId) ? 'producer' : 'officer'
    const outcome = {
      id: newId(),
      toldBy,
      result,
      jobs: jobs ?? null,
      revenue: revenue ?? null,
      onDate: tx.today,
    } as const
    await store.addOutcome(tx, id, outcome, tx.actor.id, tx.now)
    await takeStep(tx, id, 'tell-outcome', 'measured', {})
    await record(tx, 'support.outcome-told', id, { toldBy })
  })
}
