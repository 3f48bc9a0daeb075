import { record } from '../audit/actions.ts'
import { country } from '../kernel/actor.ts'
import { newId } from '../kernel/id.ts'
import { orRefuse } from '../kernel/refusal.ts'
import { tell } from '../notice/actions.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import type { DeskItem } from '../platform/desk.ts'
import { calendarOf } from '../programme/actions.ts'
import { workingDaysBetween } from '../programme/working-days.ts'
import { paths } from '../ui/paths.ts'
import { communesOfWork, lockedFor } from './actions.ts'
import type { LookInput } from './model.ts'
import { judgeLook } from './rules-look.ts'
import * as store from './store.ts'

/** The commune reads what a proposer gives to everybody, and lets it be shown or holds it back with a reason. */
export function lookAtIdea(ctx: Context, id: string, input: LookInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const idea = await lockedFor(tx, id, 'look-before-public')
    const shown = orRefuse(judgeLook(idea, input)) === 'show'
    const look = newId()
    const reason = input.reason ?? ''
    await store.addLook(tx, id, { id: look, shown, reason, by: tx.actor.id, at: tx.now })
    await record(tx, 'idea.looked-at', id, { decision: input.decision })
    if (idea.accountId === null) return
    const subject = `${shown ? 'Ý tưởng của bạn đã hiện cho mọi người' : 'Xã chưa cho hiện ý tưởng của bạn'}: ${idea.title}`
    const body = reason === '' ? 'Mọi người đọc, ủng hộ, góp ý và xin cùng làm được.' : reason
    const href = paths.idea.file(id)
    await tell(tx, [
      { key: `idea-looked:${look}`, reader: { account: idea.accountId }, subject, body, href, urgent: false },
    ])
  })
}

export async function lookDeskItems(ctx: Context): Promise<DeskItem[]> {
  const communes = communesOfWork(ctx.actor)
  if (communes.length === 0) return []
  const calendar = await calendarOf(ctx, ctx.actor.postings[0]?.province ?? country)
  return (await store.waitingForLook(ctx, communes)).map(({ id, title, lookDueOn, dueOn }) => ({
    id: `${id}-cong-khai`,
    href: `${paths.idea.file(id)}#cong-khai`,
    title,
    sub: 'Người gửi muốn mọi người đọc',
    act: 'Xem trước khi cho hiện',
    dueOn: lookDueOn ?? dueOn,
    daysLeft: workingDaysBetween(ctx.today, lookDueOn ?? dueOn, calendar),
    turn: 'Cán bộ xã',
  }))
}
