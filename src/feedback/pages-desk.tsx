import { Hono } from 'hono'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage, PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import { answerMatter, publishAnswer, takeDownAnswer, transferMatter } from './actions.ts'
import { matterFile, matterOfCode, matterRegister, photoBytes } from './actions-reading.ts'
import { orMissing } from '../kernel/refusal.ts'
import { AnswerInput, PublicationInput, TakeDownInput, TransferInput } from './model.ts'
import { pageOf } from './pages.tsx'
import { MatterQueue } from './views-list.tsx'
import { MatterView } from './views.tsx'
import type { MatterTroubles } from './views.tsx'

/** The queue of those who answer. */
export const feedbackDeskPages = new Hono<Env>()
  .get(paths.feedback.queue(), signedIn, async (c) => {
    const waiting = c.req.query('xem') !== 'tat-ca'
    const page = pageOf(c)
    const found = await matterRegister(c.var.ctx, waiting, page)
    return c.html(
      <DeskPage {...frame(c)} title="Phiếu phản ánh">
        <MatterQueue {...found} page={page} waiting={waiting} today={c.var.ctx.today} />
      </DeskPage>,
    )
  })
  .get(paths.feedback.file(':id'), signedIn, async (c) => c.html(await filePage(c)))
  .get(paths.feedback.photo(':id'), async (c) => {
    const bytes = await photoBytes(c.var.ctx, param(c, 'id'), c.req.query('ma'))
    c.header('Cache-Control', 'private, no-store')
    return c.body(new Uint8Array(bytes), 200, { 'Content-Type': 'image/jpeg' })
  })
  .post(paths.feedback.answer(':id'), signedIn, (c) =>
    submit(
      c,
      AnswerInput,
      async (input) => {
        await answerMatter(c.var.ctx, param(c, 'id'), input)
        return { to: paths.feedback.file(param(c, 'id')), say: 'Đã gửi trả lời.' }
      },
      (trouble) => filePage(c, { answer: trouble }),
    ),
  )
  .post(paths.feedback.transfer(':id'), signedIn, (c) =>
    submit(
      c,
      TransferInput,
      async (input) => {
        await transferMatter(c.var.ctx, param(c, 'id'), input)
        return { to: paths.feedback.queue(), say: 'Đã chuyển phiếu.' }
      },
      (trouble) => filePage(c, { transfer: trouble }),
    ),
  )
  .post(paths.feedback.publish(':id'), signedIn, (c) =>
    submit(
      c,
      PublicationInput,
      async (input) => {
        await publishAnswer(c.var.ctx, param(c, 'id'), input)
        return { to: paths.feedback.published(param(c, 'id')), say: 'Đã công khai.' }
      },
      (trouble) => filePage(c, { publish: trouble }),
    ),
  )
  .post(paths.feedback.takeDown(':id'), signedIn, (c) =>
    submit(
      c,
      TakeDownInput,
      async (input) => {
        await takeDownAnswer(c.var.ctx, param(c, 'id'), input)
        return { to: paths.feedback.file(param(c, 'id')), say: 'Đã gỡ bản công khai.' }
      },
      (trouble) => filePage(c, { takeDown: trouble }),
    ),
  )

/** The page of whoever handles it, or, with a code, of whoever sent it. */
export async function filePage(c: Request, troubles: MatterTroubles = {}, code?: string | string[]) {
  const known = typeof code === 'string' && code !== '' ? code : undefined
  const file = known ? orMissing(await matterOfCode(c.var.ctx, known)) : await matterFile(c.var.ctx, param(c, 'id'))
  const Page = known ? PublicPage : DeskPage
  return (
    <Page {...frame(c)} title={file.matter.title}>
      <MatterView file={file} code={known} offered={c.var.channels} today={c.var.ctx.today} troubles={troubles} />
    </Page>
  )
}
