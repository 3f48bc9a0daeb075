import { describe, expect, it, test } from 'vitest'
import { lawCheck } from './check.ts'
import { rubricById, rubricsOf, textById, textForNew, texts, textsInForce } from './law.ts'
import type { Rubric } from './model.ts'

const current = rubricsOf('26-2026')
const count = (rubrics: readonly Rubric[], of: (rubric: Rubric) => number) =>
  rubrics.reduce((sum, rubric) => sum + of(rubric), 0)

describe('the sets as published', () => {
  it('26/2026 has 26 sets, 787 criteria, 2,579 options, 389 criteria with a gate', () => {
    expect(current).toHaveLength(26)
    expect(count(current, ({ criteria }) => criteria.length)).toBe(787)
    expect(count(current, ({ criteria }) => criteria.reduce((sum, { options }) => sum + options.length, 0))).toBe(2579)
    expect(count(current, ({ gates }) => new Set(gates.map(({ criterion }) => criterion)).size)).toBe(389)
    expect(count(current, ({ criteria }) => criteria.filter(({ optionsInferred }) => optionsInferred).length)).toBe(22)
  })

  test.each(current.map((rubric) => [rubric.id, rubric] as const))('%s totals 100 as 40, 25 and 35', (_, rubric) => {
    expect(rubric).toMatchObject({
      scorable: true,
      total: 100,
      parts: { A: { max: 40 }, B: { max: 25 }, C: { max: 35 } },
    })
  })

  it('1048 has 22 sets to score with, and four only to read', () => {
    const old = rubricsOf('1048-2019')
    expect(old.filter(({ scorable }) => scorable)).toHaveLength(22)
    expect(old.filter(({ scorable }) => !scorable).map(({ number, whyNot }) => [number, whyNot])).toEqual([
      ['3', 'not-recovered'],
      ['10', 'sum-mismatch'],
      ['16', 'sum-mismatch'],
      ['19', 'sum-mismatch'],
    ])
  })

  it('148 and 1489 have none: history is recorded, not scored again', () => {
    expect([rubricsOf('148-2023'), rubricsOf('1489-2025')]).toEqual([[], []])
  })

  it('finds a set with or without the leading zero, and nothing that is not there', () => {
    expect(rubricById('26-2026/01')).toBe(rubricById('26-2026/1'))
    expect([rubricById('26-2026/27'), rubricById('26-2026/'), rubricById('148-2023/1'), rubricById('x')]).toEqual(
      Array(4).fill(undefined),
    )
  })

  it('gates of a lower star bind the higher ones', () => {
    for (const { gates } of current) {
      for (const { criterion, stars, need } of gates) {
        const above = gates.filter((gate) => gate.criterion === criterion && gate.stars > stars)
        expect(above.every((gate) => gate.need >= need)).toBe(true)
        expect(above).toHaveLength(5 - stars)
      }
    }
  })

  it('each set belongs to a sector of its text', () => {
    for (const { id, sectors } of texts) {
      for (const { sector } of rubricsOf(id)) expect(sectors.map(({ code }) => code)).toContain(sector)
    }
    // 1048 numbers its crafts IV and its garments V; both were once swapped here.
    const sectorOf = (number: string) =>
      textById('1048-2019')?.sectors.find(({ code }) => code === rubricById(`1048-2019/${number}`)?.sector)?.name
    expect([sectorOf('23'), sectorOf('25')]).toEqual(['Lưu niệm – nội thất – trang trí', 'Vải và may mặc'])
  })

  it('the check of the law finds no fault', () => {
    expect(lawCheck().filter(({ severity }) => severity === 'fault')).toEqual([])
    expect(lawCheck().map(({ where }) => where)).toEqual([
      '1048-2019/3',
      '1048-2019/10',
      '1048-2019/16',
      '1048-2019/19',
    ])
  })
})

describe('texts in time', () => {
  test.each([
    ['2019-08-20', [], undefined],
    ['2019-08-21', ['1048-2019'], '1048-2019'],
    ['2023-02-23', ['1048-2019'], '1048-2019'],
    ['2023-02-24', ['148-2023'], '148-2023'],
    ['2025-07-05', ['148-2023'], '148-2023'],
    ['2025-07-06', ['148-2023', '1489-2025'], '1489-2025'],
    ['2026-05-21', ['148-2023', '1489-2025'], '1489-2025'],
    ['2026-05-22', ['148-2023', '1489-2025', '26-2026'], '26-2026'],
    ['2026-07-20', ['148-2023', '1489-2025', '26-2026'], '26-2026'],
    ['2026-07-22', ['26-2026'], '26-2026'],
  ])('on %s in force: %j; new dossiers: %s', (on, inForce, forNew) => {
    expect(textsInForce(on).map(({ id }) => id)).toEqual(inForce)
    expect(textForNew(on)?.id).toBe(forNew)
  })
})

describe('who reports, scores, recognises and proposes', () => {
  const procedureOf = (id: string) =>
    textById(id)?.procedure.steps.map(({ level, role, recognises, proposesFrom }) => [
      level,
      role,
      recognises,
      proposesFrom ?? null,
    ])

  test.each([
    [
      '1048-2019',
      [
        ['commune', 'report', [], null],
        ['district', 'score', [], 50],
        ['province', 'score', [3, 4], 90],
        ['ministry', 'score', [5], null],
      ],
    ],
    [
      '148-2023',
      [
        ['district', 'score', [3], 70],
        ['province', 'score', [4], 90],
        ['ministry', 'score', [5], null],
      ],
    ],
    [
      '1489-2025',
      [
        ['commune', 'report', [], null],
        ['province', 'score', [3, 4], 90],
        ['ministry', 'score', [5], null],
      ],
    ],
    [
      '26-2026',
      [
        ['commune', 'report', [], null],
        ['province', 'score', [3, 4], 90],
        ['ministry', 'score', [5], null],
      ],
    ],
  ])('%s', (id, steps) => {
    expect(procedureOf(id)).toEqual(steps)
  })

  it('no star is recognised by two levels, and 3 to 5 by one each', () => {
    for (const { procedure } of texts)
      expect(procedure.steps.flatMap(({ recognises }) => recognises).toSorted()).toEqual([3, 4, 5])
  })
})
