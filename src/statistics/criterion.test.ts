import { beforeAll, describe, expect, it, test } from 'vitest'
import { visitor } from '../kernel/actor.ts'
import type { Actor } from '../kernel/actor.ts'
import { enterProduct } from '../../test/support/entered.ts'
import { useWorld } from '../../test/support/world.ts'
import { criterionList, deskItems } from './actions-criterion.ts'
import { criterionBasis, standingOf } from './rules.ts'

const world = useWorld()

test.each([
  [{ products: 0, lastDay: null }, 'not-met'],
  [{ products: 1, lastDay: '2026-11-24' }, 'lapsing'],
  [{ products: 1, lastDay: '2027-05-23' }, 'lapsing'],
  [{ products: 1, lastDay: '2027-05-24' }, 'met'],
  // Past its day with a renewal pending: still in force, and about to be lost.
  [{ products: 1, lastDay: '2026-11-01' }, 'lapsing'],
])('a commune with %o is %s', (commune, expected) => {
  expect(standingOf(commune, '2026-11-24')).toBe(expected)
})

it('names the criterion of its period, and says where none was seen', () => {
  expect(criterionBasis('2026-02-14')).toBe('13.2')
  expect(criterionBasis('2026-02-15')).toBe('not-seen')
})

describe('the communes of a province', () => {
  beforeAll(async () => {
    const given = { name: 'Sản phẩm mẫu', province: '51', commune: '23473', stars: 3 } as const
    await enterProduct(world, { ...given, decidedOn: '2024-01-10' })
  })

  it('hold the criterion while a product is in term, and lose it on the day after', async () => {
    const seen = async (at: string) => {
      const { items, met } = await criterionList(world.as(visitor), { province: '51', at, page: 1 })
      return [met, items.find(({ code }) => code === '23473')?.standing]
    }
    expect(await seen('2024-01-09')).toEqual([0, 'not-met'])
    expect(await seen('2024-01-10')).toEqual([1, undefined])
    expect(await seen('2026-11-24')).toEqual([1, 'lapsing'])
    expect((await seen('2027-01-11'))[0]).toBe(0)
  })

  it('hear of it on the desk of the commune alone', async () => {
    const officer = (unit: string): Actor => ({
      id: unit,
      name: 'Cán bộ mẫu',
      postings: [{ role: 'commune-officer', unit, province: '51' }],
      producers: [],
    })
    expect(await deskItems(world.as(officer('23473')))).toMatchObject([{ title: 'Tiêu chí OCOP của xã sắp mất' }])
    expect(await deskItems(world.as(officer('21548')))).toEqual([])
    expect(await deskItems(world.as(visitor))).toEqual([])
  })
})
