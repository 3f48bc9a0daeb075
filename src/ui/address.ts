type Asked = string | number | undefined
export type Query = Readonly<Record<string, Asked | readonly string[] | readonly number[]>>

/** What the catalogue list understands; names are public and stay. */
export interface CatalogueQuery {
  readonly q?: string | undefined
  readonly tinh?: string | undefined
  readonly xa?: string | undefined
  readonly nhom?: string | readonly string[] | undefined
  readonly sao?: readonly number[] | number | undefined
  readonly 'tinh-trang'?: string | readonly string[] | undefined
  readonly xep?: string | undefined
  readonly trang?: number | undefined
}

// RFC 3986 lets ':' stand in a segment, so `paths.dossier.file(':id')` is the pattern of its own route.
export function at(head: string, ...segments: readonly string[]): string {
  return [head, ...segments.map((segment) => encodeURIComponent(segment).replaceAll('%3A', ':'))].join('/')
}

/** Adds what was asked for in the order given; blanks are left out, lists repeat their name. */
export function withQuery(path: string, query: Query | CatalogueQuery = {}): string {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== '') asked.append(name, String(one))
    }
  }
  return asked.size === 0 ? path : `${path}?${asked}`
}
