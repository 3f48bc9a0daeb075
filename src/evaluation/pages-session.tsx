import { Hono } from 'hono'
import { z } from 'zod'
import { sendPaper } from '../evidence/download.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage } from '../ui/layout.tsx'
import { Notice } from '../ui/notice.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { agendaDossier, agendaPaper } from './actions.ts'
import { ballotPage, castBallot, saveDraft } from './actions-ballot.ts'
import { sessionFile, writeNote } from './actions-page.ts'
import {
  closeSession,
  declareRecusal,
  markAttendance,
  nextScoringRound,
  openSession,
  takeOffAgenda,
} from './actions-session.ts'
import { BallotInput, NoteInput, RecusalInput } from './model.ts'
import { minutesPaper, summaryPaper } from './paper.ts'
import { renderMinutes, renderSummary } from './print.ts'
import { AgendaDossier } from './views-agenda.tsx'
import { BallotView, RecusalForm } from './views-ballot.tsx'
import { MinutesView, SessionView } from './views-session.tsx'

const Press = z.object({})
const Presence = z.object({ accountId: z.string(), present: z.enum(['co', 'vang']) })
const sessionPath = (c: Request) => paths.evaluation.session(param(c, 'id'))

export const sessionPages = new Hono<Env>()
  .get(paths.evaluation.session(':id'), async (c) => c.html(await sessionPage(c)))
  .post(paths.evaluation.open(':id'), (c) => press(c, () => openSession(c.var.ctx, param(c, 'id')), 'Phiên đã mở.'))
  .post(paths.evaluation.close(':id'), (c) =>
    press(c, () => closeSession(c.var.ctx, param(c, 'id')), 'Phiên đã đóng; kết quả và phiếu được giữ nguyên.'),
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
  .post(paths.evaluation.note(':id', ':dossier'), (c) =>
    submit(
      c,
      NoteInput,
      async ({ text }) => {
        await writeNote(c.var.ctx, param(c, 'id'), param(c, 'dossier'), text)
        return { to: sessionPath(c), say: 'Đã ghi ý kiến thảo luận vào biên bản.' }
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
  .get(paths.evaluation.dossier(':id', ':dossier'), async (c) => {
    const found = await agendaDossier(c.var.ctx, param(c, 'id'), param(c, 'dossier'))
    const crumbs = [{ label: 'Phiên chấm', href: sessionPath(c) }, { label: found.item.productName }]
    return c.html(
      <DeskPage {...frame(c)} title={found.item.productName} crumbs={crumbs}>
        <AgendaDossier {...found} sessionId={param(c, 'id')} />
      </DeskPage>,
    )
  })
  .get(paths.evaluation.paper(':id', ':dossier', ':paper'), async (c) =>
    sendPaper(c, await agendaPaper(c.var.ctx, param(c, 'id'), param(c, 'dossier'), param(c, 'paper'))),
  )
  .get(paths.evaluation.minutes(':id'), async (c) => {
    const file = await sessionFile(c.var.ctx, param(c, 'id'))
    return c.html(
      <DeskPage
        {...frame(c)}
        title="Biên bản"
        crumbs={[{ label: 'Phiên chấm', href: sessionPath(c) }, { label: 'Biên bản' }]}
      >
        <MinutesView file={file} />
      </DeskPage>,
    )
  })
  .get(paths.evaluation.minutesPdf(':id'), async (c) => {
    const file = await sessionFile(c.var.ctx, param(c, 'id'))
    return pdf(c, 'bien-ban', await renderMinutes(minutesPaper(file, `${c.var.publicUrl}${sessionPath(c)}`)))
  })
  .get(paths.evaluation.summaryPdf(':id'), async (c) => {
    const file = await sessionFile(c.var.ctx, param(c, 'id'))
    return pdf(c, 'tong-hop', await renderSummary(summaryPaper(file, `${c.var.publicUrl}${sessionPath(c)}`)))
  })

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
  const sentences = trouble ? [...trouble.summary, ...Object.values(trouble.errors)] : []
  return (
    <DeskPage {...frame(c)} title="Phiên chấm" crumbs={crumbs}>
      {sentences.map((sentence) => (
        <Notice kind="error">{sentence}</Notice>
      ))}
      <SessionView file={file} say={c.var.sentence} />
    </DeskPage>
  )
}

async function ballotDraw(c: Request, trouble?: Trouble, recusalTrouble?: Trouble) {
  const page = await ballotPage(c.var.ctx, param(c, 'id'), param(c, 'dossier'))
  const crumbs = [{ label: 'Phiên chấm', href: sessionPath(c) }, { label: page.item.productName }]
  return (
    <DeskPage {...frame(c)} title={`Phiếu: ${page.item.productName}`} crumbs={crumbs}>
      <BallotView {...page} trouble={trouble} />
      <RecusalForm sessionId={param(c, 'id')} dossierId={param(c, 'dossier')} trouble={recusalTrouble} />
    </DeskPage>
  )
}
