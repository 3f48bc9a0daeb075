import { expect, test } from 'vitest'
import { strictnessOf } from './drift.ts'

const mean = (councilId: string, rubric: string, criterion: string, ballots: number, points: number) => ({
  councilId,
  councilName: councilId,
  level: 'province' as const,
  rubric,
  criterion,
  ballots,
  points,
})

test('councils that give the same do not differ', () => {
  const means = ['a', 'b'].flatMap((council) => [mean(council, '13', '1.1', 9, 18), mean(council, '13', '1.2', 9, 9)])
  expect(strictnessOf(means).map(({ deviation }) => deviation)).toEqual([0, 0])
})

test('a lenient council is found, with the criterion it is lenient at', () => {
  const means = ['a', 'b', 'c'].flatMap((council) => [
    mean(council, '13', '1.1', 10, 20),
    mean(council, '13', '3.5', 10, council === 'c' ? 30 : 15),
  ])
  const [first, ...others] = strictnessOf(means)
  expect(first).toMatchObject({
    councilId: 'c',
    ballots: 10,
    deviation: 100,
    furthest: [
      { criterion: '3.5', deviation: 100 },
      { criterion: '1.1', deviation: 0 },
    ],
  })
  expect(others.map(({ deviation }) => deviation)).toEqual([-50, -50])
})

test('rubrics are compared with themselves only', () => {
  const means = [mean('a', '13', '1.1', 10, 30), mean('b', '14', '1.1', 10, 0)]
  expect(strictnessOf(means).map(({ deviation }) => deviation)).toEqual([0, 0])
})

test('rubrics weigh by their ballots', () => {
  const means = [
    mean('a', '13', '1.1', 30, 60),
    mean('b', '13', '1.1', 30, 0),
    mean('a', '14', '1.1', 10, 10),
    mean('b', '14', '1.1', 10, 10),
  ]
  // One point above the middle on 30 ballots, level on 10.
  expect(strictnessOf(means)[0]).toMatchObject({ councilId: 'a', ballots: 40, deviation: 75 })
})
