import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { otherLeader, owner, province, provinceLeader } from '../../test/support/awarding.ts'
import { fairing, week } from '../../test/support/fairs.ts'
import { funding } from '../../test/support/funding.ts'
import { gathering, tradeOfficer } from '../../test/support/gathering.ts'
import { commune, refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { wallet } from '../evidence/actions.ts'
import { announceEvent } from '../gathering/actions.ts'
import { monthOfOccasions } from '../gathering/actions-reading.ts'
import { visitor } from '../kernel/actor.ts'
import { amendFair, callFair, cancelFair, chooseApplicant, closeFair, markAttendance } from './actions.ts'
import {
  addBoothPicture,
  applyToFair,
  keepAsEvidence,
  tellFairOutcome,
  withdrawApplication,
  writeBooth,
} from './actions-producer.ts'
import { closePoint, openPoint, openPoints, putOnShelf, salePoint, takeDown } from './actions-point.ts'
import { applicationFile, deskItems, fairFile, pictureBytes, publicBooth, publicFair } from './actions-reading.ts'
import type { PointInput } from './model-point.ts'

const world = useWorld()
const { open, apart } = fairing(world)
const { event } = gathering(world)
const { product, recognise } = funding(world, provinceLeader)
const officer = (now?: string) => world.as(tradeOfficer, now)
const opening = '2026-12-10T05:00:00.000Z'
const after = '2026-12-15T05:00:00.000Z'

async function called(change: Parameters<typeof apart>[0] = {}) {
  const id = await apart(change)
  await callFair(officer(), id)
  return id
}

/** A producer with one product of three stars that applied. */
async function applicant(fairId: string, name: string) {
  const made = await product(name)
  await recognise(made.productId, 3)
  const as = (now?: string) => world.as(owner(made.producerId), now)
  const input = { producer: made.producerId, products: [made.productId], wish: 'both' as const }
  return { ...made, as, id: await applyToFair(as(), fairId, input) }
}

const choose = (fairId: string, id: string, booth = '') =>
  chooseApplicant(officer(), fairId, id, { outcome: 'chosen', booth, reason: 'Đủ sao, hàng sẵn.' })

describe('one calendar', () => {
  test('names what clashes; with a reason that stays on the record one may go on', async () => {
    const first = await open({ title: 'Tuần hàng trước' })
    await callFair(officer(), first)
    const second = { title: 'Tuần hàng sau', opensOn: '2026-12-14', closesOn: '2026-12-15' }
    await expect(open(second)).rejects.toMatchObject({
      refusals: [
        {
          code: 'fair/clash',
          field: 'clashReason',
          facts: { title: 'Tuần hàng trước', days: '10/12/2026 đến 14/12/2026', why: 'cùng tỉnh' },
        },
      ],
    })
    const id = await open({ ...second, clashReason: 'Hai nơi cách nhau 200 km.' })
    expect((await fairFile(officer(), id)).fair.clashReason).toBe('Hai nơi cách nhau 200 km.')
    expect(await refusedWith(open({ title: 'Hôm sau', opensOn: '2026-12-15', closesOn: '2026-12-16' }))).toEqual([])
  })

  test('a fair for the same people in another province clashes, for others it does not', async () => {
    const elsewhere = { province: '66', opensOn: '2026-12-11', closesOn: '2026-12-11' }
    expect(await refusedWith(open({ ...elsewhere, audience: 'NGƯỜI TIÊU DÙNG thành phố' }))).toEqual(['fair/clash'])
    expect(await refusedWith(open({ ...elsewhere, audience: 'Nhà nhập khẩu mẫu' }))).toEqual([])
  })

  test('events of the same people count too, and fairs stand beside events by whole days', async () => {
    await announceEvent(
      officer(),
      await event({ startsOn: '2026-12-20', endsOn: '2026-12-20', audience: 'Siêu thị mẫu' }),
    )
    const days = { opensOn: '2026-12-20', closesOn: '2026-12-20', audience: 'siêu thị mẫu' }
    expect(await refusedWith(open(days))).toEqual(['fair/clash'])
    const id = await called({ opensOn: '2026-12-30', closesOn: '2027-01-02' })
    const months = await Promise.all(['2026-12', '2027-01'].map((month) => monthOfOccasions(world.as(visitor), month)))
    expect(months.map((all) => all.some((one) => one.id === id && one.source === 'fair'))).toEqual([true, true])
  })

  test('days that run backward, a call after the opening, an opening in the past', async () => {
    expect(await refusedWith(apart({ closesOn: '2026-12-09' }))).toEqual(['fair/ends-before-start'])
    expect(await refusedWith(apart({ applyBy: '2026-12-11' }))).toEqual(['fair/apply-after-opening'])
    const past = { opensOn: '2026-11-23', applyBy: '2026-11-20' }
    expect(await refusedWith(apart(past))).toEqual(['fair/opens-in-past'])
    expect(await refusedWith(open({ unit: '66' }))).toEqual(['fair/not-your-unit'])
  })

  test('two editors: the second is told and overwrites nothing', async () => {
    const id = await apart()
    const { fair } = await fairFile(officer(), id)
    const save = (title: string) =>
      amendFair(officer(), id, { ...week, title, audience: fair.audience, clashReason: 'Mẫu', edition: fair.edition })
    await save('Một')
    expect(await refusedWith(save('Hai'))).toEqual(['fair/changed-meanwhile'])
    expect((await fairFile(officer(), id)).fair.title).toBe('Một')
  })
})

describe('the call', () => {
  test('takes own products with the stars asked for, once, until the last day', async () => {
    const id = await called()
    const { productId, producerId, as } = await applicant(id, 'Trà hội chợ')
    const apply = (change: object, now?: string) =>
      applyToFair(as(now), id, { producer: producerId, products: [productId], wish: 'ground', ...change })
    expect(await refusedWith(apply({}))).toEqual(['fair/applied-already'])
    const other = await product('Mật hội chợ')
    const mine = (products: string[], now?: string) =>
      applyToFair(world.as(owner(other.producerId), now), id, { producer: other.producerId, products, wish: 'ground' })
    expect(await refusedWith(mine([]))).toEqual(['fair/no-products'])
    expect(await refusedWith(mine([productId]))).toEqual(['fair/no-such-product'])
    expect(await refusedWith(mine([other.productId]))).toEqual(['fair/stars-needed'])
    await recognise(other.productId, 3)
    expect(await refusedWith(mine([other.productId], '2026-12-01T17:00:00.000Z'))).toEqual(['fair/apply-too-late'])
    expect(await refusedWith(mine([other.productId], '2026-12-01T16:59:00.000Z'))).toEqual([])
    expect(await refusedWith(apply({ producer: other.producerId }))).toEqual(['fair/no-such-producer'])
  })

  test('chooses as many as there are booths, each number once, with reasons the producer reads', async () => {
    const id = await called()
    const [one, two, three] = [await applicant(id, 'A'), await applicant(id, 'B'), await applicant(id, 'C')]
    await choose(id, one.id, 'A1')
    expect(await refusedWith(choose(id, two.id, 'A1'))).toEqual(['fair/booth-taken'])
    await choose(id, two.id, 'A2')
    expect(await refusedWith(choose(id, three.id))).toEqual(['fair/booths-full'])
    await chooseApplicant(officer(), id, three.id, { outcome: 'declined', reason: 'Hết gian.' })
    expect((await applicationFile(three.as(), three.id)).application).toMatchObject({
      outcome: 'declined',
      reason: 'Hết gian.',
    })
    await withdrawApplication(one.as(), one.id)
    await choose(id, three.id)
    expect(await refusedWith(choose(id, one.id))).toEqual(['fair/nothing-to-withdraw'])
    const kin = world.as({ ...tradeOfficer, producers: [three.producerId] })
    const own = chooseApplicant(kin, id, three.id, { outcome: 'chosen', booth: '', reason: 'Đủ sao.' })
    expect(await refusedWith(own)).toEqual(['fair/own-application'])
  })

  test('is nobody else’s: another unit and another producer are told that there is none', async () => {
    const id = await called()
    const one = await applicant(id, 'D')
    const stranger = await applicant(id, 'E')
    expect(await refusedWith(applicationFile(stranger.as(), one.id))).toEqual(['kernel/not-found'])
    expect(await refusedWith(fairFile(world.as(otherLeader), id))).toEqual(['kernel/not-found'])
    expect(await refusedWith(writeBooth(stranger.as(), one.id, { words: 'x' }))).toEqual(['kernel/not-found'])
  })
})

describe('a booth', () => {
  test('on the web shows words, film and pictures of those who were chosen', async () => {
    const id = await called()
    const one = await applicant(id, 'F')
    expect(await refusedWith(writeBooth(one.as(), one.id, { words: 'Chào' }))).toEqual(['fair/not-chosen'])
    await choose(id, one.id, 'A1')
    expect((await deskItems(one.as())).map(({ act }) => act)).toEqual(['Chuẩn bị gian hàng'])
    expect(await refusedWith(writeBooth(one.as(), one.id, { words: 'x', filmUrl: 'http://a.vn/p' }))).toEqual([
      'fair/film-address',
    ])
    await writeBooth(one.as(), one.id, { words: 'Chào bà con', filmUrl: 'https://vidu.vn/phim' })
    const bytes = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#385' } })
      .png()
      .toBuffer()
    await addBoothPicture(one.as(), one.id, 'Gian mẫu', bytes)
    expect(await refusedWith(addBoothPicture(one.as(), one.id, 'x', Buffer.from('không phải ảnh')))).toEqual([
      'fair/picture-unreadable',
    ])
    const { fair } = await fairFile(officer(), id)
    const shown = await publicBooth(world.as(visitor), fair.slug, one.id)
    expect(shown).toMatchObject({ booth: { filmUrl: 'https://vidu.vn/phim' }, pictures: [{ description: 'Gian mẫu' }] })
    expect((await pictureBytes(world.as(visitor), shown.pictures[0]?.small ?? '')).byteLength).toBeGreaterThan(50)
    expect(await refusedWith(pictureBytes(world.as(visitor), 'f'.repeat(64)))).toEqual(['kernel/not-found'])
  })
})

describe('afterwards', () => {
  test('attendance is evidence once, and what came of it adds up', async () => {
    const id = await called()
    const [one, two] = [await applicant(id, 'G'), await applicant(id, 'H')]
    await choose(id, one.id)
    await choose(id, two.id)
    expect(await refusedWith(markAttendance(officer(), id, { shown: [one.id], attended: [one.id] }))).toEqual([
      'fair/not-opened',
    ])
    const shown = [one.id, two.id]
    await markAttendance(officer(opening), id, { shown, attended: shown })
    // A page that was drawn before the second was chosen says nothing of it.
    await markAttendance(officer(opening), id, { shown: [one.id], attended: [one.id] })
    expect((await fairFile(officer(), id)).applications.filter(({ attendedOn }) => attendedOn !== null)).toHaveLength(2)
    await markAttendance(officer(opening), id, { shown, attended: [one.id] })
    const paper = await keepAsEvidence(one.as(opening), one.id)
    const [kept] = await wallet(one.as(opening), one.producerId)
    expect(kept).toMatchObject({ id: paper, kind: 'promotion', issuer: week.organiser, issuedOn: '2026-12-10' })
    expect(await refusedWith(keepAsEvidence(one.as(opening), one.id))).toEqual(['evidence/already-in-wallet'])
    expect(await refusedWith(keepAsEvidence(two.as(opening), two.id))).toEqual(['fair/not-attended'])
    const figures = { contracts: 2, contractValue: 300_000_000, distributors: 3, revenue: 45_000_000 }
    await tellFairOutcome(one.as(after), one.id, { ...figures, contracts: 1 })
    await tellFairOutcome(officer(after), one.id, figures)
    expect(await refusedWith(tellFairOutcome(two.as(after), two.id, figures))).toEqual(['fair/not-attended'])
    expect(await refusedWith(closeFair(officer(opening), id))).toEqual(['fair/not-over'])
    await closeFair(officer(after), id)
    const { fair } = await fairFile(officer(), id)
    const { totals } = await publicFair(world.as(visitor), fair.slug)
    expect(totals).toEqual({ producers: 1, products: 1, told: 1, ...figures })
    expect(await refusedWith(cancelFair(officer(after), id, { reason: 'x' }))).toEqual(['fair/not-now'])
    expect(await refusedWith(tellFairOutcome(one.as(after), one.id, figures))).toEqual(['fair/not-now'])
  })
})

describe('a point of sale', () => {
  const shop: PointInput = {
    unit: province,
    class: 'post-office',
    name: 'Bưu điện văn hóa mẫu',
    address: 'Số 1 mẫu',
    commune,
    keeper: 'Bưu điện mẫu',
    phone: '0900000000',
    openedOn: '2026-01-01',
  }

  test('sells what is in force; what lapses is shown to its keeper only', async () => {
    const id = await openPoint(officer(), shop)
    const { productId } = await product('Trà điểm bán')
    const number = await recognise(productId, 4)
    expect(await refusedWith(putOnShelf(officer(), id, 'khong-co'))).toEqual(['fair/no-such-code'])
    await putOnShelf(officer(), id, number)
    expect(await refusedWith(putOnShelf(officer(), id, number))).toEqual(['fair/on-shelf-already'])
    expect((await salePoint(world.as(visitor), id)).shelf).toMatchObject([{ name: 'Trà điểm bán', stars: 4 }])
    const later = '2029-12-01T02:00:00.000Z'
    expect(await salePoint(world.as(visitor, later), id)).toMatchObject({ shelf: [], lapsed: [] })
    expect((await salePoint(officer(later), id)).lapsed).toHaveLength(1)
    expect(await refusedWith(takeDown(world.as(otherLeader), id, productId))).toEqual(['kernel/not-found'])
    await takeDown(officer(later), id, productId)
    expect(await refusedWith(putOnShelf(officer(later), id, number))).toEqual(['fair/not-in-force'])
  })

  test('is listed by class and province until it closes', async () => {
    const id = await openPoint(officer(), { ...shop, class: 'station', name: 'Ga mẫu' })
    const listed = async () =>
      (await openPoints(world.as(visitor), { province, class: 'station', page: 1 })).items.map((one) => one.id)
    expect(await listed()).toEqual([id])
    expect(await refusedWith(openPoint(officer(), { ...shop, commune: '24043' }))).toEqual(['fair/no-such-commune'])
    expect(await refusedWith(closePoint(officer(), id, { closedOn: '2025-12-31', reason: 'x' }))).toEqual([
      'fair/closes-before-opening',
    ])
    await closePoint(officer(), id, { closedOn: '2026-11-24', reason: 'Hết hợp đồng thuê.' })
    expect(await listed()).toEqual([])
    expect(await refusedWith(putOnShelf(officer(), id, 'x'))).toEqual(['fair/point-closed'])
  })
})
