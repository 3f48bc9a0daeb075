import { Hono } from 'hono'
import { z } from 'zod'
import { orMissing } from '../kernel/refusal.ts'
import { sendPaper } from '../evidence/download.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { ErrorSummary, wholeTrouble } from '../ui/error-summary.tsx'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { agendaDossier, agendaPaper, ballotEvidence } from './actions.ts'
import { sealedBundle } from './actions-bundle.ts'
import { ballotPage, castBallot, saveDraft } from './actions-ballot.ts'
import { sessionFile, writeNote } from './actions-page.ts'
import {
  closeSession,
  declareRecusal,
  markAttendance,
  nextScoringRound,
  openSession,
  settleSpread,
  takeOffAgenda,
} from './actions-session.ts'
import { BallotInput, ClosingInput, NoteInput, RecusalInput, SettlingInput } from './model.ts'
import { minutesPaper, summaryPaper } from './paper.ts'
import { ownBallotPaper } from './paper-ballot.ts'
import { renderBallot, renderMinutes, renderSummary } from './print.ts'
import type { SessionFile } from './session-file.ts'
import { AgendaDossier } from './views-agenda.tsx'
import { BallotHistory, BallotView, RecusalForm } from './views-ballot.tsx'
import { MinutesView } from './views-minutes.tsx'
import { SessionView } from './views-session.tsx'

const Press = z.object({})
const Presence = z.object({ accountId: z.string(), present: z.enum(['co', 'vang']) })
const sessionPath = (c: Request) => paths.evaluation.session(param(c, 'id'))
const dossierPath = (c: Request) => paths.evaluation.dossier(param(c, 'id'), param(c, 'dossier'))

export const sessionPages = new Hono<Env>()
  .get(paths.evaluation.session(':id'), async (c) => c.html(await sessionPage(c)))
  .post(paths.evaluation.open(':id'), (c) => press(c, () => openSession(c.var.ctx, param(c, 'id')), 'Phiên đã mở.'))
  .post(paths.evaluation.close(':id'), (c) =>
    submit(
      c,
      ClosingInput,
      async (confirmation) => {
        await closeSession(c.var.ctx, param(c, 'id'), confirmation)
        return { to: sessionPath(c), say: 'Phiên đã đóng; kết quả và phiếu được giữ nguyên.' }
      },
      (trouble) => sessionPage(c, trouble),
    ),
  )
  .post(paths.evaluation.settle(':id', ':dossier'), (c) =>
    submit(
      c,
      SettlingInput,
      async ({ reason }) => {
        await settleSpread(c.var.ctx, param(c, 'id'), param(c, 'dossier'), reason)
        return { to: dossierPath(c), say: 'Đã chốt vòng chấm, lý do được in vào biên bản.' }
      },
      (trouble) => agendaDraw(c, trouble),
    ),
  )
  .post(paths.evaluation.scoreAgain(':id', ':dossier'), (c) =>
    press(c, () => nextScoringRound(c.var.ctx, param(c, 'id'), param(c, 'dossier')), 'Đã mở vòng chấm lại.'),
  )
  .post(paths.evaluation.attendance(':id'), (c) =>
    submit(
      c,
      Presence,
      async ({ accountId, present }) => {
        await markAttendance(c.var.ctx, param(c, 'id'), { accountId, present: present === 'co' })
        return sessionPath(c)
      },
      (trouble) => sessionPage(c, trouble),
    ),
  )
  .post(paths.evaluation.takeOff(':id', ':dossier'), (c) =>
    submit(
      c,
      RecusalInput,
      async ({ reason }) => {
        await takeOffAgenda(c.var.ctx, param(c, 'id'), param(c, 'dossier'), reason)
        return { to: sessionPath(c), say: 'Đã rút hồ sơ khỏi chương trình.' }
      },
      (trouble) => sessionPage(c, trouble),
    ),
  )
  .get(paths.evaluation.ballot(':id', ':dossier'), async (c) => c.html(await ballotDraw(c)))
  .post(paths.evaluation.ballot(':id', ':dossier'), (c) =>
    submit(
      c,
      BallotInput,
      async ({ chon, comment, act }) => {
        const save = act === 'draft' ? saveDraft : castBallot
        await save(c.var.ctx, param(c, 'id'), param(c, 'dossier'), { choices: chon, comment })
        return act === 'draft'
          ? { to: paths.evaluation.ballot(param(c, 'id'), param(c, 'dossier')), say: 'Đã lưu nháp.' }
          : { to: sessionPath(c), say: 'Đã gửi phiếu.' }
      },
      (trouble) => ballotDraw(c, trouble),
    ),
  )
  .post(paths.evaluation.recusal(':id', ':dossier'), (c) =>
    submit(
      c,
      RecusalInput,
      async ({ reason }) => {
        await declareRecusal(c.var.ctx, param(c, 'id'), param(c, 'dossier'), reason)
        return { to: sessionPath(c), say: 'Đã ghi: bạn không tham gia chấm hồ sơ đó.' }
      },
      (trouble) => ballotDraw(c, undefined, trouble),
    ),
  )
  .get(paths.evaluation.ballotPdf(':id', ':dossier'), async (c) => {
    const page = await ballotPage(c.var.ctx, param(c, 'id'), param(c, 'dossier'))
    return pdf(c, 'phieu', await renderBallot(ownBallotPaper(page, c.var.ctx.actor, addressOf(c))))
  })
  .get(paths.evaluation.dossier(':id', ':dossier'), async (c) => c.html(await agendaDraw(c)))
  .post(paths.evaluation.note(':id', ':dossier'), (c) =>
    submit(
      c,
      NoteInput,
      async ({ text }) => {
        await writeNote(c.var.ctx, param(c, 'id'), param(c, 'dossier'), text)
        return { to: dossierPath(c), say: 'Đã ghi ý kiến vào biên bản.' }
      },
      (trouble) => agendaDraw(c, trouble),
    ),
  )
  .get(paths.evaluation.paper(':id', ':dossier', ':paper'), async (c) =>
    sendPaper(c, await agendaPaper(c.var.ctx, param(c, 'id'), param(c, 'dossier'), param(c, 'paper'))),
  )
  .get(paths.evaluation.minutes(':id'), async (c) => {
    const file = await closedFile(c)
    const crumbs = [{ label: 'Phiên chấm', href: sessionPath(c) }, { label: 'Biên bản' }]
    return c.html(
      <DeskPage {...frame(c)} title="Biên bản" crumbs={crumbs}>
        <MinutesView file={file} />
      </DeskPage>,
    )
  })
  .get(paths.evaluation.minutesPdf(':id'), async (c) =>
    pdf(c, 'bien-ban', await renderMinutes(minutesPaper(await closedFile(c), addressOf(c)))),
  )
  .get(paths.evaluation.summaryPdf(':id'), async (c) =>
    pdf(c, 'tong-hop', await renderSummary(summaryPaper(await closedFile(c), addressOf(c)))),
  )
  .get(paths.evaluation.bundle(':id'), async (c) => {
    const sealed = await sealedBundle(c.var.ctx, param(c, 'id'))
    c.header('Content-Disposition', `attachment; filename="phien-${param(c, 'id')}.json"`)
    return c.json(sealed)
  })

