import { Hono } from 'hono'
import { pageAsked } from '../kernel/page.ts'
import { visitor } from '../kernel/actor.ts'
import { sourceOf } from '../identity/origin.ts'
import { formCode, submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { communesOfProvince, provincesToday } from '../territory/actions.ts'
import { DeskPage, PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { fileMatter } from './actions.ts'
import { answering, matterOfCode, ownDossiers, ownMatters, publicAnswer, publicAnswers } from './actions-reading.ts'
import { MatterInput, subjects } from './model.ts'
import { keepPhoto } from './photo.ts'
import { judgeMatter } from './rules.ts'
import { AnsweringView, OwnMatters, PublicAnswerView, PublicAnswers } from './views-list.tsx'
import { SendMatter, TrackByCode } from './views-send.tsx'
import { MatterView } from './views.tsx'

const home = { label: 'Trang chủ', href: paths.home() }
const list = { label: 'Hỏi, phản ánh', href: paths.feedback.list() }

export const feedbackPages = new Hono<Env>()
  .get(paths.feedback.list(), async (c) => {
    const words = c.req.query('q')?.trim().slice(0, 100)
    const subject = subjects.find((one) => one === c.req.query('viec'))
    const page = pageOf(c)
    const found = await publicAnswers(c.var.ctx, { words, subject }, page)
    return c.html(
      <PublicPage {...frame(c)} title="Hỏi, đề xuất, phản ánh" crumbs={[home, { label: list.label }]}>
        <PublicAnswers {...found} page={page} words={words} subject={subject} />
      </PublicPage>,
    )
  })
  .get(paths.feedback.send(), async (c) => c.html(await sendPage(c)))
  .post(paths.feedback.send(), (c) =>
    submit(
      c,
      MatterInput,
      async (input) => {
        // A program that fills in every box is turned away before its picture is drawn.
        const photo = input.photo && judgeMatter(input).ok ? await keepPhoto(c.var.ctx.files, input.photo) : null
        const { code } = await fileMatter(c.var.ctx, input, { photo, source: sourceOf(c) })
        return { to: paths.feedback.track({ ma: code }), say: 'Đã gửi phiếu. Hãy chép lại mã theo dõi.' }
      },
      (trouble) => sendPage(c, trouble),
    ),
  )
  .get(paths.feedback.track(), trackPage)
  .get(paths.feedback.mine(), signedIn, async (c) =>
    c.html(
      <DeskPage {...frame(c)} title="Hỏi, phản ánh của tôi">
        <OwnMatters items={await ownMatters(c.var.ctx)} today={c.var.ctx.today} />
      </DeskPage>,
    ),
  )
  .get(paths.feedback.figures(), async (c) => {
    const { ctx } = c.var
    const thisYear = Number(ctx.today.slice(0, 4))
    const years = [thisYear, thisYear - 1, thisYear - 2]
    const year = years.find((one) => String(one) === c.req.query('nam')) ?? thisYear
    const provinces = await provincesToday(ctx)
    const province = provinces.find(({ code }) => code === c.req.query('tinh'))?.code
    return c.html(
      <PublicPage {...frame(c)} title="Trả lời phiếu phản ánh" crumbs={[home, list, { label: 'Số liệu' }]}>
        <AnsweringView
          {...await answering(ctx, year, province)}
          year={year}
          years={years}
          province={province}
          provinces={provinces}
          today={ctx.today}
        />
      </PublicPage>,
    )
  })
  .get(paths.feedback.published(':id'), async (c) => {
    const answer = await publicAnswer(c.var.ctx, param(c, 'id'))
    return c.html(
      <PublicPage {...frame(c)} title={answer.title} crumbs={[home, list, { label: answer.title }]}>
        <PublicAnswerView answer={answer} />
      </PublicPage>,
    )
  })

async function sendPage(c: Request, trouble?: Trouble) {
  const { ctx } = c.var
  const provinces = await provincesToday(ctx)
  const province = provinces.find(({ code }) => code === c.req.query('tinh'))
  const kind = c.req.query('loai') === 'misuse' ? 'misuse' : undefined
  // The form carries the code of the receipt to come.
  c.header('Cache-Control', 'private, no-store')
  return (
    <PublicPage {...frame(c)} title="Gửi phiếu" crumbs={[home, list, { label: 'Gửi phiếu' }]}>
      <SendMatter
        provinces={provinces}
        asked={c.req.query('tinh')}
        province={province}
        communes={province ? await communesOfProvince(ctx, province.code) : []}
        kind={kind}
        dossiers={await ownDossiers(ctx)}
        signedIn={ctx.actor.id !== visitor.id}
        receipt={formCode(trouble)}
        trouble={trouble}
      />
    </PublicPage>
  )
}

async function trackPage(c: Request) {
  const code = c.req.query('ma')
  const file = code === undefined || code === '' ? undefined : await matterOfCode(c.var.ctx, code)
  // The address holds the key of the matter.
  c.header('Cache-Control', 'private, no-store')
  return c.html(
    <PublicPage {...frame(c)} title="Theo dõi phiếu" crumbs={[home, list, { label: 'Theo dõi phiếu' }]}>
      {file ? (
        <MatterView file={file} code={code} offered={c.var.channels} today={c.var.ctx.today} />
      ) : (
        <TrackByCode wrong={code === '' ? undefined : code} />
      )}
    </PublicPage>,
    file || !code ? 200 : 404,
  )
}

export function pageOf(c: Request): number {
  return pageAsked(c.req.query('trang'))
}
