import { expect, it } from 'vitest'
import { useWorld } from '../../test/support/world.ts'
import { visitor } from '../kernel/actor.ts'
import { planFile, planList } from './actions-reading.ts'

const world = useWorld()

it('the programmes of the country are there with their sources, and what is not known says so', async () => {
  const { items } = await planList(world.as(visitor), { province: undefined, page: 1 })
  const ids = items.map(({ id }) => id)
  for (const id of ['ocop-2018-2020', 'ocop-2021-2025', 'ocop-den-2030']) expect(ids).toContain(id)
  const { plan: coming, targets } = await planFile(world.as(visitor), 'ocop-den-2030')
  expect(coming).toMatchObject({ state: 'expected', document: null })
  expect(targets.map(({ goal }) => goal)).toContain(null)
})
