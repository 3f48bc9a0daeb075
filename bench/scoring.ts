import { assess } from '../src/regime/assess.ts'
import { rubricsOf, textById } from '../src/regime/law.ts'
import type { Measured } from './measure.ts'
import { median } from './measure.ts'

const target = 100_000

/** Filled rubrics a second on one core: options → points → parts → band → gates → stars, over all 26 rubrics. */
export function measureScoring(): Measured {
  const law = textById('26-2026')
  if (!law) throw new Error('The text 26-2026 is missing')
  const filled = rubricsOf(law.id).map((rubric) => ({
    rubric,
    choices: Object.fromEntries(
      rubric.criteria.map(({ code, options }, index) => [code, 1 + (index % options.length)]),
    ),
  }))
  const rounds = Array.from({ length: 7 }, () => {
    const began = performance.now()
    let scored = 0
    while (performance.now() - began < 400) {
      for (const { rubric, choices } of filled) if (assess(law, rubric, choices).ok) scored++
    }
    return (1000 * scored) / (performance.now() - began)
  })
  const rate = median(rounds)
  return {
    name: 'Filled rubrics a second',
    value: Math.round(rate).toLocaleString('en'),
    target: '≥ 100,000',
    met: rate >= target,
  }
}
