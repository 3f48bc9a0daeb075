/** One measured figure with its target; ratios come from one interleaved run. */
export interface Measured {
  readonly name: string
  readonly value: string
  readonly target: string
  readonly met: boolean
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
