import { Hono } from 'hono'
import { newest } from '../catalogue/actions.ts'
import type { Listing } from '../catalogue/model.ts'
import { siteMap } from '../catalogue/site-map.ts'
import { startOfDay } from '../kernel/civil-date.ts'
import { latestNews } from '../newsroom/actions-public.ts'
import { newsEntry } from '../newsroom/feed.ts'
import { atomFeed } from '../platform/atom.ts'
import type { FeedEntry } from '../platform/atom.ts'
import type { Env } from '../platform/web.ts'
import { paths } from '../ui/paths.ts'

const most = 50

/** What is new in the programme, recognitions and news together (RFC 4287), and the site map. */
export const feeds = new Hono<Env>()
  .get(paths.feed(), async (c) => {
    const { ctx, publicUrl } = c.var
    const [listings, news] = await Promise.all([newest(ctx, most), latestNews(ctx, most)])
    const entries = [
      ...listings.map((listing) => recognitionEntry(listing, publicUrl)),
      ...news.map((item) => newsEntry(item, publicUrl)),
    ]
    const newestFirst = entries.toSorted((one, other) => other.updated.localeCompare(one.updated)).slice(0, most)
    const head = { id: `${publicUrl}/`, title: 'Có gì mới ở OCOP', self: publicUrl + paths.feed(), now: ctx.now }
    return c.body(atomFeed(head, newestFirst), 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' })
  })
  .route('/', siteMap(undefined, undefined, [paths.newsroom.siteMap()]))

function recognitionEntry(listing: Listing, publicUrl: string): FeedEntry {
  const { productId, slug, name, stars, producerName, issuedOn, authority, decisionNumber } = listing
  return {
    id: `urn:uuid:${productId}`,
    title: `${name}: ${stars} sao`,
    url: publicUrl + paths.catalogue.product(slug),
    updated: startOfDay(issuedOn),
    summary: `${producerName}. Quyết định ${decisionNumber} của ${authority}.`,
  }
}
