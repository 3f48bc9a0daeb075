import { Hono } from 'hono'
import { pageAsked } from '../kernel/page.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage, PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import {
  askRemoval,
  commentPage,
  commentQueue,
  eraseComment,
  moderateComment,
  reportComment,
} from './actions-comment.ts'
import { EraseInput, ModerateInput, RemovalInput, ReportInput } from './model-comment.ts'
import { CommentQueue, CommentView } from './views-comment.tsx'

/** One comment and what its writer or a reader may ask; the queue of the editors. */
export const commentPages = new Hono<Env>()
  .get(paths.newsroom.comment(':id'), async (c) => c.html(await onePage(c)))
  .post(paths.newsroom.reportComment(':id'), (c) =>
    submit(
      c,
      ReportInput,
      async (input) => {
        await reportComment(c.var.ctx, param(c, 'id'), input)
        return { to: paths.newsroom.comment(param(c, 'id')), say: 'Đã báo; biên tập viên sẽ xem.' }
      },
      (report) => onePage(c, { report }),
    ),
  )
  .post(paths.newsroom.eraseComment(':id'), (c) =>
    submit(
      c,
      EraseInput,
      async (input) => {
        await eraseComment(c.var.ctx, param(c, 'id'), input)
        return { to: paths.newsroom.list(), say: 'Đã gỡ bình luận; tên và chữ đã bị xóa.' }
      },
      (erase) => onePage(c, { erase }),
    ),
  )
  .post(paths.newsroom.askRemoval(':id'), (c) =>
    submit(
      c,
      RemovalInput,
      async (input) => {
        await askRemoval(c.var.ctx, param(c, 'id'), input)
        return {
          to: paths.newsroom.comment(param(c, 'id')),
          say: 'Nếu thư điện tử khớp, biên tập viên đã nhận yêu cầu gỡ.',
        }
      },
      (removal) => onePage(c, { removal }),
    ),
  )
  .get(paths.newsroom.comments(), signedIn, async (c) => c.html(await queuePage(c)))
  .post(paths.newsroom.moderate(':id'), signedIn, (c) =>
    submit(
      c,
      ModerateInput,
      async (input) => {
        await moderateComment(c.var.ctx, param(c, 'id'), input)
        return { to: paths.newsroom.comments(), say: input.act === 'refuse' ? 'Đã từ chối.' : 'Bình luận đang hiện.' }
      },
      (trouble) => queuePage(c, { id: param(c, 'id'), trouble }),
    ),
  )

async function onePage(c: Request, troubles: { report?: Trouble; erase?: Trouble; removal?: Trouble } = {}) {
  const typed = troubles.erase?.values['ma']
  const secret = c.req.query('ma') ?? (typeof typed === 'string' ? typed : undefined)
  const found = await commentPage(c.var.ctx, param(c, 'id'), secret)
  // The address may hold the key of the writer.
  c.header('Cache-Control', 'private, no-store')
  return (
    <PublicPage
      {...frame(c)}
      title="Bình luận"
      crumbs={[{ label: 'Tin tức', href: paths.newsroom.list() }, { label: 'Bình luận' }]}
    >
      <CommentView {...found} secret={secret} {...troubles} />
    </PublicPage>
  )
}

async function queuePage(c: Request, trouble?: { id: string; trouble: Trouble }) {
  const page = pageAsked(c.req.query('trang'))
  const found = await commentQueue(c.var.ctx, page)
  return (
    <DeskPage {...frame(c)} title="Bình luận chờ duyệt">
      <CommentQueue {...found} page={page} trouble={trouble} />
    </DeskPage>
  )
}
