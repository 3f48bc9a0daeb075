import { expect, test } from 'vitest'
import { confirmed, morning, notice, statesOf, usePostOffice, when } from '../../test/support/post-office.ts'
import { newProducer } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { atomically } from '../platform/atomically.ts'
import { run, sql } from '../platform/db.ts'
import { chooseWish, withdrawContact } from './actions-contact.ts'
import { recall, tellAtOnce, toldTo } from './actions.ts'

const world = useWorld()
const post = usePostOffice(world)

test('what is told stands on the page at once, leaves once, and names its link; told again nothing happens', async () => {
  const { id, owner } = await newProducer(world, { email: 'mot@vidu.vn' })
  const told = notice({ producer: id })
  expect(await tellAtOnce(world.as(), [told])).toBe(1)
  expect(await tellAtOnce(world.as(), [told])).toBe(0)
  expect(await statesOf(world.as(owner))).toEqual(['email waiting'])
  await post.send()
  await post.send()
  const got = post.lettersTo('mot@vidu.vn')
  expect(got).toHaveLength(1)
  expect(got[0]).toMatchObject({
    subject: 'Hồ sơ có bước mới',
    text: expect.stringContaining('https://ocop.vidu.vn/ho-so/1'),
  })
  expect(await statesOf(world.as(owner))).toEqual(['email sent'])
})

test('a mail server that is down for an hour costs nobody a notice, and nobody gets two', async () => {
  const { id, owner } = await newProducer(world, { email: 'hai@vidu.vn' })
  await post.mail.shut()
  await tellAtOnce(world.as(undefined, when(morning)), [notice({ producer: id })])
  for (const minute of ['00', '01', '03', '08', '18', '33']) await post.send(`2026-11-24T09:${minute}:00+07:00`)
  const [{ deliveries } = { deliveries: [] }] = (await toldTo(world.as(owner), 1)).notices
  expect(deliveries).toMatchObject([{ state: 'waiting', attempts: 6, reason: expect.stringContaining('ECONNREFUSED') }])
  await post.mail.openAgain()
  await post.send('2026-11-24T10:03:00+07:00')
  expect(post.lettersTo('hai@vidu.vn')).toHaveLength(1)
  expect(await statesOf(world.as(owner))).toEqual(['email sent'])
})

test('an address that does not exist is refused for good and says so', async () => {
  const { id, owner } = await newProducer(world, { email: 'khong-co@vidu.vn' })
  await tellAtOnce(world.as(), [notice({ producer: id })])
  await post.send()
  const [{ deliveries } = { deliveries: [] }] = (await toldTo(world.as(owner), 1)).notices
  expect(deliveries).toMatchObject([{ state: 'refused', reason: expect.stringContaining('no such user') }])
})

test('a messenger that takes a message and answers 500 is asked before it is given the message again', async () => {
  const { id, owner } = await newProducer(world)
  await confirmed(world, world.as(owner), { producer: id }, 'messenger', '0912345678')
  post.messenger.mood = 'takes-and-answers-500'
  await tellAtOnce(world.as(undefined, when(morning)), [notice({ producer: id })])
  await post.send()
  expect(await statesOf(world.as(owner))).toEqual(['messenger waiting'])
  await post.send('2026-11-24T09:01:00+07:00')
  expect(await statesOf(world.as(owner))).toEqual(['messenger delivered'])
  expect([post.messenger.arrived.length, post.messenger.asked]).toEqual([1, 1])
})

test('a worker that died after handing a message over is followed by one that asks', async () => {
  const { id, owner } = await newProducer(world)
  await confirmed(world, world.as(owner), { producer: id }, 'sms', '0912345679')
  await tellAtOnce(world.as(undefined, when(morning)), [notice({ producer: id })])
  await post.send()
  // As the dead worker left it: handed over, and nothing written down.
  await run(
    world,
    sql`update notice.delivery set state = 'sending', sent_at = null, next_try_at = queued_at where address = '0912345679'`,
  )
  await post.send('2026-11-24T09:02:00+07:00')
  expect(post.sms.arrived.filter(({ to }) => to === '0912345679')).toHaveLength(1)
  expect(await statesOf(world.as(owner))).toEqual(['sms delivered'])
})

