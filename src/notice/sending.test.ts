import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { telephoneCompany } from '../../test/support/gateway.ts'
import type { TelephoneCompany } from '../../test/support/gateway.ts'
import { newProducer, refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { newId } from '../kernel/id.ts'
import { atomically } from '../platform/atomically.ts'
import { readConfig } from '../platform/config.ts'
import { openChannels } from '../platform/channel.ts'
import type { Context } from '../platform/context.ts'
import { rows, run, sql } from '../platform/db.ts'
import { isSealed } from '../platform/seal.ts'
import { askArrivals, sendDue } from './actions-send.ts'
import type { PostOffice } from './actions-send.ts'
import {
  askCode,
  chooseWish,
  confirmContact,
  giveContact,
  stopByLink,
  waysToReach,
  withdrawContact,
} from './actions-contact.ts'
import { confirmGuestContact, forgetGuests, giveGuestContact, guestContact } from './actions-guest.ts'
import { recall, tellAtOnce, toldTo } from './actions.ts'
import type { NewNotice, Owner, Reader } from './model.ts'

const world = useWorld()
const secret = 'bi-mat-mau'
const mail: { to: string; subject: string; text: string; id: string | undefined }[] = []
let sms: TelephoneCompany
let messenger: TelephoneCompany
let smtp: SMTPServer
let office: PostOffice

beforeAll(async () => {
  sms = await telephoneCompany(secret)
  messenger = await telephoneCompany(secret)
  const port = await openMailServer(0)
  const config = readConfig({
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    SMS_URL: sms.url,
    SMS_SECRET: secret,
    MESSENGER_URL: messenger.url,
    MESSENGER_SECRET: secret,
    OCOP_DEMO: '0',
  })
  office = { channels: openChannels(config, world.as()), publicUrl: 'https://ocop.vidu.vn' }
})
afterAll(() => {
  sms.close()
  messenger.close()
  smtp.close()
})

function openMailServer(port: number): Promise<number> {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _, done) =>
      done(address.startsWith('khong-co') ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null),
    onData: (stream, { envelope }, done) => {
      void simpleParser(stream).then(({ subject, text, messageId }) => {
        mail.push({ to: envelope.rcptTo[0]?.address ?? '', subject: subject ?? '', text: text ?? '', id: messageId })
        done()
      })
    },
  })
  return new Promise((settle) =>
    smtp.listen(port, '127.0.0.1', () => settle((smtp.server.address() as AddressInfo).port)),
  )
}

const morning = '2026-11-24T09:00:00+07:00'
const when = (moment: string) => new Date(moment).toISOString()
const open = (moment: string) => () => world.as(undefined, when(moment))

function notice(reader: Reader, change: Partial<NewNotice> = {}): NewNotice {
  return {
    key: newId(),
    reader,
    subject: 'Hồ sơ có bước mới',
    body: 'Hãy mở hồ sơ.',
    href: '/ho-so/1',
    urgent: true,
    ...change,
  }
}

async function reachable(email: string) {
  return newProducer(world, { email })
}

/** A contact given and confirmed, with the code as the job carries it. */
async function contact(ctx: Context, reader: Owner, channel: 'sms' | 'messenger', address: string): Promise<string> {
  const id = await giveContact(ctx, reader, { channel, address })
  await confirmContact(ctx, id, await codeOf(id))
  return id
}

async function codeOf(id: string): Promise<string> {
  const [job] = await rows<{ payload: { code: string } }>(
    world,
    sql`select payload from graphile_worker._private_jobs where key = ${`notice.send-code:${id}`}`,
  )
  return job?.payload.code ?? ''
}

const statesOf = async (ctx: Context) =>
  (await toldTo(ctx, 1)).notices.flatMap(({ deliveries }) =>
    deliveries.map(({ channel, state }) => `${channel} ${state}`),
  )

test('what is told stands on the page at once, leaves once, and names its link; told again nothing happens', async () => {
  const { id, owner } = await reachable('mot@vidu.vn')
  const told = notice({ producer: id })
  expect(await tellAtOnce(world.as(), [told])).toBe(1)
  expect(await tellAtOnce(world.as(), [told])).toBe(0)
  expect(await statesOf(world.as(owner))).toEqual(['email waiting'])
  await sendDue(open(morning), office)
  await sendDue(open(morning), office)
  const got = mail.filter(({ to }) => to === 'mot@vidu.vn')
  expect(got).toHaveLength(1)
  expect(got[0]).toMatchObject({
    subject: 'Hồ sơ có bước mới',
    text: expect.stringContaining('https://ocop.vidu.vn/ho-so/1'),
  })
  expect(await statesOf(world.as(owner))).toEqual(['email sent'])
})

