import { beforeAll, expect, it } from 'vitest'
import { enterProduct } from '../../test/support/entered.ts'
import { useWorld } from '../../test/support/world.ts'
import { communesOfProvince } from '../territory/actions.ts'
import { browse, rebuild } from './actions.ts'
import { leavesOf } from './groups.ts'
import { CatalogueQuery } from './model.ts'
import type { Listing } from './model.ts'
import { filterOf } from './rules.ts'

const world = useWorld()
let communes: readonly { code: string }[]

beforeAll(async () => {
  const daNang = (await communesOfProvince(world.as(), '48')).slice(0, 2)
  const dakLak = (await communesOfProvince(world.as(), '66')).slice(0, 1)
  communes = [...daNang, ...dakLak]
  const [first, second, third] = communes.map(({ code }) => code) as [string, string, string]
  const rows = [
    { name: 'Trà ổi', province: '48', commune: first, stars: 3, decidedOn: '2026-06-01', group: '12' },
    { name: 'Trà ôi', province: '48', commune: second, stars: 4, decidedOn: '2026-07-01', group: '12' },
    { name: 'Cà phê bột', province: '66', commune: third, stars: 4, decidedOn: '2026-08-01', group: '13' },
    { name: 'Đường phên', province: '66', commune: third, stars: 3, decidedOn: '2020-05-04', group: '7' },
  ] as const
  for (const row of rows) await enterProduct(world, row)
  await rebuild(world.as())
})

/** What the page shows for an address. */
async function listed(query: Record<string, string | string[]>): Promise<readonly Listing[]> {
  const asked = CatalogueQuery.parse(query)
  const { list } = await browse(world.as(), filterOf(asked, leavesOf), { page: asked.trang, order: asked.xep })
  expect(list.total).toBe(list.items.length)
  return list.items
}

const names = async (query: Record<string, string | string[]>) => (await listed(query)).map(({ name }) => name)

it.each([
  ['province', { tinh: '48' }, ['Trà ôi', 'Trà ổi']],
  ['stars', { sao: ['4'] }, ['Cà phê bột', 'Trà ôi']],
  ['two stars', { sao: ['3', '4'] }, ['Cà phê bột', 'Trà ôi', 'Trà ổi']],
  ['group', { nhom: ['13'] }, ['Cà phê bột']],
  ['what has run out', { 'tinh-trang': 'het' }, ['Đường phên']],
  ['in force or not', { 'tinh-trang': 'tat-ca', tinh: '66' }, ['Cà phê bột', 'Đường phên']],
  ['several at once', { tinh: '48', sao: ['3'], nhom: ['12'] }, ['Trà ổi']],
  ['nothing fits', { tinh: '48', nhom: ['13'] }, []],
  ['a malformed address asks for nothing', { sao: ['9'], xep: 'x', trang: '-1' }, ['Cà phê bột', 'Trà ôi', 'Trà ổi']],
])('filter by %s', async (_, query, expected) => {
  expect(await names(query)).toEqual(expected)
})

it('filter by commune', async () => {
  expect(await names({ tinh: '48', xa: communes[1]!.code })).toEqual(['Trà ôi'])
})

it.each([
  ['moi', ['Cà phê bột', 'Trà ôi', 'Trà ổi', 'Đường phên']],
  ['sao', ['Cà phê bột', 'Trà ôi', 'Trà ổi', 'Đường phên']],
  ['ten', ['Cà phê bột', 'Đường phên', 'Trà ôi', 'Trà ổi']],
  ['han', ['Đường phên', 'Trà ổi', 'Trà ôi', 'Cà phê bột']],
])('order %s', async (xep, expected) => {
  expect(await names({ xep, 'tinh-trang': 'tat-ca' })).toEqual(expected)
})

it.each([
  ['without marks', 'tra oi', ['Trà ôi', 'Trà ổi']],
  ['with marks: its own words first', 'trà ổi', ['Trà ổi', 'Trà ôi']],
  ['in capitals', 'TRÀ ỔI', ['Trà ổi', 'Trà ôi']],
  ['in decomposed letters', 'trà ổi'.normalize('NFD'), ['Trà ổi', 'Trà ôi']],
  ['đ as d', 'duong', ['Đường phên']],
  ['a piece of a word', 'phê b', ['Cà phê bột']],
  ['a name of a place', 'da nang', ['Trà ôi', 'Trà ổi']],
  ['the producer', 'chủ thể mẫu của cà phê', ['Cà phê bột']],
  ['signs of a search language are no words', 'trà & | ! "', ['Trà ôi', 'Trà ổi']],
  ['nothing', '   ', ['Cà phê bột', 'Trà ôi', 'Trà ổi', 'Đường phên']],
])('search %s', async (_, q, expected) => {
  expect(await names({ q, 'tinh-trang': 'tat-ca' })).toEqual(expected)
})

it('the counts beside the filters are what each choice would leave', async () => {
  const filter = filterOf(CatalogueQuery.parse({}), leavesOf)
  const { byStars, byGroup, counts } = await browse(world.as(), filter, { page: 1, order: 'moi' })
  for (const { key, count } of byStars) expect(await names({ sao: [key] })).toHaveLength(count)
  for (const { key, count } of byGroup) expect(await names({ nhom: [key] })).toHaveLength(count)
  expect(counts).toEqual({ inForce: 3, lapsed: 1, producers: 3 })
})
