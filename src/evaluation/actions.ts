import { paperById, paperContent, papersOf } from '../evidence/actions.ts'
import type { WalletPaper } from '../evidence/model.ts'
import { dossierBefore } from '../dossier/actions.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { orMissing } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import type { DeskItem } from '../platform/desk.ts'
import { calendarsOf } from '../programme/actions.ts'
import { workingDaysBetween } from '../programme/working-days.ts'
import { paths } from '../ui/paths.ts'
import { seatedSessions } from './actions-council.ts'
import { sessionFile } from './actions-page.ts'
import { itemIn, sittingFor } from './actions-sitting.ts'
import type { AgendaItem } from './model.ts'
import type { Reexamination } from './model-again.ts'
import type { ItemLine, SessionFile } from './session-file.ts'
import { reexaminationById } from './store-again.ts'

/** What the producer and the commune put before the council, with the papers attached to it. */
export interface Before extends Awaited<ReturnType<typeof dossierBefore>> {
  readonly papers: readonly WalletPaper[]
}

async function beforeCouncil(ctx: Context, { dossierId, producerId }: AgendaItem): Promise<Before> {
  const before = await dossierBefore(ctx, dossierId)
  const attached = new Set(before.attachments.map(({ paperId }) => paperId))
  return { ...before, papers: (await papersOf(ctx, producerId)).filter(({ id }) => attached.has(id)) }
}

export interface AgendaDossierFile {
  readonly before: Before
  readonly file: SessionFile
  readonly line: ItemLine
  /** The order under which it is scored again. */
  readonly again: Reexamination | null
}

/** A dossier on the agenda, for whoever reads the session and takes part in this item. */
export async function agendaDossier(ctx: Context, sessionId: string, dossierId: string): Promise<AgendaDossierFile> {
  const file = await sessionFile(ctx, sessionId)
  const line = orMissing(file.lines.find((one) => one.dossierId === dossierId))
  const { reexaminationId } = line
  const again = reexaminationId === null ? null : orMissing(await reexaminationById(ctx, reexaminationId))
  return { file, line, again, before: await beforeCouncil(ctx, line) }
}

/** What stands beside the criteria of a ballot. */
export async function ballotEvidence(ctx: Context, sessionId: string, dossierId: string): Promise<Before> {
  const { seen } = await sittingFor(ctx, sessionId, dossierId)
  return beforeCouncil(ctx, itemIn(seen, dossierId))
}

/** One paper of a dossier on the agenda; papers that were not attached do not exist here. */
export async function agendaPaper(ctx: Context, sessionId: string, dossierId: string, paperId: string) {
  const { papers } = await ballotEvidence(ctx, sessionId, dossierId)
  orMissing(papers.find(({ id }) => id === paperId))
  return paperContent(ctx, orMissing(await paperById(ctx, paperId)))
}

/** Sessions that ask something of this person; those who only read them have nothing on the desk. */
export async function deskItems(ctx: Context): Promise<DeskItem[]> {
  const sessions = await seatedSessions(ctx)
  if (sessions.length === 0) return []
  const files = await Promise.all(sessions.map(({ id }) => sessionFile(ctx, id)))
  const calendars = await calendarsOf(ctx)
  return files.flatMap((file) => {
    const act = waitsFor(file, ctx.today)
    if (act === undefined) return []
    const { session, council, lines } = file
    return [
      {
        id: session.id,
        href: paths.evaluation.session(session.id),
        title: council.name,
        sub: `${lines.length} hồ sơ`,
        act,
        dueOn: session.meetsOn,
        daysLeft: workingDaysBetween(ctx.today, session.meetsOn, calendars(council.unitCode)),
        turn: 'Hội đồng',
      },
    ]
  })
}

/** What a session asks of this person now; nothing for those who only watch. */
function waitsFor({ session, own, lines, may }: SessionFile, today: CivilDate): string | undefined {
  if (own === undefined) return undefined
  const ballots = lines.filter((line) => line.own === 'to-do' || line.own === 'draft').length
  if (session.state === 'open' && ballots > 0) return `Còn ${ballots} phiếu chưa gửi`
  if (may.open) return 'Mở phiên chấm'
  // Without a vote of their own the secretary would lose the session from the desk when it opens.
  if (own.capacity === 'secretary' && session.state !== 'closed' && session.meetsOn <= today)
    return 'Điểm danh, theo dõi phiếu'
  if (may.close && lines.every(({ missing }) => missing === 0)) return 'Đóng phiên chấm'
  return session.state === 'called' ? 'Đọc hồ sơ trước phiên' : undefined
}
