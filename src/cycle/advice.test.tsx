import { beforeAll, describe, expect, it } from 'vitest'
import { visitor } from '../kernel/actor.ts'
import type { Actor } from '../kernel/actor.ts'
import { tellYear } from '../outcome/actions.ts'
import { run, sql } from '../platform/db.ts'
import { productById } from '../product/actions.ts'
import { enterProduct } from '../../test/support/entered.ts'
import { visiting } from '../../test/support/pages.ts'
import { commune, communeOfficer, newProducer, province, refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { adviceFor, ownAdvice, segmentList, setThreshold } from './actions.ts'
import type { ThresholdInput } from './model.ts'
import { cyclePages } from './pages.tsx'
import { refusals } from './words.ts'

const world = useWorld()
const officer = (unit: string, role: Actor['postings'][number]['role'], of = unit): Actor => ({
  id: `${role}-${unit}`,
  name: 'Cán bộ mẫu',
  postings: [{ role, unit, province: of }],
  producers: [],
})
const provinceOfficer = officer(province, 'province-officer')
const neighbours = officer('66', 'province-officer')
let actor: Actor = visitor
const site = visiting(cyclePages, refusals, () => world.as(actor))
let starred: Actor
let fresh: Actor

beforeAll(async () => {
  const productId = await enterProduct(world, { name: 'Trà mẫu', province, commune, stars: 4, decidedOn: '2025-01-10' })
  const product = await productById(world.as(), productId)
  starred = { id: 'chu-tra', name: 'Chủ mẫu', postings: [], producers: [product?.producerId ?? ''] }
  fresh = (await newProducer(world)).owner
})

const [own, all] = [() => starred.producers[0] ?? '', { segment: undefined, province: undefined, page: 1 }]

describe('the segment of a producer', () => {
  it('is unknown until somebody tells, and moves with what is told', async () => {
    expect((await adviceFor(world.as(starred), own())).advice).toMatchObject({
      segment: 'unknown',
      stars: 4,
      volume: null,
    })
    const year = { labourTotal: 9, closedChain: false, environmentCare: false, cultureKept: false }
    await tellYear(world.as(starred), own(), 2025, { ...year, revenue: 3_000_000_000 })
    expect((await adviceFor(world.as(provinceOfficer), own())).advice).toMatchObject({ segment: 'leading' })
    await tellYear(world.as(starred), own(), 2025, { ...year, revenue: 2_999_999_999 })
    expect(await ownAdvice(world.as(starred))).toMatchObject([{ advice: { segment: 'craft' }, facts: { labour: 9 } }])
  })

  it('is not there for a stranger, another producer, another province', async () => {
    for (const other of [visitor, fresh, neighbours, officer('23476', 'commune-officer', province)]) {
      expect(await refusedWith(adviceFor(world.as(other), own()))).toEqual(['kernel/not-found'])
    }
    for (const other of [visitor, fresh, officer('VN', 'administrator')]) {
      expect(await refusedWith(segmentList(world.as(other), all))).toEqual(['kernel/not-found'])
    }
  })

  it('counts the papers in the wallet: the newest of a kind stands for the earlier ones', async () => {
    const paper = (id: string, kind: string, expires: string) =>
      run(
        world,
        sql`insert into evidence.paper (id, producer_id, kind, title, expires_on, file, source, file_name, media_type, bytes, added_at, added_by)
          values (${id}, ${own()}, ${kind}, 'Giấy mẫu', ${expires}, ${id.repeat(64)}, ${id.repeat(64)}, 'a.pdf', 'application/pdf', 1, now(), 'x')`,
      )
    await paper('a', 'food-safety', '2026-01-01')
    await paper('b', 'food-safety', '2029-01-01')
    await paper('c', 'production-condition', '2026-11-23')
    await paper('d', 'intellectual-property', '2027-05-23')
    const { facts, advice } = await adviceFor(world.as(starred), own())
    expect(facts).toMatchObject({ papers: 3, papersLapsed: 1, papersEnding: 1 })
    expect(advice.help.find(({ kind }) => kind === 'papers')).toMatchObject({ count: 2 })
  })

  it('is listed for its commune and province with counts that add up', async () => {
    const found = await segmentList(world.as(communeOfficer), all)
    expect(found).toMatchObject({ all: 2, counts: { craft: 1, starting: 1, unknown: 0 }, list: { total: 2 } })
    const craft = await segmentList(world.as(provinceOfficer), { ...all, segment: 'craft' })
    expect(craft.list.items.map(({ facts }) => facts.producerId)).toEqual([own()])
    expect((await segmentList(world.as(neighbours), all)).all).toBe(0)
    const ministry = officer('VN', 'ministry-officer')
    expect((await segmentList(world.as(ministry), { ...all, province })).all).toBe(2)
    expect((await segmentList(world.as(ministry), { ...all, province: '66' })).all).toBe(0)
  })
})

describe('the borders', () => {
  const given: ThresholdInput = {
    unit: province,
    fromDate: '2026-11-24',
    highStars: 5,
    largeYear: 1_000_000_000,
    warnDays: 30,
    marketMonths: 12,
    basis: '7/KH-M',
  }

  it('are set by the province for itself, not backwards, not by others', async () => {
    expect(await refusedWith(setThreshold(world.as(neighbours), given))).toEqual(['cycle/not-your-unit'])
    expect(await refusedWith(setThreshold(world.as(communeOfficer), { ...given, unit: commune }))).toEqual([
      'cycle/not-your-unit',
    ])
    expect(await refusedWith(setThreshold(world.as(provinceOfficer), { ...given, fromDate: '2026-11-23' }))).toEqual([
      'cycle/from-past',
    ])
    await setThreshold(world.as(provinceOfficer), given)
    const { advice, borders } = await adviceFor(world.as(starred), own())
    expect([advice.segment, borders.basis]).toEqual(['volume', '7/KH-M'])
  })
})

describe('the pages', () => {
  it('tell a producer what to do, where, why, and what the segment was read from', async () => {
    actor = starred
    const page = await (await site.get('/buoc-tiep-theo')).text()
    expect(page).toContain('Có lượng, cần nâng hạng')
    expect(page).toContain('2.999.999.999 đồng một năm, theo báo cáo năm')
    expect(page).toContain('theo 7/KH-M')
    expect(page).toMatch(/href="\/nguon-cung\/moi\?san-pham=[^"]+">Chào nguồn cung: Trà mẫu</)
    expect((await site.get(`/buoc-tiep-theo/${fresh.producers[0]}`)).status).toBe(404)
  })

  it('leave nobody without a step: not a new producer, not a person without one', async () => {
    actor = fresh
    expect(await (await site.get('/buoc-tiep-theo')).text()).toContain('Mô tả sản phẩm đầu tiên')
    actor = { ...fresh, id: 'moi', producers: [] }
    expect(await (await site.get('/buoc-tiep-theo')).text()).toContain('Gửi ý tưởng')
  })

  it('open the producers of a count, and keep what was typed when borders are refused', async () => {
    actor = provinceOfficer
    const list = await (await site.get('/nhom-phat-trien?nhom=volume')).text()
    expect(list).toContain(`/buoc-tiep-theo/${own()}`)
    expect(list).not.toContain(`/buoc-tiep-theo/${fresh.producers[0]}`)
    const refused = await site.post('/nhom-phat-trien/nguong', {
      unit: province,
      fromDate: '1/1/2020',
      highStars: '4',
      largeYear: '5.000',
      warnDays: '0',
      marketMonths: '6',
      basis: 'Thử',
    })
    expect(refused.status).toBe(422)
    const text = await refused.text()
    expect(text).toContain('Hãy ghi ít nhất 1 ngày.')
    expect(text).toContain('value="5.000"')
  })
})
