import type { Instant } from '../kernel/civil-date.ts'

/** One thing that is new, as a reader of feeds shows it. */
export interface FeedEntry {
  /** A name of the thing that never changes, e.g. `urn:uuid:…`. */
  readonly id: string
  readonly title: string
  readonly url: string
  readonly updated: Instant
  readonly summary: string
}

interface FeedHead {
  readonly id: string
  readonly title: string
  readonly self: string
  /** When nothing is in it yet. */
  readonly now: Instant
}

/** A feed of RFC 4287, newest first. */
export function atomFeed({ id, title, self, now }: FeedHead, entries: readonly FeedEntry[]): string {
  const updated = entries.map((entry) => entry.updated).reduce((last, one) => (last > one ? last : one), '') || now
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi"><id>${escapeXml(id)}</id><title>${escapeXml(title)}</title><link rel="self" href="${escapeXml(self)}"/><updated>${updated}</updated><author><name>OCOP</name></author>
${entries.map(entryXml).join('\n')}
</feed>
`
}

function entryXml({ id, title, url, updated, summary }: FeedEntry): string {
  return `<entry><id>${escapeXml(id)}</id><title>${escapeXml(title)}</title><link href="${escapeXml(url)}"/><updated>${updated}</updated><summary>${escapeXml(summary)}</summary></entry>`
}

/** Characters that XML 1.0 does not know at all cannot be escaped, only left out. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
