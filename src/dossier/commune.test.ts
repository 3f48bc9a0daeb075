import { describe, expect, it, test } from 'vitest'
import type { Actor } from '../kernel/actor.ts'
import { rows, sql } from '../platform/db.ts'
import { productById } from '../product/actions.ts'
import { filed, form02, form03, officer, oneDefect, received, reported } from '../../test/support/filing.ts'
import { commune, communeLeader, communeOfficer, province, refusedWith } from '../../test/support/producers.ts'
import { visiting } from '../../test/support/pages.ts'
import { useWorld } from '../../test/support/world.ts'
import { saveForm03, wholeDossier } from './actions.ts'
import { saveForm02 } from './actions-writing.ts'
import { askCompletion, completeDossier, returnDossier, withdrawDossier } from './actions-filing.ts'
import {
  receiveAtProvince,
  reportFromCommune,
  sendForSignature,
  receiveAtCommune,
  takeBack,
} from './actions-forward.ts'
import { deskItems } from './actions-queue.ts'
import { dossierPages } from './pages.tsx'
import { canWrite, whoseTurn } from './rules.ts'
import { refusals } from './words.ts'

const world = useWorld()
const provinceOfficer = officer('province-officer')
const provinceLeader = officer('province-leader')
const late = { ...oneDefect, lateReason: 'Phát hiện khi đối chiếu sổ.' }

const stateOf = async (id: string) => (await wholeDossier(world.as(), id)).dossier.state

describe('the commune returns', () => {
  it('once, with every defect tied to an article; the producer mends and hands in again', async () => {
    const { id, owner } = await filed(world)
    const second = { place: 'hs', sentence: 'Thiếu hợp đồng liên kết.', article: '26/2026 Phụ lục III' }
    await returnDossier(world.as(communeOfficer), id, { ...oneDefect, defects: [...oneDefect.defects, second] })
    const returned = await wholeDossier(world.as(owner), id)
    expect(returned.dossier).toMatchObject({ state: 'returned', dueOn: null })
    expect(returned.defects).toMatchObject([
      { place: 'mau-02', article: '26/2026 Điều 6.2', lateReason: null, mendedAt: null },
      { sentence: 'Thiếu hợp đồng liên kết.', mendedAt: null },
    ])
    expect(canWrite(returned.dossier.state)).toBe(true)
    await saveForm02(world.as(owner), id, { ...form02, market: 'Sản lượng 12 tấn.' })
    await completeDossier(world.as(owner, '2026-12-10T02:00:00.000Z'), id)
    const completed = await wholeDossier(world.as(owner), id)
    // The commune's fifteen working days begin anew with what was handed in.
    expect(completed.dossier).toMatchObject({ state: 'completed', filedOn: '2026-11-24', dueOn: '2026-12-31' })
    expect(completed.defects.every(({ mendedAt }) => mendedAt !== null)).toBe(true)
    const page = await visiting(dossierPages, refusals, () => world.as(communeOfficer)).get(`/ho-so/${id}`)
    expect(await page.text()).toMatch(/Đã yêu cầu bổ sung 2 điều[^]+Mẫu 02: [^]+Thiếu hợp đồng liên kết/)
    const copies = await rows(
      world,
      sql<{
        position: number
        market: string
      }>`select step_position as position, content #>> '{form02,market}' as market
        from dossier.filed_copy where dossier_id = ${id} order by 1`,
    )
    expect(copies).toEqual([
      { position: 2, market: form02.market },
      { position: 4, market: 'Sản lượng 12 tấn.' },
    ])
  })

  it('a second time only through the leader, with a reason that is kept and counted', async () => {
    const { id, owner } = await filed(world)
    await returnDossier(world.as(communeOfficer), id, oneDefect)
    await completeDossier(world.as(owner), id)
    expect(await refusedWith(returnDossier(world.as(communeOfficer), id, late))).toEqual(['dossier/returned-before'])
    expect(await refusedWith(returnDossier(world.as(communeLeader), id, oneDefect))).toEqual([
      'dossier/late-reason-missing',
    ])
    await returnDossier(world.as(communeLeader), id, late)
    expect((await wholeDossier(world.as(owner), id)).defects.map(({ lateReason }) => lateReason)).toEqual([
      null,
      late.lateReason,
    ])
    const counted = await rows(
      world,
      sql<{ late: boolean }>`select late from dossier.pub_defect where dossier_id = ${id}`,
    )
    expect(counted.filter((one) => one.late)).toHaveLength(1)
  })

  it('not while it lies with the producer, nor after it went up', async () => {
    const { id } = await filed(world)
    await returnDossier(world.as(communeOfficer), id, oneDefect)
    expect(await refusedWith(returnDossier(world.as(communeLeader), id, late))).toEqual(['dossier/not-now'])
    const { id: gone } = await reported(world)
    expect(await refusedWith(returnDossier(world.as(communeOfficer), gone, oneDefect))).toEqual(['dossier/not-now'])
  })

  it('faults stand in the way of handing in again as they did of filing', async () => {
    const { id, owner } = await filed(world)
    await returnDossier(world.as(communeOfficer), id, oneDefect)
    const when = '2028-01-11T02:00:00.000Z'
    expect(await refusedWith(completeDossier(world.as(owner, when), id))).toEqual(['dossier/document-expired'])
    expect(await stateOf(id)).toBe('returned')
  })
})

