import { describe, expect, test } from 'vitest'
import { newSpokenCode, spokenCode } from '../kernel/id.ts'
import { visitor } from '../kernel/actor.ts'
import type { Actor } from '../kernel/actor.ts'
import { describeProduct } from '../product/actions.ts'
import { visiting } from '../../test/support/pages.ts'
import { communeOfficer, newProducer, person, refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { lookAlikesTo } from './actions-alike.ts'
import { setTerm } from './actions-term.ts'
import { fileIdea, ideaFor } from './actions.ts'
import { openIdeaPages } from './pages-open.tsx'
import { ideaPages } from './pages.tsx'
import { inSeason } from './rules.ts'
import { refusals } from './words.ts'

const world = useWorld()
let actor: Actor = visitor
const pages = visiting(ideaPages, refusals, () => world.as(actor))
const open = visiting(openIdeaPages, refusals, () => world.as(actor))
const provinceOfficer: Actor = {
  ...communeOfficer,
  id: 'tinh',
  postings: [{ role: 'province-officer', unit: '51', province: '51' }],
}

let phone = 910_000_000
function idea(change: Partial<Parameters<typeof fileIdea>[1]> = {}) {
  return {
    title: 'Tinh dầu tràm gió',
    description: 'Chưng cất lá tràm.',
    proposerName: 'Người Mẫu',
    proposerPhone: `0${phone++}`,
    commune: '23473',
    ...change,
  }
}

describe('the code of a receipt', () => {
  test('is read back however a person typed it, and never holds letters that look like others', () => {
    for (let drawn = 0; drawn < 200; drawn++) {
      const code = newSpokenCode()
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
      expect(spokenCode(code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code)
    }
  })

  test('opens the receipt from the track page; a wrong one says so at the box', async () => {
    const { id, secret } = await fileIdea(world.as(visitor), idea())
    actor = visitor
    const found = await open.post('/y-tuong/tra-cuu', { code: secret.toLowerCase().replaceAll('-', '') })
    expect(found.status).toBe(303)
    const receipt = found.headers.get('location') ?? ''
    expect(receipt).toContain(`/y-tuong/${id}?ma=`)
    expect((await pages.get(receipt)).status).toBe(200)
    const wrong = await open.post('/y-tuong/tra-cuu', { code: '0000-0000-0000-0000' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('Không có ý tưởng nào mang mã này')
  })
})

describe('an officer types for somebody', () => {
  const consented = { onBehalf: true, consentOn: '2026-11-23', consentMeans: 'in-person' } as const

  test('only in the own commune and only with consent; the idea belongs to no account', async () => {
    const ctx = world.as(communeOfficer)
    expect(await refusedWith(fileIdea(ctx, idea({ onBehalf: true })))).toEqual(['idea/consent-date-needed'])
    expect(await refusedWith(fileIdea(ctx, idea({ ...consented, consentOn: '2026-11-25' })))).toEqual([
      'idea/consent-in-future',
    ])
    expect(await refusedWith(fileIdea(ctx, idea({ ...consented, commune: '23476' })))).toEqual([
      'idea/not-your-commune',
    ])
    expect(await refusedWith(fileIdea(world.as(visitor), idea(consented)))).toEqual(['idea/not-your-commune'])
    const { id, secret } = await fileIdea(ctx, idea(consented))
    const seen = await ideaFor(world.as(visitor), id, secret)
    expect(seen.idea).toMatchObject({ accountId: null, filedBy: communeOfficer.id, consent: { means: 'in-person' } })
  })
})

describe('the term of a province', () => {
  test('its communes answer in it from its day on; ideas filed before keep theirs', async () => {
    const before = await fileIdea(world.as(visitor), idea())
    actor = provinceOfficer
    const term = {
      workingDays: '5',
      lookDays: '2',
      fromDate: '24/11/2026',
      basis: 'Công văn mẫu 12',
      intakeFrom: '1/4',
      intakeTo: '',
    }
    const half = await open.post('/y-tuong/thoi-han', term)
    expect(half.status).toBe(422)
    expect(await half.text()).toContain('Mùa tiếp nhận cần cả ngày đầu và ngày cuối.')
    expect((await open.post('/y-tuong/thoi-han', { ...term, intakeTo: '30/6' })).status).toBe(303)
    const after = await fileIdea(world.as(visitor), idea())
    const dueOn = async (id: string) => (await ideaFor(world.as(communeOfficer), id, undefined)).idea.dueOn
    expect([await dueOn(before.id), await dueOn(after.id)]).toEqual(['2026-12-15', '2026-12-01'])
    actor = visitor
    const page = await (await pages.get('/y-tuong/moi?tinh=51')).text()
    expect(page).toContain('Công văn mẫu 12')
    expect(page).toContain('Tỉnh gom ý tưởng từ 1/4 đến 30/6')
    expect((await open.get('/y-tuong/thoi-han')).status).toBe(303)
  })

  test('nobody sets it for another province, twice for one day, or back in time', async () => {
    const given = { workingDays: 9, lookDays: 3, fromDate: '2026-11-24', basis: 'x' }
    expect(await refusedWith(setTerm(world.as(provinceOfficer), '66', given))).toEqual(['kernel/not-found'])
    expect(await refusedWith(setTerm(world.as(provinceOfficer), '51', given))).toEqual(['idea/term-set-already'])
    expect(await refusedWith(setTerm(world.as(provinceOfficer), '51', { ...given, fromDate: '2026-11-23' }))).toEqual([
      'idea/term-from-the-past',
    ])
  })

  test('a season may run over the turn of the year', () => {
    const season = { workingDays: 5, lookDays: 3, basis: null, fromDate: null, intakeFrom: '11-15', intakeTo: '02-10' }
    expect(['2026-11-15', '2027-01-01', '2027-02-10'].every((day) => inSeason(season, day))).toBe(true)
    expect(['2026-11-14', '2027-02-11'].some((day) => inSeason(season, day))).toBe(false)
  })
})

test('planted look-alikes are found near and far, a stranger to the words is not, and the idea is not refused', async () => {
  const { id: producerId, owner } = await newProducer(world)
  const far = await newProducer(world, { commune: '24100' })
  const add = (ctx: ReturnType<typeof world.as>, producer: string, name: string) =>
    describeProduct(ctx, { producerId: producer, name, group: '4', summary: 'Mật ong rừng mùa khô.', packs: [] })
  const near = await add(world.as(owner), producerId, 'Mật ong rừng Măng Đen')
  const other = await add(world.as(far.owner), far.id, 'Mật ong rừng Buôn Đôn')
  await describeProduct(world.as(owner), { producerId, name: 'Chăn bông gòn', group: '22', packs: [] })
  const asked = { title: 'Mật ong rừng', material: '', description: '', groupNo: '4', commune: '23473', province: '51' }
  const alike = await lookAlikesTo(world.as(visitor), asked)
  expect(alike.near.map(({ id }) => id)).toEqual([near.id])
  expect(alike.elsewhere.map(({ id }) => id)).toEqual([other.id])
  expect(alike.near[0]).toMatchObject({ sharedName: ['mật ong rừng'], sameGroup: true, onlyThere: ['Măng Đen'] })
  actor = person('ai-do')
  const { id, secret } = await fileIdea(world.as(visitor), idea({ title: 'Mật ong rừng', openToPublic: true }))
  const page = await (await pages.get(`/y-tuong/${id}?ma=${secret}`)).text()
  expect(page).toContain('Mật ong rừng Buôn Đôn')
  expect(page).toContain('không phải lý do từ chối')
})

test('the quick check answers from the address, and says at the box what is left out', async () => {
  actor = visitor
  expect(await (await open.get('/y-tuong/kiem-tra?nhom=13')).text()).toContain('Hãy chọn ai sẽ đứng tên.')
  const page = await (await open.get('/y-tuong/kiem-tra?nhom=13&loai=none&nguyen-lieu=imported&giong=own')).text()
  expect(page).toContain('Nếu giữ nguyên như đã chọn, hồ sơ sẽ bị loại')
  expect(page).toContain('26/2026 Phụ lục II, bộ 13, tiêu chí 1.1')
})
