import { describe, expect, it, test } from 'vitest'
import { visitor } from '../kernel/actor.ts'
import { aimedFigures } from '../scheme/model.ts'
import { figureWords } from '../scheme/words.ts'
import { enterProduct } from '../../test/support/entered.ts'
import { useWorld } from '../../test/support/world.ts'
import { planProgress } from './actions-progress.ts'
import { figureById } from './figures/catalogue-of-figures.ts'
import { progressOf } from './rules.ts'

const world = useWorld()

describe('progress', () => {
  test.each([
    [{ base: null, goal: 200 }, 50, { left: 150, percent: 25 }],
    [{ base: 100, goal: 200 }, 150, { left: 50, percent: 50 }],
    [{ base: 100, goal: 200 }, 90, { left: 110, percent: 0 }],
    [{ base: null, goal: 1000 }, 999, { left: 1, percent: 99 }],
    [{ base: null, goal: 10 }, 12, { left: -2, percent: 100 }],
    [{ base: null, goal: 0 }, 0, { left: 0, percent: 100 }],
    [{ base: null, goal: null }, 12, { left: null, percent: null }],
    [{ base: null, goal: 10 }, null, { left: null, percent: null }],
  ])('of %o with %s is %o', (target, actual, expected) => {
    expect(progressOf(target, actual)).toEqual({ actual, ...expected })
  })

  it('names figures that exist', () => {
    for (const id of aimedFigures) {
      expect(figureById(id), id).toBeDefined()
      expect(figureWords[id]).not.toBe('')
    }
  })

  it('counts from records, by kind of producer, as of a day; a goal nobody knows leaves nothing to count down', async () => {
    const of = { province: '51', commune: '23473', stars: 3, decidedOn: '2025-06-15' } as const
    await enterProduct(world, { ...of, name: 'Mẫu doanh nghiệp', kind: 'company' })
    await enterProduct(world, { ...of, name: 'Mẫu hợp tác xã', kind: 'cooperative' })
    await enterProduct(world, { ...of, name: 'Mẫu hộ', kind: 'household' })
    const seen = async (at: string) =>
      Object.fromEntries(
        (await planProgress(world.as(visitor), 'ocop-den-2030', at)).rows.map(({ target, progress }) => [
          target.id,
          progress,
        ]),
      )
    expect(await seen('2026-11-24')).toEqual({
      '2030-chu-the': { actual: 2, left: 1998, percent: 0 },
      '2030-san-pham': { actual: 3, left: null, percent: null },
    })
    expect((await seen('2025-06-14'))['2030-chu-the']?.actual).toBe(0)
  })
})