describe('the commune reports and forwards', () => {
  it('the leader signs form 03; number, product code and the book follow', async () => {
    const { id, productId } = await filed(world)
    expect(await refusedWith(reportFromCommune(world.as(communeLeader), id))).toEqual(['dossier/report-missing'])
    await saveForm03(world.as(communeOfficer), id, form03)
    expect(await refusedWith(reportFromCommune(world.as(communeOfficer), id))).toEqual(['dossier/not-yours-to-do'])
    const { number } = await reportFromCommune(world.as(communeLeader), id)
    expect(number).toMatch(new RegExp(`^\\d{2,}/PĐK-${province}-${commune}-2026$`))
    expect((await productById(world.as(), productId))?.code).toMatch(new RegExp(`^${province}-${commune}-\\d+-2026$`))
    expect((await wholeDossier(world.as(), id)).dossier).toMatchObject({
      state: 'commune-reported',
      dueOn: '2027-06-29',
      number,
    })
    const facts = await rows(
      world,
      sql<{ fact: string }>`select fact from audit.entry where subject = ${id} order by seq`,
    )
    expect(facts.at(-1)).toEqual({ fact: 'dossier.commune-reported' })
  })

  it('slip numbers of a commune follow one another, also when two leaders sign at once', async () => {
    const walkers = [await filed(world), await filed(world), await filed(world)]
    for (const { id } of walkers) await saveForm03(world.as(communeOfficer), id, form03)
    const signed = await Promise.all(walkers.map(({ id }) => reportFromCommune(world.as(communeLeader), id)))
    const serials = signed.map(({ number }) => Number(number?.split('/')[0])).toSorted((left, right) => left - right)
    expect(serials.map((serial) => serial - (serials[0] ?? 0))).toEqual([0, 1, 2])
  })

  it('the producer cannot reach over to the commune, nor the commune next door', async () => {
    const { id, owner } = await filed(world)
    const neighbour = officer('commune-leader', '23401', province)
    expect(await refusedWith(saveForm03(world.as(owner), id, form03))).toEqual(['dossier/not-yours-to-do'])
    expect(await refusedWith(reportFromCommune(world.as(owner), id))).toEqual(['dossier/not-yours-to-do'])
    expect(await refusedWith(reportFromCommune(world.as(neighbour), id))).toEqual(['kernel/not-found'])
    expect(await refusedWith(returnDossier(world.as(neighbour), id, late))).toEqual(['kernel/not-found'])
    expect(await refusedWith(reportFromCommune(world.as(provinceLeader), id))).toEqual(['kernel/not-found'])
  })
})

