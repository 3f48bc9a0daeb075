import { record } from '../audit/actions.ts'
import type { UnitCode } from '../kernel/actor.ts'
import { newId } from '../kernel/id.ts'
import type { Page } from '../kernel/page.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { communesOfProvince } from '../territory/actions.ts'
import { fairAccess } from './access.ts'
import { refuseElsewhere } from './actions.ts'
import { namedUnits } from './actions-reading.ts'
import type { ClosePointInput, PointClass, PointInput, SalePoint } from './model-point.ts'
import * as rules from './rules-point.ts'
import * as store from './store-point.ts'

const size = 24

function mayKeep(ctx: Context, { unitToday, provinceToday }: SalePoint): boolean {
  return fairAccess['keep-point'](ctx.actor, { unit: unitToday ?? '', province: provinceToday ?? '' })
}

async function lockFor(tx: Tx, id: string): Promise<SalePoint> {
  const point = orMissing(await store.lockPoint(tx, id, tx.today))
  if (!mayKeep(tx, point)) throw new Refused({ code: 'kernel/not-found' })
  orRefuse(rules.judgeStillOpen(point))
  return point
}

export interface PointsAsked {
  readonly province: UnitCode | undefined
  readonly class: PointClass | undefined
  readonly page: number
}

/** Where OCOP products are sold today. */
export async function openPoints(ctx: Context, { page, ...wanted }: PointsAsked): Promise<Page<SalePoint>> {
  return { ...(await store.listPoints(ctx, wanted, ctx.today, { page, size })), page, size }
}

/** The points of one's own units, closed ones among them, and the communes to add one in. */
export async function ownPoints(ctx: Context, page: number) {
  const units = await namedUnits(ctx)
  const codes = units.map(({ code }) => code)
  const listed = { ...(await store.listPoints(ctx, { units: codes }, ctx.today, { page, size })), page, size }
  const provinces = [
    ...new Set(ctx.actor.postings.filter(({ unit }) => codes.includes(unit)).map((one) => one.province)),
  ]
  const communes = (await Promise.all(provinces.map((code) => communesOfProvince(ctx, code)))).flat()
  return { points: listed, units, communes }
}
export type OwnPoints = Awaited<ReturnType<typeof ownPoints>>

/** One place with what it sells; what is no longer in force is shown to its keeper only. */
export async function salePoint(ctx: Context, id: string) {
  const point = orMissing(await store.pointById(ctx, id, ctx.today))
  const may = mayKeep(ctx, point)
  const shelf = await store.shelfOf(ctx, id, ctx.today)
  return {
    point,
    may,
    shelf: shelf.filter(({ stars }) => stars !== null),
    lapsed: may ? shelf.filter(({ stars }) => stars === null) : [],
  }
}
export type SalePointFile = Awaited<ReturnType<typeof salePoint>>

export function openPoint(ctx: Context, input: PointInput, sample = false): Promise<string> {
  return atomically(ctx, async (tx) => {
    refuseElsewhere(tx, input.unit)
    const province = tx.actor.postings.find(({ unit }) => unit === input.unit)?.province ?? ''
    const within = (await communesOfProvince(tx, province)).some(({ code }) => code === input.commune)
    if (!within) throw new Refused({ code: 'fair/no-such-commune', field: 'commune' })
    const { unit: unitCode, hours = '', ...rest } = input
    const id = newId()
    await store.addPoint(tx, { ...rest, id, unitCode, hours, sample }, tx.actor.id, tx.today, tx.now)
    await record(tx, 'fair.point-opened', id, { unit: unitCode, name: rest.name })
    return id
  })
}

/** A product put up by its code or a certificate's number: only what holds stars in force today. */
export function putOnShelf(ctx: Context, pointId: string, code: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    await lockFor(tx, pointId)
    const product = await store.productByCode(tx, code, tx.today)
    if (product === undefined) throw new Refused({ code: 'fair/no-such-code', field: 'code' })
    orRefuse(rules.judgeShelving(product.stars))
    const mark = { by: tx.actor.id, on: tx.today, at: tx.now }
    if (!(await store.putOnShelf(tx, pointId, product.id, mark))) {
      throw new Refused({ code: 'fair/on-shelf-already', field: 'code' })
    }
    await record(tx, 'fair.product-shelved', pointId, { product: product.id })
  })
}

export function takeDown(ctx: Context, pointId: string, productId: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    await lockFor(tx, pointId)
    if ((await store.takeDown(tx, pointId, productId, tx.today)) === 0) throw new Refused({ code: 'kernel/not-found' })
    await record(tx, 'fair.product-taken-down', pointId, { product: productId })
  })
}

export function closePoint(ctx: Context, pointId: string, { closedOn, reason }: ClosePointInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const point = await lockFor(tx, pointId)
    orRefuse(rules.judgeClosing(point, closedOn))
    await store.closePoint(tx, pointId, { closedOn, reason, by: tx.actor.id, at: tx.now })
    await record(tx, 'fair.point-closed', pointId, { closedOn, reason })
  })
}
