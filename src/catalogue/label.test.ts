import { beforeAll, expect, test } from 'vitest'
import { awarding, owner, provinceLeader } from '../../test/support/awarding.ts'
import { visiting } from '../../test/support/pages.ts'
import { useWorld } from '../../test/support/world.ts'
import { visitor } from '../kernel/actor.ts'
import { describeProduct } from '../product/actions.ts'
import { oneRow, sql } from '../platform/db.ts'
import { refusals as productRefusals } from '../product/words.ts'
import { draftDecision } from '../recognition/actions-draft.ts'
import { issueDecision } from '../recognition/actions-issue.ts'
import { labelPages } from './pages-label.tsx'
import { refusals } from './words.ts'

const world = useWorld()
const stage = awarding(world)
const visit = () => visiting(labelPages, { ...productRefusals, ...refusals }, () => world.as(visitor))
const anyone = visit()

const gtin = '8934563138165'
const sibling = '8935000000014'
const known = { slug: '', certificate: '', code: '', siblingSlug: '' }

beforeAll(async () => {
  const { sessionId, products } = await stage.scored({ 'Trà có mã': 75 })
  const leader = world.as(provinceLeader)
  const [draft = ''] = await draftDecision(leader, { sessionId })
  const signed = { number: '601', decidedOn: '2026-06-26', signerName: 'Nguyễn Văn Mẫu', signerTitle: 'Phó Chủ tịch' }
  known.certificate = (await issueDecision(leader, draft, signed))[0] ?? ''
  await oneRow(
    world,
    sql`update product.pack set gtin = ${`0${gtin}`} where product_id = ${products[0]} returning gtin`,
  )
  const row = await oneRow(
    world,
    sql<{
      slug: string
      code: string
      producerId: string
    }>`select slug, code, producer_id from product.pub_product where id = ${products[0]}`,
  )
  Object.assign(known, row)
  const other = await describeProduct(world.as(owner(row.producerId)), {
    producerId: row.producerId,
    name: 'Trà anh em',
    group: '13',
    packs: [{ label: 'Gói 1 kg', gtin: sibling }],
  })
  known.siblingSlug = (
    await oneRow(world, sql<{ slug: string }>`select slug from product.pub_product where id = ${other.id}`)
  ).slug
})

const goes = async (path: string) => {
  const answer = await anyone.get(path)
  return [answer.status, answer.headers.get('Location')]
}

test('a label leads people to its own product, however it writes the number and whatever stands behind it', async () => {
  const product = `/san-pham/${known.slug}`
  for (const path of [`/01/${gtin}`, `/01/0${gtin}`, `/01/${gtin}/10/L%2F26`, `/01/${gtin}/22/A/10/B/21/C`])
    expect(await goes(path)).toEqual([307, product])
  expect(await goes(`/ma/${known.code}`)).toEqual([307, product])
})

test('the pack of a sibling leads to the sibling, which has no star of its own', async () => {
  expect(await goes(`/01/${sibling}`)).toEqual([307, `/san-pham/${known.siblingSlug}`])
  expect(await goes(`/01/${sibling}?linkType=gs1:certificationInfo`)).toEqual([404, null])
})

test('a program gets the links as RFC 9264 writes them, anchored at GTIN-14', async () => {
  const answer = await anyone.get(`/01/${gtin}/10/L1?linkType=linkset`)
  expect(answer.headers.get('Content-Type')).toBe('application/linkset+json')
  const { linkset } = (await answer.json()) as { linkset: Record<string, unknown>[] }
  expect(linkset).toHaveLength(1)
  expect(linkset[0]).toMatchObject({
    anchor: `http://localhost/01/0${gtin}/10/L1`,
    'https://gs1.org/voc/pip': [{ href: `http://localhost/san-pham/${known.slug}` }],
    'https://gs1.org/voc/certificationInfo': [{ href: `http://localhost/chung-nhan/${known.certificate}` }],
  })
})

test('one kind of link at a time, by any of its names', async () => {
  const certificate = `/chung-nhan/${known.certificate}`
  for (const name of ['gs1:certificationInfo', 'certificationInfo', 'https%3A%2F%2Fgs1.org%2Fvoc%2FcertificationInfo'])
    expect(await goes(`/01/${gtin}?linkType=${name}`)).toEqual([307, certificate])
  expect(await goes(`/01/${gtin}?linkType=https%3A%2F%2Fevil.example%2F`)).toEqual([404, null])
  expect(await goes(`/01/${gtin}?linkType=toString`)).toEqual([404, null])
})

test.each([
  ['8934563138164', 'số kiểm tra'],
  ['89345631381', 'chữ số'],
  ['abc', 'chữ số'],
  [`${gtin}/99/X`, 'số lô'],
  [`${gtin}/10/A/22/B`, 'số lô'],
  [`${gtin}/10`, 'số lô'],
  [`${gtin}/10/${'A'.repeat(21)}`, 'số lô'],
])('/01/%s is refused with a sentence', async (path, words) => {
  const answer = await anyone.get(`/01/${path}`)
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain(words)
})

test('a code that nobody carries says what a shopper can do', async () => {
  for (const path of ['/01/4006381333931', '/ma/51-23473-99-2026']) {
    const answer = await anyone.get(path)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('So lại từng chữ số')
  }
  expect((await anyone.get('/ma/abc')).status).toBe(400)
  expect(await goes('/ma/OCOP-66-2026-0016')).toEqual([307, '/chung-nhan/OCOP-66-2026-0016'])
})
