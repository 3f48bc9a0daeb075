import { country } from '../kernel/actor.ts'
import { addDays, daysBetween } from '../kernel/civil-date.ts'
import type { Page } from '../kernel/page.ts'
import { Refused, orMissing } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import type { DeskItem } from '../platform/desk.ts'
import { placeOfCertificate, recognitionAccess } from '../recognition/access.ts'
import { revocationDays } from '../recognition/rules.ts'
import { placeName } from '../territory/actions.ts'
import { paths } from '../ui/paths.ts'
import { oversightAccess } from './access.ts'
import { placeOf, unitsInspected } from './actions.ts'
import { complaintDeskItems } from './actions-complaint-reading.ts'
import { unitsLookedAt } from './actions-plan.ts'
import type { Inspection } from './model.ts'
import { isAwaitingAnswer, isRemedied, wasWarned } from './rules.ts'
import { certificatesOf, findingsOf, walletOf } from './store-finding.ts'
import * as store from './store.ts'

const size = 20

/** Inspections of the units this person makes or looks at. @throws {Refused} for those without one. */
export async function inspectionList(
  ctx: Context,
  { all, page }: { readonly all: boolean; readonly page: number },
): Promise<Page<Inspection> & { readonly mayOpen: boolean }> {
  const units = unitsLookedAt(ctx.actor)
  if (units.length === 0) throw new Refused({ code: 'kernel/not-found' })
  const seen = { units, notAheadFor: ctx.actor.producers }
  const wanted = all ? seen : { ...seen, states: ['open', 'remedying'] as const }
  const found = await store.inspections(ctx, wanted, ctx.today, { page, size })
  return { ...found, page, size, mayOpen: unitsInspected(ctx.actor).length > 0 }
}

/** What a producer sees: its inspections and the commitments of its certificates. */
export async function ownOversight(ctx: Context) {
  const { producers } = ctx.actor
  const [found, certificates] = await Promise.all([
    store.inspections(ctx, { producers }, ctx.today, { page: 1, size: 100 }),
    certificatesOf(ctx, producers, ctx.today),
  ])
  return { inspections: found.items, certificates }
}

/** One inspection as its reader may have it: the producer sees the answers once they are signed. */
export async function inspectionFile(ctx: Context, id: string) {
  const inspection = orMissing(await store.inspectionById(ctx, id, ctx.today))
  const at = placeOf(inspection)
  if (!oversightAccess['read-inspection'](ctx.actor, at)) throw new Refused({ code: 'kernel/not-found' })
  const own = oversightAccess['tell-remedy'](ctx.actor, at)
  const [items, visit, findings, steps, papers] = await Promise.all([
    store.itemsOf(ctx, id),
    store.visitOf(ctx, id),
    findingsOf(ctx, id),
    store.stepsOf(ctx, id),
    own ? walletOf(ctx, inspection.producerId) : [],
  ])
  const signs = recognitionAccess['suspend-certificate'](
    ctx.actor,
    placeOfCertificate({ ...inspection, provinceCode: inspection.provinceToday }),
  )
  const may = {
    inspect: oversightAccess.inspect(ctx.actor, at),
    remedy: own,
    conclude: oversightAccess['conclude-inspection'](ctx.actor, at),
    suspend: oversightAccess['suspend-on-conclusion'](ctx.actor, at) && signs,
    draftRevocation: recognitionAccess['draft-decision'](
      ctx.actor,
      placeOfCertificate({ ...inspection, provinceCode: inspection.provinceToday }),
    ),
  }
  const hidden = own && inspection.state === 'open'
  return { inspection, items: hidden ? [] : items, visit, findings, steps, papers, may, warned: wasWarned(steps) }
}
export type InspectionFile = Awaited<ReturnType<typeof inspectionFile>>

/** One question of an inspection that is open, for whoever fills it in, and the next one without an answer. */
export async function itemFile(ctx: Context, id: string, code: string) {
  const { inspection, items, may } = await inspectionFile(ctx, id)
  if (!may.inspect) throw new Refused({ code: 'kernel/not-found' })
  const item = orMissing(items.find((one) => one.code === code))
  return { inspection, item, left: items.filter(({ verdict }) => verdict === null).length, total: items.length }
}
export type ItemFile = Awaited<ReturnType<typeof itemFile>>

/** Where to go after one answer: the next question in order that has none, or back to the list. */
export async function nextItem(ctx: Context, id: string, code: string): Promise<string> {
  const items = await store.itemsOf(ctx, id)
  const here = items.findIndex((one) => one.code === code)
  const next = [...items.slice(here + 1), ...items.slice(0, here)].find(({ verdict }) => verdict === null)
  return next === undefined ? paths.oversight.file(id) : paths.oversight.item(id, next.code)
}