test('a mail server that is down for an hour costs nobody a notice, and nobody gets two', async () => {
  const { id, owner } = await reachable('hai@vidu.vn')
  const { port } = smtp.server.address() as AddressInfo
  await new Promise<void>((settle) => smtp.close(settle))
  await tellAtOnce(world.as(undefined, when(morning)), [notice({ producer: id })])
  for (const minute of ['00', '01', '03', '08', '18', '33'])
    await sendDue(open(`2026-11-24T09:${minute}:00+07:00`), office)
  const [{ deliveries } = { deliveries: [] }] = (await toldTo(world.as(owner), 1)).notices
  expect(deliveries).toMatchObject([{ state: 'waiting', attempts: 6, reason: expect.stringContaining('ECONNREFUSED') }])
  await openMailServer(port)
  await sendDue(open('2026-11-24T10:03:00+07:00'), office)
  expect(mail.filter(({ to }) => to === 'hai@vidu.vn')).toHaveLength(1)
  expect(await statesOf(world.as(owner))).toEqual(['email sent'])
})

test('an address that does not exist is refused for good and says so', async () => {
  const { id, owner } = await reachable('khong-co@vidu.vn')
  await tellAtOnce(world.as(), [notice({ producer: id })])
  await sendDue(open(morning), office)
  const [{ deliveries } = { deliveries: [] }] = (await toldTo(world.as(owner), 1)).notices
  expect(deliveries).toMatchObject([{ state: 'refused', reason: expect.stringContaining('no such user') }])
})

test('a messenger that takes a message and answers 500 is asked before it is given the message again', async () => {
  const { id, owner } = await newProducer(world)
  await contact(world.as(owner), { producer: id }, 'messenger', '0912345678')
  messenger.mood = 'takes-and-answers-500'
  await tellAtOnce(world.as(undefined, when(morning)), [notice({ producer: id })])
  await sendDue(open(morning), office)
  expect(await statesOf(world.as(owner))).toEqual(['messenger waiting'])
  await sendDue(open('2026-11-24T09:01:00+07:00'), office)
  expect(await statesOf(world.as(owner))).toEqual(['messenger delivered'])
  expect([messenger.arrived.length, messenger.asked]).toEqual([1, 1])
})

test('a worker that died after handing a message over is followed by one that asks', async () => {
  const { id, owner } = await newProducer(world)
  await contact(world.as(owner), { producer: id }, 'sms', '0912345679')
  await tellAtOnce(world.as(undefined, when(morning)), [notice({ producer: id })])
  await sendDue(open(morning), office)
  // As the dead worker left it: handed over, and nothing written down.
  await run(
    world,
    sql`update notice.delivery set state = 'sending', sent_at = null, next_try_at = queued_at where address = '0912345679'`,
  )
  await sendDue(open('2026-11-24T09:02:00+07:00'), office)
  expect(sms.arrived.filter(({ to }) => to === '0912345679')).toHaveLength(1)
  expect(await statesOf(world.as(owner))).toEqual(['sms delivered'])
})

test('what was taken is asked about until it has arrived', async () => {
  const { id, owner } = await newProducer(world)
  await contact(world.as(owner), { producer: id }, 'sms', '0912345680')
  await tellAtOnce(world.as(undefined, when(morning)), [notice({ producer: id })])
  await sendDue(open(morning), office)
  expect(await statesOf(world.as(owner))).toEqual(['sms sent'])
  await askArrivals(open('2026-11-24T09:06:00+07:00'), office)
  expect(await statesOf(world.as(owner))).toEqual(['sms delivered'])
})

test('at night a telephone is left alone until the hour its owner chose', async () => {
  const { id, owner } = await newProducer(world)
  await contact(world.as(owner), { producer: id }, 'sms', '0912345681')
  await chooseWish(world.as(owner), { producer: id }, { quiet: { from: 20, to: 8 }, digest: false })
  await tellAtOnce(world.as(undefined, when('2026-11-24T20:30:00+07:00')), [notice({ producer: id })])
  await sendDue(open('2026-11-25T07:59:00+07:00'), office)
  expect(sms.arrived.some(({ to }) => to === '0912345681')).toBe(false)
  await sendDue(open('2026-11-25T08:00:00+07:00'), office)
  expect(sms.arrived.filter(({ to }) => to === '0912345681')).toHaveLength(1)
})

