import { Hono } from 'hono'
import type { Env } from '../platform/web.ts'
import { paths } from '../ui/paths.ts'
import { newest } from './actions.ts'
import type { Listing } from './model.ts'
import { siteMap } from './site-map.ts'

/** The newest recognitions as Atom (RFC 4287), and the site map. */
export const catalogueFeeds = new Hono<Env>()
  .get(paths.catalogue.feed(), async (c) => {
    const listings = await newest(c.var.ctx, 50)
    return c.body(atom(listings, c.var.publicUrl, c.var.ctx.now), 200, {
      'Content-Type': 'application/atom+xml; charset=utf-8',
    })
  })
  .route('/', siteMap())

function atom(listings: readonly Listing[], publicUrl: string, now: string): string {
  const entries = listings.map(
    ({ productId, slug, name, stars, producerName, issuedOn, authority, decisionNumber }) => {
      const url = publicUrl + paths.catalogue.product(slug)
      const summary = `${producerName}. Quyết định ${decisionNumber} của ${authority}.`
      return `<entry><id>urn:uuid:${productId}</id><title>${escape(`${name}: ${stars} sao`)}</title><link href="${escape(url)}"/><updated>${issuedOn}T00:00:00+07:00</updated><summary>${escape(summary)}</summary></entry>`
    },
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi"><id>${publicUrl}/</id><title>Sản phẩm OCOP vừa được công nhận</title><link rel="self" href="${publicUrl}${paths.catalogue.feed()}"/><updated>${listings[0] ? `${listings[0].issuedOn}T00:00:00+07:00` : now}</updated><author><name>OCOP</name></author>
${entries.join('\n')}
</feed>
`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
