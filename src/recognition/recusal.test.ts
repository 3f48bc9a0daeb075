import { beforeAll, describe, expect, test } from 'vitest'
import { province, provinceOfficer } from '../../test/support/awarding.ts'
import { holding } from '../../test/support/hall.ts'
import { visiting } from '../../test/support/pages.ts'
import { useWorld } from '../../test/support/world.ts'
import { moveDossier } from '../dossier/actions.ts'
import { countsOf, deskItems as dossierDesk } from '../dossier/actions-queue.ts'
import { dossierPages } from '../dossier/pages.tsx'
import { refusals as dossierRefusals } from '../dossier/words.ts'
import { adviceList } from '../evaluation/actions-advice.ts'
import { callSession, closeSession, declareRecusal, takeOffAgenda } from '../evaluation/actions-session.ts'
import { sessionFile } from '../evaluation/actions-page.ts'
import { evaluationPages } from '../evaluation/pages.tsx'
import type { Actor, Role } from '../kernel/actor.ts'
import { atomically } from '../platform/atomically.ts'
import { rows, run, sql } from '../platform/db.ts'
import { paths } from '../ui/paths.ts'
import { deskItems } from './actions-desk.ts'
import { draftDecision, dropDraft } from './actions-draft.ts'
import { sendToMinistry } from './actions-certificate.ts'
import { issueDecision } from './actions-issue.ts'
import { recognitionPages } from './pages.tsx'
import { refusals } from './words.ts'

const world = useWorld()
const stage = holding(world)

const posted = (who: Actor, role: Role, unit = province): Actor => ({
  ...who,
  postings: [{ role, unit, province: unit }],
})

interface Setting {
  readonly sessionId: string
  readonly hidden: string
  /** The same person at several desks: a recusal binds the person, not the seat. */
  readonly kept: readonly Actor[]
  readonly drafts: readonly string[]
}

/** A closed session of two dossiers, the second with so many points, and a member who stepped back from it. */
async function closed(points: number): Promise<Setting> {
  const hall = await stage.hall(3)
  const [open, second] = await stage.ready('Cà phê Có Mặt', 'Hồ tiêu Giấu Kín')
  const [member] = hall.members
  if (!open || !second || !member) throw new Error('two dossiers and a member are there')
  const sessionId = await stage.sit(hall, [open.dossierId, second.dossierId])
  await declareRecusal(world.as(member), sessionId, second.dossierId, 'Người nhà có góp vốn.')
  const others = hall.voters.filter(({ id }) => id !== member.id)
  const vote = (id: string, voters: readonly Actor[], each: number) =>
    stage.castAll(
      sessionId,
      id,
      voters.map((who) => [who, each]),
    )
  await vote(open.dossierId, hall.voters, 74)
  await vote(second.dossierId, others, points)
  await closeSession(world.as(hall.chair), sessionId)
  const drafts = await draftDecision(world.as(), { sessionId })
  const roles = ['province-officer', 'province-leader', 'advisory-member'] as const
  const kept = [...roles.map((role) => posted(member, role)), posted(member, 'ministry-officer', 'VN')]
  return { sessionId, hidden: second.dossierId, kept, drafts }
}

/** Names that differ between two settings built alike. */
function alike(text: string): string {
  return text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, '#')
    .replaceAll(/\b[0-9a-f]{6}\b/g, '~')
    .replaceAll(/Hội đồng mẫu \d+|\b\d+\/QĐ-M/gi, '#')
}

async function allTheySee(who: Actor, { sessionId, hidden, drafts }: Setting): Promise<readonly string[]> {
  const ctx = world.as(who)
  const visit = (routes: Parameters<typeof visiting>[0], path: string) =>
    visiting(routes, refusals, () => ctx)
      .get(path)
      .then(async (answer) => `${answer.status} ${await answer.text()}`)
  const advised = await adviceList(ctx).catch((error: Error) => error.message)
  return [
    await visit(dossierPages, paths.dossier.list()),
    await visit(dossierPages, paths.dossier.file(hidden)),
    await visit(evaluationPages, paths.evaluation.advice(hidden)),
    await visit(evaluationPages, paths.evaluation.session(sessionId)),
    await visit(recognitionPages, paths.recognition.drafts()),
    // Whatever number of drafts there is, none of them opens.
    ...new Set(
      await Promise.all(
        [...drafts, 'khong-co'].flatMap((id) => [
          visit(recognitionPages, paths.recognition.decision(id)),
          visit(recognitionPages, paths.recognition.decisionPdf(id)),
        ]),
      ),
    ),
    JSON.stringify([await countsOf(ctx), await dossierDesk(ctx), await deskItems(ctx), advised]),
  ]
}

