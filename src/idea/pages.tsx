import { Hono } from 'hono'
import { pageAsked } from '../kernel/page.ts'
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
import { provincesOfWork, termFor } from './actions-term.ts'
import { answerIdea, communesOfWork, fileIdea, ideaRegister } from './actions.ts'
import { AnswerInput, IdeaInput } from './model.ts'
import { ideaPage } from './pages-file.tsx'
import { defaultTerm, inSeason } from './rules.ts'
import { NewIdea } from './views-new.tsx'
import { IdeaList } from './views.tsx'

export const ideaPages = new Hono<Env>()
  .get(paths.idea.list(), signedIn, async (c) => {
    const ideas = await ideaRegister(c.var.ctx, pageAsked(c.req.query('trang')))
    return c.html(
      <DeskPage {...frame(c)} title="Ý tưởng">
        <IdeaList ideas={ideas} today={c.var.ctx.today} setsTerm={provincesOfWork(c.var.ctx).length > 0} />
      </DeskPage>,
    )
  })
  .get(paths.idea.begin(), async (c) => c.html(await newPage(c)))
  .post(paths.idea.begin(), (c) =>
    submit(
      c,
      IdeaInput,
      async (input) => {
        const { id, secret } = await fileIdea(c.var.ctx, input, sourceOf(c))
        return { to: paths.idea.file(id, { ma: secret }), say: 'Đã gửi ý tưởng tới UBND xã.' }
      },
      (trouble) => newPage(c, trouble),
    ),
  )
  .get(paths.idea.file(':id'), async (c) => c.html(await ideaPage(c)))
  .post(paths.idea.answer(':id'), (c) =>
    submit(
      c,
      AnswerInput,
      async (input) => {
        await answerIdea(c.var.ctx, param(c, 'id'), input)
        return { to: paths.idea.file(param(c, 'id')), say: 'Đã trả lời ý tưởng.' }
      },
      (answer) => ideaPage(c, { answer }),
    ),
  )

async function newPage(c: Request, trouble?: Trouble) {
  const { ctx } = c.var
  const provinces = await provincesToday(ctx)
  const province = provinces.find(({ code }) => code === c.req.query('tinh'))
  const [communes, term] = await (province
    ? Promise.all([communesOfProvince(ctx, province.code), termFor(ctx, province.code)])
    : [[], defaultTerm])
  // The form carries the code of the receipt to come.
  c.header('Cache-Control', 'private, no-store')
  return (
    <PublicPage
      {...frame(c)}
      title="Đăng ký ý tưởng"
      crumbs={[{ label: 'Trang chủ', href: paths.home() }, { label: 'Đăng ký ý tưởng' }]}
    >
      <NewIdea
        provinces={provinces}
        asked={c.req.query('tinh')}
        province={province}
        communes={communes}
        term={term}
        inSeason={inSeason(term, ctx.today)}
        group={c.req.query('nhom')}
        officer={communesOfWork(ctx.actor).length > 0}
        own={ctx.actor.producers.length > 0 ? ctx.actor.name : undefined}
        receipt={formCode(trouble)}
        trouble={trouble}
      />
    </PublicPage>
  )
}
