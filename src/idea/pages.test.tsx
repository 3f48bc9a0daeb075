import { beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '../kernel/actor.ts'
import type { Actor } from '../kernel/actor.ts'
import { rows, run, sql } from '../platform/db.ts'
import { visiting } from '../../test/support/pages.ts'
import { communeOfficer, newProducer, person, refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { toldTo } from '../notice/actions.ts'
import { paths } from '../ui/paths.ts'
import { answerIdea, deskItems, fileIdea, ideaFor } from './actions.ts'
import { ideaPages } from './pages.tsx'
import { refusals } from './words.ts'

const world = useWorld()
let actor: Actor = visitor
const pages = visiting(ideaPages, refusals, () => world.as(actor))

const form = {
  title: 'Tinh dầu tràm gió',
  description: 'Chưng cất lá tràm mọc tự nhiên quanh hồ.',
  proposerName: 'Người Mẫu',
  proposerPhone: '0900 000 111',
  commune: '23473',
}

const answer = {
  outcome: 'welcome',
  answer: 'Nên lập tổ hợp tác và đăng ký chủ thể.',
  materials: 'Đủ cho 500 lít mỗi năm.',
  labour: 'Mười hộ tham gia.',
  community: 'Nghề có sẵn.',
  market: 'Khách du lịch.',
} as const

const auditor: Actor = {
  id: 'kiem-toan',
  name: 'Kiểm toán mẫu',
  postings: [{ role: 'auditor', unit: 'VN', province: 'VN' }],
  producers: [],
}
const otherOfficer: Actor = {
  ...communeOfficer,
  id: 'xa-khac',
  postings: [{ role: 'commune-officer', unit: '23476', province: '51' }],
}

beforeAll(async () => {
  await run(
    world,
    sql`insert into identity.account (id, sign_in_name, name, password_hash, opened_at, sample) values ('dan', 'dan', 'Dân', 'x', now(), true)`,
  )
})

describe('anybody files an idea', () => {
  test('first the province, then its communes, without an account', async () => {
    expect(await (await pages.get('/y-tuong/moi')).text()).toContain('name="tinh"')
    const html = await (await pages.get('/y-tuong/moi?tinh=51')).text()
    expect(html).toContain('<option value="23473">Xã Măng Đen</option>')
    expect(html).toContain('15 ngày làm việc (thời')
  })

  test('a producer finds its own name written, nobody else does', async () => {
    const fieldOf = async (who: Actor) => {
      actor = who
      const html = await (await pages.get('/y-tuong/moi?tinh=51')).text()
      actor = visitor
      return /<input[^>]*name="proposerName"[^>]*>/.exec(html)?.[0]
    }
    expect(await fieldOf({ ...auditor, name: 'Lê Thị Mẫu', postings: [], producers: ['p1'] })).toContain('Lê Thị Mẫu')
    expect(await fieldOf(communeOfficer)).not.toContain(communeOfficer.name)
  })

  test('faults are said at their fields, and what was typed stays', async () => {
    const redrawn = await pages.post('/y-tuong/moi?tinh=51', { ...form, title: '', proposerPhone: '123' })
    const html = await redrawn.text()
    expect(redrawn.status).toBe(422)
    expect(html).toContain('Hãy đặt tên cho ý tưởng sản phẩm.')
    expect(html).toContain('value="123"')
    expect(html).toContain('Chưng cất lá tràm mọc tự nhiên quanh hồ.')
  })

  test('the receipt opens by its own address only, says the day of the answer, and is kept by nobody between', async () => {
    const filed = await pages.post('/y-tuong/moi?tinh=51', form)
    const receipt = filed.headers.get('location') ?? ''
    expect([filed.status, receipt]).toEqual([
      303,
      expect.stringMatching(/^\/y-tuong\/[0-9a-f-]+\?ma=([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/),
    ])
    const page = await pages.get(receipt)
    expect(page.headers.get('cache-control')).toBe('private, no-store')
    // Tuesday 24 November 2026 and fifteen working days.
    expect(await page.text()).toContain('15/12/2026')
    for (const wrong of [receipt.split('?')[0] ?? '', `${receipt}x`, receipt.replace(/ma=.*/, 'ma=')]) {
      expect([wrong, (await pages.get(wrong)).status]).toEqual([wrong, 404])
    }
    const [kept] = await rows(world, sql<{ hash: string }>`select secret_hash as hash from idea.idea limit 1`)
    expect(receipt).not.toContain(kept?.hash)
  })

  test('the same form sent again, at once or later, is the same idea; changed after Back it is another', async () => {
    const begun = await pages.get('/y-tuong/moi?tinh=51')
    expect(begun.headers.get('cache-control')).toBe('private, no-store')
    const page = await begun.text()
    const [, ma = ''] = /name="ma" value="([^"]+)"/.exec(page) ?? []
    const sent = { ...form, ma, title: 'Bấm hai lần', proposerPhone: '0900000333' }
    const send = async (change = {}) =>
      (await pages.post('/y-tuong/moi?tinh=51', { ...sent, ...change })).headers.get('location')
    const [one, other] = await Promise.all([send(), send()])
    expect(one).toContain(`ma=${ma}`)
    expect([other, await send()]).toEqual([one, one])
    expect(await send({ title: 'Bấm lần ba, tên khác' })).not.toBe(one)
    expect(await send({ ma: 'khong-phai-ma', title: 'Không mã' })).toMatch(/ma=\w{4}-\w{4}-\w{4}-\w{4}$/)
    const kept = await rows(
      world,
      sql<{ title: string }>`select title from idea.idea where proposer_phone = '0900000333' order by title`,
    )
    expect(kept.map(({ title }) => title)).toEqual(['Bấm hai lần', 'Bấm lần ba, tên khác', 'Không mã'])
  })

  test('a program that fills in every box is stopped; so is the sixth idea of a day from one number', async () => {
    expect(await (await pages.post('/y-tuong/moi?tinh=51', { ...form, website: 'http://quang-cao' })).text()).toContain(
      'do chương trình tự điền',
    )
    const many = { ...form, proposerPhone: '0900000222' }
    for (let sent = 0; sent < 5; sent++) expect((await pages.post('/y-tuong/moi?tinh=51', many)).status).toBe(303)
    expect(await (await pages.post('/y-tuong/moi?tinh=51', many)).text()).toContain(
      'đã gửi nhiều ý tưởng trong hôm nay',
    )
    // Whoever types somebody else's number uses nothing of theirs up.
    expect(await refusedWith(fileIdea(world.as(visitor), many, 'network 198.51.100.0/24'))).toEqual([])
  })

  test('a commune that is none is refused', async () => {
    const { commune, ...rest } = form
    expect(commune).toBe('23473')
    expect(await refusedWith(fileIdea(world.as(visitor), { ...rest, commune: '99999' }))).toEqual([
      'idea/no-such-commune',
    ])
  })
})

describe('the commune answers', () => {
  test('it stands on the desk of its commune with its term, and on no other', async () => {
    const { id } = await fileIdea(world.as(person('dan')), { ...form, proposerPhone: '0900000333' })
    const items = await deskItems(world.as(communeOfficer))
    expect(items.find((item) => item.id === id)).toMatchObject({ dueOn: '2026-12-15', daysLeft: 15 })
    expect(await deskItems(world.as(otherOfficer))).toEqual([])
    actor = communeOfficer
    expect(await (await pages.get('/y-tuong')).text()).toContain(id)
    actor = otherOfficer
    expect((await pages.get(`/y-tuong/${id}`)).status).toBe(404)
    expect((await pages.post(`/y-tuong/${id}/tra-loi`, answer)).status).toBe(404)
  })

  test('the answer needs its reasons; given, the proposer reads it with the next step', async () => {
    const { id, secret } = await fileIdea(world.as(visitor), { ...form, proposerPhone: '0900000444' })
    actor = communeOfficer
    const half = await pages.post(`/y-tuong/${id}/tra-loi`, { ...answer, labour: '', answer: '' })
    expect(half.status).toBe(422)
    const html = await half.text()
    expect(html).toContain('Hãy nhận xét về lao động.')
    expect(html).toContain('Đủ cho 500 lít mỗi năm.')
    expect((await pages.post(`/y-tuong/${id}/tra-loi`, answer)).status).toBe(303)
    expect(await (await pages.post(`/y-tuong/${id}/tra-loi`, answer)).text()).toContain('Ý tưởng này đã được trả lời.')
    const answered = await (await pages.get(`/y-tuong/${id}`)).text()
    expect(answered, 'the officer would become the owner').not.toContain('href="/dang-ky-chu-the"')
    expect(answered).toContain('href="/chu-the-xa/dang-ky?xa=23473"')
    actor = visitor
    const receipt = await (await pages.get(`/y-tuong/${id}?ma=${secret}`)).text()
    expect(receipt).toContain('Khả thi, nên làm tiếp')
    expect(receipt).toContain('href="/dang-ky-chu-the?tinh=51"')
  })

  test('two officers answer at once: one answer stands', async () => {
    const { id } = await fileIdea(world.as(visitor), { ...form, proposerPhone: '0900000555' })
    const both = await Promise.all(
      [communeOfficer, { ...communeOfficer, id: 'can-bo-2' }].map((officer) =>
        refusedWith(answerIdea(world.as(officer), id, { ...answer, outcome: 'decline' })),
      ),
    )
    expect(both.toSorted()).toEqual([[], ['idea/answered-already']])
  })

  test('whoever filed with an account is told of the answer', async () => {
    const { owner } = await newProducer(world)
    const { id } = await fileIdea(world.as(owner), { ...form, proposerPhone: '0900000777' })
    await answerIdea(world.as(communeOfficer), id, { ...answer, outcome: 'revise' })
    const { notices } = await toldTo(world.as(owner), 1)
    expect(notices.map(({ href }) => href)).toEqual([paths.idea.file(id)])
  })

  test('the telephone is for the commune and the proposer; the auditor reads the rest', async () => {
    const { id, secret } = await fileIdea(world.as(person('dan')), { ...form, proposerPhone: '0900000666' })
    const sees = async (who: Actor, key?: string) => (await ideaFor(world.as(who), id, key)).seesProposer
    expect(await sees(communeOfficer)).toBe(true)
    expect(await sees(person('dan'))).toBe(true)
    expect(await sees(visitor, secret)).toBe(true)
    expect(await sees(auditor)).toBe(false)
    actor = auditor
    expect(await (await pages.get(`/y-tuong/${id}`)).text()).not.toContain('0900000666')
  })

  test('a person with an account finds the own ideas again; a visitor signs in first', async () => {
    actor = person('dan')
    expect(await (await pages.get('/y-tuong')).text()).toContain('Tinh dầu tràm gió')
    actor = person('la')
    expect(await (await pages.get('/y-tuong')).text()).toContain('Chưa có ý tưởng nào')
    actor = visitor
    expect((await pages.get('/y-tuong')).status).toBe(303)
  })
})
