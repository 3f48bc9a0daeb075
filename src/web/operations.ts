import { Hono } from 'hono'
import { maybeRow, sql } from '../platform/db.ts'
import { filesAnswer } from '../platform/open-files.ts'
import type { Env } from '../platform/web.ts'
import type { Surroundings } from './app.ts'
import type { openMetrics } from './metrics.ts'

/** What operators and machines ask: alive, ready, measured. No page and no personal data here. */
export function operations({ db, files, reads }: Surroundings): Hono<Env> {
  // Read after the first page has gone out, not before.
  let metrics: Promise<ReturnType<typeof openMetrics>> | undefined
  const measured = () => (metrics ??= import('./metrics.ts').then((read) => read.openMetrics()))
  return new Hono<Env>()
    .use(async (c, next) => {
      const began = performance.now()
      await next()
      const seconds = (performance.now() - began) / 1000
      void measured().then(({ observe }) => observe(c.req.method, c.res.status, seconds))
    })
    .get('/healthz', (c) => c.text('ok'))
    .get('/readyz', async (c) => {
      const answer = await maybeRow({ db }, sql<{ one: number }>`select 1 as one`).catch(() => undefined)
      if (!answer) return c.text('database unreachable', 503)
      if (!(await filesAnswer(files))) return c.text('store of files unreachable', 503)
      const isWhole = reads === undefined || (await reads.answer())
      return c.text(isWhole ? 'ready' : 'ready; replica unreachable, public pages read the primary')
    })
    .get('/metrics', async (c) => {
      const { text, mediaType } = await measured()
      return c.text(await text(), 200, { 'Content-Type': mediaType })
    })
    .get('/robots.txt', (c) =>
      c.text(`User-agent: *\nDisallow: /ban-lam-viec\nDisallow: /api/\nSitemap: ${c.var.publicUrl}/sitemap.xml\n`),
    )
}
