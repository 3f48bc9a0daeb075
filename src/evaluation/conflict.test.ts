import { expect, test } from 'vitest'
import { province } from '../../test/support/awarding.ts'
import { ballotWorth, holding } from '../../test/support/hall.ts'
import { pdfText } from '../../test/support/pdf-text.ts'
import { visiting } from '../../test/support/pages.ts'
import { refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { grantPosting } from '../identity/actions.ts'
import type { Actor } from '../kernel/actor.ts'
import { openLog } from '../platform/log.ts'
import { addMember } from '../producer/actions.ts'
import { paths } from '../ui/paths.ts'
import { onError } from '../web/errors.tsx'
import { castBallot, saveDraft } from './actions-ballot.ts'
import { sessionFile } from './actions-page.ts'
import { closeSession } from './actions-session.ts'
import { evaluationPages } from './pages.tsx'
import { refusals } from './words.ts'

const world = useWorld()
const stage = holding(world)
const as = (who: Actor) => visiting(evaluationPages, refusals, () => world.as(who), onError(openLog('silent')))

async function open(name: string) {
  const hall = await stage.hall(4)
  const [item, other] = await stage.ready(name, `${name} Hai`)
  const [member, ...others] = hall.members
  if (!item || !other || !member) throw new Error('two dossiers and a member are there')
  const sessionId = await stage.sit(hall, [item.dossierId, other.dossierId])
  return { hall, sessionId, member, others, other, ...item }
}

const ballot = (points: number) =>
  Object.fromEntries(Object.entries(ballotWorth(points)).map(([code, position]) => [`chon[${code}]`, String(position)]))

test('a member who joined the producer after the opening is told so at the ballot, and the chair sees it', async () => {
  const { hall, sessionId, member, dossierId, producerId, other } = await open('Nghệ Vào Sau')
  await castBallot(world.as(member), sessionId, dossierId, { choices: ballotWorth(95) })
  await addMember(world.as(), producerId, { accountId: member.id, capacity: 'staff' })
  const typed = { ...ballot(60), comment: 'Đã gõ ở đây.', act: 'cast' }
  const answer = await as(member).post(paths.evaluation.ballot(sessionId, dossierId), typed)
  const html = await answer.text()
  expect(answer.status).toBe(409)
  expect(html).toContain('Bạn nay là người của chủ thể đứng tên hồ sơ này')
  expect(html).toContain('Đã gõ ở đây.')
  expect(await refusedWith(saveDraft(world.as(member), sessionId, dossierId, { choices: {} }))).toEqual([
    'evaluation/joined-producer',
  ])
  const page = await (await as(hall.chair).get(paths.evaluation.session(sessionId))).text()
  expect(page).toContain('Không còn được chấm')
  expect(page).toMatch(/uy-vien-1 mẫu, Nghệ Vào Sau: là người của chủ thể đứng tên hồ sơ/)
  // A fellow member is told nothing, the other dossier is scored as before, and the minutes name who took no part.
  expect((await sessionFile(world.as(hall.members[1]!), sessionId)).keptOut).toEqual([])
  await castBallot(world.as(member), sessionId, other.dossierId, { choices: ballotWorth(70) })
  const voters = hall.voters.filter(({ id }) => id !== member.id)
  await stage.castAll(
    sessionId,
    dossierId,
    voters.map((who) => [who, 72]),
  )
  await stage.castAll(
    sessionId,
    other.dossierId,
    voters.map((who) => [who, 70]),
  )
  await closeSession(world.as(hall.chair), sessionId)
  const minutes = await (await as(hall.chair).get(paths.evaluation.minutesPdf(sessionId))).arrayBuffer()
  expect((await pdfText(new Uint8Array(minutes))).join(' ').replaceAll(/\s+/g, ' ')).toContain(
    'Không tham gia chấm: uy-vien-1 mẫu.',
  )
  // Once it is written down, they find nothing of the dossier any more.
  expect(await refusedWith(castBallot(world.as(member), sessionId, dossierId, { choices: ballotWorth(60) }))).toEqual([
    'kernel/not-found',
  ])
})

test('a member posted as an auditor meanwhile casts nothing, and what they cast does not count', async () => {
  const { hall, sessionId, member, dossierId, other } = await open('Gừng Thanh Tra')
  await castBallot(world.as(member), sessionId, dossierId, { choices: ballotWorth(95) })
  await grantPosting(world.as(), { accountId: member.id, role: 'auditor', unit: province, from: '2026-11-24' })
  const posted = { ...member, postings: [{ role: 'auditor' as const, unit: province, province }] }
  const answer = await as(posted).post(paths.evaluation.ballot(sessionId, other.dossierId), ballot(70))
  expect([answer.status, await answer.text()]).toEqual([
    409,
    expect.stringContaining('Bạn nay được giao làm kiểm toán, thanh tra'),
  ])
  const page = await (await as(hall.chair).get(paths.evaluation.session(sessionId))).text()
  expect(page).toMatch(/uy-vien-1 mẫu, Gừng Thanh Tra Hai: đang làm kiểm toán/)
  const voters = hall.voters.filter(({ id }) => id !== member.id)
  for (const { dossierId: id } of [{ dossierId }, other])
    await stage.castAll(
      sessionId,
      id,
      voters.map((who) => [who, 70]),
    )
  await closeSession(world.as(hall.chair), sessionId)
  const { lines } = await sessionFile(world.as(hall.chair), sessionId)
  expect(lines.map(({ result }) => result?.ballots)).toEqual([voters.length, voters.length])
})

test('the sealed bundle is offered to those who get it, and to nobody who is kept from an item', async () => {
  const { hall, sessionId, member, dossierId, producerId, other } = await open('Sả Gói Kín')
  await addMember(world.as(), producerId, { accountId: member.id, capacity: 'owner' })
  for (const id of [dossierId, other.dossierId])
    await stage.castAll(
      sessionId,
      id,
      hall.voters.filter((who) => who.id !== member.id || id === other.dossierId).map((who) => [who, 70]),
    )
  await closeSession(world.as(hall.chair), sessionId)
  const link = paths.evaluation.bundle(sessionId)
  for (const [who, status] of [
    [hall.chair, 200],
    [member, 404],
  ] as const) {
    const page = await (await as(who).get(paths.evaluation.session(sessionId))).text()
    expect(page.includes(`href="${link}"`)).toBe(status === 200)
    expect((await as(who).get(link)).status).toBe(status)
  }
})
