import { expect, it } from 'vitest'
import { completeDossier, returnDossier } from '../dossier/actions-filing.ts'
import { rows } from '../platform/db.ts'
import { filed, oneDefect } from '../../test/support/filing.ts'
import { communeLeader, communeOfficer, province } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { defectsRaisedLate } from './figures/defects-raised-late.ts'

const world = useWorld()
const counted = (at: string) => rows(world, defectsRaisedLate.facts(at))

it('what was raised late is counted in public, the first return is not, and no record names a dossier', async () => {
  const { id, owner, productId } = await filed(world)
  await returnDossier(world.as(communeOfficer), id, oneDefect)
  await completeDossier(world.as(owner), id)
  expect(await counted('2026-11-24')).toEqual([])
  await returnDossier(world.as(communeLeader), id, { ...oneDefect, lateReason: 'Phát hiện khi đối chiếu sổ.' })
  const facts = await counted('2026-11-24')
  expect(facts).toMatchObject([{ label: 'Xã nêu thêm, năm 2026', href: null, year: '2026', province }])
  expect(await counted('2026-11-23')).toEqual([])
  for (const secret of [id, productId]) expect(JSON.stringify(facts)).not.toContain(secret)
})