test('what was taken is asked about until it has arrived', async () => {
  const { id, owner } = await newProducer(world)
  await confirmed(world, world.as(owner), { producer: id }, 'sms', '0912345680')
  await tellAtOnce(world.as(undefined, when(morning)), [notice({ producer: id })])
  await post.send()
  expect(await statesOf(world.as(owner))).toEqual(['sms sent'])
  await post.askArrivals('2026-11-24T09:06:00+07:00')
  expect(await statesOf(world.as(owner))).toEqual(['sms delivered'])
})

test('at night a telephone is left alone until the hour its owner chose', async () => {
  const { id, owner } = await newProducer(world)
  await confirmed(world, world.as(owner), { producer: id }, 'sms', '0912345681')
  await chooseWish(world.as(owner), { producer: id }, { quiet: { from: 20, to: 8 }, digest: false })
  await tellAtOnce(world.as(undefined, when('2026-11-24T20:30:00+07:00')), [notice({ producer: id })])
  await post.send('2026-11-25T07:59:00+07:00')
  expect(post.sms.arrived.some(({ to }) => to === '0912345681')).toBe(false)
  await post.send('2026-11-25T08:00:00+07:00')
  expect(post.sms.arrived.filter(({ to }) => to === '0912345681')).toHaveLength(1)
})

test('ordinary notices of a day come as one mail in the morning, what has a term of law comes alone at once', async () => {
  const { id, owner } = await newProducer(world, { email: 'ban-tin@vidu.vn' })
  await chooseWish(world.as(owner), { producer: id }, { quiet: { from: 21, to: 7 }, digest: true })
  const ctx = world.as(undefined, when(morning))
  await tellAtOnce(ctx, [notice({ producer: id }, { subject: 'Việc có hạn' })])
  await tellAtOnce(ctx, [
    notice({ producer: id }, { subject: 'Tin một', urgent: false }),
    notice({ producer: id }, { subject: 'Tin hai', urgent: false }),
  ])
  await post.send()
  const mine = () => post.lettersTo('ban-tin@vidu.vn').map(({ subject }) => subject)
  expect(mine()).toEqual(['Việc có hạn'])
  await post.send('2026-11-25T07:00:00+07:00')
  expect(mine()).toEqual(['Việc có hạn', 'OCOP: 2 thông báo ngày 25/11/2026'])
  for (const subject of ['Tin một', 'Tin hai']) expect(post.mail.letters.at(-1)?.text).toContain(subject)
})

test('a telephone that only the register knows is used until its owner chose one, or stopped it', async () => {
  const { id, owner } = await newProducer(world)
  const ctx = world.as(owner, when(morning))
  const asked = () =>
    notice({ producer: id }, { known: [{ channel: 'sms', address: '0912345690' }], sms: 'Nhan 1 = co' })
  const smsTo = () => post.sms.arrived.filter(({ to }) => ['0912345690', '0912345691'].includes(to))
  const send = async () => {
    await tellAtOnce(ctx, [asked()])
    await post.send()
  }
  await send()
  expect(smsTo()).toEqual([{ to: '0912345690', text: 'OCOP\nNhan 1 = co' }])
  const chosen = await confirmed(world, ctx, { producer: id }, 'sms', '0912345691')
  await send()
  expect(smsTo().map(({ to }) => to)).toEqual(['0912345690', '0912345691'])
  await withdrawContact(ctx, chosen)
  await send()
  expect(smsTo()).toHaveLength(2)
})

test('what is recalled before its hour is not sent, and stays on the page', async () => {
  const { id, owner } = await newProducer(world, { email: 'thoi@vidu.vn' })
  const told = notice({ producer: id })
  await tellAtOnce(world.as(), [told])
  await atomically(world.as(), async (tx) => recall(tx, [told.key]))
  await post.send()
  expect([post.mail.letters.some(({ to }) => to === 'thoi@vidu.vn'), await statesOf(world.as(owner))]).toEqual([
    false,
    ['email given-up'],
  ])
})
