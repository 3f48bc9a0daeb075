import { beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '../kernel/actor.ts'
import type { Actor } from '../kernel/actor.ts'
import { fileIdea } from '../idea/actions.ts'
import { run, sql } from '../platform/db.ts'
import { describeProduct } from '../product/actions.ts'
import { visiting } from '../../test/support/pages.ts'
import { pdfText } from '../../test/support/pdf-text.ts'
import { communeOfficer, newProducer, person, refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { beginPlan, deskItems, planFor, planOfProduct, remarkOn, savePlan, sendPlan } from './actions.ts'
import { planPages } from './pages.tsx'
import { refusals } from './words.ts'

const world = useWorld()
let actor: Actor = visitor
const pages = visiting(planPages, refusals, () => world.as(actor))

const jam = {
  title: 'Mứt dâu rừng',
  product: 'Mứt dâu rừng ít đường',
  material: 'Dâu rừng trong xã',
  market: 'Khách du lịch',
  unit: 'hũ 250 g',
  price: '40.000',
  'costLabel[0]': 'Dâu, đường',
  'costAmount[0]': '15.000',
  'costLabel[1]': 'Hũ, nhãn',
  'costAmount[1]': '9.000',
  'fixedLabel[0]': 'Điện, thuê nhà',
  'fixedAmount[0]': '3.000.000',
  'investLabel[0]': 'Nồi nấu',
  'investAmount[0]': '12.000.000',
  'investMonth[0]': '1',
  firstMonth: '1/2027',
  ...Object.fromEntries(Array.from({ length: 12 }, (_, month) => [`units[${month}]`, '300'])),
  paidAfter: '2',
  ownMoney: '20.000.000',
  'askKind[0]': 'packaging',
  'askWhat[0]': 'Thiết kế nhãn',
  'askAmount[0]': '5.000.000',
}

const otherOfficer: Actor = {
  ...communeOfficer,
  id: 'xa-khac',
  postings: [{ role: 'commune-officer', unit: '23476', province: '51' }],
}

let owner: Actor
let producerId = ''
let productId = ''

beforeAll(async () => {
  await run(
    world,
    sql`insert into identity.account (id, sign_in_name, name, password_hash, opened_at, sample) values ('dan', 'dan', 'Dân Mẫu', 'x', now(), true)`,
  )
  ;({ id: producerId, owner } = await newProducer(world))
  ;({ id: productId } = await describeProduct(world.as(owner), {
    producerId,
    name: 'Mứt dâu rừng',
    group: '7',
    summary: 'Mứt dâu ít đường.',
    packs: [],
  }))
})

async function begun(): Promise<string> {
  return beginPlan(world.as(owner), { title: 'Mứt dâu rừng', product: productId })
}

describe('written and counted', () => {
  test('begins with what the product says, is saved as far as it goes, and shows its figures', async () => {
    actor = owner
    const opened = await pages.post('/phuong-an/moi', { title: 'Mứt dâu rừng', product: productId })
    const path = opened.headers.get('location') ?? ''
    expect(await (await pages.get(path)).text()).toContain('Mứt dâu ít đường.')
    expect((await pages.post(path, { title: 'Mứt dâu rừng', price: '40.000' })).status).toBe(303)
    expect((await pages.post(path, jam)).status).toBe(303)
    const html = await (await pages.get(path.replace('/soan', ''))).text()
    expect(html).toContain('188 hũ 250 g mỗi tháng')
    expect(html).toContain('24.000 đồng')
    expect(html).toContain('Sớm nhất ở 1/2027, thiếu nhiều nhất 12.400.000 đồng.')
    expect(html).toContain('không ban hành mẫu phương án')
  })

  test('a row half filled, a bad number and a month that is none are said at their boxes, and what was typed stays', async () => {
    actor = owner
    const id = await begun()
    const answer = await pages.post(`/phuong-an/${id}/soan`, {
      ...jam,
      'costAmount[1]': '',
      'units[3]': '-4',
      firstMonth: '13/2027',
      'investMonth[0]': '13',
    })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('Hãy ghi số tiền của dòng này.')
    expect(html).toContain('Hãy ghi một số nguyên từ 0 đến 1.000.000.')
    expect(html).toContain('Hãy ghi tháng/năm, ví dụ 1/2027.')
    expect(html).toContain('value="Hũ, nhãn"')
    expect((await planFor(world.as(owner), id)).plan.content.price).toBe(0)
  })

  test('nobody begins one on a product or producer that is not theirs', async () => {
    const stranger = world.as(person('la'))
    expect(await refusedWith(beginPlan(stranger, { title: 'x', product: productId }))).toEqual(['plan/no-such-product'])
    expect(await refusedWith(beginPlan(stranger, { title: 'x', producer: producerId }))).toEqual([
      'plan/no-such-producer',
    ])
    expect(await refusedWith(beginPlan(stranger, { title: 'x' }))).toEqual(['plan/no-place'])
  })
})

describe('from an idea', () => {
  test('the words of the idea are carried, and only its proposer begins', async () => {
    const dan = world.as(person('dan'))
    const { id: idea } = await fileIdea(dan, {
      title: 'Mứt dâu',
      description: 'Nấu mứt dâu rừng',
      material: 'Dâu hái theo mùa',
      market: 'Khách du lịch',
      proposerName: 'Dân Mẫu',
      proposerPhone: '0900000123',
      commune: '23473',
    })
    const id = await beginPlan(dan, { title: 'Mứt dâu', idea })
    expect((await planFor(dan, id)).plan.content.written).toMatchObject({
      product: 'Nấu mứt dâu rừng',
      material: 'Dâu hái theo mùa',
      market: 'Khách du lịch',
    })
    expect(await refusedWith(beginPlan(world.as(person('la')), { title: 'x', idea }))).toEqual(['kernel/not-found'])
    expect(await refusedWith(beginPlan(world.as(communeOfficer), { title: 'x', idea }))).toEqual(['kernel/not-found'])
  })
})

describe('sent and remarked', () => {
  test('it is its maker’s alone until it is whole and sent; then the commune remarks, and no other', async () => {
    actor = owner
    const id = await begun()
    const half = await pages.post(`/phuong-an/${id}/gui`, {})
    expect(half.status).toBe(422)
    expect(await half.text()).toContain('Hãy ghi giá bán một đơn vị.')
    actor = communeOfficer
    expect((await pages.get(`/phuong-an/${id}`)).status).toBe(404)
    actor = owner
    await pages.post(`/phuong-an/${id}/soan`, jam)
    expect((await pages.post(`/phuong-an/${id}/gui`, {})).status).toBe(303)
    expect(await refusedWith(sendPlan(world.as(owner), id))).toEqual(['plan/not-now'])
    expect((await deskItems(world.as(communeOfficer))).map((item) => item.id)).toContain(id)
    expect(await deskItems(world.as(otherOfficer))).toEqual([])
    actor = otherOfficer
    expect((await pages.get(`/phuong-an/${id}`)).status).toBe(404)
    expect((await pages.post(`/phuong-an/${id}/nhan-xet`, { outcome: 'agree', body: 'x' })).status).toBe(404)
    actor = communeOfficer
    expect(await (await pages.post(`/phuong-an/${id}/nhan-xet`, { outcome: 'revise' })).text()).toContain(
      'Hãy ghi nhận xét',
    )
    const remark = { outcome: 'revise', body: 'Tháng 1 hết tiền, nên xin trả trước một nửa.' }
    expect((await pages.post(`/phuong-an/${id}/nhan-xet`, remark)).status).toBe(303)
    expect((await deskItems(world.as(owner))).find((item) => item.id === id)?.act).toContain('Sửa phương án')
  })

  test('what was sent stays as it was: mending begins a version, the remark stays with the one it was on', async () => {
    const id = await begun()
    const maker = world.as(owner)
    actor = owner
    await pages.post(`/phuong-an/${id}/soan`, jam)
    await sendPlan(maker, id)
    expect((await pages.post(`/phuong-an/${id}/soan`, { ...jam, price: '1' })).status).toBe(409)
    await remarkOn(world.as(communeOfficer), id, { outcome: 'revise', body: 'Giá thấp.' })
    await pages.post(`/phuong-an/${id}/soan`, { ...jam, price: '50.000' })
    const { versions, plan } = await planFor(maker, id)
    expect(plan).toMatchObject({ state: 'draft', number: 2 })
    expect(versions.map(({ number, content, outcome }) => [number, content.price, outcome])).toEqual([
      [2, 50_000, null],
      [1, 40_000, 'revise'],
    ])
    // The new one is the maker's alone until it is sent.
    expect((await planFor(world.as(communeOfficer), id)).shown.number).toBe(1)
    await sendPlan(maker, id)
    await remarkOn(world.as(communeOfficer), id, { outcome: 'agree', body: 'Được.' })
    expect((await planFor(maker, id)).plan.state).toBe('agreed')
    expect((await planOfProduct(maker, productId))?.id).toBe(id)
  })

  test('two officers remark at once: one remark stands', async () => {
    const id = await begun()
    actor = owner
    await pages.post(`/phuong-an/${id}/soan`, jam)
    await sendPlan(world.as(owner), id)
    const both = await Promise.all(
      [communeOfficer, { ...communeOfficer, id: 'can-bo-2' }].map((officer) =>
        refusedWith(remarkOn(world.as(officer), id, { outcome: 'agree', body: 'Được.' })),
      ),
    )
    expect(both.toSorted()).toEqual([[], ['plan/not-now']])
  })

  test('it is printed with its figures, marked as guidance and not as a form of the law', async () => {
    const id = await begun()
    actor = owner
    await pages.post(`/phuong-an/${id}/soan`, jam)
    const answer = await pages.get(`/phuong-an/${id}/ban-in`)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    const text = (await pdfText(new Uint8Array(await answer.arrayBuffer()))).join(' ')
    for (const words of ['Phương án sản xuất, kinh doanh', '188 hũ 250 g', '144.000.000 đồng', 'không ban hành mẫu'])
      expect(text.replaceAll(/\s+/g, ' ').toLowerCase()).toContain(words.toLowerCase())
  })

  test('saving an unchanged draft twice keeps one version', async () => {
    const id = await begun()
    const { plan } = await planFor(world.as(owner), id)
    await savePlan(world.as(owner), id, plan)
    await savePlan(world.as(owner), id, plan)
    expect((await planFor(world.as(owner), id)).versions).toHaveLength(1)
  })
})
