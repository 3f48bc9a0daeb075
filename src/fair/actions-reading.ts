import { country } from '../kernel/actor.ts'
import type { Actor, Role, UnitCode } from '../kernel/actor.ts'
import { daysBetween, showDate } from '../kernel/civil-date.ts'
import type { Page } from '../kernel/page.ts'
import { Refused, orMissing } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import type { DeskItem } from '../platform/desk.ts'
import { placeName } from '../territory/actions.ts'
import { paths } from '../ui/paths.ts'
import { fairAccess, tradingRoles } from './access.ts'
import type { FairPlace } from './access.ts'
import type { BoothPicture, FairApplication, ShownFair } from './model.ts'
import { fairCan } from './rules.ts'
import * as applications from './store-application.ts'
import * as store from './store.ts'

const size = 20

export function placeOf({ unitToday, provinceToday }: ShownFair): FairPlace {
  return { unit: unitToday ?? '', province: provinceToday ?? '' }
}

/** Units that this person organises trade promotion for. */
export function tradingUnits({ postings }: Actor): readonly UnitCode[] {
  const roles: readonly Role[] = tradingRoles
  return [...new Set(postings.filter(({ role }) => roles.includes(role)).map(({ unit }) => unit))]
}

export async function namedUnits(ctx: Context): Promise<readonly { code: UnitCode; name: string }[]> {
  const codes = tradingUnits(ctx.actor)
  if (codes.length === 0) throw new Refused({ code: 'kernel/not-found' })
  return Promise.all(
    codes.map(async (code) => ({
      code,
      name: code === country ? 'Bộ Nông nghiệp và Môi trường' : ((await placeName(ctx, code)) ?? code),
    })),
  )
}

/** Everything called, whoever organises it; the latest first. */
export async function publicFairs(ctx: Context, page: number): Promise<Page<ShownFair>> {
  const states = ['called', 'closed'] as const
  return { ...(await store.fairs(ctx, { states }, { page, size })), page, size }
}

export async function ownFairs(ctx: Context, page: number): Promise<Page<ShownFair>> {
  const roles: readonly Role[] = [...tradingRoles, 'commune-leader', 'province-leader', 'ministry-leader', 'auditor']
  const held = ctx.actor.postings.filter(({ role }) => roles.includes(role))
  if (held.length === 0) throw new Refused({ code: 'kernel/not-found' })
  const all = held.some(({ role, unit }) => role === 'auditor' && unit === country)
  const units = all ? 'all' : held.map(({ unit }) => unit)
  return { ...(await store.fairs(ctx, { units }, { page, size })), page, size }
}

/** One fair as its organisers see it. */
export async function fairFile(ctx: Context, id: string) {
  const fair = orMissing(await store.fairById(ctx, id))
  const at = placeOf(fair)
  if (!fairAccess['read-fair'](ctx.actor, at)) throw new Refused({ code: 'kernel/not-found' })
  const [listed, totals, reason] = await Promise.all([
    applications.applicationsOf(ctx, id, ctx.today),
    applications.totalsOf(ctx, id),
    store.cancelReason(ctx, id),
  ])
  return { fair, may: fairAccess['organise-fair'](ctx.actor, at), applications: listed, totals, reason }
}
export type FairFile = Awaited<ReturnType<typeof fairFile>>

async function fairToRead(ctx: Context, slug: string): Promise<ShownFair> {
  const fair = orMissing(await store.fairBySlug(ctx, slug))
  if (fair.state === 'draft' && !fairAccess['read-fair'](ctx.actor, placeOf(fair))) {
    throw new Refused({ code: 'kernel/not-found' })
  }
  return fair
}

/** A fair as everybody sees it: the call, its booths, and sums of what came of it. */
export async function publicFair(ctx: Context, slug: string) {
  const fair = await fairToRead(ctx, slug)
  const [listed, totals, reason] = await Promise.all([
    applications.applicationsOf(ctx, fair.id, ctx.today),
    applications.totalsOf(ctx, fair.id),
    store.cancelReason(ctx, fair.id),
  ])
  const chosen = listed.filter(({ outcome }) => outcome === 'chosen')
  const covers = new Map<string, BoothPicture>()
  for (const picture of await applications.picturesOf(
    ctx,
    chosen.map(({ id }) => id),
  )) {
    if (!covers.has(picture.boothOf)) covers.set(picture.boothOf, picture)
  }
  const own = listed.filter(({ producerId }) => ctx.actor.producers.includes(producerId))
  return { fair, chosen, covers, totals, own, reason, mayApply: ctx.actor.producers.length > 0 }
}
export type PublicFair = Awaited<ReturnType<typeof publicFair>>

/** One booth of the gallery: only of those who were chosen. */
export async function publicBooth(ctx: Context, slug: string, applicationId: string) {
  const fair = await fairToRead(ctx, slug)
  const application = orMissing(await applications.applicationById(ctx, applicationId, ctx.today))
  if (application.fairId !== fair.id || application.outcome !== 'chosen')
    throw new Refused({ code: 'kernel/not-found' })
  const [booth, pictures] = await Promise.all([
    applications.boothOf(ctx, applicationId),
    applications.picturesOf(ctx, [applicationId]),
  ])
  return { fair, application, booth, pictures }
}
export type PublicBooth = Awaited<ReturnType<typeof publicBooth>>

