import { Hono } from 'hono'
import { pageAsked } from '../kernel/page.ts'
import { atomFeed, escapeXml } from '../platform/atom.ts'
import { sourceOf } from '../identity/origin.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { commentsUnder, writeComment } from './actions-comment.ts'
import {
  countReading,
  latestNews,
  mostReadNews,
  newsArticle,
  newsList,
  newsProvinces,
  newsSlugs,
  pictureBytes,
} from './actions-public.ts'
import type { ShownArticle } from './actions-public.ts'
import { newsEntry } from './feed.ts'
import { NewsQuery } from './model.ts'
import { CommentInput } from './model-comment.ts'
import { isReading } from './rules.ts'
import { CommentsUnder } from './views-comment.tsx'
import { NewsList } from './views-list.tsx'
import { ArticleView, WithdrawnView } from './views.tsx'

const home = { label: 'Trang chủ', href: paths.home() }
const list = { label: 'Tin tức', href: paths.newsroom.list() }

export const newsroomPages = new Hono<Env>()
  .get(paths.newsroom.list(), listPage)
  .get(paths.newsroom.feed(), async (c) => {
    const { ctx, publicUrl } = c.var
    const entries = (await latestNews(ctx, 50)).map((item) => newsEntry(item, publicUrl))
    const self = publicUrl + paths.newsroom.feed()
    return c.body(atomFeed({ id: self, title: 'Tin tức OCOP', self, now: ctx.now }, entries), 200, {
      'Content-Type': 'application/atom+xml; charset=utf-8',
    })
  })
  .get(paths.newsroom.siteMap(), async (c) => {
    const addresses = [
      paths.newsroom.list(),
      ...(await newsSlugs(c.var.ctx)).map(({ slug }) => paths.newsroom.article(slug)),
    ]
    const urls = addresses.map((path) => `<url><loc>${escapeXml(c.var.publicUrl + path)}</loc></url>`)
    const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('\n')}</urlset>\n`
    return c.body(xml, 200, { 'Content-Type': 'application/xml; charset=utf-8' })
  })
  .get(paths.newsroom.picture(':hash'), async (c) => {
    const { bytes, mediaType, published } = await pictureBytes(c.var.ctx, param(c, 'hash'))
    // The name is the hash of the bytes; but a picture may go with its article, so nobody keeps it for longer than a day.
    c.header('Cache-Control', published ? 'public, max-age=86400' : 'private, no-store')
    return c.body(new Uint8Array(bytes), 200, { 'Content-Type': mediaType })
  })
  .get(paths.newsroom.article(':slug'), async (c) => {
    const { page, status } = await articlePage(c)
    return c.html(page, status)
  })
  .post(paths.newsroom.writeComment(':slug'), (c) =>
    submit(
      c,
      CommentInput,
      async (input) => {
        const source = sourceOf(c)
        const { id, secret, crowded } = await writeComment(c.var.ctx, param(c, 'slug'), input, { source })
        const slowly = crowded ? ' Bài này đang có nhiều bình luận chờ duyệt nên có thể phải đợi lâu.' : ''
        return {
          to: paths.newsroom.comment(id, { ma: secret }),
          say: `Đã gửi; bình luận hiện sau khi được duyệt.${slowly}`,
        }
      },
      async (trouble) => (await articlePage(c, trouble)).page,
    ),
  )

async function listPage(c: Request) {
  const { ctx } = c.var
  const query = NewsQuery.parse(c.req.query())
  const filter = { words: query.q, category: query['chuyen-muc'], province: query.tinh, tag: query.the }
  const [{ items, total }, provinces, mostRead] = await Promise.all([
    newsList(ctx, filter, query.trang),
    newsProvinces(ctx),
    mostReadNews(ctx),
  ])
  return c.html(
    <PublicPage
      {...frame(c)}
      title="Tin tức"
      description="Tin của chương trình OCOP từ các xã, tỉnh và trung ương."
      crumbs={[home, { label: 'Tin tức' }]}
    >
      <NewsList query={query} items={items} total={total} provinces={provinces} mostRead={mostRead} />
    </PublicPage>,
  )
}

/** An article with its comments; a withdrawn one says so. */
async function articlePage(c: Request, trouble?: Trouble) {
  const { ctx } = c.var
  const found = await newsArticle(ctx, param(c, 'slug'))
  if (found.state === 'withdrawn') {
    const page = (
      <PublicPage {...frame(c)} title="Bài đã được rút" crumbs={[home, list, { label: 'Bài đã được rút' }]}>
        <WithdrawnView {...found} />
      </PublicPage>
    )
    return { page, status: 410 as const }
  }
  const { article, edition } = found
  if (isReading(c.req.header(), c.req.path)) await countReading(ctx, article.id)
  const page = pageAsked(c.req.query('trang'))
  const comments = await commentsUnder(ctx, article.id, page)
  return {
    status: 200 as const,
    page: (
      <PublicPage
        {...frame(c)}
        title={edition.title}
        description={edition.summary}
        preview={previewOf(found, c.var.publicUrl)}
        crumbs={[home, list, { label: edition.title }]}
      >
        <ArticleView {...found} />
        <div class="section">
          <CommentsUnder slug={article.slug ?? ''} {...comments} page={page} trouble={trouble} />
        </div>
      </PublicPage>
    ),
  }
}

/** How the article looks where somebody shares its address. */
function previewOf({ article, edition }: ShownArticle, publicUrl: string) {
  return {
    type: 'article',
    title: edition.title,
    description: edition.summary,
    url: publicUrl + paths.newsroom.article(article.slug ?? ''),
    picture: edition.picture
      ? { url: publicUrl + paths.newsroom.picture(edition.picture.file), alt: edition.picture.description }
      : undefined,
  } as const
}
