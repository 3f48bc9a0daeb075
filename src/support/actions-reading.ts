import { country } from '../kernel/actor.ts'
import type { Actor, UnitCode } from '../kernel/actor.ts'
import { daysBetween, yearOf } from '../kernel/civil-date.ts'
import type { Page } from '../kernel/page.ts'
import { Refused, orMissing } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import type { DeskItem } from '../platform/desk.ts'
import { paths } from '../ui/paths.ts'
import { supportAccess } from './access.ts'
import type { SupportPlace } from './access.ts'
import type { EntitlementState, ShownEntitlement } from './model.ts'
import { ageBuckets } from './rules.ts'
import type { AgeBucket } from './rules.ts'
import { achieved } from './store-achieved.ts'
import * as ledger from './store-ledger.ts'
import * as store from './store.ts'
import { stateWords, turnOf } from './words.ts'

const size = 20
const waiting = ['opened', 'asked', 'returned', 'proposed', 'committed', 'delivered'] as const
const spans: Readonly<Record<AgeBucket, readonly [number, number | null]>> = {
  '0-30': [0, 30],
  '31-60': [31, 60],
  '61-90': [61, 90],
  '91': [91, null],
}

export function placeOf({ unitToday, provinceToday, producerId }: ShownEntitlement): SupportPlace {
  return { unit: unitToday ?? '', province: provinceToday ?? '', producer: producerId }
}

/** The units whose support this person looks after or looks at; a province brings its communes. */
export function lookedAfter({ postings }: Actor): readonly UnitCode[] | 'all' {
  const units = postings
    .filter(({ role }) => ['support-officer', 'commune-leader', 'province-leader', 'auditor'].includes(role))
    .filter(({ role, unit }) => unit !== country || role === 'auditor')
    .map(({ unit }) => unit)
  return units.includes(country) ? 'all' : units
}

export interface SupportQueue extends Page<ShownEntitlement> {
  readonly counts: Readonly<Record<AgeBucket, number>>
}

/** What waits in a unit, the longest first, with how many wait how long. @throws {Refused} for those without a unit. */
export async function supportQueue(
  ctx: Context,
  { age, all, page }: { age: AgeBucket | undefined; all: boolean; page: number },
): Promise<SupportQueue> {
  const units = lookedAfter(ctx.actor)
  if (units.length === 0) throw new Refused({ code: 'kernel/not-found' })
  const counted = await Promise.all(
    ageBuckets.map(async (bucket) => {
      const wanted = { units, states: waiting, waited: spans[bucket] }
      return [bucket, (await store.entitlements(ctx, wanted, ctx.today, { page: 1, size: 1 })).total] as const
    }),
  )
  const wanted = { units, ...(all ? {} : { states: waiting }), waited: age && spans[age] }
  const found = await store.entitlements(ctx, wanted, ctx.today, { page, size })
  return { ...found, page, size, counts: Object.fromEntries(counted) as Record<AgeBucket, number> }
}

/** How many years back the pages of sums go. */
const yearsBack = 4

/** What was paid in a year and what came of it. @throws {Refused} for those without a unit. */
export async function supportAchieved(ctx: Context, asked: number | undefined) {
  const units = lookedAfter(ctx.actor)
  if (units.length === 0) throw new Refused({ code: 'kernel/not-found' })
  const thisYear = yearOf(ctx.today)
  const years = Array.from({ length: yearsBack + 1 }, (_, back) => thisYear - back)
  const year = years.find((one) => one === asked) ?? thisYear
  const lines = await achieved(ctx, units, year)
  const sum = (of: 'entitlements' | 'paid' | 'told') => lines.reduce((all, line) => all + line[of], 0)
  return { year, years, lines, total: { entitlements: sum('entitlements'), paid: sum('paid'), told: sum('told') } }
}
export type SupportAchieved = Awaited<ReturnType<typeof supportAchieved>>

/** Everything promised to the producers this person acts for. */
export async function ownSupport(ctx: Context, page: number): Promise<Page<ShownEntitlement>> {
  const wanted = { producers: ctx.actor.producers }
  return { ...(await store.entitlements(ctx, wanted, ctx.today, { page, size })), page, size }
}

/** One entitlement with its way, its money and what this person may do. */
export async function entitlementPage(ctx: Context, id: string) {
  const entitlement = orMissing(await store.entitlementById(ctx, id))
  const at = placeOf(entitlement)
  if (!supportAccess['read-entitlement'](ctx.actor, at)) throw new Refused({ code: 'kernel/not-found' })
  const may = {
    propose: supportAccess['propose-support'](ctx.actor, at),
    approve: supportAccess['approve-support'](ctx.actor, at),
    tell: supportAccess['tell-outcome'](ctx.actor, at),
    readFunds: supportAccess['read-funds'](ctx.actor, at),
  }
  const [steps, outcomes, entries, sources] = await Promise.all([
    store.stepsOf(ctx, id),
    store.outcomesOf(ctx, id),
    ledger.entriesOf(ctx, id),
    may.approve ? ledger.fundsOfUnit(ctx, at.unit) : [],
  ])
  return { entitlement, may, steps, outcomes, entries, sources, waited: daysBetween(entitlement.openedOn, ctx.today) }
}
export type EntitlementFile = Awaited<ReturnType<typeof entitlementPage>>

const officersTurn = ['opened', 'asked', 'returned', 'committed', 'delivered'] as const

export async function deskItems(ctx: Context): Promise<DeskItem[]> {
  const { postings, producers } = ctx.actor
  const unitsOf = (...roles: readonly string[]) =>
    postings.filter(({ role }) => roles.includes(role)).map(({ unit }) => unit)
  const ask = async (wanted: store.EntitlementsWanted, states: readonly EntitlementState[]) =>
    (await store.entitlements(ctx, { ...wanted, states }, ctx.today, { page: 1, size: 50 })).items
  const offices = unitsOf('support-officer')
  const leaders = unitsOf('commune-leader', 'province-leader')
  const found = await Promise.all([
    offices.length > 0 ? ask({ units: offices }, officersTurn) : [],
    leaders.length > 0 ? ask({ units: leaders }, ['proposed']) : [],
    producers.length > 0 ? ask({ producers }, ['paid']) : [],
  ])
  const own = (unit: UnitCode | null) => unit !== null && [...offices, ...leaders].includes(unit)
  const [offered, proposed, paid] = found
  // Of the own producer only its own turn: others settle its money.
  return [
    ...[...offered, ...proposed].filter(
      ({ unitToday, producerId }) => own(unitToday) && !producers.includes(producerId),
    ),
    ...paid,
  ].map((entitlement) => itemOf(entitlement))
}

function itemOf(entitlement: ShownEntitlement): DeskItem {
  const { id, policyTitle, productName, producerName, state } = entitlement
  const [turn, act] = turnOf(entitlement) ?? ['', stateWords[state]]
  return {
    id,
    href: paths.support.entitlement(id),
    title: policyTitle,
    sub: [productName, producerName].filter(Boolean).join(', '),
    act,
    dueOn: null,
    daysLeft: null,
    turn,
  }
}
