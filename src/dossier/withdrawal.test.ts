import { expect, it } from 'vitest'
import { readyToFile } from '../../test/support/filing.ts'
import { refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { wholeDossier } from './actions.ts'
import { withdrawDossier } from './actions-filing.ts'

const world = useWorld()

it('a withdrawal pressed twice is once, and after the end it is too late', async () => {
  const { id, owner } = await readyToFile(world)
  await withdrawDossier(world.as(owner), id, 'Đổi ý', 'b1')
  expect(await refusedWith(withdrawDossier(world.as(owner), id, 'Đổi ý', 'b1'))).toEqual([])
  expect(await refusedWith(withdrawDossier(world.as(owner), id, 'Lại', 'b2'))).toEqual(['dossier/not-now'])
  expect((await wholeDossier(world.as(owner), id)).steps).toHaveLength(2)
})
