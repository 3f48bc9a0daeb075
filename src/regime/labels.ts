import type { Rubric } from './model.ts'

/** Words of the options: the official ones where an operator loaded them, a paraphrase otherwise. */
export interface Labels {
  /** Does any word shown still paraphrase the text? */
  readonly paraphrase: boolean
  of(criterion: string, position: number): string
}

export interface Wording {
  readonly criterion: string
  readonly option: number
  readonly label: string
}

export function labelsFor(rubric: Rubric, wordings: readonly Wording[]): Labels {
  const official = new Map(wordings.map(({ criterion, option, label }) => [`${criterion}/${option}`, label]))
  const all = rubric.criteria.flatMap(({ code, options }) =>
    options.map(({ position, label }) => ({ key: `${code}/${position}`, label })),
  )
  const shown = new Map(all.map(({ key, label }) => [key, official.get(key) ?? label]))
  return {
    paraphrase: all.some(({ key }) => !official.has(key)),
    of: (criterion, position) => shown.get(`${criterion}/${position}`) ?? '',
  }
}
