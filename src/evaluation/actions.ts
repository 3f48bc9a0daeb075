import { paperById, paperContent, papersOf } from '../evidence/actions.ts'
import { dossierBefore } from '../dossier/actions.ts'
import { orMissing } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import type { DeskItem } from '../platform/desk.ts'
import { calendarOf } from '../programme/actions.ts'
import { workingDaysBetween } from '../programme/working-days.ts'
import { paths } from '../ui/paths.ts'
import { unclosedSessions } from './actions-council.ts'
import { sessionFile } from './actions-page.ts'
import { itemIn, sittingFor } from './actions-sitting.ts'
import type { SessionFile } from './session-file.ts'

/** A dossier on the agenda with its papers, for a member who takes part in it. */
export async function agendaDossier(ctx: Context, sessionId: string, dossierId: string) {
  const { seen } = await sittingFor(ctx, sessionId, dossierId)
  const item = itemIn(seen, dossierId)
  const before = await dossierBefore(ctx, dossierId)
  const attached = new Set(before.attachments.map(({ paperId }) => paperId))
  const papers = (await papersOf(ctx, item.producerId)).filter(({ id }) => attached.has(id))
  return { ...before, item, papers, sitting: seen }
}

/** One paper of a dossier on the agenda; papers that were not attached do not exist here. */
export async function agendaPaper(ctx: Context, sessionId: string, dossierId: string, paperId: string) {
  const { papers } = await agendaDossier(ctx, sessionId, dossierId)
  orMissing(papers.find(({ id }) => id === paperId))
  return paperContent(ctx, orMissing(await paperById(ctx, paperId)))
}

export async function deskItems(ctx: Context): Promise<DeskItem[]> {
  if (ctx.actor.postings.length === 0) return []
  const sessions = await unclosedSessions(ctx)
  const files = await Promise.all(sessions.map(({ id }) => sessionFile(ctx, id)))
  const calendar = await calendarOf(ctx)
  return files.flatMap((file) => {
    const act = waitsFor(file)
    if (act === undefined) return []
    const { session, council } = file
    return [
      {
        id: session.id,
        href: paths.evaluation.session(session.id),
        title: council.name,
        sub: `${file.lines.length} hồ sơ`,
        act,
        dueOn: session.meetsOn,
        daysLeft: workingDaysBetween(ctx.today, session.meetsOn, calendar),
        turn: 'Hội đồng',
      },
    ]
  })
}

/** What a session asks of this person now; nothing for those who only watch. */
function waitsFor({ session, own, lines, may }: SessionFile): string | undefined {
  if (own === undefined) return undefined
  const ballots = lines.filter((line) => line.own === 'to-do' || line.own === 'draft').length
  if (session.state === 'open' && ballots > 0) return `Còn ${ballots} phiếu chưa gửi`
  if (may.open) return 'Mở phiên chấm'
  if (may.close && lines.every(({ missing }) => missing === 0)) return 'Đóng phiên chấm'
  return session.state === 'called' ? 'Đọc hồ sơ trước phiên' : undefined
}
