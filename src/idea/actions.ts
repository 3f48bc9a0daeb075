import { createHash } from 'node:crypto'
import { record } from '../audit/actions.ts'
import { countSending } from '../identity/attempts.ts'
import { country, systemActor, visitor } from '../kernel/actor.ts'
import type { Actor } from '../kernel/actor.ts'
import { addDays } from '../kernel/civil-date.ts'
import { newId, newSpokenCode, spokenCode } from '../kernel/id.ts'
import type { Page } from '../kernel/page.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import type { DeskItem } from '../platform/desk.ts'
import { isGroup } from '../product/groups.ts'
import { groupingText } from '../product/model.ts'
import { tell } from '../notice/actions.ts'
import type { NewNotice } from '../notice/model.ts'
import { calendarOf } from '../programme/actions.ts'
import { addWorkingDays, workingDaysBetween } from '../programme/working-days.ts'
import { unitAt } from '../territory/actions.ts'
import { paths } from '../ui/paths.ts'
import { ideaAccess } from './access.ts'
import { termFor } from './actions-term.ts'
import type { AnswerInput, Idea, IdeaInput } from './model.ts'
import { isSameIdea, judgeAnswer, judgeIdea, judgeIdeaFlood, judgeOnBehalf } from './rules.ts'
import * as store from './store.ts'
import { outcomeWords } from './words.ts'

/**
 * Anybody files an idea at a commune; the code opens the receipt without an account. The same form sent again, by a second
 * press or on a poor line, is the same idea.
 * @param source who sends, see sourceOf.
 */
export function fileIdea(
  ctx: Context,
  input: IdeaInput & { readonly sample?: boolean },
  source?: string,
): Promise<{ id: string; secret: string }> {
  return atomically(ctx, async (tx) => {
    orRefuse(judgeIdea(input))
    const unit = await unitAt(tx, input.commune, tx.today)
    if (unit?.kind !== 'commune') throw new Refused({ code: 'idea/no-such-commune', field: 'commune' })
    if (input.group !== undefined && !isGroup(groupingText, input.group)) {
      throw new Refused({ code: 'idea/no-such-group', field: 'group' })
    }
    const place = { unit: unit.code, province: unit.provinceCode }
    const consent = orRefuse(judgeOnBehalf(input, ideaAccess['file-for'](tx.actor, place), tx.today))
    const { ma } = input
    const before = ma === undefined ? undefined : await store.ideaSent(tx, hashOf(ma))
    if (ma !== undefined && before !== undefined && isSameIdea(before, input)) return { id: before.id, secret: ma }
    const id = newId()
    const secret = ma === undefined || before !== undefined ? newSpokenCode() : ma
    const own = consent === null && tx.actor.id !== visitor.id && tx.actor.id !== systemActor.id
    const { workingDays, lookDays } = await termFor(tx, unit.provinceCode)
    const calendar = await calendarOf(tx, unit.provinceCode)
    const added = await store.addIdea(tx, {
      id,
      title: input.title,
      description: input.description,
      material: input.material ?? '',
      market: input.market ?? '',
      proposerName: input.proposerName,
      proposerPhone: input.proposerPhone,
      accountId: own ? tx.actor.id : null,
      producerId: own ? (tx.actor.producers[0] ?? null) : null,
      communeCode: input.commune,
      communeOn: tx.today,
      filedAt: tx.now,
      filedOn: tx.today,
      dueOn: addWorkingDays(tx.today, workingDays, calendar),
      origin: input.origin ?? 'new',
      groupNo: input.group ?? null,
      openToPublic: input.openToPublic ?? false,
      lookDueOn: input.openToPublic ? addWorkingDays(tx.today, lookDays, calendar) : null,
      filedBy: consent === null ? null : tx.actor.id,
      consent,
      sample: input.sample ?? false,
      secretHash: hashOf(secret),
    })
    if (!added) return { id: orMissing(await store.ideaOfSecret(tx, hashOf(secret))), secret }
    if (source !== undefined) orRefuse(judgeIdeaFlood(await countIdea(tx, source, input.proposerPhone)))
    await record(tx, 'idea.filed', id, { commune: input.commune, ...(consent && { consent: consent.means }) })
    return { id, secret }
  })
}

function countIdea(tx: Tx, source: string, phone: string) {
  return countSending(tx, [
    ['idea', source],
    ['proposer', `${source} ${phone}`],
  ])
}

/** The code is the only key to a receipt, so the register keeps no copy of it. */
function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Receipts of before the spoken code carry a long key, and that is kept as it was. */
function keyHashes(typed: string): string[] {
  return [hashOf(spokenCode(typed)), hashOf(typed)]
}

/** Who has the code but not the address: opens the receipt. @throws {Refused} when no receipt has it. */
export async function trackIdea(ctx: Context, typed: string): Promise<{ id: string; secret: string }> {
  for (const hash of keyHashes(typed)) {
    const id = await store.ideaOfSecret(ctx, hash)
    if (id !== undefined) return { id, secret: typed }
  }
  throw new Refused({ code: 'idea/no-such-code', field: 'code' })
}

export interface SeenIdea {
  readonly idea: Idea
  readonly mayAnswer: boolean
  readonly mayVisit: boolean
  readonly mayWalk: boolean
  readonly mayLook: boolean
  readonly seesProposer: boolean
  /** Whoever came by the code and has an account may keep the idea there. */
  readonly mayClaim: boolean
}

