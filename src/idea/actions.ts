import { record } from '../audit/actions.ts'
import { country, systemActor, visitor } from '../kernel/actor.ts'
import { createHash } from 'node:crypto'
import { newId, newSecret } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import type { DeskItem } from '../platform/desk.ts'
import { calendarOf } from '../programme/actions.ts'
import { addWorkingDays, workingDaysBetween } from '../programme/working-days.ts'
import { unitAt } from '../territory/actions.ts'
import { paths } from '../ui/paths.ts'
import { ideaAccess } from './access.ts'
import { answerWorkingDays } from './model.ts'
import type { AnswerInput, Idea, IdeaInput } from './model.ts'
import { judgeAnswer, judgeIdea } from './rules.ts'
import * as store from './store.ts'

const mostADay = 5

/** Anybody files an idea at a commune; the secret opens the receipt without an account. */
export function fileIdea(
  ctx: Context,
  input: IdeaInput & { readonly sample?: boolean },
): Promise<{ id: string; secret: string }> {
  return atomically(ctx, async (tx) => {
    orRefuse(judgeIdea(input))
    const unit = await unitAt(tx, input.commune, tx.today)
    if (unit?.kind !== 'commune') throw new Refused({ code: 'idea/no-such-commune', field: 'commune' })
    const isSystem = tx.actor.id === systemActor.id
    if (!isSystem && (await store.countToday(tx, input.proposerPhone, tx.today)) >= mostADay) {
      throw new Refused({ code: 'idea/too-many', field: 'proposerPhone' })
    }
    const id = newId()
    const secret = newSecret()
    await store.addIdea(tx, {
      id,
      title: input.title,
      description: input.description,
      material: input.material ?? '',
      market: input.market ?? '',
      proposerName: input.proposerName,
      proposerPhone: input.proposerPhone,
      accountId: tx.actor.id === visitor.id || isSystem ? null : tx.actor.id,
      producerId: tx.actor.producers[0] ?? null,
      communeCode: input.commune,
      communeOn: tx.today,
      filedAt: tx.now,
      filedOn: tx.today,
      dueOn: addWorkingDays(tx.today, answerWorkingDays, await calendarOf(tx, unit.provinceCode)),
      sample: input.sample ?? false,
      secretHash: hashOf(secret),
    })
    await record(tx, 'idea.filed', id, { commune: input.commune })
    return { id, secret }
  })
}

/** The receipt's address is the only key to it, so the register keeps no copy of the key. */
function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** The idea for its commune, for its proposer, or for whoever holds the secret of the receipt. */
export async function ideaFor(
  ctx: Context,
  id: string,
  secret: string | undefined,
): Promise<{ idea: Idea; mayAnswer: boolean; seesProposer: boolean }> {
  const idea = orMissing(await store.ideaById(ctx, id))
  const at = placeOf(idea)
  const holdsKey = secret !== undefined && (await store.holdsSecret(ctx, id, hashOf(secret)))
  if (!holdsKey && !ideaAccess.read(ctx.actor, at)) throw new Refused({ code: 'kernel/not-found' })
  return {
    idea,
    mayAnswer: idea.outcome === null && ideaAccess.answer(ctx.actor, at),
    seesProposer: holdsKey || ideaAccess['see-proposer'](ctx.actor, at),
  }
}

export function answerIdea(ctx: Context, id: string, input: AnswerInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const idea = orMissing(await store.lockIdea(tx, id))
    if (tx.actor.id !== systemActor.id && !ideaAccess.answer(tx.actor, placeOf(idea)))
      throw new Refused({ code: 'kernel/not-found' })
    orRefuse(judgeAnswer(idea))
    const { materials, labour, community, market } = input
    await store.addAnswer(tx, id, input, { materials, labour, community, market }, tx.actor.id, tx.now)
    await record(tx, 'idea.answered', id, { outcome: input.outcome })
  })
}

function placeOf({ communeToday, provinceToday, accountId }: Idea) {
  return {
    unit: communeToday ?? '',
    province: provinceToday ?? '',
    ...(accountId === null ? {} : { owner: accountId }),
  }
}

/** The register of the communes, or provinces, this person works in or audits; for anybody else, their own ideas. */
export function ideaRegister(ctx: Context): Promise<Idea[]> {
  const { postings } = ctx.actor
  const communes = postings
    .filter(({ role }) => role === 'commune-officer' || role === 'commune-leader')
    .map(({ unit }) => unit)
  const audited = postings.filter(({ role }) => role === 'auditor').map(({ unit }) => unit)
  if (communes.length === 0 && audited.length === 0) return store.ideasBy(ctx, ctx.actor.id)
  return store.ideasOf(ctx, communes, audited.includes(country) ? 'all' : audited)
}

export async function deskItems(ctx: Context): Promise<DeskItem[]> {
  const communes = ctx.actor.postings
    .filter(({ role }) => role === 'commune-officer' || role === 'commune-leader')
    .map(({ unit }) => unit)
  if (communes.length === 0) return []
  const calendar = await calendarOf(ctx, ctx.actor.postings[0]?.province ?? country)
  return (await store.ideasOf(ctx, communes, []))
    .filter(({ outcome }) => outcome === null)
    .map(({ id, title, proposerName, dueOn }) => ({
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
