import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { refusedWith } from '../../test/support/producers.ts'
import { buyerPerson, tradeOfficer, trading } from '../../test/support/trading.ts'
import { useWorld } from '../../test/support/world.ts'
import type { Actor } from '../kernel/actor.ts'
import { newId } from '../kernel/id.ts'
import { rows, run, sql } from '../platform/db.ts'
import { openLog } from '../platform/log.ts'
import { openChannels } from '../platform/channel.ts'
import type { Parcel } from '../platform/channel.ts'
import { readConfig } from '../platform/config.ts'
import { signatureOf } from '../platform/signed-body.ts'
import { webApp } from '../web/app.ts'
import { deskItems, connectionPage } from './actions-desk.ts'
import { enquire, takeStep } from './actions-connection.ts'
import { sendDue } from '../notice/actions-send.ts'
import { receiveMessage } from '../notice/actions-phone.ts'
import { askers } from '../web/slices.ts'
import { answerByLink } from './actions-reply.ts'
import { outcomePage } from './actions-reading.ts'
import type { StepInput } from './model-connection.ts'
import { actOfDigit } from './rules-connection.ts'
import { smsOf } from './words-message.ts'

const world = useWorld()
const { buyer, seller, ask, account } = trading(world)
const secret = 'mau-mau-mau-mau-mau-mau-mau-mau-mau'

async function asked(phone = '0922000222') {
  const buyerId = await buyer({ phone: `0911${phone.slice(4)}` })
  const given = await seller(`Cà phê ${newId().slice(-4)}`, {}, phone)
  const id = await ask(given.offerId, buyerId)
  const page = (actor: Actor = tradeOfficer) => connectionPage(world.as(actor), id)
  const step = async (actor: Actor, act: StepInput['act'], side: StepInput['side'], more: Partial<StepInput> = {}) => {
    const position = (await page()).steps.length
    return takeStep(world.as(actor), id, { act, side, position, ...more })
  }
  const text = (body: string, from = phone, message = newId()) =>
    receiveMessage(world.as(), { id: message, from, text: body }, askers)
  return { ...given, id, buyerId, page, step, text, phone }
}

