import { Hono } from 'hono'
import { pageAsked } from '../kernel/page.ts'
import { submit } from '../platform/forms.ts'
import { frame, recordFrame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import {
  answerComplaint,
  fileComplaint,
  receiveComplaint,
  setComplaintTerm,
  withdrawComplaint,
} from './actions-complaint.ts'
import { complaintChoices, complaintFile, complaintList, complaintTermPage } from './actions-complaint-reading.ts'
import {
  AnswerComplaintInput,
  ComplaintInput,
  ComplaintTermInput,
  ReceiveInput,
  WithdrawInput,
} from './model-complaint.ts'
import { ComplaintTermView } from './views-complaint-term.tsx'
import { ComplaintBeginView, ComplaintListView, ComplaintView } from './views-complaint.tsx'
import type { ComplaintForm } from './views-complaint.tsx'

const listCrumb = { label: 'Khiếu nại', href: paths.oversight.complaints() }

export const complaintPages = new Hono<Env>()
  .get(paths.oversight.complaints(), signedIn, async (c) =>
    c.html(
      <DeskPage {...frame(c)} title="Khiếu nại">
        <ComplaintListView list={await complaintList(c.var.ctx, pageAsked(c.req.query('trang')))} />
      </DeskPage>,
    ),
  )
  .get(paths.oversight.complaintBegin(), signedIn, async (c) => c.html(await beginPage(c)))
  .post(paths.oversight.complaintBegin(), signedIn, (c) =>
    submit(
      c,
      ComplaintInput,
      async (input) => ({
        to: paths.oversight.complaint(await fileComplaint(c.var.ctx, input)),
        say: 'Đã gửi khiếu nại. Theo dõi người xử lý và thời hạn ở trang này.',
      }),
      (trouble) => beginPage(c, trouble),
    ),
  )
  .get(paths.oversight.complaintTerms(), signedIn, async (c) => c.html(await termPage(c)))
  .post(paths.oversight.complaintTerms(), signedIn, (c) =>
    submit(
      c,
      ComplaintTermInput,
      async (input) => {
        await setComplaintTerm(c.var.ctx, input)
        return { to: paths.oversight.complaintTerms(), say: 'Đã lưu thời hạn.' }
      },
      (trouble) => termPage(c, trouble),
    ),
  )
  .get(paths.oversight.complaint(':id'), signedIn, async (c) => c.html(await filePage(c)))
  .post(paths.oversight.receiveComplaint(':id'), signedIn, (c) =>
    submit(
      c,
      ReceiveInput,
      async (input) => {
        await receiveComplaint(c.var.ctx, param(c, 'id'), input)
        return backTo(c, 'Đã ghi và báo chủ thể.')
      },
      (trouble) => filePage(c, { receive: trouble }),
    ),
  )
  .post(paths.oversight.answerComplaint(':id'), signedIn, (c) =>
    submit(
      c,
      AnswerComplaintInput,
      async (input) => {
        await answerComplaint(c.var.ctx, param(c, 'id'), input)
        return backTo(c, 'Đã gửi trả lời cho chủ thể.')
      },
      (trouble) => filePage(c, { answer: trouble }),
    ),
  )
  .post(paths.oversight.withdrawComplaint(':id'), signedIn, (c) =>
    submit(
      c,
      WithdrawInput,
      async ({ reason = '' }) => {
        await withdrawComplaint(c.var.ctx, param(c, 'id'), reason)
        return backTo(c, 'Đã rút khiếu nại.')
      },
      (trouble) => filePage(c, { withdraw: trouble }),
    ),
  )

function backTo(c: Request, say: string) {
  return { to: paths.oversight.complaint(param(c, 'id')), say }
}

async function beginPage(c: Request, trouble?: Trouble) {
  const choices = await complaintChoices(c.var.ctx)
  return (
    <DeskPage {...frame(c)} title="Gửi khiếu nại" crumbs={[listCrumb, { label: 'Gửi khiếu nại' }]}>
      <ComplaintBeginView choices={choices} chosen={c.req.query('ve')} trouble={trouble} />
    </DeskPage>
  )
}

async function termPage(c: Request, trouble?: Trouble) {
  const found = await complaintTermPage(c.var.ctx)
  return (
    <DeskPage {...frame(c)} title="Thời hạn khiếu nại" crumbs={[listCrumb, { label: 'Thời hạn' }]}>
      <ComplaintTermView {...found} today={c.var.ctx.today} trouble={trouble} />
    </DeskPage>
  )
}

async function filePage(c: Request, troubles: Partial<Record<ComplaintForm, Trouble>> = {}) {
  const file = await complaintFile(c.var.ctx, param(c, 'id'))
  const { number } = file.complaint
  return (
    <DeskPage {...recordFrame(c, file.complaint)} title={`Khiếu nại ${number}`} crumbs={[listCrumb, { label: number }]}>
      <ComplaintView {...file} today={c.var.ctx.today} troubles={troubles} />
    </DeskPage>
  )
}
