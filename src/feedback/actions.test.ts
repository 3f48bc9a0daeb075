import { describe, expect, test } from 'vitest'
import { opened } from '../../test/support/filing.ts'
import { commune, communeOfficer, person, province, refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { country, visitor } from '../kernel/actor.ts'
import type { Actor } from '../kernel/actor.ts'
import { rows, run, sql } from '../platform/db.ts'
import { answerMatter, fileMatter, publishAnswer, reopenMatter, takeBackConsent, transferMatter } from './actions.ts'
import { answering, deskItems, matterFile, matterOfCode, matterRegister, publicAnswers } from './actions-reading.ts'
import type { MatterInput } from './model.ts'

const world = useWorld()
const officer = () => world.as(communeOfficer)
const holding = (id: string, role: Actor['postings'][number]['role'], unit: string, of: string): Actor => ({
  id,
  name: id,
  postings: [{ role, unit, province: of }],
  producers: [],
})
const provincial = holding('can-bo-tinh', 'province-officer', province, province)
const ministry = holding('can-bo-bo', 'ministry-officer', country, country)
const auditor = holding('kiem-toan', 'auditor', country, country)
const neighbour = holding('xa-khac', 'commune-officer', '23476', province)

let count = 0
function file(change: Partial<MatterInput> = {}, actor = visitor, now?: string) {
  count++
  return fileMatter(world.as(actor, now), {
    kind: 'question',
    subject: 'procedure',
    commune,
    title: `Phiếu ${count}`,
    body: `Nội dung của phiếu ${count}`,
    senderName: 'Người Mẫu Gửi',
    senderPhone: '0900000111',
    consent: true,
    ...change,
  })
}

const listed = async (actor: Actor) => (await matterRegister(world.as(actor), false, 1)).items.map(({ id }) => id)

describe('a matter finds who answers it', () => {
  test.each([
    ['procedure', communeOfficer],
    ['support', provincial],
    ['rules', ministry],
  ] as const)('%s stands on one desk with its term, and on no other', async (subject, holder) => {
    const { id } = await file({ subject })
    const others = [communeOfficer, provincial, ministry, neighbour].filter((one) => one !== holder)
    expect(await listed(holder)).toContain(id)
    // Tuesday 24 November 2026 and ten working days.
    expect((await deskItems(world.as(holder))).find((item) => item.id === id)).toMatchObject({
      dueOn: '2026-12-08',
      daysLeft: 10,
    })
    for (const other of others) {
      expect(await listed(other)).not.toContain(id)
      expect(await refusedWith(matterFile(world.as(other), id))).toEqual(['kernel/not-found'])
      expect(await refusedWith(answerMatter(world.as(other), id, { text: 'x' }))).toEqual(['kernel/not-found'])
    }
  })

  test('transferred with a reason it changes desks, keeps its term, and is not sent round a third time', async () => {
    const { id, code } = await file()
    await transferMatter(officer(), id, { level: 'province', reason: 'Việc của tỉnh' })
    expect([(await listed(communeOfficer)).includes(id), (await listed(provincial)).includes(id)]).toEqual([
      false,
      true,
    ])
    await transferMatter(world.as(provincial), id, { level: 'ministry', reason: 'Việc của Bộ' })
    expect(await refusedWith(transferMatter(world.as(ministry), id, { level: 'commune', reason: 'x' }))).toEqual([
      'feedback/transferred-enough',
    ])
    const seen = await matterOfCode(world.as(visitor), code)
    expect(seen?.transfers.map(({ reason }) => reason)).toEqual(['Việc của tỉnh', 'Việc của Bộ'])
    expect(seen?.matter.dueOn).toBe('2026-12-08')
  })

  test('only who handles it and who sent it see the sender; an auditor reads the rest', async () => {
    const { id, code } = await file({}, person('chu'))
    const sees = async (actor: Actor) => (await matterFile(world.as(actor), id)).seesSender
    expect([await sees(communeOfficer), await sees(person('chu')), await sees(auditor)]).toEqual([true, true, false])
    expect(await matterOfCode(world.as(visitor), 'AAAA-BBBB-CCCC-DDDD')).toBeUndefined()
    const entries = await rows<{ actor: string }>(world, sql`select actor from audit.entry where subject = ${id}`)
    expect(entries.map(({ actor }) => actor)).toEqual(['visitor'])
    const [kept] = await rows(
      world,
      sql<{ hash: string }>`select code_hash as hash from feedback.matter where id = ${id}`,
    )
    expect(kept?.hash).not.toContain(code)
    expect((await matterOfCode(world.as(visitor), code.toLowerCase().replaceAll('-', ' ')))?.matter.id).toBe(id)
  })
})

describe('an answer, once more, and then published', () => {
  test('two officers at once: one answer stands', async () => {
    const { id } = await file()
    const both = await Promise.all(
      [communeOfficer, { ...communeOfficer, id: 'can-bo-2' }].map((one) =>
        refusedWith(answerMatter(world.as(one), id, { text: 'x' })),
      ),
    )
    expect(both.toSorted()).toEqual([[], ['feedback/not-now']])
  })

  test('the sender reopens it once, by code or account, with a new term', async () => {
    const { id, code } = await file()
    await answerMatter(officer(), id, { text: 'Lần một' })
    expect(await refusedWith(reopenMatter(world.as(person('la')), id, { reason: 'x' }))).toEqual(['kernel/not-found'])
    expect(await refusedWith(reopenMatter(world.as(visitor), id, { ma: 'sai', reason: 'x' }))).toEqual([
      'kernel/not-found',
    ])
    await reopenMatter(world.as(visitor, '2026-12-01T02:00:00Z'), id, { ma: code, reason: 'Chưa rõ' })
    expect((await matterFile(officer(), id)).matter).toMatchObject({ state: 'waiting', dueOn: '2026-12-15' })
    await answerMatter(officer(), id, { text: 'Lần hai' })
    expect(await refusedWith(reopenMatter(world.as(visitor), id, { ma: code, reason: 'x' }))).toEqual([
      'feedback/not-now',
    ])
    expect((await matterFile(officer(), id)).answers.map(({ text }) => text)).toEqual(['Lần một', 'Lần hai'])
  })

  const clean = { title: 'Nộp ở đâu?', question: 'Nộp hồ sơ ở đâu?', answer: 'Ở xã.' }
  const isPublic = async (id: string) =>
    (await publicAnswers(world.as(visitor), {}, 1)).items.some(({ matterId }) => matterId === id)

  test('without the sender’s name it is published; the consent taken back, it is gone and stays gone', async () => {
    const { id, code } = await file()
    await answerMatter(officer(), id, { text: 'Ở xã.' })
    expect(await refusedWith(publishAnswer(officer(), id, { ...clean, answer: 'Anh Người Mẫu Gửi tới xã.' }))).toEqual([
      'feedback/names-sender',
    ])
    expect(await isPublic(id)).toBe(false)
    await publishAnswer(officer(), id, clean)
    expect(await isPublic(id)).toBe(true)
    await takeBackConsent(world.as(visitor), id, { ma: code })
    expect(await isPublic(id)).toBe(false)
    expect(await refusedWith(publishAnswer(officer(), id, clean))).toEqual(['feedback/not-now'])
  })

  test('without consent nothing is published, and a report of misuse never is', async () => {
    const silent = await file({ consent: false })
    const misuse = await file({ kind: 'misuse', about: 'Túi trà ở chợ', consent: true })
    await answerMatter(officer(), silent.id, { text: 'x' })
    await answerMatter(world.as(provincial), misuse.id, { text: 'x' })
    expect(await refusedWith(publishAnswer(officer(), silent.id, clean))).toEqual(['feedback/not-now'])
    expect(await refusedWith(publishAnswer(world.as(provincial), misuse.id, clean))).toEqual(['feedback/not-now'])
  })
})

describe('what is turned away', () => {
  test('a commune that is none; a dossier of somebody else', async () => {
    expect(await refusedWith(file({ commune: '99999' }))).toEqual(['feedback/no-such-commune'])
    expect(await refusedWith(file({ dossier: 'cua-nguoi-khac' }))).toEqual(['feedback/no-such-dossier'])
  })
})

describe('a matter about a dossier', () => {
  test('is not there for whoever stepped back from that dossier: no page, no list, no desk, no act', async () => {
    const { id: dossier, owner } = await opened(world)
    const { id } = await file({ dossier, senderName: undefined }, owner)
    expect(await listed(communeOfficer)).toContain(id)
    await run(
      world,
      sql`insert into identity.account (id, sign_in_name, name, password_hash, opened_at, sample)
        values (${communeOfficer.id}, ${communeOfficer.id}, 'x', 'x', now(), true) on conflict do nothing`,
    )
    await run(
      world,
      sql`insert into dossier.recusal (dossier_id, account_id, since) values (${dossier}, ${communeOfficer.id}, now())`,
    )
    expect(await listed(communeOfficer)).not.toContain(id)
    expect((await deskItems(officer())).map((item) => item.id)).not.toContain(id)
    expect(await refusedWith(matterFile(officer(), id))).toEqual(['kernel/not-found'])
    expect(await refusedWith(answerMatter(officer(), id, { text: 'x' }))).toEqual(['kernel/not-found'])
    expect(await listed({ ...communeOfficer, id: 'dong-nghiep' })).toContain(id)
  })
})

describe('figures of answering', () => {
  test('count by the first answer against its own term; late is what waits past it today', async () => {
    const elsewhere = { commune: '24043', subject: 'procedure' } as const
    const there = holding('xa-do', 'commune-officer', '24043', '52')
    const send = (day: string) => file(elsewhere, visitor, `${day}T02:00:00Z`)
    const [early, late, open] = [await send('2025-03-03'), await send('2025-03-04'), await send('2025-03-05')]
    await answerMatter(world.as(there, '2025-03-07T02:00:00Z'), early.id, { text: 'x' })
    await answerMatter(world.as(there, '2025-06-02T02:00:00Z'), late.id, { text: 'x' })
    expect(open.id).toBeTruthy()
    const { byProvince, byCommune, byLevel } = await answering(world.as(visitor), 2025, '52')
    const expected = { received: 3, answered: 2, inTerm: 1, late: 1, medianDays: 4 }
    expect(byLevel).toMatchObject([{ label: 'commune', ...expected }])
    expect(byProvince).toMatchObject([{ label: 'Gia Lai', ...expected }])
    expect(byCommune).toMatchObject([expected])
  })
})
