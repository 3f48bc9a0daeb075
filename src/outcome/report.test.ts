import { beforeAll, describe, expect, it } from 'vitest'
import { visitor } from '../kernel/actor.ts'
import type { Actor } from '../kernel/actor.ts'
import { run, sql } from '../platform/db.ts'
import { productById } from '../product/actions.ts'
import { enterProduct } from '../../test/support/entered.ts'
import { commune, communeOfficer, newProducer, province, refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { setTerm, tellYear } from './actions.ts'
import { deskItems, outcomes, ownReports, owingList, yearFile } from './actions-reading.ts'
import type { ReportInput } from './model.ts'

const world = useWorld()
const told: ReportInput = {
  labourTotal: 12,
  labourLocal: 7,
  labourFemale: 7,
  revenue: 900_000_000,
  closedChain: true,
  environmentCare: true,
  cultureKept: false,
}
const provinceOfficer: Actor = {
  id: 'tinh',
  name: 'Cán bộ tỉnh mẫu',
  postings: [{ role: 'province-officer', unit: province, province }],
  producers: [],
}
const elsewhere: Actor = {
  ...provinceOfficer,
  id: 'khac',
  postings: [{ role: 'province-officer', unit: '66', province: '66' }],
}
let owner: Actor
const everyone: string[] = []

beforeAll(async () => {
  for (let index = 0; index < 6; index++) {
    const productId = await enterProduct(world, {
      name: `Sản phẩm mẫu ${index}`,
      province,
      commune,
      stars: 3,
      decidedOn: '2024-06-15',
      kind: index === 0 ? 'cooperative' : 'household',
    })
    const product = await productById(world.as(), productId)
    everyone.push(product?.producerId ?? '')
    if (index === 0) owner = { id: 'chu', name: 'Chủ mẫu', postings: [], producers: [product?.producerId ?? ''] }
    else await tellYear(world.as(), product?.producerId ?? '', 2025, { ...told, labourTotal: 8 + index }, true)
  }
})

const own = () => owner.producers[0] ?? ''

describe('a producer’s year', () => {
  it('is owed by who had a product in term, waits on the desk, is told once and may be told again', async () => {
    expect((await ownReports(world.as(owner))).map(({ year }) => year)).toEqual([2025, 2024])
    expect(await deskItems(world.as(owner))).toMatchObject([{ title: 'Báo cáo năm 2025', dueOn: '2026-01-31' }])
    await tellYear(world.as(owner), own(), 2024, { ...told, materialHectares: 25_000 })
    expect((await yearFile(world.as(owner), own(), 2025)).known).toMatchObject({
      from: 'last-report',
      labourTotal: 12,
      materialSquareMetres: 25_000,
      revenue: null,
    })
    await tellYear(world.as(owner), own(), 2025, told)
    await tellYear(world.as(owner), own(), 2025, { ...told, labourTotal: 13 })
    const { reports } = await yearFile(world.as(owner), own(), 2025)
    expect(reports.map(({ version, labourTotal }) => [version, labourTotal])).toEqual([
      [2, 13],
      [1, 12],
    ])
    expect(await deskItems(world.as(owner))).toEqual([])
    await expect(run(world, sql`update outcome.report set revenue = 1`)).rejects.toThrow('only grows')
  })

  it('told twice at once keeps both, in order', async () => {
    await Promise.all([tellYear(world.as(owner), own(), 2023, told), tellYear(world.as(owner), own(), 2023, told)])
    expect((await yearFile(world.as(owner), own(), 2023)).reports.map(({ version }) => version)).toEqual([2, 1])
  })

  it('is written by the commune on its word only, and is not there for others', async () => {
    const officer = world.as(communeOfficer)
    expect(await refusedWith(tellYear(officer, own(), 2025, told))).toEqual(['outcome/who-told'])
    await tellYear(officer, own(), 2022, { ...told, toldFor: 'Qua điện thoại 20/11' })
    const stranger = (await newProducer(world)).owner
    for (const actor of [visitor, stranger, elsewhere]) {
      expect(await refusedWith(tellYear(world.as(actor), own(), 2025, told))).toEqual(['kernel/not-found'])
      expect(await refusedWith(yearFile(world.as(actor), own(), 2025))).toEqual(['kernel/not-found'])
    }
    expect(await refusedWith(tellYear(world.as(provinceOfficer), own(), 2025, told))).toEqual(['kernel/not-found'])
    expect(await refusedWith(tellYear(world.as(owner), own(), 2026, told))).toEqual(['outcome/year-not-over'])
  })
})

describe('the office', () => {
  it('sees who is silent past the day, of its own place alone', async () => {
    const asked = { year: 2024, onlySilent: true, page: 1 }
    const found = await owingList(world.as(communeOfficer), asked)
    expect(found).toMatchObject({ silent: 5, due: '2025-01-31', list: { total: 5 } })
    expect((await owingList(world.as(elsewhere), asked)).list.total).toBe(0)
    expect(await refusedWith(owingList(world.as(owner), asked))).toEqual(['kernel/not-found'])
    expect(await refusedWith(owingList(world.as(communeOfficer), { ...asked, year: 2026 }))).toEqual([
      'outcome/year-not-over',
    ])
  })

  it('sees each unit it works for, the widest first, and no other', async () => {
    const both: Actor = {
      ...communeOfficer,
      postings: [...communeOfficer.postings, { role: 'province-officer', unit: '66', province: '66' }],
    }
    const asked = { year: 2025, onlySilent: false, page: 1 }
    const first = await owingList(world.as(both), asked)
    expect([first.unit, first.units.map(({ code }) => code), first.list.total]).toEqual(['66', ['66', commune], 0])
    expect((await owingList(world.as(both), { ...asked, unit: commune })).list.total).toBe(6)
    expect((await owingList(world.as(both), { ...asked, unit: province })).unit).toBe('66')
  })

  it('sets its own term with its ground', async () => {
    const term = { unit: province, fromYear: 2025, dueDay: 28, dueMonth: 2, smallestCell: 7, basis: '3/CV-M' }
    expect(await refusedWith(setTerm(world.as(elsewhere), term))).toEqual(['outcome/not-your-unit'])
    expect(await refusedWith(setTerm(world.as(provinceOfficer), { ...term, dueMonth: 4, dueDay: 31 }))).toEqual([
      'outcome/no-such-day',
    ])
    await setTerm(world.as(provinceOfficer), term)
    expect(await yearFile(world.as(owner), own(), 2025)).toMatchObject({ due: '2026-02-28', term: { basis: '3/CV-M' } })
    const { total } = await outcomes(world.as(visitor), { year: 2025, province, by: 'commune' })
    expect(total).toMatchObject({ reported: 6, revenue: null })
    await setTerm(world.as(provinceOfficer), { ...term, smallestCell: 5 })
  })
})

it('sums count each producer once, by its last telling, and hide who would be found', async () => {
  const found = await outcomes(world.as(visitor), { year: 2025, province, by: 'kind' })
  expect(found.total).toMatchObject({
    owing: 6,
    reported: 6,
    labourTotal: 9 + 10 + 11 + 12 + 13 + 13,
    closedChain: 6,
    careAsked: 6,
    environmentCare: 6,
    cultureKept: 0,
  })
  expect(found.sums.map(({ key, reported, revenue }) => [key, reported, revenue])).toEqual([
    ['household', 5, null],
    ['cooperative', 1, null],
  ])
  const whole = await outcomes(world.as(visitor), { year: 2025, province: undefined, by: 'province' })
  expect(whole.sums).toMatchObject([{ key: province, revenue: 6 * 900_000_000 }])
})

it('a number that few told is hidden though enough reported, and the income of workers is an average by workers', async () => {
  const before = await outcomes(world.as(visitor), { year: 2025, province: undefined, by: 'province' })
  expect(before.total.told).toMatchObject({ revenue: 6, monthlyIncome: 0 })
  expect(before.total.monthlyIncome).toBe(0)
  const telling = { closedChain: true, environmentCare: false, cultureKept: true, labourFemale: 0 }
  for (const [index, id] of everyone.entries()) {
    const revenue = index < 2 ? undefined : 900_000_000
    await tellYear(world.as(), id, 2025, {
      ...telling,
      labourTotal: index === 0 ? 30 : 10,
      revenue,
      monthlyIncome: index === 0 ? 9_000_000 : 5_000_000,
    })
  }
  const { total } = await outcomes(world.as(visitor), { year: 2025, province: undefined, by: 'province' })
  expect(total).toMatchObject({ reported: 6, revenue: null, labourTotal: 80, monthlyIncome: 6_500_000 })
})
