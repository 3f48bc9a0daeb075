import { at, withQuery } from './address.ts'
import type { Query } from './address.ts'

/** News: what everybody reads, and the desk of those who write it. */
export const newsroomPaths = {
  list: (query?: Query) => withQuery('/tin-tuc', query),
  feed: () => '/tin-tuc/feed.xml',
  siteMap: () => '/tin-tuc/sitemap.xml',
  article: (slug: string, query?: Query) => withQuery(at('/tin-tuc', slug), query),
  writeComment: (slug: string) => at('/tin-tuc', slug, 'binh-luan'),
  comment: (id: string, query?: { readonly ma?: string | undefined }) => withQuery(at('/binh-luan', id), query),
  reportComment: (id: string) => at('/binh-luan', id, 'bao'),
  eraseComment: (id: string) => at('/binh-luan', id, 'go'),
  askRemoval: (id: string) => at('/binh-luan', id, 'xin-go'),
  comments: (query?: Query) => withQuery('/bien-tap/binh-luan', query),
  moderate: (id: string) => at('/bien-tap/binh-luan', id),
  picture: (hash: string) => at('/tin-tuc/anh', hash),
  desk: (query?: Query) => withQuery('/bien-tap', query),
  begin: (query?: Query) => withQuery('/bien-tap/moi', query),
  file: (id: string) => at('/bien-tap', id),
  publish: (id: string) => at('/bien-tap', id, 'xuat-ban'),
  correct: (id: string) => at('/bien-tap', id, 'dinh-chinh'),
  withdraw: (id: string) => at('/bien-tap', id, 'rut'),
} as const
