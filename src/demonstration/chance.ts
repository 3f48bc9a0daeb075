/** A chance that repeats: the same seed gives the same sample programme. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number, both ends included. */
  between(from: number, to: number): number
  /** True once in so many times. */
  once(inTimes: number): boolean
  pick<Item>(list: readonly Item[]): Item
  /** One of the names, each as likely as its weight. */
  weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name
  /** As many different items as asked for, or all there are. */
  some<Item>(list: readonly Item[], count: number): Item[]
}

// Mulberry32: 32 bits of state are plenty for a few thousand draws, and every machine draws the same.
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    between,
    once: (inTimes) => next() * inTimes < 1,
    pick: (list) => itemAt(list, between(0, list.length - 1)),
    weighted: (weights) => weightedName(weights, next()),
    some: (list, count) => {
      const left = [...list]
      const taken: (typeof left)[number][] = []
      while (left.length > 0 && taken.length < count) taken.push(...left.splice(between(0, left.length - 1), 1))
      return taken
    },
  }
}

/** @throws {Error} for an empty list, which is a fault of the sample data. */
function itemAt<Item>(list: readonly Item[], position: number): Item {
  const item = list[position]
  if (item === undefined) throw new Error('There is nothing to draw from')
  return item
}

function weightedName<Name extends string>(weights: Readonly<Record<Name, number>>, drawn: number): Name {
  const names = Object.keys(weights) as Name[]
  let rest = drawn * names.reduce((sum, name) => sum + weights[name], 0)
  for (const name of names) {
    rest -= weights[name]
    if (rest < 0) return name
  }
  return itemAt(names, names.length - 1)
}

/** Fills `{place}` and its like in the sentences of the sample data. */
export function filled(template: string, values: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}
