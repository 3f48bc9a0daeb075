import { beforeAll, expect, test } from 'vitest'
import { awarding, province, provinceLeader } from '../../test/support/awarding.ts'
import { filed } from '../../test/support/filing.ts'
import { funding } from '../../test/support/funding.ts'
import { useWorld } from '../../test/support/world.ts'
import { openAccount } from '../identity/actions.ts'
import { country } from '../kernel/actor.ts'
import type { Role } from '../kernel/actor.ts'
import { addMonths } from '../kernel/civil-date.ts'
import { rows, run, sql } from '../platform/db.ts'
import { tasksFor } from '../reactions.ts'
import { paths } from '../ui/paths.ts'
import { remind, tellArrival, tellCertificate, tellSession } from './actions.ts'

const world = useWorld()
const stage = awarding(world)
const { product, recognise } = funding(world, provinceLeader)

const told = (where: ReturnType<typeof sql>) =>
  rows<{ subject: string; href: string }>(
    world,
    sql`select subject, href from notice.notice where ${where} order by key`,
  )

async function officer(id: string, role: Role, unit: string, toDate: string | null = null): Promise<string> {
  const account = await openAccount(world.as(), { signInName: id, name: id, password: 'mau-mau-mau-12' })
  await run(
    world,
    sql`insert into identity.posting (id, account_id, role, unit_code, unit_on, from_date, to_date, granted_by, granted_at, confirmed_at)
      values (${id}, ${account}, ${role}, ${unit}, '2026-01-01', '2026-01-01', ${toDate}, 'system', now(), now())`,
  )
  return account
}

let communeOfficer: string
let provinceOfficer: string

beforeAll(async () => {
  communeOfficer = await officer('xa.dang-lam', 'commune-officer', '23473')
  await officer('xa.da-nghi', 'commune-officer', '23473', '2026-06-30')
  await officer('xa.noi-khac', 'commune-officer', '24043')
  provinceOfficer = await officer('tinh.dang-lam', 'province-officer', province)
  await officer('bo.dang-lam', 'ministry-officer', country)
})

test('a dossier that was filed is said to the officers of its commune who are in office, and to nobody else', async () => {
  const { id: dossierId } = await filed(world)
  await tellArrival(world.as(), 'arrived-at-commune', dossierId, 'lan-1')
  await tellArrival(world.as(), 'arrived-at-commune', dossierId, 'lan-1')
  const found = await told(sql`key like ${`arrived-at-commune:${dossierId}%`}`)
  expect(found).toEqual([{ subject: expect.stringContaining('Hồ sơ mới ở xã'), href: paths.dossier.file(dossierId) }])
  expect(await told(sql`account_id = ${communeOfficer} and key like ${`%${dossierId}%`}`)).toHaveLength(1)
  await tellArrival(world.as(), 'arrived-at-province', dossierId, 'lan-1')
  expect(
    await told(sql`account_id = ${provinceOfficer} and key like ${`arrived-at-province:${dossierId}%`}`),
  ).toHaveLength(1)
})

test('help asked for a draft is said to the officers of the commune, each time it is asked', async () => {
  const { id: dossierId } = await filed(world)
  for (const occasion of ['lan-1', 'lan-1', 'lan-2']) await tellArrival(world.as(), 'help-asked', dossierId, occasion)
  const found = await told(sql`account_id = ${communeOfficer} and key like ${`help-asked:${dossierId}%`}`)
  expect(found.map(({ subject }) => subject)).toEqual([
    expect.stringContaining('nhờ xã soạn hồ sơ'),
    expect.stringContaining('nhờ xã soạn hồ sơ'),
  ])
})

test('a session is said to everybody with a seat', async () => {
  const { sessionId } = await stage.scored({ 'Chè mẫu': 84 })
  await tellSession(world.as(), sessionId)
  const found = await told(sql`key like ${`session-called:${sessionId}:%`}`)
  expect(found).toHaveLength(3)
  expect(found[0]).toMatchObject({
    subject: 'Phiên họp ngày 20/06/2026: Hội đồng mẫu',
    href: paths.evaluation.session(sessionId),
  })
})

test('a recognition and a paper that end are said at each mark, once, to the owner and the province', async () => {
  const { productId } = await product('Trà sắp hết hạn')
  const number = await recognise(productId, 3)
  const [row] = await rows<{ lastDay: string }>(
    world,
    sql`select last_day from recognition.pub_recognition where number = ${number}`,
  )
  const lastDay = row?.lastDay ?? ''
  for (const months of [13, 12, 12, 6, 3, 1])
    await remind(world.as(undefined, `${addMonths(lastDay, -months)}T01:00:00.000Z`))
  const subjects = (await told(sql`key like ${`runway:${number}:%`}`)).map(({ subject }) => subject)
  expect(subjects.toSorted()).toEqual(
    [1, 12, 3, 6].map((months) => `Còn ${months} tháng: công nhận OCOP của Trà sắp hết hạn`),
  )
  const ofProvince = await told(sql`account_id = ${provinceOfficer} and key like 'province-runway:%'`)
  expect(ofProvince).toHaveLength(4)
  expect(ofProvince[0]).toEqual({ subject: '1 công nhận sắp hết hiệu lực', href: paths.recognition.runway() })
})

test('a paper of the wallet is said thirty and seven days before its end', async () => {
  const { paperId } = await filed(world)
  for (const day of ['2027-12-10', '2027-12-11', '2028-01-03'])
    await remind(world.as(undefined, `${day}T01:00:00.000Z`))
  const found = await told(sql`key like ${`paper:${paperId}:%`}`)
  expect(found.map(({ subject }) => subject)).toEqual([
    'Còn 30 ngày: Giấy an toàn thực phẩm',
    'Còn 7 ngày: Giấy an toàn thực phẩm',
  ])
})

test('a recognition is said to its producer once, with the star and the way to the certificate', async () => {
  expect(tasksFor('recognition.granted')).toContain('communication.tell-recognition')
  const { productId } = await product('Trà mới được công nhận')
  const number = await recognise(productId, 4)
  await tellCertificate(world.as(), 'tell-recognition', number)
  await tellCertificate(world.as(), 'tell-recognition', number)
  expect(await told(sql`key = ${`tell-recognition:${number}`} and body like '%4 sao%'`)).toEqual([
    { subject: 'Được công nhận: Trà mới được công nhận', href: paths.recognition.certificate(number) },
  ])
})