describe('from a question to what came of it', () => {
  test('on pages: asked, quoted, agreed, delivered, received; the outcome is seen by both', async () => {
    const { page, step, owner, id } = await asked('0922000001')
    expect((await deskItems(world.as(owner))).map((item) => item.id)).toContain(id)
    await step(owner, 'quote', 'producer', { price: 90_000, quantity: 150 })
    await step(buyerPerson, 'accept', 'buyer')
    await step(owner, 'deliver', 'producer')
    await step(buyerPerson, 'report-short', 'buyer', { note: 'Thiếu 10 kg' })
    await step(owner, 'deliver', 'producer')
    await step(buyerPerson, 'receive', 'buyer', { quantity: 140, value: 12_600_000, onDate: '2026-11-24' })
    for (const actor of [owner, buyerPerson]) {
      expect(await page(actor)).toMatchObject({
        connection: { state: 'done', price: 90_000 },
        outcome: { quantity: 140, value: 12_600_000, onDate: '2026-11-24' },
      })
    }
    expect((await deskItems(world.as(owner))).map((item) => item.id)).not.toContain(id)
  })

  test('a step out of turn, twice, or on an old page is refused and leaves no trace', async () => {
    const { page, step, owner, id } = await asked('0922000002')
    expect(await refusedWith(step(buyerPerson, 'accept', 'buyer'))).toEqual(['trade/not-now'])
    expect(await refusedWith(step(owner, 'accept', 'buyer'))).toEqual(['kernel/not-found'])
    await step(owner, 'quote', 'producer')
    const stale = { act: 'decline', side: 'buyer', position: 1 } as const
    expect(await refusedWith(takeStep(world.as(buyerPerson), id, stale))).toEqual(['trade/not-now'])
    const both = await Promise.allSettled([step(buyerPerson, 'accept', 'buyer'), step(buyerPerson, 'decline', 'buyer')])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await page()).steps).toHaveLength(3)
  })

  test('a quotation beyond all money, a day to come, stopping without a word', async () => {
    const { step, owner } = await asked('0922000003')
    expect(await refusedWith(step(owner, 'quote', 'producer', { price: 1_000_000_000_000 }))).toEqual([
      'trade/too-much',
    ])
    expect(await refusedWith(step(buyerPerson, 'cancel', 'buyer'))).toEqual(['trade/say-why'])
    await step(owner, 'quote', 'producer')
    await step(buyerPerson, 'accept', 'buyer')
    await step(owner, 'deliver', 'producer')
    const receive = (onDate: string) => step(buyerPerson, 'receive', 'buyer', { onDate })
    expect(await refusedWith(receive('2026-11-25'))).toEqual(['trade/day-to-come'])
    expect(await refusedWith(receive('2026-11-23'))).toEqual(['trade/day-before-asking'])
  })

  test('an enquiry is refused: below the order, over the month, out of season, a buyer not confirmed or not theirs', async () => {
    const { offerId, buyerId } = await asked('0922000004')
    const given = { buyer: buyerId, quantity: 50, wantedOn: '2026-12-10' }
    const send = (change: Partial<typeof given>, actor: Actor = buyerPerson) =>
      refusedWith(enquire(world.as(actor), offerId, { ...given, ...change }))
    expect(await send({ quantity: 9 })).toEqual(['trade/below-order'])
    expect(await send({ quantity: 301 })).toEqual(['trade/over-capacity'])
    expect(await send({ wantedOn: '2027-01-10' })).toEqual(['trade/out-of-season'])
    expect(await send({ wantedOn: '2026-11-23' })).toEqual(['trade/wanted-past'])
    expect(await refusedWith(enquire(world.as(buyerPerson), offerId, { ...given, demand: 'khong-co' }))).toEqual([
      'kernel/not-found',
    ])
    expect(await send({ buyer: await buyer({}, false) })).toEqual(['trade/buyer-not-confirmed'])
    await account('nguoi-la')
    expect(await send({}, { ...buyerPerson, id: 'nguoi-la' })).toEqual(['trade/no-such-buyer'])
    expect(await send({ quantity: 10 })).toEqual([])
  })

  test('the same enquiry pressed twice asks the producer once, until it has answered', async () => {
    const { offerId, buyerId, id } = await asked('0922000014')
    const send = () => enquire(world.as(buyerPerson), offerId, { buyer: buyerId, quantity: 40, wantedOn: '2026-12-12' })
    const [one, other] = await Promise.all([send(), send()])
    expect([other, await send()]).toEqual([one, one])
    expect(one).not.toBe(id)
    await takeStep(world.as(buyerPerson), one, { act: 'cancel', side: 'buyer', position: 1, note: 'Nhầm' })
    expect(await send()).not.toBe(one)
  })

  test('an officer enters what was heard, and says from whom', async () => {
    const { step, page } = await asked('0922000005')
    expect(await refusedWith(step(tradeOfficer, 'quote', 'producer'))).toEqual(['trade/say-how-heard'])
    await step(tradeOfficer, 'quote', 'producer', { heard: 'Anh Mẫu gọi điện sáng nay' })
    expect((await page()).steps.at(-1)).toMatchObject({ means: 'officer', note: 'Nghe từ: Anh Mẫu gọi điện sáng nay' })
    const far: Actor = { ...tradeOfficer, postings: [{ role: 'trade-officer', unit: '66', province: '66' }] }
    expect(await refusedWith(page(far))).toEqual(['kernel/not-found'])
  })
})

test('both sides are told once that a connection has ended', async () => {
  const { id, step, owner } = await asked('0922000013')
  await step(owner, 'decline', 'producer')
  const told = await rows(
    world,
    sql<{ producerId: string | null; accountId: string | null }>`
      select producer_id, account_id from notice.notice where href = ${`/ket-noi/${id}`} order by producer_id nulls last`,
  )
  expect(told).toEqual([
    { producerId: owner.producers[0], accountId: null },
    { producerId: null, accountId: buyerPerson.id },
  ])
})