test('ordinary notices of a day come as one mail in the morning, what has a term of law comes alone at once', async () => {
  const { id, owner } = await reachable('ban-tin@vidu.vn')
  await chooseWish(world.as(owner), { producer: id }, { quiet: { from: 21, to: 7 }, digest: true })
  const ctx = world.as(undefined, when(morning))
  await tellAtOnce(ctx, [notice({ producer: id }, { subject: 'Việc có hạn' })])
  await tellAtOnce(ctx, [
    notice({ producer: id }, { subject: 'Tin một', urgent: false }),
    notice({ producer: id }, { subject: 'Tin hai', urgent: false }),
  ])
  await sendDue(open(morning), office)
  const mine = () => mail.filter(({ to }) => to === 'ban-tin@vidu.vn').map(({ subject }) => subject)
  expect(mine()).toEqual(['Việc có hạn'])
  await sendDue(open('2026-11-25T07:00:00+07:00'), office)
  expect(mine()).toEqual(['Việc có hạn', 'OCOP: 2 thông báo ngày 25/11/2026'])
  for (const subject of ['Tin một', 'Tin hai']) expect(mail.at(-1)?.text).toContain(subject)
})

test('consent withdrawn, signed in or by the link of a message, is the end of it', async () => {
  const { id, owner } = await newProducer(world)
  const ctx = world.as(owner, when(morning))
  const first = await contact(ctx, { producer: id }, 'sms', '0912345682')
  await withdrawContact(ctx, first)
  const second = await contact(ctx, { producer: id }, 'messenger', '0912345682')
  const [row] = await rows<{ stopToken: string }>(
    world,
    sql`select stop_token from notice.contact where id = ${second}`,
  )
  await stopByLink(world.as(), row?.stopToken ?? '')
  await tellAtOnce(ctx, [notice({ producer: id })])
  expect((await toldTo(ctx, 1)).notices.map(({ deliveries }) => deliveries)).toEqual([[]])
  expect((await waysToReach(ctx))[0]?.contacts.every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true)
})

test('what waits for an address is not sent after its owner said no, and no code follows at once', async () => {
  const { id, owner } = await newProducer(world)
  const ctx = world.as(owner, when('2026-11-24T22:00:00+07:00'))
  const given = await contact(ctx, { producer: id }, 'sms', '0912345686')
  await tellAtOnce(ctx, [notice({ producer: id })])
  await withdrawContact(ctx, given)
  await sendDue(open('2026-11-25T08:00:00+07:00'), office)
  expect(sms.arrived.some(({ to }) => to === '0912345686')).toBe(false)
  expect(await statesOf(ctx)).toEqual(['sms given-up'])
  await askCode(ctx, given)
  await withdrawContact(ctx, given)
  await expect(askCode(ctx, given)).rejects.toThrow('notice/codes-too-often')
})

test('an address counts once its code came back, five wrong codes end it, and a second code waits a minute', async () => {
  const { id, owner } = await newProducer(world)
  const ctx = world.as(owner, when(morning))
  const given = await giveContact(ctx, { producer: id }, { channel: 'sms', address: '0912345683' })
  await expect(giveContact(ctx, { producer: id }, { channel: 'sms', address: '0912345684' })).rejects.toThrow(
    'notice/codes-too-often',
  )
  const wrong = (await codeOf(given)) === '000000' ? '111111' : '000000'
  for (let miss = 0; miss < 5; miss++)
    await expect(confirmContact(ctx, given, wrong)).rejects.toThrow('notice/wrong-code')
  await expect(confirmContact(ctx, given, await codeOf(given))).rejects.toThrow('notice/too-many-codes')
  await tellAtOnce(ctx, [notice({ producer: id })])
  expect((await toldTo(ctx, 1)).notices[0]?.deliveries).toEqual([])
})

test('where others are told is nobody else’s to see or to change', async () => {
  const { id, owner } = await newProducer(world)
  const given = await giveContact(world.as(owner), { producer: id }, { channel: 'sms', address: '0912345685' })
  const { owner: stranger } = await newProducer(world)
  const ctx = world.as(stranger)
  for (const act of [
    () => confirmContact(ctx, given, '000000'),
    () => withdrawContact(ctx, given),
    () => giveContact(ctx, { producer: id }, { channel: 'email', address: 'ke-khac@vidu.vn' }),
    () => chooseWish(ctx, { producer: id }, { quiet: { from: 0, to: 0 }, digest: false }),
  ])
    await expect(act()).rejects.toThrow('kernel/not-found')
})

