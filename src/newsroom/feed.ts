import type { FeedEntry } from '../platform/atom.ts'
import { paths } from '../ui/paths.ts'
import type { NewsItem } from './model.ts'

/** An article in a feed. A correction makes it new again, under the same name. */
export function newsEntry({ id, title, slug, changedAt, summary }: NewsItem, publicUrl: string): FeedEntry {
  return { id: `urn:uuid:${id}`, title, url: publicUrl + paths.newsroom.article(slug), updated: changedAt, summary }
}
