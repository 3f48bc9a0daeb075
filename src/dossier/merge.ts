export interface Merged {
  readonly fields: Readonly<Record<string, string>>
  /** Fields that somebody else changed after the page was drawn, and that were changed here too. */
  readonly clashes: readonly string[]
}

type Fields = Readonly<Record<string, string | undefined>>

/**
 * What one window sends, against what it saw when it was drawn and what is kept by now: only what was changed here is
 * written, so two windows, or a post that lost half of its fields, never erase each other's work.
 * @param seen absent for who sends single fields: what is not sent stays.
 */
export function mergeTyped(kept: Fields, seen: Fields | undefined, typed: Fields): Merged {
  const fields = new Map(Object.entries(kept).flatMap(([name, text]) => (text ? [[name, text] as const] : [])))
  const clashes: string[] = []
  for (const name of new Set([...Object.keys(seen ?? {}), ...Object.keys(typed)])) {
    const [now, stored] = [typed[name] ?? '', kept[name] ?? '']
    const then = seen === undefined ? stored : (seen[name] ?? '')
    if (now === then || now === stored) continue
    if (stored !== then) clashes.push(name)
    else if (now === '') fields.delete(name)
    else fields.set(name, now)
  }
  return { fields: Object.fromEntries(fields), clashes }
}
