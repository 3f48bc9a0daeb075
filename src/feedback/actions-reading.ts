import { country } from '../kernel/actor.ts'
import type { Actor, Role } from '../kernel/actor.ts'
import { Refused, orMissing } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import type { DeskItem } from '../platform/desk.ts'
import { calendarOf } from '../programme/actions.ts'
import { workingDaysBetween } from '../programme/working-days.ts'
import { paths } from '../ui/paths.ts'
import { feedbackAccess } from './access.ts'
import { codeHashOf, placeOf } from './actions.ts'
import { senderContact } from './actions-sender.ts'
import type { Matter, PublishedAnswer } from './model.ts'
import { matterCan } from './rules.ts'
import * as publicly from './store-public.ts'
import * as store from './store.ts'
import { kindWords } from './words.ts'

export const deskSize = 20
export const publicSize = 15

/** All that happened to a matter, and what the asker may do with it. */
async function fileOf(ctx: Context, matter: Matter, isSender: boolean) {
  const at = placeOf(matter)
  const [transfers, answers, reopening, published, contact] = await Promise.all([
    store.transfersOf(ctx, matter.id),
    store.answersOf(ctx, matter.id),
    store.reopeningOf(ctx, matter.id),
    publicly.publishedAnswer(ctx, matter.id),
    isSender && matter.accountId === null ? senderContact(ctx, matter.id) : undefined,
  ])
  const may = (right: keyof typeof feedbackAccess) => feedbackAccess[right](ctx.actor, at)
  return {
    matter,
    transfers,
    answers,
    reopening,
    published,
    isSender,
    contact,
    seesSender: isSender || may('see-sender'),
    mayAnswer: may('answer-matter') && matterCan('answer', matter),
    mayTransfer: may('transfer-matter') && matterCan('transfer', matter),
    mayPublish: may('publish-answer') && matterCan('publish', matter),
    mayTakeDown: may('publish-answer') && published !== undefined,
    mayReopen: isSender && matterCan('reopen', matter),
    mayEndConsent: isSender && matter.consents,
  }
}

export type MatterFile = Awaited<ReturnType<typeof fileOf>>

/** The matter for the unit that holds it, for whoever sent it with an account, for auditors. */
export async function matterFile(ctx: Context, id: string): Promise<MatterFile> {
  const matter = orMissing(await store.matterById(ctx, id))
  if (!feedbackAccess['read-matter'](ctx.actor, placeOf(matter))) throw new Refused({ code: 'kernel/not-found' })
  return fileOf(ctx, matter, matter.accountId === ctx.actor.id)
}

/** The matter for whoever holds its code. */
export async function matterOfCode(ctx: Context, code: string): Promise<MatterFile | undefined> {
  const matter = await store.matterByCode(ctx, codeHashOf(code))
  return matter && fileOf(ctx, matter, true)
}

export async function photoBytes(ctx: Context, id: string, code: string | undefined): Promise<Buffer> {
  const matter = orMissing(await store.matterById(ctx, id))
  const holdsCode = code !== undefined && (await store.holdsCode(ctx, id, codeHashOf(code)))
  if (!holdsCode && !feedbackAccess['see-sender'](ctx.actor, placeOf(matter))) {
    throw new Refused({ code: 'kernel/not-found' })
  }
  return ctx.files.get(orMissing(matter.photo))
}

function unitsWith({ postings }: Actor, ...wanted: readonly Role[]): string[] {
  return postings.filter(({ role }) => wanted.includes(role)).map(({ unit }) => unit)
}

/** Whose matters this person handles, and whose they audit. */
function deskOf({ actor }: Context): store.Desk {
  const audited = unitsWith(actor, 'auditor')
  return {
    communes: unitsWith(actor, 'commune-officer', 'commune-leader'),
    provinces: unitsWith(actor, 'province-officer', 'province-leader'),
    ministry: unitsWith(actor, 'ministry-officer', 'ministry-leader').length > 0,
    audited: audited.includes(country) ? 'all' : audited,
  }
}

export function matterRegister(
  ctx: Context,
  waiting: boolean,
  page: number,
): Promise<{ items: Matter[]; total: number }> {
  return store.mattersAt(ctx, deskOf(ctx), ctx.actor.id, { page, size: deskSize, waiting })
}

export function ownMatters(ctx: Context): Promise<Matter[]> {
  return store.mattersBy(ctx, ctx.actor.id)
}

export function ownDossiers(ctx: Context): Promise<store.OwnDossier[]> {
  return store.dossiersOf(ctx, ctx.actor.producers)
}

export function publicAnswers(
  ctx: Context,
  filter: publicly.PublicFilter,
  page: number,
): Promise<{ items: PublishedAnswer[]; total: number }> {
  return publicly.publishedAnswers(ctx, filter, { page, size: publicSize })
}

export async function publicAnswer(ctx: Context, id: string): Promise<PublishedAnswer> {
  return orMissing(await publicly.publishedAnswer(ctx, id))
}

/** How matters sent in a year were answered, by level, by province, and by commune of a province when one is asked for. */
export async function answering(ctx: Context, year: number, province: string | undefined) {
  const period = { from: `${year}-01-01`, to: `${year}-12-31`, day: ctx.today }
  const [byLevel, byProvince, byCommune] = await Promise.all([
    publicly.answeringFigures(ctx, 'level', period),
    publicly.answeringFigures(ctx, 'province', period),
    province === undefined ? [] : publicly.answeringFigures(ctx, { communesOf: province }, period),
  ])
  return { byLevel, byProvince, byCommune }
}

export async function deskItems(ctx: Context): Promise<DeskItem[]> {
  const desk = { ...deskOf(ctx), audited: [] }
  if (desk.communes.length + desk.provinces.length === 0 && !desk.ministry) return []
  const { items } = await store.mattersAt(ctx, desk, ctx.actor.id, { page: 1, size: 100, waiting: true })
  const calendar = await calendarOf(ctx, ctx.actor.postings[0]?.province ?? country)
  return items.map(({ id, title, kind, dueOn, communeName, reopened }) => ({
    id,
    href: paths.feedback.file(id),
    title,
    sub: `${kindWords[kind]}${communeName ? `, ${communeName}` : ''}`,
    act: reopened ? 'Trả lời lại phiếu đã mở lại' : 'Trả lời phiếu',
    dueOn,
    daysLeft: workingDaysBetween(ctx.today, dueOn, calendar),
    turn: 'Đơn vị đang giữ phiếu',
  }))
}
