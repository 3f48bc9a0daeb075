import { Hono } from 'hono'
import { Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import { maybeRow, sql } from '../platform/db.ts'
import { filesAnswer } from '../platform/open-files.ts'
import type { Env } from '../platform/web.ts'
import type { Surroundings } from './app.ts'

/** What operators and machines ask: alive, ready, measured. No page and no personal data here. */
export function operations({ db, files, reads }: Surroundings): Hono<Env> {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of requests by method and status',
    labelNames: ['method', 'status'] as const,
    buckets: [0.01, 0.05, 0.1, 0.3, 1, 3],
    registers: [registry],
  })
  return new Hono<Env>()
    .use(async (c, next) => {
      const began = performance.now()
      await next()
      duration.observe({ method: c.req.method, status: String(c.res.status) }, (performance.now() - began) / 1000)
    })
    .get('/healthz', (c) => c.text('ok'))
    .get('/readyz', async (c) => {
      const answer = await maybeRow({ db }, sql<{ one: number }>`select 1 as one`).catch(() => undefined)
      if (!answer) return c.text('database unreachable', 503)
      if (!(await filesAnswer(files))) return c.text('store of files unreachable', 503)
      const isWhole = reads === undefined || (await reads.answer())
      return c.text(isWhole ? 'ready' : 'ready; replica unreachable, public pages read the primary')
    })
    .get('/metrics', async (c) => c.text(await registry.metrics(), 200, { 'Content-Type': registry.contentType }))
    .get('/robots.txt', (c) =>
      c.text(`User-agent: *\nDisallow: /ban-lam-viec\nDisallow: /api/\nSitemap: ${c.var.publicUrl}/sitemap.xml\n`),
    )
}
