import { describe, expect, test } from 'vitest'
import { visitor } from '../kernel/actor.ts'
import type { Actor } from '../kernel/actor.ts'
import { toldTo } from '../notice/actions.ts'
import { rows, sql } from '../platform/db.ts'
import { visiting } from '../../test/support/pages.ts'
import { communeLeader, communeOfficer, newProducer, refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { lookAlikesTo } from './actions-alike.ts'
import { lookAtIdea, lookDeskItems } from './actions-look.ts'
import { speakOn } from './actions-voice.ts'
import { fileIdea, ideaFor } from './actions.ts'
import { openIdeaPages } from './pages-open.tsx'
import { walkPages } from './pages-walk.tsx'
import { ideaPages } from './pages.tsx'
import { judgeLook, publicityOf } from './rules-look.ts'
import { refusals } from './words.ts'

const world = useWorld()
let actor: Actor = visitor
const now = () => world.as(actor)
const pages = visiting(ideaPages, refusals, now)
const open = visiting(openIdeaPages, refusals, now)
const walk = visiting(walkPages, refusals, now)
const otherOfficer: Actor = {
  ...communeOfficer,
  id: 'xa-khac',
  postings: [{ role: 'commune-officer', unit: '23476', province: '51' }],
}

let phone = 940_000_000
function filed(title: string, openToPublic = true, by: Actor = visitor) {
  return fileIdea(world.as(by), {
    title,
    description: 'Nấu chậm bằng củi.',
    proposerName: 'Người Mẫu',
    proposerPhone: `0${phone++}`,
    commune: '23473',
    openToPublic,
  })
}
const show = { decision: 'show', reason: undefined } as const

describe('who may decide what, in each state', () => {
  const idea = (openToPublic: boolean, lookShown: boolean | null) => ({ openToPublic, lookShown })
  test.each([
    [idea(false, null), 'closed', 'idea/not-for-everybody', 'idea/not-for-everybody'],
    [idea(true, null), 'waiting', 'show', 'hold'],
    [idea(true, true), 'shown', 'idea/looked-already', 'hold'],
    [idea(true, false), 'held', 'show', 'idea/looked-already'],
  ] as const)('%j is %s', (given, publicity, showing, holding) => {
    const judged = (decision: 'show' | 'hold') => {
      const judgment = judgeLook(given, { decision, reason: 'Vì thế' })
      return judgment.ok ? judgment.value : judgment.refusal.code
    }
    expect([publicityOf(given), judged('show'), judged('hold')]).toEqual([publicity, showing, holding])
  })
})

test('what is given to everybody is read by nobody else before the commune looked', async () => {
  const { owner } = await newProducer(world)
  const { id } = await filed('Kẹo gừng đá', true, owner)
  const address = `/y-tuong/cong-khai/${id}`
  const seenBy = async (who: Actor) => {
    actor = who
    const list = await (await open.get('/y-tuong/cong-khai?tinh=51')).text()
    return [(await walk.get(address)).status, list.includes('Kẹo gừng đá')]
  }
  expect(await seenBy(visitor)).toEqual([404, false])
  expect(await seenBy(otherOfficer)).toEqual([404, false])
  const voice = { kind: 'endorse', name: 'Bạn Mẫu' } as const
  expect(await refusedWith(speakOn(world.as(visitor), id, voice))).toEqual(['kernel/not-found'])
  actor = owner
  const own = await (await pages.get(`/y-tuong/${id}`)).text()
  expect(own).toContain('Chờ xã xem')
  expect(own).not.toContain('Xem trước khi cho mọi người đọc')
  expect((await walk.post(`/y-tuong/${id}/cong-khai`, { decision: 'show' })).status).toBe(404)
  // Tuesday 24 November 2026 and three working days: the stated default.
  expect((await lookDeskItems(world.as(communeOfficer))).find(({ title }) => title === 'Kẹo gừng đá')).toMatchObject({
    dueOn: '2026-11-27',
    daysLeft: 3,
  })
  expect(await lookDeskItems(world.as(otherOfficer))).toEqual([])
  actor = otherOfficer
  expect((await walk.post(`/y-tuong/${id}/cong-khai`, { decision: 'show' })).status).toBe(404)
  actor = communeLeader
  expect(await (await pages.get(`/y-tuong/${id}`)).text()).toContain('Xem trước khi cho mọi người đọc')
  expect((await walk.post(`/y-tuong/${id}/cong-khai`, { decision: 'show' })).status).toBe(303)
  expect(await lookDeskItems(world.as(communeOfficer))).toEqual([])
  expect(await seenBy(visitor)).toEqual([200, true])
  expect(await (await walk.get(address)).text()).not.toContain('Người Mẫu')
  expect(await refusedWith(speakOn(world.as(visitor), id, voice))).toEqual([])
})

test('it is held back only with a reason, which the proposer reads; it may be shown later, and held back again', async () => {
  const { owner } = await newProducer(world)
  const { id, secret } = await filed('Rượu rễ cây', true, owner)
  actor = communeOfficer
  const bare = await walk.post(`/y-tuong/${id}/cong-khai`, { decision: 'hold', reason: ' ' })
  expect([bare.status, await bare.text()]).toEqual([422, expect.stringContaining('Hãy ghi lý do giữ lại')])
  const reason = 'Nêu nơi mọc của loài được bảo vệ.'
  expect((await walk.post(`/y-tuong/${id}/cong-khai`, { decision: 'hold', reason })).status).toBe(303)
  expect((await walk.post(`/y-tuong/${id}/cong-khai`, { decision: 'hold', reason })).status).toBe(409)
  actor = visitor
  expect((await walk.get(`/y-tuong/cong-khai/${id}`)).status).toBe(404)
  expect(await (await pages.get(`/y-tuong/${id}?ma=${secret}`)).text()).toContain(reason)
  await lookAtIdea(world.as(communeOfficer), id, show)
  expect((await walk.get(`/y-tuong/cong-khai/${id}`)).status).toBe(200)
  await lookAtIdea(world.as(communeOfficer), id, { decision: 'hold', reason })
  expect((await walk.get(`/y-tuong/cong-khai/${id}`)).status).toBe(404)
  const { notices } = await toldTo(world.as(owner), 1)
  expect(notices.map(({ subject }) => subject.split(':')[0])).toEqual([
    'Xã chưa cho hiện ý tưởng của bạn',
    'Ý tưởng của bạn đã hiện cho mọi người',
    'Xã chưa cho hiện ý tưởng của bạn',
  ])
  const acts = await rows(
    world,
    sql<{ n: number }>`select count(*) as n from audit.entry where subject = ${id} and fact = 'idea.looked-at'`,
  )
  expect(acts).toEqual([{ n: 3 }])
})

test('an idea that its proposer keeps to the commune is never shown', async () => {
  const { id } = await filed('Muối kiến vàng', false)
  expect(await refusedWith(lookAtIdea(world.as(communeOfficer), id, show))).toEqual(['idea/not-for-everybody'])
  expect((await ideaFor(world.as(communeOfficer), id, undefined)).mayLook).toBe(false)
  expect((await walk.get(`/y-tuong/cong-khai/${id}`)).status).toBe(404)
})

test('a search for look-alikes tells others of ideas that are not shown as a number, and their own people in words', async () => {
  const { owner } = await newProducer(world)
  const { id: waiting } = await filed('Cao chè vằng rừng', true, owner)
  await filed('Cao chè vằng lá', false)
  const { id: shown } = await filed('Cao chè vằng hũ')
  await lookAtIdea(world.as(communeOfficer), shown, show)
  const asked = {
    title: 'Cao chè vằng',
    material: '',
    description: '',
    groupNo: null,
    commune: '23473',
    province: '51',
  }
  const found = async (who: Actor) => {
    const { near, elsewhere, unread } = await lookAlikesTo(world.as(who), asked)
    return [[...near, ...elsewhere].map(({ name }) => name).toSorted(), unread]
  }
  expect(await found(visitor)).toEqual([['Cao chè vằng hũ'], 2])
  expect(await found(otherOfficer)).toEqual([['Cao chè vằng hũ'], 2])
  expect(await found(owner)).toEqual([['Cao chè vằng hũ', 'Cao chè vằng rừng'], 1])
  expect(await found(communeOfficer)).toEqual([['Cao chè vằng hũ', 'Cao chè vằng lá', 'Cao chè vằng rừng'], 0])
  const { id, secret } = await filed('Cao chè vằng')
  actor = visitor
  const page = await (await pages.get(`/y-tuong/${id}?ma=${secret}`)).text()
  expect(page).toContain('Còn 2 ý tưởng khác gần giống')
  expect(page).not.toContain('Cao chè vằng rừng')
  expect(page).not.toContain(waiting)
})
