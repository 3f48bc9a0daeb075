import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '../kernel/actor.ts'
import type { Actor } from '../kernel/actor.ts'
import { rows, run, sql } from '../platform/db.ts'
import { visiting } from '../../test/support/pages.ts'
import { communeOfficer, newProducer, person, refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { describeProduct, retireProduct } from '../product/actions.ts'
import { lookAtIdea } from './actions-look.ts'
import { heardOn, moderateVoice, speakOn, voiceDeskItems, voicesFor } from './actions-voice.ts'
import { attachProduct, attachable, claimIdea, makeProduct, organise, stepsOf } from './actions-walk.ts'
import { answerIdea, deskItems, fileIdea } from './actions.ts'
import { ideaPages } from './pages.tsx'
import { walkPages } from './pages-walk.tsx'
import { refusals } from './words.ts'

const world = useWorld()
let actor: Actor = visitor
const pages = visiting(ideaPages, refusals, () => world.as(actor))
const walk = visiting(walkPages, refusals, () => world.as(actor))
const otherOfficer: Actor = {
  ...communeOfficer,
  id: 'xa-khac',
  postings: [{ role: 'commune-officer', unit: '23476', province: '51' }],
}

let phone = 930_000_000
async function filed(openToPublic = true, by: Actor = visitor) {
  const idea = await fileIdea(world.as(by), {
    title: 'Mứt dâu rừng',
    description: 'Nấu mứt dâu rừng ít đường. Hũ thủy tinh.',
    proposerName: 'Người Mẫu',
    proposerPhone: `0${phone++}`,
    commune: '23473',
    group: '7',
    openToPublic,
  })
  if (openToPublic) await lookAtIdea(world.as(communeOfficer), idea.id, { decision: 'show', reason: undefined })
  return idea
}

beforeAll(async () => {
  await run(
    world,
    sql`insert into identity.account (id, sign_in_name, name, password_hash, opened_at, sample) values ('dan', 'dan', 'Dân', 'x', now(), true)`,
  )
})

describe('words of others', () => {
  const comment = { kind: 'comment', name: 'Bạn Mẫu', body: 'Nên thêm hũ nhỏ 100 g.' }

  test('wait for the commune, are shown by it, and the telephone stays with it and the proposer', async () => {
    const { id, secret } = await filed()
    actor = visitor
    expect((await walk.post(`/y-tuong/cong-khai/${id}/y-kien`, comment)).status).toBe(303)
    const join = { kind: 'join', name: 'Hàng Xóm Mẫu', phone: '0900 111 222' }
    expect((await walk.post(`/y-tuong/cong-khai/${id}/y-kien`, join)).status).toBe(303)
    expect(await (await walk.get(`/y-tuong/cong-khai/${id}`)).text()).not.toContain('hũ nhỏ')
    expect((await voiceDeskItems(world.as(communeOfficer)))[0]).toMatchObject({ sub: '2 ý kiến chờ duyệt' })
    expect(await voiceDeskItems(world.as(otherOfficer))).toEqual([])
    const voices = await rows(world, sql<{ id: string }>`select id from idea.voice where idea_id = ${id} order by id`)
    const [said = '', joined = ''] = voices.map((voice) => voice.id)
    actor = otherOfficer
    expect((await walk.post(`/y-tuong/${id}/y-kien/${said}`, { decision: 'show' })).status).toBe(404)
    actor = communeOfficer
    const bare = await walk.post(`/y-tuong/${id}/y-kien/${said}`, { decision: 'hide', [`reason[${said}]`]: '' })
    expect(bare.status).toBe(422)
    expect(await bare.text()).toContain('Hãy ghi lý do không cho hiện.')
    for (const voice of [said, joined])
      expect((await walk.post(`/y-tuong/${id}/y-kien/${voice}`, { decision: 'show' })).status).toBe(303)
    expect((await walk.post(`/y-tuong/${id}/y-kien/${said}`, { decision: 'show' })).status).toBe(409)
    actor = visitor
    const shown = await (await walk.get(`/y-tuong/cong-khai/${id}`)).text()
    expect(shown).toContain('Nên thêm hũ nhỏ 100 g.')
    expect(shown).toContain('1 người xin cùng làm')
    expect(shown).not.toMatch(/0900111222|Hàng Xóm Mẫu/)
    expect(await (await pages.get(`/y-tuong/${id}?ma=${secret}`)).text()).toContain('0900111222')
  })

  test('a link, an empty comment, the same words twice, a program and a closed idea are refused', async () => {
    const { id } = await filed()
    const { id: closed } = await filed(false)
    actor = visitor
    const sent = async (fields: Record<string, string>, to = id) =>
      (await walk.post(`/y-tuong/cong-khai/${to}/y-kien`, fields)).text()
    expect(await sent({ ...comment, body: 'Mua ở https://re.shop nhé' })).toContain('không được chứa đường dẫn')
    expect(await sent({ ...comment, body: '' })).toContain('Hãy viết điều bạn muốn góp ý.')
    expect(await sent({ kind: 'join', name: 'A' })).toContain('Hãy ghi số điện thoại')
    expect(await sent({ ...comment, website: 'x' })).toContain('chương trình tự điền')
    await sent(comment)
    expect(await sent({ ...comment, body: 'NÊN THÊM HŨ NHỎ 100 G.' })).toContain('Bạn đã gửi ý kiến này trong ngày.')
    expect((await walk.post(`/y-tuong/cong-khai/${closed}/y-kien`, comment)).status).toBe(404)
  })

  test('a flood of one source takes no voice from another, and what is shown stays in sight behind it', async () => {
    const { id } = await filed()
    const speak = (body: string, source: string) =>
      speakOn(world.as(visitor), id, { kind: 'comment', name: 'Bạn Mẫu', body }, source)
    await speak('Ý kiến đã duyệt', 'network 192.0.2.0/24')
    const { voices } = await voicesFor(world.as(communeOfficer), id, true)
    const decision = { decision: 'show', reason: undefined } as const
    await moderateVoice(world.as(communeOfficer), id, voices[0]?.id ?? '', decision)
    const flood = await Promise.all(
      Array.from({ length: 33 }, (_, index) => refusedWith(speak(`Ý kiến số ${index}`, 'network 198.51.100.0/24'))),
    )
    expect(flood.flat()).toEqual(Array.from({ length: 3 }, () => 'idea/too-many-voices'))
    expect(await speak('Ý kiến số 1', 'network 203.0.113.0/24')).toEqual({ crowded: true })
    expect((await heardOn(world.as(visitor), id)).comments.map(({ body }) => body)).toEqual(['Ý kiến đã duyệt'])
  })
})

const spot = Object.fromEntries(
  ['materials', 'labour', 'community', 'market'].flatMap((aspect) => [
    [`grade[${aspect}]`, 'enough'],
    [`note[${aspect}]`, `Đã xem ${aspect}.`],
  ]),
)

describe('the commune looks on the spot', () => {
  test('each aspect has a grade and words; the answer form proposes them; only its commune writes', async () => {
    const { id } = await filed()
    actor = communeOfficer
    const half = await walk.post(`/y-tuong/${id}/kha-thi`, {
      ...spot,
      visitedOn: '25/11/2026',
      present: 'Trưởng thôn',
    })
    expect(half.status).toBe(422)
    expect(await half.text()).toContain('Ngày khảo sát không thể sau hôm nay.')
    const missing = await walk.post(`/y-tuong/${id}/kha-thi`, { ...spot, 'note[labour]': '', present: 'x' })
    expect(await missing.text()).toContain('Hãy ghi điều đã thấy.')
    const visit = { ...spot, visitedOn: '24/11/2026', present: 'Trưởng thôn mẫu' }
    expect((await walk.post(`/y-tuong/${id}/kha-thi`, visit)).status).toBe(303)
    const page = await (await pages.get(`/y-tuong/${id}`)).text()
    expect(page).toContain('Trưởng thôn mẫu')
    expect(page).toMatch(/<textarea id="[^"]*" name="materials"[^>]*>Đã xem materials\.<\/textarea>/)
    actor = otherOfficer
    expect((await walk.post(`/y-tuong/${id}/kha-thi`, visit)).status).toBe(404)
  })
})

test('a picture of a visit is drawn anew and opens for whoever may read the idea', async () => {
  const { id, secret } = await filed()
  const { id: another } = await filed()
  actor = communeOfficer
  const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#284' } })
    .png()
    .toBuffer()
  const picture = new File([new Uint8Array(png)], 'anh.png', { type: 'image/png' })
  const visit = { ...spot, visitedOn: '24/11/2026', present: 'Trưởng thôn mẫu', picture }
  expect((await walk.post(`/y-tuong/${id}/kha-thi`, visit)).status).toBe(303)
  const [kept] = await rows(
    world,
    sql<{ hash: string }>`select pictures[1] as hash from idea.visit where idea_id = ${id}`,
  )
  const photo = await walk.get(`/y-tuong/${id}/anh/${kept?.hash}`)
  expect([photo.status, photo.headers.get('content-type')]).toEqual([200, 'image/webp'])
  expect((await walk.get(`/y-tuong/${another}/anh/${kept?.hash}`)).status).toBe(404)
  actor = visitor
  expect((await walk.get(`/y-tuong/${id}/anh/${kept?.hash}`)).status).toBe(404)
  expect((await walk.get(`/y-tuong/${id}/anh/${kept?.hash}?ma=${secret}`)).status).toBe(200)
})

describe('from an idea to a product', () => {
  test('whoever was told to go on finds the way on the desk until it is a product, and nobody else does', async () => {
    const { id, secret } = await filed()
    await claimIdea(world.as(person('dan')), id, secret)
    const waiting = async (who: Actor) => (await deskItems(world.as(who))).filter((item) => item.id === id)
    expect(await waiting(person('dan'))).toEqual([])
    await answerIdea(world.as(communeOfficer), id, {
      outcome: 'welcome',
      answer: 'Nên làm.',
      materials: 'Đủ',
      labour: 'Đủ',
      community: 'Đủ',
      market: 'Đủ',
    })
    const { id: producer } = await newProducer(world)
    expect(await waiting(person('dan', producer))).toMatchObject([{ href: `/y-tuong/${id}/con-duong`, dueOn: null }])
    expect(await waiting(person('khac'))).toEqual([])
    expect(await waiting(visitor)).toEqual([])
    await makeProduct(world.as(person('dan', producer)), id, { producer, name: 'Mứt dâu', group: '7' })
    expect(await waiting(person('dan', producer))).toEqual([])
  })

  test('the holder of the code keeps it in an account, once; another learns nothing', async () => {
    const { id, secret } = await filed()
    expect(await refusedWith(claimIdea(world.as(visitor), id, secret))).toEqual(['kernel/not-found'])
    expect(await refusedWith(claimIdea(world.as(person('dan')), id, 'sai'))).toEqual(['kernel/not-found'])
    expect(await refusedWith(claimIdea(world.as(communeOfficer), id, secret))).toEqual(['kernel/not-found'])
    actor = person('dan')
    expect((await walk.post(`/y-tuong/${id}/nhan-ve`, { ma: secret })).status).toBe(303)
    expect(await refusedWith(claimIdea(world.as(person('dan')), id, secret))).toEqual(['idea/claimed-already'])
    expect((await pages.get(`/y-tuong/${id}`)).status).toBe(200)
  })

  test('its words go along into the register, once, and only for the own producer', async () => {
    const { id: producerId, owner } = await newProducer(world)
    const other = await newProducer(world)
    const { id } = await filed(true, owner)
    const ctx = world.as(owner)
    await organise(ctx, id, { kind: 'cooperative', people: 12 })
    const made = { producer: producerId, name: 'Mứt dâu rừng', group: '7' }
    expect(await refusedWith(makeProduct(ctx, id, { ...made, producer: other.id }))).toEqual(['idea/no-such-producer'])
    expect(await refusedWith(makeProduct(world.as(communeOfficer), id, made))).toEqual(['kernel/not-found'])
    const product = await makeProduct(ctx, id, made)
    const [kept] = await rows(
      world,
      sql<{ summary: string; story: string }>`select summary, story from product.product where id = ${product}`,
    )
    expect(kept).toEqual({
      summary: 'Nấu mứt dâu rừng ít đường.',
      story: 'Nấu mứt dâu rừng ít đường. Hũ thủy tinh.',
    })
    expect(await refusedWith(makeProduct(ctx, id, made))).toEqual(['idea/product-already'])
    expect((await stepsOf(ctx, id)).map(({ kind }) => kind).toSorted()).toEqual(['organisation', 'producer', 'product'])
  })

  test('joins a product of the register instead: once, an own one in use, after the commune said yes', async () => {
    const { id: producerId, owner } = await newProducer(world)
    const other = await newProducer(world)
    const ctx = world.as(owner)
    const described = (name: string, by = owner, producer = producerId) =>
      describeProduct(world.as(by), { producerId: producer, name, group: '7', summary: 'Tóm tắt', packs: [] })
    const { id: jam } = await described('Mứt dâu hũ')
    const { id: gone } = await described('Mứt dâu túi')
    const { id: foreign } = await described('Mứt của người khác', other.owner, other.id)
    await retireProduct(ctx, gone)
    const { id } = await filed(true, owner)
    expect(await refusedWith(attachProduct(ctx, id, { product: jam }))).toEqual(['idea/not-welcome'])
    await welcome(id)
    for (const [product, code] of [
      [foreign, 'idea/no-such-product'],
      ['khong-co', 'idea/no-such-product'],
      [gone, 'idea/product-retired'],
    ] as const)
      expect([product, await refusedWith(attachProduct(ctx, id, { product }))]).toEqual([product, [code]])
    expect(await refusedWith(attachProduct(world.as(communeOfficer), id, { product: jam }))).toEqual([
      'kernel/not-found',
    ])
    expect(await stepsOf(ctx, id)).toEqual([])
    expect((await attachable(ctx)).map((one) => one.id)).toEqual([jam])
    await attachProduct(ctx, id, { product: jam })
    expect((await stepsOf(ctx, id)).map(({ kind, subject }) => [kind, subject]).toSorted()).toEqual([
      ['producer', producerId],
      ['product', jam],
    ])
    const acts = await rows(world, sql<{ fact: string }>`select fact from audit.entry where subject = ${id}`)
    expect(acts.map(({ fact }) => fact)).toContain('idea.attached-product')
    expect(await attachable(ctx)).toEqual([])
    expect(await refusedWith(attachProduct(ctx, id, { product: jam }))).toEqual(['idea/product-already'])
    const { id: second } = await filed(true, owner)
    await welcome(second)
    expect(await refusedWith(attachProduct(ctx, second, { product: jam }))).toEqual(['idea/product-elsewhere'])
    expect(await stepsOf(ctx, second)).toEqual([])
  })
})

function welcome(id: string): Promise<void> {
  const seen = { materials: 'x', labour: 'x', community: 'x', market: 'x' }
  return answerIdea(world.as(communeOfficer), id, { outcome: 'welcome', answer: 'Làm đi.', ...seen })
}