/** What the printed code leads back to. */
function addressOf(c: Request): string {
  return `${c.var.publicUrl}${sessionPath(c)}`
}

/** Minutes and sums exist once the session is closed; before that there is nothing to read. */
async function closedFile(c: Request): Promise<SessionFile> {
  const file = await sessionFile(c.var.ctx, param(c, 'id'))
  return orMissing(file.session.state === 'closed' ? file : undefined)
}

async function agendaDraw(c: Request, trouble?: Trouble) {
  const found = await agendaDossier(c.var.ctx, param(c, 'id'), param(c, 'dossier'))
  const crumbs = [{ label: 'Phiên chấm', href: sessionPath(c) }, { label: found.line.productName }]
  return (
    <DeskPage {...frame(c)} title={found.line.productName} crumbs={crumbs}>
      <AgendaDossier {...found} trouble={trouble} />
    </DeskPage>
  )
}

function pdf(c: Request, name: string, bytes: Uint8Array): Response {
  return c.body(Buffer.from(bytes), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="${name}.pdf"`,
  })
}

function press(c: Request, act: () => Promise<unknown>, say: string): Promise<Response> {
  return submit(
    c,
    Press,
    async () => {
      await act()
      return { to: sessionPath(c), say }
    },
    (trouble) => sessionPage(c, trouble),
  )
}

async function sessionPage(c: Request, trouble?: Trouble) {
  const file = await sessionFile(c.var.ctx, param(c, 'id'))
  const crumbs = [
    { label: 'Hội đồng', href: paths.evaluation.councils() },
    { label: file.council.name, href: paths.evaluation.council(file.council.id) },
    { label: 'Phiên chấm' },
  ]
  // What stands at a field of the page is said there.
  const { confirmed: _, ...elsewhere } = trouble?.errors ?? {}
  return (
    <DeskPage
      {...frame(c)}
      title="Phiên chấm"
      crumbs={crumbs}
      islands={file.session.state === 'closed' ? [] : ['live-session.js']}
    >
      <ErrorSummary trouble={trouble && wholeTrouble({ ...trouble, errors: elsewhere })} />
      <SessionView file={file} say={c.var.sentence} trouble={trouble} />
    </DeskPage>
  )
}

async function ballotDraw(c: Request, trouble?: Trouble, recusalTrouble?: Trouble) {
  const [id, dossierId] = [param(c, 'id'), param(c, 'dossier')]
  const page = await ballotPage(c.var.ctx, id, dossierId)
  const before = await ballotEvidence(c.var.ctx, id, dossierId)
  const crumbs = [{ label: 'Phiên chấm', href: sessionPath(c) }, { label: page.item.productName }]
  return (
    <DeskPage {...frame(c)} title={`Phiếu: ${page.item.productName}`} crumbs={crumbs}>
      <BallotView {...page} before={before} trouble={trouble} />
      <BallotHistory history={page.history} rubric={page.rubric} />
      {page.mayRecuse ? <RecusalForm sessionId={id} dossierId={dossierId} trouble={recusalTrouble} /> : null}
    </DeskPage>
  )
}