describe('two officers at the same page at once', () => {
  // The key of a page is the number of steps it showed, so both hold the same one.
  it('one forwards, the other hears that somebody was faster, and no defect is kept', async () => {
    const { id } = await filed(world)
    await saveForm03(world.as(communeOfficer), id, form03)
    await reportFromCommune(world.as(communeLeader), id, 'b2')
    expect(await refusedWith(returnDossier(world.as(communeOfficer), id, { ...oneDefect, key: 'b2' }))).toEqual([
      'dossier/not-now',
    ])
    expect((await wholeDossier(world.as(), id)).defects).toEqual([])
  })

  it('two return: one wins, the other is told', async () => {
    const { id } = await filed(world)
    const both = [communeOfficer, communeLeader].map((actor) =>
      refusedWith(returnDossier(world.as(actor), id, { ...oneDefect, key: 'b2' })),
    )
    expect((await Promise.all(both)).flat()).toEqual(['dossier/not-now'])
    expect((await wholeDossier(world.as(), id)).defects).toHaveLength(1)
  })

  it('the same person pressing twice acts once', async () => {
    const { id } = await filed(world)
    const presses = [1, 2].map(() =>
      refusedWith(returnDossier(world.as(communeOfficer), id, { ...oneDefect, key: 'b2' })),
    )
    expect(await Promise.all(presses)).toEqual([[], []])
    expect((await wholeDossier(world.as(), id)).defects).toHaveLength(1)
  })

  it('the producer withdraws while the commune forwards: both acts are kept in their order, or one is told', async () => {
    const { id, owner } = await filed(world)
    await saveForm03(world.as(communeOfficer), id, form03)
    const codes = await Promise.all([
      refusedWith(reportFromCommune(world.as(communeLeader), id, 'b2')),
      refusedWith(withdrawDossier(world.as(owner), id, 'Đổi ý', 'b2')),
    ])
    expect(await stateOf(id)).toBe('withdrawn')
    expect(codes[1]).toEqual([])
    expect([[], ['dossier/not-now']]).toContainEqual(codes[0])
  })
})

describe('the turn at the commune', () => {
  it('passes from the officer to the leader and on to the province, with the term of the filing all the way', async () => {
    const { id, owner } = await filed(world)
    const seen = async () => {
      const { dossier } = await wholeDossier(world.as(owner), id)
      return [dossier.state, whoseTurn(dossier.state), dossier.dueOn]
    }
    expect(await seen()).toEqual(['filed', 'commune-officer', '2026-12-15'])
    await receiveAtCommune(world.as(communeOfficer, '2026-11-25T02:00:00.000Z'), id)
    expect(await seen()).toEqual(['received-by-commune', 'commune-officer', '2026-12-15'])
    expect(await refusedWith(sendForSignature(world.as(communeOfficer), id))).toEqual(['dossier/report-missing'])
    await saveForm03(world.as(communeOfficer), id, form03)
    await sendForSignature(world.as(communeOfficer, '2026-11-27T02:00:00.000Z'), id)
    expect(await seen()).toEqual(['commune-checked', 'commune-leader', '2026-12-15'])
    const waiting = async (actor: Actor) => (await deskItems(world.as(actor))).filter((item) => item.id === id)
    expect(await waiting(communeOfficer)).toEqual([])
    expect(await waiting(communeLeader)).toMatchObject([{ turn: 'Lãnh đạo xã', dueOn: '2026-12-15' }])
    expect(await refusedWith(reportFromCommune(world.as(communeOfficer), id))).toEqual(['dossier/not-yours-to-do'])
    await reportFromCommune(world.as(communeLeader), id)
    expect(await seen()).toEqual(['commune-reported', 'province', '2027-06-29'])
  })

  it('what the commune forwarded by mistake comes back until it is received above, and keeps its slip number', async () => {
    const { id, owner } = await reported(world)
    const { number } = (await wholeDossier(world.as(owner), id)).dossier
    expect(await refusedWith(takeBack(world.as(communeOfficer), id, 'Nhầm'))).toEqual(['dossier/not-yours-to-do'])
    await takeBack(world.as(communeLeader), id, 'Chuyển nhầm hồ sơ')
    expect((await wholeDossier(world.as(owner), id)).dossier).toMatchObject({
      state: 'received-by-commune',
      dueOn: '2026-12-15',
    })
    expect(await refusedWith(receiveAtProvince(world.as(provinceOfficer), id))).toEqual(['kernel/not-found'])
    await reportFromCommune(world.as(communeLeader), id)
    expect((await wholeDossier(world.as(owner), id)).dossier.number).toBe(number)
    await receiveAtProvince(world.as(provinceOfficer), id)
    expect(await refusedWith(takeBack(world.as(communeLeader), id, 'Nhầm'))).toEqual(['dossier/not-now'])
  })
})