describe('a guest, whom a record names', () => {
  const invitation = (guest: string, address: string) =>
    notice({ guest }, { known: [{ channel: 'email', address }], href: '/loi-moi/1', seal: `thu:${guest}` })
  const lettersTo = (address: string) => mail.filter(({ to }) => to === address)

  test('is written to where the record says, with a link that was sealed on its way out and one that stops', async () => {
    await tellAtOnce(world.as(), [invitation('khach:1', 'khach@vidu.vn')])
    await sendDue(open(morning), office)
    const [letter] = lettersTo('khach@vidu.vn')
    const [, seal = ''] = /https:\/\/ocop\.vidu\.vn\/loi-moi\/1\.([\w-]{86})/.exec(letter?.text ?? '') ?? []
    expect([isSealed(world.keys, 'thu:khach:1', seal), isSealed(world.keys, 'thu:khach:2', seal)]).toEqual([
      true,
      false,
    ])
    const [, token = ''] = /ngung\/([\w-]+)/.exec(letter?.text ?? '') ?? []
    await stopByLink(world.as(), token)
    await tellAtOnce(world.as(), [invitation('khach:1', 'khach@vidu.vn'), invitation('khach:2', 'khach@vidu.vn')])
    await sendDue(open(morning), office)
    expect(lettersTo('khach@vidu.vn')).toHaveLength(1)
  })

  test('is forgotten half a year after the last letter, and what was stopped stays stopped', async () => {
    const told = (guest: string, address: string, now: string) =>
      tellAtOnce(world.as(undefined, when(now)), [invitation(guest, address)])
    await told('cu:1', 'cu@vidu.vn', '2026-01-05T09:00:00+07:00')
    await told('moi:1', 'moi@vidu.vn', morning)
    await told('thoi:1', 'thoi.khach@vidu.vn', '2026-01-05T09:00:00+07:00')
    await sendDue(open(morning), office)
    const [, token = ''] = /ngung\/([\w-]+)/.exec(lettersTo('thoi.khach@vidu.vn')[0]?.text ?? '') ?? []
    await stopByLink(world.as(), token)
    await forgetGuests(world.as(undefined, when(morning)))
    const kept = await Promise.all(
      ['cu:1', 'moi:1', 'thoi:1'].map(async (guest) => (await guestContact(world.as(), guest))?.address),
    )
    expect(kept).toEqual([undefined, 'moi@vidu.vn', 'thoi.khach@vidu.vn'])
    const [left] = await rows(
      world,
      sql<{ count: number }>`select count(*) as count from notice.delivery where address = 'cu@vidu.vn'`,
    )
    expect(left?.count).toBe(0)
  })

  test('who says where to be told confirms by a code; one source, and one telephone, get so many codes a day', async () => {
    const give = (guest: string, address: string, source: string) =>
      refusedWith(
        atomically(world.as(undefined, when(morning)), (tx) =>
          giveGuestContact(tx, guest, { channel: 'sms', address }, source),
        ),
      )
    expect(await give('phieu:1', '0912000001', 'network a')).toEqual([])
    const { id = '', verifiedAt } = (await guestContact(world.as(), 'phieu:1')) ?? {}
    expect(verifiedAt).toBe(null)
    await confirmGuestContact(world.as(undefined, when(morning)), 'phieu:1', await codeOf(id))
    expect((await guestContact(world.as(), 'phieu:1'))?.verifiedAt).not.toBe(null)
    const oneTelephone = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => give(`p:${n}`, '0912000002', `network ${n}`)))
    expect(oneTelephone.flat()).toEqual(['notice/codes-enough'])
    const oneSource = await Promise.all(
      Array.from({ length: 11 }, (_, n) => give(`q:${n}`, `09120010${String(n).padStart(2, '0')}`, 'network b')),
    )
    expect(oneSource.flat()).toEqual(['notice/codes-enough'])
  })
})

test('a telephone that only the register knows is used until its owner chose one, or stopped it', async () => {
  const { id, owner } = await newProducer(world)
  const ctx = world.as(owner, when(morning))
  const asked = () =>
    notice({ producer: id }, { known: [{ channel: 'sms', address: '0912345690' }], sms: 'Nhan 1 = co' })
  const smsTo = () => sms.arrived.filter(({ to }) => ['0912345690', '0912345691'].includes(to))
  const send = async () => {
    await tellAtOnce(ctx, [asked()])
    await sendDue(open(morning), office)
  }
  await send()
  expect(smsTo()).toEqual([{ to: '0912345690', text: 'OCOP\nNhan 1 = co' }])
  const chosen = await contact(ctx, { producer: id }, 'sms', '0912345691')
  await send()
  expect(smsTo().map(({ to }) => to)).toEqual(['0912345690', '0912345691'])
  await withdrawContact(ctx, chosen)
  await send()
  expect(smsTo()).toHaveLength(2)
})

test('what is recalled before its hour is not sent, and stays on the page', async () => {
  const { id, owner } = await reachable('thoi@vidu.vn')
  const told = notice({ producer: id })
  await tellAtOnce(world.as(), [told])
  await atomically(world.as(), async (tx) => recall(tx, [told.key]))
  await sendDue(open(morning), office)
  expect([mail.some(({ to }) => to === 'thoi@vidu.vn'), await statesOf(world.as(owner))]).toEqual([
    false,
    ['email given-up'],
  ])
})