describe('a basic phone', () => {
  test('gets one question at a time and carries a connection to its outcome by digits alone', async () => {
    const { page, text, phone } = await asked('0922000006')
    const from = `0911${phone.slice(4)}`
    expect(await text('1')).toContain('da ghi')
    expect(await text('1', `+84${from.slice(1)}`)).toContain('da ghi')
    expect(await text(' 1. ')).toContain('da ghi')
    expect(await text('2', from)).toContain('da ghi')
    expect((await page()).connection.state).toBe('agreed')
    await text('1')
    await text('1', from)
    expect(await page()).toMatchObject({ connection: { state: 'done' }, outcome: { value: 19_000_000 } })
    expect((await page()).steps.slice(1).every(({ means }) => means === 'sms')).toBe(true)
    expect(await text('1')).toContain('khong co cau hoi')
  })

  test('with several questions answers by code; words that are no answer change nothing', async () => {
    const one = await asked('0922000007')
    const other = await asked('0922000007')
    expect(await one.text('1')).toContain('nhieu cau hoi')
    expect(await one.text('vâng')).toContain('khong hieu')
    expect(await one.text('1 ZZZZ')).toContain('nhieu cau hoi')
    const code = (await other.page()).questions[0]?.code ?? ''
    await one.text(`2 ${code.toLowerCase()}`)
    expect([(await one.page()).connection.state, (await other.page()).connection.state]).toEqual(['asked', 'declined'])
  })

  test('the same message delivered twice, at once or later, counts once', async () => {
    const { text, page, phone } = await asked('0922000008')
    const id = newId()
    const replies = await Promise.all([text('1', phone, id), text('1', phone, id)])
    expect(new Set(replies).size).toBe(1)
    expect(await text('1', phone, id)).toBe(replies[0])
    expect((await page()).steps).toHaveLength(2)
  })

  test('fits a message, in letters every phone has', async () => {
    const { page } = await asked('0922000009')
    const { connection } = await page()
    const text = smsOf({ ...connection, buyerName: 'Đ'.repeat(200), productName: 'Ợ'.repeat(200) }, 'ABCD')
    expect(text).toMatch(/^[\x20-\x7e]+$/)
    expect(text.length).toBeLessThanOrEqual(160)
  })

  test('says what a digit means in every state that asks, and in no other', () => {
    expect(['asked', 'quoted', 'agreed', 'delivered'].map((state) => actOfDigit(state as 'asked', '2'))).toEqual([
      'decline',
      'decline',
      'cancel',
      'report-short',
    ])
    expect(actOfDigit('done', '1')).toBeUndefined()
  })
})

