import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import { Refused } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { paths } from '../ui/paths.ts'
import { listingVersion } from './actions.ts'
import { listedKinds, pagesFrom, partBeginnings } from './store-site-map.ts'
import type { Listed } from './store-site-map.ts'

/** A part may hold 50,000 addresses (sitemaps.org); some room is left for what comes while it is read. */
const mostAddresses = 45_000
/** Rows read at a time while a part is sent: it never stands in memory whole. */
const usualStride = 2_000

const fixed = [
  paths.home(),
  paths.catalogue.list(),
  paths.catalogue.map(),
  paths.recognition.verify(),
  paths.regime.selfAssess(),
  paths.regime.law(),
  paths.statistics.list(),
  paths.exchange.openData(),
]

const pageOf: Record<Listed, (slug: string) => string> = {
  'san-pham': paths.catalogue.product,
  'chu-the': paths.catalogue.producer,
}

/** The index, and its parts by ranges of ids; `others` are parts that stand elsewhere. */
export function siteMap(partSize = mostAddresses, stride = usualStride, others: readonly string[] = []): Hono<Env> {
  return new Hono<Env>()
    .get(paths.catalogue.siteMap(), async (c) => {
      const { ctx, publicUrl } = c.var
      const parts = await Promise.all(
        listedKinds.map(async (kind) =>
          (await partBeginnings(ctx, kind, partSize)).map((from) => paths.catalogue.siteMapPart(kind, from)),
        ),
      )
      const all = [paths.catalogue.siteMapFixed(), ...others, ...parts.flat()]
      return xml(
        c,
        `${head}<sitemapindex ${schema}>\n${all.map((path) => line('sitemap', publicUrl + path)).join('')}</sitemapindex>\n`,
      )
    })
    .get(paths.catalogue.siteMapFixed(), (c) =>
      xml(
        c,
        `${head}<urlset ${schema}>\n${fixed.map((path) => line('url', c.var.publicUrl + path)).join('')}</urlset>\n`,
      ),
    )
    .get(paths.catalogue.siteMapPart(':kind', ':from'), async (c) => {
      const kind = listedKinds.find((one) => one === param(c, 'kind'))
      if (kind === undefined) throw new Refused({ code: 'kernel/not-found' })
      // A mark of our own: to compute one from the text, the whole part would have to be gathered first.
      c.header('ETag', `"${await listingVersion(c.var.ctx)}-${partSize}"`)
      c.header('Content-Type', xmlType)
      const { ctx, publicUrl } = c.var
      return stream(c, async (out) => {
        const part = { kind, from: param(c, 'from'), size: partSize, stride, publicUrl }
        for await (const text of textOf(ctx, part)) await out.write(text)
      })
    })
}

interface Part {
  readonly kind: Listed
  readonly from: string
  readonly size: number
  readonly stride: number
  readonly publicUrl: string
}

/** The text of a part, as it is read. */
async function* textOf(ctx: Context, { kind, from, size, stride, publicUrl }: Part) {
  yield `${head}<urlset ${schema}>\n`
  let next = from
  for (let left = size; left > 0; left -= stride) {
    // One more than is sent tells where the following stride begins.
    const found = await pagesFrom(ctx, kind, next, Math.min(left, stride) + 1)
    const sent = found.slice(0, Math.min(left, stride))
    yield sent.map(({ slug }) => line('url', publicUrl + pageOf[kind](slug))).join('')
    const following = found[stride]
    if (following === undefined) break
    next = following.id
  }
  yield '</urlset>\n'
}

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const schema = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

function line(element: 'url' | 'sitemap', address: string): string {
  return `<${element}><loc>${address.replaceAll('&', '&amp;')}</loc></${element}>\n`
}

const xmlType = 'application/xml; charset=utf-8'

function xml(c: Request, body: string): Response {
  return c.body(body, 200, { 'Content-Type': xmlType })
}
