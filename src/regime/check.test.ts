import { expect, it, test } from 'vitest'
import { findingsOf } from './check.ts'
import { rubricById, textById } from './law.ts'
import type { Criterion, LegalText, Rubric } from './model.ts'

const law = textById('26-2026') as LegalText
const coffee = rubricById('26-2026/13') as Rubric

const withCriterion = (code: string, change: (criterion: Criterion) => Criterion): Rubric => ({
  ...coffee,
  criteria: coffee.criteria.map((one) => (one.code === code ? change(one) : one)),
})

it('finds nothing in a set as published', () => {
  expect(findingsOf(law, coffee)).toEqual([])
})

test.each<[string, Rubric, string]>([
  ['a lost point', withCriterion('1.1', (one) => ({ ...one, max: 2 })), 'phần A cộng 39, văn bản ghi 40'],
  [
    'a section that does not add up',
    withCriterion('1.1', (one) => ({ ...one, section: '2' })),
    'mục 1 không cộng đủ 18',
  ],
  [
    'a best option below the maximum',
    withCriterion('4.1', (one) => ({ ...one, options: one.options.slice(0, 3) })),
    'tiêu chí 4.1: mức cao nhất khác 5',
  ],
  [
    'half a point',
    withCriterion('4.1', (one) => ({
      ...one,
      options: one.options.map((option) => ({ ...option, points: option.points === 1 ? 0.5 : option.points })),
    })),
    'tiêu chí 4.1: điểm không nguyên',
  ],
  [
    'a gate between two options',
    { ...coffee, gates: [{ criterion: '4.1', stars: 4, need: 4 }] },
    'ngưỡng 4 sao ở 4.1 không ứng với mức nào',
  ],
  [
    'a higher star that asks less',
    {
      ...coffee,
      gates: [
        { criterion: '4.1', stars: 3, need: 3 },
        { criterion: '4.1', stars: 4, need: 2 },
      ],
    },
    'ngưỡng 4 sao ở 4.1 thấp hơn ngưỡng của sao dưới',
  ],
  ['a code used twice', withCriterion('1.2', (one) => ({ ...one, code: '1.1' })), 'tiêu chí 1.1 có hai lần'],
  ['an unknown sector', { ...coffee, sector: 'IX' }, 'ngành IX không có trong văn bản'],
])('finds %s', (_, rubric, what) => {
  expect(findingsOf(law, rubric)).toContainEqual({ where: '26-2026/13', severity: 'fault', what })
})

it('a set that may only be read is a known doubt, not a fault', () => {
  const doubtful = rubricById('1048-2019/10') as Rubric
  expect(findingsOf(textById('1048-2019') as LegalText, doubtful)).toMatchObject([{ severity: 'known-doubt' }])
})