describe('the carrier', () => {
  const app = () =>
    webApp({
      db: world.db,
      files: world.files,
      keys: world.keys,
      reactsTo: new Set(),
      config: { demonstration: false, publicUrl: 'http://localhost', sms: { url: 'http://localhost', secret } },
      log: openLog('silent'),
      clock: () => '2026-11-24T02:00:00.000Z',
    })
  const now = Date.parse('2026-11-24T02:00:00.000Z') / 1000

  async function deliver(
    body: string,
    { seconds = now, key = secret, signature = signatureOf(key, seconds, body) } = {},
  ) {
    const headers = {
      'Content-Type': 'application/json',
      'X-Ocop-Time': String(seconds),
      'X-Ocop-Signature': signature,
    }
    const answer = await app().request('/api/v1/messages', { method: 'POST', headers, body })
    return { status: answer.status, body: await answer.text() }
  }

  test('is believed when it signs, for five minutes; forged, old or broken deliveries do nothing', async () => {
    const { page, phone } = await asked('0922000010')
    const body = JSON.stringify({ id: newId(), from: phone, text: '1' })
    expect((await deliver(body, { key: 'x'.repeat(32) })).status).toBe(401)
    expect((await deliver(body, { signature: '' })).status).toBe(401)
    expect((await deliver(body, { seconds: now - 301 })).status).toBe(401)
    expect((await deliver('{', {})).status).toBe(422)
    expect((await page()).connection.state).toBe('asked')
    expect((await deliver(body, { seconds: now - 300 })).status).toBe(200)
    const again = await deliver(body)
    expect([again.status, again.body]).toEqual([200, expect.stringContaining('da ghi')])
    expect((await page()).steps).toHaveLength(2)
  })

  test('that answers 500 after accepting is asked again with the same key, and keeps one message', async () => {
    const accepted = new Set<string>()
    let answers = 0
    const carrier = createServer((request, answer) => {
      accepted.add(String(request.url))
      answer.writeHead(++answers === 1 ? 500 : 200).end()
    })
    await new Promise<void>((listening) => carrier.listen(0, '127.0.0.1', listening))
    const url = `http://127.0.0.1:${(carrier.address() as AddressInfo).port}`
    const { sms } = openChannels(readConfig({ SMS_URL: url, SMS_SECRET: secret }), world)
    if (!sms) throw new Error('No carrier')
    // Nobody else is asked by this carrier.
    await run(world, sql`update notice.delivery set state = 'given-up' where state = 'waiting'`)
    const { page } = await asked('0922000011')
    const email = { send: () => Promise.resolve({ state: 'sent' as const }) }
    const send = (at?: string) =>
      sendDue(() => world.as(undefined, at), {
        channels: { email, sms: { send: sms.send } },
        publicUrl: 'http://vidu.vn',
      })
    const state = async () => [...(await page()).asked.values()].flat().find(({ channel }) => channel === 'sms')?.state
    await send()
    expect(await state()).toBe('waiting')
    await send('2026-11-24T02:01:00.000Z')
    await send('2026-11-24T02:02:00.000Z')
    carrier.close()
    expect([accepted.size, answers, await state()]).toEqual([1, 2, 'sent'])
  })

  test('gets no question that was answered before it left; and no telephone that stopped messages', async () => {
    const { page, step, owner, phone, offerId, buyerId } = await asked('0922000014')
    await step(owner, 'decline', 'producer')
    const states = [...(await page()).asked.values()].flat().map(({ state }) => state)
    expect(states).not.toContain('waiting')
    const stopped = owner.producers[0] ?? ''
    await run(
      world,
      sql`insert into notice.contact (id, producer_id, channel, address, stop_token, added_at, added_by, withdrawn_at)
        values (${stopped}, ${stopped}, 'sms', ${phone}, ${stopped}, now(), 'chu', now())`,
    )
    const again = await ask(offerId, buyerId)
    const { questions } = await connectionPage(world.as(tradeOfficer), again)
    expect(questions[0]).toMatchObject({ side: 'producer', code: null })
  })
})

describe('the link of a mail', () => {
  test('answers once, without an account; guessed or used it opens nothing', async () => {
    const { page } = await asked('0922000012')
    const { productName } = (await page()).connection
    const mails: Parcel[] = []
    const email = {
      send: async (parcel: Parcel) => {
        mails.push(parcel)
        return { state: 'sent' } as const
      },
    }
    for (let twice = 0; twice < 2; twice++)
      await sendDue(() => world.as(), { channels: { email }, publicUrl: 'http://localhost' })
    const mine = mails.filter(({ to, subject }) => to === 'ban@vidu.vn' && subject.endsWith(productName))
    expect(mine).toHaveLength(1)
    const [, link = ''] = /http:\/\/localhost\/tra-loi-ket-noi\/(\S+)/.exec(mine[0]?.text ?? '') ?? []
    await answerByLink(world.as(), link, '1')
    expect((await page()).steps.at(-1)).toMatchObject({ means: 'email' })
    expect(await refusedWith(answerByLink(world.as(), link, '2'))).toEqual(['trade/link-used'])
    expect(await refusedWith(answerByLink(world.as(), link.replace('.1.', '.2.'), '1'))).toEqual(['trade/link-used'])
    expect(await refusedWith(answerByLink(world.as(), 'doan-bua', '1'))).toEqual(['trade/link-used'])
  })
})

test('the public sums tell of no producer alone', async () => {
  for (const phone of ['0922000021', '0922000022']) {
    const { text } = await asked(phone)
    const from = `0911${phone.slice(4)}`
    for (const who of [phone, from, phone, from]) await text('1', who)
  }
  const { shown, hidden } = await outcomePage(world.as(), 2026)
  const producers = shown.map((sum) => sum.producers)
  expect(producers.every((count) => count >= 3)).toBe(true)
  expect(hidden + shown.reduce((sum, { connections }) => sum + connections, 0)).toBeGreaterThanOrEqual(2)
})
