import type { MakerKind } from '../names.ts'

/** Drawings of src/ui/assets/img, and those of src/demonstration/drawings.ts. */
export type Drawing =
  | 'atiso-do'
  | 'ca-phe'
  | 'det-zeng'
  | 'du-lich'
  | 'gao-nuong'
  | 'gio-may'
  | 'mac-ca'
  | 'mat-ong'
  | 'nuoc-mam'
  | 'toi-ly-son'
  | 'tra-o-long'
  | 'xoai-say'
  | 'chai'
  | 'hu'
  | 'chau-cay'

export type Land = 'highland' | 'coast'

/** A product that a maker of the line may have; `name` is followed by the maker's brand. */
export interface Good {
  readonly name: string
  /** Number of the leaf group of 26/2026. */
  readonly group: number
  readonly drawing: Drawing
  readonly packs: readonly string[]
  readonly summary: string
  readonly story: string
}

/** What makers of one kind do: `{place}` is the commune as called today, `{brand}` the maker's own word. */
export interface Line {
  readonly trade: string
  readonly lands: readonly Land[]
  readonly kinds: readonly MakerKind[]
  readonly origin: string
  readonly goods: readonly Good[]
}
