import { expect, test } from 'vitest'
import { codeOf, confirmed, morning, notice, statesOf, usePostOffice, when } from '../../test/support/post-office.ts'
import { newProducer } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { rows, sql } from '../platform/db.ts'
import {
  askCode,
  chooseWish,
  confirmContact,
  giveContact,
  stopByLink,
  waysToReach,
  withdrawContact,
} from './actions-contact.ts'
import { tellAtOnce, toldTo } from './actions.ts'

const world = useWorld()
const post = usePostOffice(world)

test('consent withdrawn, signed in or by the link of a message, is the end of it', async () => {
  const { id, owner } = await newProducer(world)
  const ctx = world.as(owner, when(morning))
  const first = await confirmed(world, ctx, { producer: id }, 'sms', '0912345682')
  await withdrawContact(ctx, first)
  const second = await confirmed(world, ctx, { producer: id }, 'messenger', '0912345682')
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
  const given = await confirmed(world, ctx, { producer: id }, 'sms', '0912345686')
  await tellAtOnce(ctx, [notice({ producer: id })])
  await withdrawContact(ctx, given)
  await post.send('2026-11-25T08:00:00+07:00')
  expect(post.sms.arrived.some(({ to }) => to === '0912345686')).toBe(false)
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
  const wrong = (await codeOf(world, given)) === '000000' ? '111111' : '000000'
  for (let miss = 0; miss < 5; miss++)
    await expect(confirmContact(ctx, given, wrong)).rejects.toThrow('notice/wrong-code')
  await expect(confirmContact(ctx, given, await codeOf(world, given))).rejects.toThrow('notice/too-many-codes')
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
