import { country } from '../kernel/actor.ts'
import type { Actor, Role, UnitCode } from '../kernel/actor.ts'
import { addDays, civilDateOf, daysBetween, showDate } from '../kernel/civil-date.ts'
import { Refused } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import type { DeskItem } from '../platform/desk.ts'
import { paths } from '../ui/paths.ts'
import { recognitionAccess } from './access.ts'
import { revocationDays } from './rules.ts'
import { sessionsOfOthers } from './store-recusal.ts'
import * as results from './store-result.ts'
import * as store from './store.ts'
import type { Draft } from './store.ts'
import { decisionKindNames } from './words.ts'

const desks: readonly Role[] = ['province-officer', 'province-leader', 'ministry-officer', 'ministry-leader', 'auditor']

/** The provinces (and `VN`) whose drafts this person may read or prepare. */
function unitsOf(actor: Actor, may: keyof typeof recognitionAccess): readonly UnitCode[] {
  const units = new Set(actor.postings.filter(({ role }) => desks.includes(role)).map(({ unit }) => unit))
  return [...units].filter((unit) => recognitionAccess[may](actor, { unit, province: unit }))
}

/** @throws {Refused} `kernel/not-found` for whoever drafts for no unit: for them there is no such page. */
export function mayDraftSomewhere({ actor }: Context): true {
  if (unitsOf(actor, 'draft-decision').length > 0) return true
  throw new Refused({ code: 'kernel/not-found' })
}

/** How long the desk says that a session's decisions are somebody else's. */
const shownDays = 90

/** What lies on the drafting desk of the person's units. */
export async function draftingDesk(ctx: Context) {
  const read = unitsOf(ctx.actor, 'read-draft')
  const own = unitsOf(ctx.actor, 'draft-decision')
  const provinces = own.filter((unit) => unit !== country)
  const { actor } = ctx
  const [drafts, sessions, approved, below, others] = await Promise.all([
    store.drafts(ctx, read, actor),
    results.undecidedSessions(ctx, own, actor),
    results.awaitingSteps(ctx, provinces, ['result-approved'], actor),
    results.awaitingSteps(ctx, provinces, ['below-90'], actor),
    // A producer whose dossier was on the agenda has no desk that something could be kept from.
    read.length === 0 ? [] : sessionsOfOthers(ctx, actor, addDays(ctx.today, -shownDays)),
  ])
  return {
    drafts,
    sessions,
    approved,
    below,
    others,
    mayDraft: own.length > 0,
    mayEnter: unitsOf(actor, 'enter-past-round').length > 0,
  }
}

/** Drafts that wait for this leader's signature, and steps towards the ministry that wait for this officer. */
export async function deskItems(ctx: Context): Promise<DeskItem[]> {
  const toSign = unitsOf(ctx.actor, 'sign-decision')
  const toSend = unitsOf(ctx.actor, 'send-to-ministry').filter((unit) => unit !== country)
  const [drafts, waiting] = await Promise.all([
    toSign.length === 0 ? [] : store.drafts(ctx, toSign, ctx.actor),
    toSend.length === 0 ? [] : results.awaitingSteps(ctx, toSend, ['result-approved', 'below-90'], ctx.actor),
  ])
  return [...drafts.map((draft) => signature(draft, ctx)), ...waiting.map(step)]
}

/** Several drafts that wait at once are told apart by what is in them. */
function contentOf({ firstProduct, lines }: Pick<Draft, 'firstProduct' | 'lines'>): string {
  return lines === 1 ? firstProduct : `${firstProduct} và ${lines - 1} sản phẩm khác`
}

function signature(draft: Draft, { today }: Context): DeskItem {
  const dueOn = draft.firstConclusion === null ? null : addDays(draft.firstConclusion, revocationDays)
  return {
    id: draft.id,
    href: paths.recognition.decision(draft.id),
    title: decisionKindNames[draft.kind],
    sub: `${contentOf(draft)}, soạn ngày ${showDate(civilDateOf(draft.draftedAt))}`,
    act: 'Ký và ban hành quyết định',
    dueOn,
    daysLeft: dueOn === null ? null : daysBetween(today, dueOn),
    // 15 days from the conclusion, not working days (26/2026 Điều 8).
    plainDays: true,
    turn: draft.level === 'ministry' ? 'Lãnh đạo Bộ' : 'Lãnh đạo tỉnh',
  }
}

function step({ dossierId, number, productName, producerName, state }: results.AwaitingStep): DeskItem {
  return {
    id: dossierId,
    href: paths.recognition.drafts(),
    title: productName,
    sub: [number, producerName].filter(Boolean).join(', '),
    act: state === 'result-approved' ? 'Gửi hồ sơ lên Bộ' : 'Dùng kết quả của Bộ hoặc chấm lại',
    dueOn: null,
    daysLeft: null,
    turn: 'Cấp tỉnh',
  }
}
