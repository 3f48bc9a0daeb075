import { record } from '../audit/actions.ts'
import { systemActor } from '../kernel/actor.ts'
import type { UnitCode } from '../kernel/actor.ts'
import { newId } from '../kernel/id.ts'
import type { Page } from '../kernel/page.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { unitAt } from '../territory/actions.ts'
import { supportAccess } from './access.ts'
import type { EndPolicyInput, ListedPolicy, PolicyInput } from './model.ts'
import { judgePolicy } from './rules.ts'
import * as store from './store-policy.ts'

const size = 20

/** An officer enters one measure of a resolution of the own unit. */
export function enterPolicy(ctx: Context, input: PolicyInput, sample = false): Promise<string> {
  return atomically(ctx, async (tx) => {
    const { unit, ...given } = orRefuse(judgePolicy(input))
    const province = (await unitAt(tx, unit, tx.today))?.provinceCode
    const mayEnter = province !== undefined && supportAccess['enter-policy'](tx.actor, { unit, province })
    if (!mayEnter && tx.actor.id !== systemActor.id) throw new Refused({ code: 'support/not-your-unit', field: 'unit' })
    const id = newId()
    await store.addPolicy(
      tx,
      {
        ...given,
        id,
        unitCode: unit,
        unitOn: tx.today,
        fixed: given.fixed ?? null,
        percent: given.percent ?? null,
        capItem: given.capItem ?? null,
        capProduct: given.capProduct ?? null,
        capProducer: given.capProducer ?? null,
        capCommune: given.capCommune ?? null,
        toDate: given.toDate ?? null,
        sourceUrl: given.sourceUrl ?? null,
        sample,
      },
      tx.actor.id,
      tx.now,
    )
    await record(tx, 'support.policy-entered', id, { unit, document: given.document, clause: given.clause })
    return id
  })
}

/** Another text took its place: nothing new is opened under it; what was promised stays promised. */
export function endPolicy(ctx: Context, id: string, input: EndPolicyInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const policy = orMissing(await store.policyById(tx, id))
    if (!mayChange(tx, policy)) throw new Refused({ code: 'kernel/not-found' })
    if (!(await store.endPolicy(tx, id, input, tx.actor.id, tx.now))) {
      throw new Refused({ code: 'support/policy-ended-already' })
    }
    await record(tx, 'support.policy-ended', id, { endedOn: input.endedOn })
  })
}

function mayChange(ctx: Context, { unitToday, provinceToday }: ListedPolicy): boolean {
  return supportAccess['enter-policy'](ctx.actor, { unit: unitToday ?? '', province: provinceToday ?? '' })
}

/** The public list: support nobody knows of is no support. */
export async function policyList(
  ctx: Context,
  { province, page }: { province: UnitCode | undefined; page: number },
): Promise<Page<ListedPolicy>> {
  return { ...(await store.listPolicies(ctx, { province, on: ctx.today, page, size })), page, size }
}

export async function policyPage(ctx: Context, id: string): Promise<{ policy: ListedPolicy; mayEnd: boolean }> {
  const policy = orMissing(await store.policyById(ctx, id))
  return { policy, mayEnd: policy.endedOn === null && mayChange(ctx, policy) }
}

/** The units whose policies and money this person keeps. */
export function officeUnits({ actor }: Context): readonly UnitCode[] {
  return actor.postings.filter(({ role }) => role === 'support-officer').map(({ unit }) => unit)
}