describe('the province receives', () => {
  it('what the commune sent, and asks once for completion', async () => {
    const { id, owner } = await reported(world)
    expect(await refusedWith(receiveAtProvince(world.as(provinceLeader), id))).toEqual(['dossier/not-yours-to-do'])
    await receiveAtProvince(world.as(provinceOfficer), id)
    await askCompletion(world.as(provinceOfficer), id, oneDefect)
    expect(await stateOf(id)).toBe('completion-asked')
    await completeDossier(world.as(owner), id)
    expect((await wholeDossier(world.as(owner), id)).dossier).toMatchObject({
      state: 'completed-for-province',
      // Asked for on 24/11, so done in the batch of the next spring, completed or not.
      dueOn: '2027-06-29',
    })
    await withdrawDossier(world.as(owner), id, 'Đổi quy cách bao bì')
    const { dossier, steps } = await wholeDossier(world.as(owner), id)
    expect(dossier.state).toBe('withdrawn')
    expect(steps.map(({ act }) => act)).toEqual([
      'open',
      'file',
      'report-from-commune',
      'receive-at-province',
      'ask-completion',
      'complete-for-province',
      'withdraw',
    ])
    expect(steps.at(-1)).toMatchObject({ reason: 'Đổi quy cách bao bì', byAccount: owner.id })
  })

  it('a return by the commune is no return by the province: each stage has its own one', async () => {
    const { id, owner } = await filed(world)
    await returnDossier(world.as(communeOfficer), id, oneDefect)
    await completeDossier(world.as(owner), id)
    await saveForm03(world.as(communeOfficer), id, form03)
    await reportFromCommune(world.as(communeLeader), id)
    await receiveAtProvince(world.as(provinceOfficer), id)
    expect(await refusedWith(askCompletion(world.as(provinceOfficer), id, oneDefect))).toEqual([])
    await completeDossier(world.as(owner), id)
    await withdrawDossier(world.as(owner), id, 'Nộp lại năm sau')
    expect((await wholeDossier(world.as(owner), id)).steps.map(({ act }) => act).join(' ')).toBe(
      'open file return complete report-from-commune receive-at-province ask-completion complete-for-province withdraw',
    )
  })

  it('a second request only through the leader of the province, with a reason', async () => {
    const { id, owner } = await received(world)
    await askCompletion(world.as(provinceOfficer), id, oneDefect)
    await completeDossier(world.as(owner), id)
    expect(await refusedWith(askCompletion(world.as(provinceOfficer), id, late))).toEqual(['dossier/returned-before'])
    expect(await refusedWith(askCompletion(world.as(provinceLeader), id, oneDefect))).toEqual([
      'dossier/late-reason-missing',
    ])
    await askCompletion(world.as(provinceLeader), id, late)
    expect(await stateOf(id)).toBe('completion-asked')
  })

  test.each([
    ['another province', officer('province-officer', '66')],
    ['the ministry, before anything was sent there', officer('ministry-officer', 'VN')],
    ['a council member, who reads on the page of the session', officer('council-member')],
    ['the administrator', officer('administrator')],
  ])('for %s it is not there', async (_, actor) => {
    const { id } = await reported(world)
    expect(await refusedWith(wholeDossier(world.as(actor), id))).toEqual(['kernel/not-found'])
    expect(await refusedWith(receiveAtProvince(world.as(actor), id))).toEqual(['kernel/not-found'])
  })
})