/** The idea for its commune, for its proposer, or for whoever holds the code of the receipt. */
export async function ideaFor(ctx: Context, id: string, secret: string | undefined): Promise<SeenIdea> {
  const idea = orMissing(await store.ideaById(ctx, id))
  const at = placeOf(idea)
  const holdsKey = await opens(ctx, id, secret)
  if (!holdsKey && !ideaAccess.read(ctx.actor, at)) throw new Refused({ code: 'kernel/not-found' })
  const mayVisit = ideaAccess['record-visit'](ctx.actor, at)
  return {
    idea,
    mayVisit,
    mayAnswer: idea.outcome === null && ideaAccess.answer(ctx.actor, at),
    mayWalk: ideaAccess['walk-on'](ctx.actor, at),
    mayLook: idea.openToPublic && ideaAccess['look-before-public'](ctx.actor, at),
    seesProposer: holdsKey || ideaAccess['see-proposer'](ctx.actor, at),
    mayClaim: holdsKey && idea.accountId === null && ctx.actor.id !== visitor.id && !mayVisit,
  }
}

export async function opens(ctx: Context, id: string, secret: string | undefined): Promise<boolean> {
  if (!secret) return false
  const held = await Promise.all(keyHashes(secret).map((hash) => store.holdsSecret(ctx, id, hash)))
  return held.includes(true)
}

export function answerIdea(ctx: Context, id: string, input: AnswerInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const idea = await lockedFor(tx, id, 'answer')
    orRefuse(judgeAnswer(idea))
    const { materials, labour, community, market } = input
    await store.addAnswer(tx, id, input, { materials, labour, community, market }, tx.actor.id, tx.now)
    await record(tx, 'idea.answered', id, { outcome: input.outcome })
    if (idea.accountId !== null) await tell(tx, [answered(idea, idea.accountId, input)])
  })
}

function answered({ id, title }: Idea, account: string, { outcome, answer }: AnswerInput): NewNotice {
  const subject = `Xã đã trả lời ý tưởng: ${title}`
  const body = `${outcomeWords[outcome]}. ${answer}`
  return { key: `idea-answered:${id}`, reader: { account }, subject, body, href: paths.idea.file(id), urgent: false }
}

/** Whoever may not act on it does not learn that it is there. */
export async function lockedFor(tx: Tx, id: string, act: keyof typeof ideaAccess): Promise<Idea> {
  const idea = orMissing(await store.lockIdea(tx, id))
  if (tx.actor.id !== systemActor.id && !ideaAccess[act](tx.actor, placeOf(idea)))
    throw new Refused({ code: 'kernel/not-found' })
  return idea
}

export function placeOf({ communeToday, provinceToday, accountId }: Idea) {
  return {
    unit: communeToday ?? '',
    province: provinceToday ?? '',
    ...(accountId === null ? {} : { owner: accountId }),
  }
}

/** The register of the communes, or provinces, this person works in or audits; for anybody else, their own ideas. */
export function ideaRegister(ctx: Context, page: number): Promise<Page<Idea>> {
  const communes = communesOfWork(ctx.actor)
  const provinces = ctx.actor.postings
    .filter(({ role }) => role === 'auditor' || role === 'province-officer' || role === 'province-leader')
    .map(({ unit }) => unit)
  if (communes.length === 0 && provinces.length === 0) return store.ideasOf(ctx, { account: ctx.actor.id }, page)
  return store.ideasOf(ctx, { communes, provinces: provinces.includes(country) ? 'all' : provinces }, page)
}

export function communesOfWork({ postings }: Actor): string[] {
  return postings.filter(({ role }) => role === 'commune-officer' || role === 'commune-leader').map(({ unit }) => unit)
}

export async function deskItems(ctx: Context): Promise<DeskItem[]> {
  const communes = communesOfWork(ctx.actor)
  if (communes.length === 0) return ownItems(ctx)
  const calendar = await calendarOf(ctx, ctx.actor.postings[0]?.province ?? country)
  return (await store.waitingIn(ctx, communes)).map(({ id, title, proposerName, dueOn }) => ({
    id,
    href: paths.idea.file(id),
    title,
    sub: `Ý tưởng của ${proposerName}`,
    act: 'Trả lời ý tưởng',
    dueOn,
    daysLeft: workingDaysBetween(ctx.today, dueOn, calendar),
    turn: 'Cán bộ xã',
  }))
}

/** Nobody is bound to walk on: what was not walked in half a year stays in the list of ideas only. */
const daysOnDesk = 180

/** Whoever was told to go on finds the way again, past the registration of a producer that lies on it. */
async function ownItems(ctx: Context): Promise<DeskItem[]> {
  if (ctx.actor.id === visitor.id) return []
  const welcomed = await store.welcomedOf(ctx, ctx.actor.id, addDays(ctx.today, -daysOnDesk))
  return welcomed.map(({ id, title }) => ({
    id,
    href: paths.idea.way(id),
    title,
    sub: 'Ý tưởng của bạn, xã trả lời nên làm tiếp',
    act: 'Đi tiếp tới chủ thể, sản phẩm',
    dueOn: null,
    daysLeft: null,
    turn: 'Người có ý tưởng',
  }))
}
