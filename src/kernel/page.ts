/** One page of a list; pages count from 1. */
export interface Page<Item> {
  readonly items: readonly Item[]
  readonly total: number
  readonly page: number
  readonly size: number
}

/** The page that an address asks for; anything else than a sensible number is the first. */
export function pageAsked(given: string | undefined): number {
  const page = Number(given ?? 1)
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1
}

export function pageCount({ total, size }: Pick<Page<unknown>, 'total' | 'size'>): number {
  return Math.max(1, Math.ceil(total / size))
}
