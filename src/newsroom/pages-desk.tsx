import { Hono } from 'hono'
import { pageAsked } from '../kernel/page.ts'
import { eventsToTell } from '../gathering/actions-reading.ts'
import { country } from '../kernel/actor.ts'
import { Refused } from '../kernel/refusal.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { placeName } from '../territory/actions.ts'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import {
  articleFile,
  articleRegister,
  beginArticle,
  correctArticle,
  publishArticle,
  saveEdition,
  startFromEvent,
  unitsOf,
  withdrawArticle,
} from './actions.ts'
import { figureChoices } from './actions-figures.ts'
import { CorrectInput, EditionInput, NewArticleInput, PublishInput, WithdrawInput, articleStates } from './model.ts'
import { drawPicture } from './picture.ts'
import { ArticleFileView, ArticleRegister, NewArticle } from './views-desk.tsx'
import type { FileTroubles } from './views-desk.tsx'
import { unitWords } from './words.ts'

export const newsroomDeskPages = new Hono<Env>()
for (const own of [paths.newsroom.desk(), `${paths.newsroom.desk()}/*`]) newsroomDeskPages.use(own, signedIn)

newsroomDeskPages
  .get(paths.newsroom.desk(), async (c) => {
    const state = articleStates.find((one) => one === c.req.query('trang-thai'))
    const page = pageOf(c)
    const found = await articleRegister(c.var.ctx, state, page)
    return c.html(
      <DeskPage {...frame(c)} title="Tin bài">
        <ArticleRegister {...found} page={page} state={state} mayWrite={unitsOf(c.var.ctx.actor).length > 0} />
      </DeskPage>,
    )
  })
  .get(paths.newsroom.begin(), async (c) => c.html(await newPage(c)))
  .post(paths.newsroom.begin(), (c) =>
    submit(
      c,
      NewArticleInput,
      async ({ unit, ...input }) => {
        if (unitsOf(c.var.ctx.actor).length === 0) throw new Refused({ code: 'kernel/not-found' })
        const id = await beginArticle(c.var.ctx, unit, input, await drawn(c, input))
        return { to: paths.newsroom.file(id), say: 'Đã lưu. Xem trước ở dưới, rồi xuất bản khi xong.' }
      },
      (trouble) => newPage(c, trouble),
    ),
  )
  .get(paths.newsroom.file(':id'), async (c) => c.html(await filePage(c)))
  .post(paths.newsroom.file(':id'), (c) =>
    submit(
      c,
      EditionInput,
      async (input) => {
        const { mayWrite } = await articleFile(c.var.ctx, param(c, 'id'))
        if (!mayWrite) throw new Refused({ code: 'kernel/not-found' })
        await saveEdition(c.var.ctx, param(c, 'id'), input, await drawn(c, input))
        return backTo(c, 'Đã lưu bản soạn.')
      },
      (trouble) => filePage(c, { save: trouble }),
    ),
  )
  .post(paths.newsroom.publish(':id'), (c) =>
    submit(
      c,
      PublishInput,
      async (input) => {
        const slug = await publishArticle(c.var.ctx, param(c, 'id'), input)
        return { to: paths.newsroom.article(slug), say: 'Bài đã đăng.' }
      },
      (trouble) => filePage(c, { publish: trouble }),
    ),
  )
  .post(paths.newsroom.correct(':id'), (c) =>
    submit(
      c,
      CorrectInput,
      async (input) => {
        const slug = await correctArticle(c.var.ctx, param(c, 'id'), input)
        return { to: paths.newsroom.article(slug), say: 'Đã đăng bản sửa; người đọc thấy câu đính chính dưới bài.' }
      },
      (trouble) => filePage(c, { correct: trouble }),
    ),
  )
  .post(paths.newsroom.withdraw(':id'), (c) =>
    submit(
      c,
      WithdrawInput,
      async (input) => {
        await withdrawArticle(c.var.ctx, param(c, 'id'), input)
        return backTo(c, 'Đã rút bài.')
      },
      (trouble) => filePage(c, { withdraw: trouble }),
    ),
  )

function backTo(c: Request, say: string) {
  return { to: paths.newsroom.file(param(c, 'id')), say }
}

async function drawn(c: Request, { picture }: Pick<EditionInput, 'picture'>) {
  return picture === undefined ? undefined : drawPicture(c.var.ctx.files, picture)
}

async function newPage(c: Request, trouble?: Trouble) {
  const { ctx } = c.var
  const codes = unitsOf(ctx.actor)
  if (codes.length === 0) throw new Refused({ code: 'kernel/not-found' })
  const units = await Promise.all(
    codes.map(async (value) => ({
      value,
      label: unitWords(value === country ? null : ((await placeName(ctx, value)) ?? value)),
    })),
  )
  const slug = c.req.query('su-kien')
  const [start, events] = await Promise.all([
    slug === undefined ? undefined : startFromEvent(ctx, slug),
    eventsToTell(ctx, codes),
  ])
  return (
    <DeskPage
      {...frame(c)}
      title="Viết bài mới"
      crumbs={[{ label: 'Tin bài', href: paths.newsroom.desk() }, { label: 'Viết bài mới' }]}
    >
      <NewArticle {...{ start, events, units, trouble }} choices={await figureChoices(ctx)} />
    </DeskPage>
  )
}

async function filePage(c: Request, troubles: FileTroubles = {}) {
  const file = await articleFile(c.var.ctx, param(c, 'id'))
  const { title } = file.edition
  return (
    <DeskPage
      {...frame(c)}
      title={title}
      crumbs={[{ label: 'Tin bài', href: paths.newsroom.desk() }, { label: title }]}
    >
      <ArticleFileView file={file} choices={await figureChoices(c.var.ctx)} troubles={troubles} />
    </DeskPage>
  )
}

function pageOf(c: Request): number {
  return pageAsked(c.req.query('trang'))
}
