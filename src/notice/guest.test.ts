import { expect, test } from 'vitest'
import { codeOf, morning, notice, usePostOffice, when } from '../../test/support/post-office.ts'
import { refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { atomically } from '../platform/atomically.ts'
import { rows, sql } from '../platform/db.ts'
import { isSealed } from '../platform/seal.ts'
import { stopByLink } from './actions-contact.ts'
import { confirmGuestContact, forgetGuests, giveGuestContact, guestContact } from './actions-guest.ts'
import { tellAtOnce } from './actions.ts'

const world = useWorld()
const post = usePostOffice(world)

const invitation = (guest: string, address: string) =>
  notice({ guest }, { known: [{ channel: 'email', address }], href: '/loi-moi/1', seal: `thu:${guest}` })

test('a guest is written to where the record says, with a link that was sealed on its way out and one that stops', async () => {
  await tellAtOnce(world.as(), [invitation('khach:1', 'khach@vidu.vn')])
  await post.send()
  const [letter] = post.lettersTo('khach@vidu.vn')
  const [, seal = ''] = /https:\/\/ocop\.vidu\.vn\/loi-moi\/1\.([\w-]{86})/.exec(letter?.text ?? '') ?? []
  expect([isSealed(world.keys, 'thu:khach:1', seal), isSealed(world.keys, 'thu:khach:2', seal)]).toEqual([true, false])
  const [, token = ''] = /ngung\/([\w-]+)/.exec(letter?.text ?? '') ?? []
  await stopByLink(world.as(), token)
  await tellAtOnce(world.as(), [invitation('khach:1', 'khach@vidu.vn'), invitation('khach:2', 'khach@vidu.vn')])
  await post.send()
  expect(post.lettersTo('khach@vidu.vn')).toHaveLength(1)
})

test('a guest is forgotten half a year after the last letter, and what was stopped stays stopped', async () => {
  const told = (guest: string, address: string, now: string) =>
    tellAtOnce(world.as(undefined, when(now)), [invitation(guest, address)])
  await told('cu:1', 'cu@vidu.vn', '2026-01-05T09:00:00+07:00')
  await told('moi:1', 'moi@vidu.vn', morning)
  await told('thoi:1', 'thoi.khach@vidu.vn', '2026-01-05T09:00:00+07:00')
  await post.send()
  const [, token = ''] = /ngung\/([\w-]+)/.exec(post.lettersTo('thoi.khach@vidu.vn')[0]?.text ?? '') ?? []
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

test('a guest who says where to be told confirms by a code; one source, and one telephone, get so many codes a day', async () => {
  const give = (guest: string, address: string, source: string) =>
    refusedWith(
      atomically(world.as(undefined, when(morning)), (tx) =>
        giveGuestContact(tx, guest, { channel: 'sms', address }, source),
      ),
    )
  expect(await give('phieu:1', '0912000001', 'network a')).toEqual([])
  const { id = '', verifiedAt } = (await guestContact(world.as(), 'phieu:1')) ?? {}
  expect(verifiedAt).toBe(null)
  await confirmGuestContact(world.as(undefined, when(morning)), 'phieu:1', await codeOf(world, id))
  expect((await guestContact(world.as(), 'phieu:1'))?.verifiedAt).not.toBe(null)
  const oneTelephone = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => give(`p:${n}`, '0912000002', `network ${n}`)))
  expect(oneTelephone.flat()).toEqual(['notice/codes-enough'])
  const oneSource = await Promise.all(
    Array.from({ length: 11 }, (_, n) => give(`q:${n}`, `09120010${String(n).padStart(2, '0')}`, 'network b')),
  )
  expect(oneSource.flat()).toEqual(['notice/codes-enough'])
})
