import { describe, expect, it } from 'vitest'
import { visiting } from '../../test/support/pages.ts'
import { commune, newProducer, person, province, refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { atomically } from '../platform/atomically.ts'
import { describeProduct, giveCode, productById } from './actions.ts'
import { adoptGroup, groupUnder, groupingsOf, regroupProduct } from './actions-grouping.ts'
import { adviseGroup } from './groups.ts'
import { productPages } from './pages.tsx'
import { refusals } from './words.ts'

const world = useWorld()

/** A product that was recognised in group 14 of 2019: coffee then, white spirit today. */
async function recognised() {
  const { id: producerId, owner } = await newProducer(world)
  const described = { producerId, name: `Cà phê cũ ${producerId}`, group: '14', groupText: '1048-2019', packs: [] }
  const { id } = await describeProduct(world.as(owner), described)
  await atomically(world.as(), (tx) => giveCode(tx, { productId: id, province, commune, year: 2021 }))
  return { id, owner }
}

describe('a product of an earlier text', () => {
  it('is put in a group of the text in force by a person; the old group stays with the old recognition', async () => {
    const { id, owner } = await recognised()
    const ctx = world.as(owner)
    const before = (await productById(ctx, id))!
    expect(await groupUnder(ctx, before, '26-2026')).toBeUndefined()
    await regroupProduct(ctx, id, '13')
    const after = (await productById(ctx, id))!
    expect(after).toMatchObject({ groupText: '1048-2019', groupNo: '14' })
    expect(await groupUnder(ctx, after, '26-2026')).toBe('13')
    expect((await groupingsOf(ctx, id)).map(({ text, groupNo }) => `${text}/${groupNo}`).toSorted()).toEqual([
      '1048-2019/14',
      '26-2026/13',
    ])
    await atomically(world.as(), (tx) => adoptGroup(tx, id, { text: '26-2026', group: '13' }))
    expect(await productById(ctx, id)).toMatchObject({ groupText: '26-2026', groupNo: '13' })
  })

  it('is put there once, in a group there is, by whoever describes it', async () => {
    const { id, owner } = await recognised()
    expect(await refusedWith(regroupProduct(world.as(person('nguoi-la')), id, '13'))).toEqual(['kernel/not-found'])
    for (const group of ['', '27', 'x'])
      expect(await refusedWith(regroupProduct(world.as(owner), id, group))).toEqual(['product/no-such-group'])
    await regroupProduct(world.as(owner), id, '13')
    expect(await refusedWith(regroupProduct(world.as(owner), id, '14'))).toEqual(['product/grouped-already'])
  })

  it('never moves by itself: the page proposes, and the select stands empty', async () => {
    const { id, owner } = await recognised()
    const desk = visiting(productPages, refusals, () => world.as(owner))
    const page = await (await desk.get(`/san-pham-cua-toi/${id}`)).text()
    expect(page).toContain('Gợi ý: 13. Cà phê, ca cao')
    expect(page).not.toContain('selected')
    expect((await desk.post(`/san-pham-cua-toi/${id}/xep-nhom`, {})).status).toBe(422)
    expect((await desk.post(`/san-pham-cua-toi/${id}/xep-nhom`, { group: '13' })).status).toBe(303)
    const done = await (await desk.get(`/san-pham-cua-toi/${id}`)).text()
    expect(done).not.toContain('Xác nhận nhóm')
    expect(done).toContain('1048/QĐ-TTg')
  })
})

it.each([
  ['1048-2019', '14', '13'],
  ['1048-2019', '23', '21'],
  ['1048-2019', '24', '21'],
  ['1048-2019', '25', '22'],
  ['1048-2019', '26', '26'],
  ['1048-2019', '21', undefined],
  ['148-2023', '8', '8'],
  ['148-2023', '9', undefined],
  ['26-2026', '', undefined],
])('of %s/%s the advice is %s', (text, group, advice) => {
  expect(adviseGroup(text, group)).toBe(advice)
})