describe('whoever stepped back from a dossier on a council', () => {
  const seen: (readonly string[])[][] = []
  let last: Setting
  beforeAll(async () => {
    for (const points of [45, 74, 92]) {
      // One setting at a time: what was scored before is put out of every list first.
      await run(world, sql`update dossier.dossier set state = 'withdrawn', number = null, filed_on = null`)
      await run(
        world,
        sql`update recognition.decision set issued_at = now(), number = id, year = 2026, decided_on = '2026-11-24'`,
      )
      last = await closed(points)
      seen.push(await Promise.all(last.kept.map((who) => allTheySee(who, last))))
    }
  }, 120_000)

  test('sees on no other desk of theirs that it exists', () => {
    for (const text of seen.flat(2)) expect(text).not.toContain('Giấu Kín')
  })

  test('cannot tell whether it was not recognised, recognised, or sent up', () => {
    const [failed, starred, proposed] = seen.map((desks) => desks.map((texts) => texts.map(alike)))
    expect(starred).toEqual(failed)
    expect(proposed).toEqual(failed)
  })

  test('neither drafts, signs, drops nor sends, and others do', async () => {
    const [officer, leader] = last.kept
    if (!officer || !leader) throw new Error('two desks are there')
    const [draft = ''] = last.drafts
    const signed = { number: '12/QĐ-UBND', decidedOn: '2026-11-24', signerName: 'Mẫu', signerTitle: 'Chủ tịch' }
    await expect(draftDecision(world.as(officer), { sessionId: last.sessionId })).rejects.toThrow(
      'recognition/stepped-back',
    )
    await expect(dropDraft(world.as(officer), draft)).rejects.toThrow('kernel/not-found')
    await expect(issueDecision(world.as(leader), draft, signed)).rejects.toThrow('kernel/not-found')
    await expect(sendToMinistry(world.as(officer), last.hidden)).rejects.toThrow('kernel/not-found')
    const page = await visiting(recognitionPages, refusals, () => world.as(provinceOfficer)).get(
      paths.recognition.drafts(),
    )
    expect(await page.text()).toContain(paths.recognition.decision(draft))
  })
})

test('a recusal outlives the session: off the agenda and called again, the person is still kept', async () => {
  const hall = await stage.hall(2)
  const [item] = await stage.ready('Tỏi Lý Sơn')
  const dossierId = item?.dossierId as string
  const [member] = hall.members
  if (!member) throw new Error('a member is seated')
  const first = await stage.sit(hall, [dossierId])
  await declareRecusal(world.as(member), first, dossierId, 'Người nhà là giám đốc.')
  await takeOffAgenda(world.as(hall.chair), first, dossierId, 'Chờ kiểm nghiệm.')
  const again = await callSession(world.as(hall.secretary), {
    councilId: hall.councilId,
    text: '26-2026',
    meetsOn: '2026-11-24',
    place: 'Hội trường mẫu',
    dossiers: [dossierId],
  })
  expect((await sessionFile(world.as(member), again)).lines).toEqual([])
  const kept = await rows(
    world,
    sql<{ reason: string }>`select reason from evaluation.recusal where session_id = ${again}`,
  )
  expect(kept).toEqual([{ reason: 'Đã rút khỏi hồ sơ này ở phiên trước' }])
  // The database itself refuses to forget.
  await expect(run(world, sql`delete from dossier.recusal where dossier_id = ${dossierId}`)).rejects.toThrow(
    'keeps what',
  )
})

test('an officer of the producer decides nothing on its dossier', async () => {
  const { productId, producerId } = await stage.product('Sâm Giấu Kín')
  const dossierId = await stage.dossier(productId, { upTo: 'report-from-commune' })
  const officer = { ...provinceOfficer, producers: [producerId] }
  const receive = (who: Actor) =>
    visiting(dossierPages, dossierRefusals, () => world.as(who)).post(paths.dossier.receive(dossierId), {})
  expect((await receive(officer)).status).toBe(422)
  expect((await receive(provinceOfficer)).status).toBe(303)
  await atomically(world.as(), (tx) => moveDossier(tx, dossierId, 'start-advice'))
})