/** A photo that one of its answers or remedies names, for the readers of the inspection. */
export async function photoBytes(ctx: Context, id: string, hash: string): Promise<Buffer> {
  const { items, findings } = await inspectionFile(ctx, id)
  const named = [
    ...items.map(({ photo }) => photo),
    ...findings.flatMap(({ remedies }) => remedies.map(({ photo }) => photo)),
  ]
  if (!named.includes(hash)) throw new Refused({ code: 'kernel/not-found' })
  return ctx.files.get(hash)
}

/** Units to inspect in, by name. @throws {Refused} for those without one. */
export async function unitChoices(ctx: Context): Promise<readonly { code: string; name: string }[]> {
  const units = unitsInspected(ctx.actor)
  if (units.length === 0) throw new Refused({ code: 'kernel/not-found' })
  return Promise.all(
    units.map(async (code) => ({
      code,
      name: code === country ? 'Bộ Nông nghiệp và Môi trường' : ((await placeName(ctx, code)) ?? code),
    })),
  )
}

const some = { page: 1, size: 50 }

/** Visits to make and remedies to judge for inspectors; remedies to tell and promises to confirm for producers. */
export async function deskItems(ctx: Context): Promise<DeskItem[]> {
  const { actor, today } = ctx
  const exactly = unitsInspected(actor).filter((unit) =>
    actor.postings.some(({ unit: one, role }) => one === unit && role !== 'commune-officer'),
  )
  const [office, own, drafts, complaints] = await Promise.all([
    exactly.length === 0
      ? []
      : store
          .inspections(ctx, { exactly, notAheadFor: actor.producers, states: ['open', 'remedying'] }, today, some)
          .then(({ items }) => items),
    actor.producers.length === 0
      ? []
      : store
          .inspections(ctx, { producers: actor.producers, states: ['remedying'] }, today, some)
          .then(({ items }) => items),
    toRevoke(ctx),
    complaintDeskItems(ctx),
  ])
  const officeItems = await Promise.all(office.map((one) => officeItem(ctx, one)))
  const ownItems = await Promise.all(own.map((one) => ownItem(ctx, one)))
  return [...officeItems, ...ownItems, ...drafts, ...complaints].filter((item) => item !== undefined)
}

async function officeItem(ctx: Context, one: Inspection): Promise<DeskItem | undefined> {
  if (one.state === 'open') return itemOf(ctx, one, 'Kiểm tra tại chỗ', one.visitOn, 'Đơn vị kiểm tra')
  const findings = await findingsOf(ctx, one.id)
  if (findings.some(isAwaitingAnswer)) return itemOf(ctx, one, 'Xét phần khắc phục', null, 'Đơn vị kiểm tra')
  const late = one.dueOn !== null && one.dueOn < ctx.today
  return late ? itemOf(ctx, one, 'Xử lý thiếu sót quá hạn', one.dueOn, 'Đơn vị kiểm tra') : undefined
}

async function ownItem(ctx: Context, one: Inspection): Promise<DeskItem | undefined> {
  const findings = await findingsOf(ctx, one.id)
  const waits = findings.some((finding) => !isRemedied(finding) && !isAwaitingAnswer(finding))
  return waits ? itemOf(ctx, one, 'Khắc phục và báo lại', one.dueOn, 'Chủ thể') : undefined
}

/** Conclusions that ask for a revocation, until the certificate is revoked: 15 plain days (26/2026 Điều 8). */
async function toRevoke(ctx: Context): Promise<DeskItem[]> {
  const units = ctx.actor.postings
    .filter(({ role }) => role === 'province-officer' || role === 'ministry-officer')
    .map(({ unit }) => unit)
  if (units.length === 0) return []
  const { items } = await store.inspections(ctx, { units, toRevoke: true }, ctx.today, some)
  return items.map((one) =>
    itemOf(ctx, one, 'Soạn quyết định thu hồi', addDays(one.since, revocationDays), 'Cơ quan tham mưu'),
  )
}

function itemOf(ctx: Context, one: Inspection, act: string, dueOn: string | null, turn: string): DeskItem {
  return {
    id: one.id,
    href: paths.oversight.file(one.id),
    title: one.productName,
    sub: `${one.number} · ${one.producerName}`,
    act,
    dueOn,
    daysLeft: dueOn === null ? null : daysBetween(ctx.today, dueOn),
    plainDays: true,
    turn,
  }
}