/** The bytes of a booth's picture; any other hash does not exist. */
export async function pictureBytes(ctx: Context, hash: string): Promise<Buffer> {
  const known = /^[0-9a-f]{64}$/.test(hash) && (await applications.isPicture(ctx, hash))
  orMissing(known || undefined)
  return ctx.files.get(hash)
}

/** Everything that the producers of this person applied for. */
export async function ownApplications(ctx: Context, page: number) {
  const { producers } = ctx.actor
  const [items, total] = await Promise.all([
    applications.applicationsOfProducers(ctx, producers, ctx.today, { page, size }),
    applications.countOfProducers(ctx, producers),
  ])
  const fairs = await Promise.all(items.map(({ fairId }) => store.fairById(ctx, fairId)))
  return {
    items: items.map((application, index) => ({ application, fair: orMissing(fairs[index]) })),
    total,
    page,
    size,
  }
}

/** What a producer chooses from when it applies. */
export async function applyChoices(ctx: Context, slug: string) {
  const fair = orMissing(await store.fairBySlug(ctx, slug))
  const { producers } = ctx.actor
  if (producers.length === 0 || !fairCan('apply', fair)) throw new Refused({ code: 'kernel/not-found' })
  const products = await applications.productsOf(ctx, producers, ctx.today)
  return { fair, products, producers }
}

export async function applicationFile(ctx: Context, id: string) {
  const application = orMissing(await applications.applicationById(ctx, id, ctx.today))
  const fair = orMissing(await store.fairById(ctx, application.fairId))
  const at = { ...placeOf(fair), producer: application.producerId }
  if (!fairAccess['read-application'](ctx.actor, at)) throw new Refused({ code: 'kernel/not-found' })
  const [booth, pictures, outcome] = await Promise.all([
    applications.boothOf(ctx, id),
    applications.picturesOf(ctx, [id]),
    applications.outcomeOf(ctx, id),
  ])
  const may = {
    own: fairAccess['write-booth'](ctx.actor, at),
    tell: fairAccess['tell-fair-outcome'](ctx.actor, at),
    choose: fairAccess['choose-applicants'](ctx.actor, at),
  }
  return { application, fair, booth, pictures, outcome, may }
}
export type ApplicationFile = Awaited<ReturnType<typeof applicationFile>>

export async function deskItems(ctx: Context): Promise<DeskItem[]> {
  const { producers } = ctx.actor
  const units = tradingUnits(ctx.actor)
  const called =
    units.length > 0 ? await store.fairs(ctx, { units, states: ['called'] }, { page: 1, size: 20 }) : undefined
  const own = producers.length > 0 ? (await ownApplications(ctx, 1)).items : []
  const mine = (called?.items ?? []).filter(({ unitToday }) => units.includes(unitToday ?? ''))
  const organised = await Promise.all(mine.map((fair) => organiserItem(ctx, fair)))
  return [
    ...organised.filter((item) => item !== undefined),
    ...own.map(({ application, fair }) => producerItem(ctx, application, fair)).filter((item) => item !== undefined),
  ]
}

async function organiserItem(ctx: Context, fair: ShownFair): Promise<DeskItem | undefined> {
  const item = { id: fair.id, href: paths.fair.file(fair.id), title: fair.title, turn: 'Đơn vị tổ chức' }
  if (fair.closesOn < ctx.today) {
    const sub = `Bế mạc ngày ${showDate(fair.closesOn)}`
    return { ...item, sub, act: 'Ghi người có mặt, chốt kết quả', dueOn: null, daysLeft: null }
  }
  if (fair.applyBy >= ctx.today) return undefined
  const waiting = (await applications.applicationsOf(ctx, fair.id, ctx.today)).filter(({ outcome }) => outcome === null)
  if (waiting.length === 0) return undefined
  const due = { dueOn: fair.opensOn, daysLeft: daysBetween(ctx.today, fair.opensOn), plainDays: true }
  return { ...item, sub: `${waiting.length} đăng ký chưa xét`, act: 'Xét đăng ký', ...due }
}

function producerItem(ctx: Context, application: FairApplication, fair: ShownFair): DeskItem | undefined {
  if (fair.state !== 'called' || application.outcome !== 'chosen') return undefined
  const item = { id: application.id, href: paths.fair.application(application.id), title: fair.title, turn: 'Chủ thể' }
  const sub = application.producerName
  if (application.attendedOn !== null && fair.closesOn <= ctx.today) {
    return { ...item, sub, act: 'Kể kết quả hội chợ', dueOn: null, daysLeft: null }
  }
  if (fair.opensOn < ctx.today) return undefined
  const due = { dueOn: fair.opensOn, daysLeft: daysBetween(ctx.today, fair.opensOn), plainDays: true }
  return { ...item, sub, act: 'Chuẩn bị gian hàng', ...due }
}
