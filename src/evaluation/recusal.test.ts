import { beforeAll, describe, expect, test } from 'vitest'
import { ballotWorth, holding } from '../../test/support/hall.ts'
import type { Hall } from '../../test/support/hall.ts'
import { ministryOfficer, province } from '../../test/support/awarding.ts'
import { visiting } from '../../test/support/pages.ts'
import { pdfText } from '../../test/support/pdf-text.ts'
import { useWorld } from '../../test/support/world.ts'
import type { Actor } from '../kernel/actor.ts'
import { rows, sql } from '../platform/db.ts'
import { addMember } from '../producer/actions.ts'
import { paths } from '../ui/paths.ts'
import { grantPosting } from '../identity/actions.ts'
import { deskItems } from './actions.ts'
import { setUpCouncil } from './actions-council.ts'
import { castBallot } from './actions-ballot.ts'
import { sessionFile } from './actions-page.ts'
import { closeSession, declareRecusal, nextScoringRound, takeOffAgenda } from './actions-session.ts'
import { evaluationPages } from './pages.tsx'
import { strictness } from './strictness.ts'
import { refusals } from './words.ts'

const world = useWorld()
const stage = holding(world)
const as = (who: Actor) => visiting(evaluationPages, refusals, () => world.as(who))

const officer = (producers: readonly string[]): Actor => ({
  id: `can-bo-${producers.length}`,
  name: 'Cán bộ',
  producers,
  postings: [
    {
      role: 'province-officer',
      unit: province,
      province,
    },
  ],
})

/** Names that differ between two halls built alike: ids, serials of halls and producers. */
function alike(text: string): string {
  return (
    text
      .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, '#')
      .replaceAll(/\b[0-9a-f]{6}\b/g, '~')
      .replaceAll(/Hội đồng mẫu \d+|\b\d+\/QĐ-M/gi, '#')
      .replaceAll(/can-bo-\d/g, '#')
      // The bundle holds every item: whoever is kept from one, and knows it, gets neither the file nor the link.
      .replaceAll(
        /<a [^>]*>(?:(?!<\/a>).)*Gói niêm phong \(JSON\)<\/a>|<symbol id="i-download".*?<\/symbol>|"hasBundle":(true|false),/g,
        '',
      )
  )
}

async function textOf(answer: Response): Promise<string> {
  if (answer.headers.get('content-type') !== 'application/pdf') return `${answer.status} ${await answer.text()}`
  return (await pdfText(new Uint8Array(await answer.arrayBuffer()))).join('\n')
}

/** Everything this person can open of a session in which `open` is the item they take part in. */
async function allTheySee(who: Actor, hall: Hall, sessionId: string, open: string): Promise<readonly string[]> {
  const { evaluation } = paths
  const addresses = [
    evaluation.council(hall.councilId),
    evaluation.session(sessionId),
    evaluation.ballot(sessionId, open),
    evaluation.ballotPdf(sessionId, open),
    evaluation.dossier(sessionId, open),
    evaluation.minutes(sessionId),
    evaluation.minutesPdf(sessionId),
    evaluation.summaryPdf(sessionId),
  ]
  const seen: string[] = []
  for (const address of addresses) seen.push(await textOf(await as(who).get(address)))
  seen.push(JSON.stringify(await deskItems(world.as(who))), JSON.stringify(await sessionFile(world.as(who), sessionId)))
  return seen
}

interface Setting {
  readonly hall: Hall
  readonly sessionId: string
  readonly open: string
  readonly hidden: string
  readonly producerId: string
  /** By declaration, by membership of the producer, by acting for it as an officer. */
  readonly conflicted: readonly Actor[]
}

/** A hall of nine in which three people are kept from the second dossier, each for another reason. */
async function setting(names: readonly [string, string]): Promise<Setting> {
  const hall = await stage.hall(7)
  const [first, second] = await stage.ready(...names)
  const [declared, insider] = hall.members
  if (!first || !second || !declared || !insider) throw new Error('two dossiers and two members are there')
  await addMember(world.as(), second.producerId, { accountId: insider.id, capacity: 'staff' })
  const sessionId = await stage.sit(hall, [first.dossierId, second.dossierId])
  await declareRecusal(world.as(declared), sessionId, second.dossierId, 'Có góp vốn.')
  return {
    hall,
    sessionId,
    open: first.dossierId,
    hidden: second.dossierId,
    producerId: second.producerId,
    conflicted: [
      declared,
      {
        ...insider,
        producers: [second.producerId],
      },
      insider,
      officer([second.producerId]),
    ],
  }
}

const votersOf = ({ hall, conflicted }: Setting) =>
  hall.voters.filter(({ id }) => !conflicted.some((one) => one.id === id))

describe('whoever takes no part in a dossier', () => {
  let at: Setting
  beforeAll(async () => {
    at = await setting(['Mắc ca Có Mặt', 'Hồ tiêu Giấu Kín'])
  })

  test('is kept from it by declaration and, without asking, by belonging to the producer', async () => {
    const kept = await rows(
      world,
      sql<{
        accountId: string
        declaredBy: string
      }>`select account_id, declared_by from evaluation.recusal where dossier_id = ${at.hidden} order by declared_by desc`,
    )
    expect(kept.map(({ declaredBy }) => declaredBy === 'system').toSorted()).toEqual([false, true])
  })

  test('finds nothing of it on any page, count or file, whatever happens to it', async () => {
    const look = () => Promise.all(at.conflicted.map((who) => allTheySee(who, at.hall, at.sessionId, at.open)))
    const before = await look()
    for (const seen of before.flat()) {
      for (const trace of ['Giấu Kín', at.hidden, at.producerId]) expect(seen).not.toContain(trace)
    }
    const voters = votersOf(at)
    await stage.castAll(
      at.sessionId,
      at.hidden,
      voters.map((who, seat) => [who, seat === 0 ? 95 : 60]),
    )
    expect(await look()).toEqual(before)
    await nextScoringRound(world.as(at.hall.chair), at.sessionId, at.hidden)
    await stage.castAll(
      at.sessionId,
      at.hidden,
      voters.slice(1).map((who) => [who, 62]),
    )
    expect(await look()).toEqual(before)
    await takeOffAgenda(world.as(at.hall.chair), at.sessionId, at.hidden, 'Chờ kiểm nghiệm.')
    expect(await look()).toEqual(before)
  })

  test('gets the same answer at its addresses as for one that does not exist', async () => {
    const { evaluation } = paths
    for (const who of at.conflicted) {
      for (const dossier of [at.hidden, 'khong-co']) {
        const answers = await Promise.all([
          ...[evaluation.ballot, evaluation.ballotPdf, evaluation.dossier].map((path) =>
            as(who).get(path(at.sessionId, dossier)),
          ),
          as(who).get(evaluation.paper(at.sessionId, dossier, 'x')),
          as(who).post(evaluation.ballot(at.sessionId, dossier), { act: 'draft', 'chon[1.1]': '1' }),
          as(who).post(evaluation.recusal(at.sessionId, dossier), { reason: 'Thử.' }),
          as(who).post(evaluation.note(at.sessionId, dossier), { text: 'Thử.' }),
          as(who).post(evaluation.takeOff(at.sessionId, dossier), { reason: 'Thử.' }),
          as(who).post(evaluation.scoreAgain(at.sessionId, dossier), {}),
        ])
        expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404))
      }
    }
  })
})

test('a closed session looks to them as if the dossier had never been on its agenda', { timeout: 60_000 }, async () => {
  const without = await stage.hall(7)
  const [alone] = await stage.ready('Cà phê Song Sinh')
  const openAlone = alone?.dossierId as string
  const aloneSession = await stage.sit(without, [openAlone])
  const vote = (sessionId: string, dossierId: string, voters: readonly Actor[], points: number) =>
    stage.castAll(
      sessionId,
      dossierId,
      voters.map((who) => [who, points]),
    )
  await vote(aloneSession, openAlone, without.voters, 74)
  await closeSession(world.as(without.chair), aloneSession)

  const at = await setting(['Cà phê Song Sinh', 'Hồ tiêu Giấu Kín'])
  await vote(at.sessionId, at.open, at.hall.voters, 74)
  await vote(at.sessionId, at.hidden, votersOf(at), 91)
  await closeSession(world.as(at.hall.chair), at.sessionId)

  const pairs = [
    [without.members[0], at.conflicted[0]],
    [without.members[1], at.conflicted[1]],
    [without.members[1], at.conflicted[2]],
    [officer([]), at.conflicted[3]],
  ] as const
  for (const [plain, conflicted] of pairs) {
    if (!plain || !conflicted) throw new Error('everybody has a twin')
    const seen = await allTheySee(conflicted, at.hall, at.sessionId, at.open)
    expect(seen.map(alike)).toEqual((await allTheySee(plain, without, aloneSession, openAlone)).map(alike))
  }
  // And the one who may see it does see it, so the comparison compares something.
  expect((await allTheySee(at.hall.chair, at.hall, at.sessionId, at.open))[1]).toContain('Giấu Kín')
})

test('the comparison of councils leaves out what its reader is recused from', async () => {
  const conflicted = (producers: readonly string[]): Actor => ({ ...ministryOfficer, producers })
  const hall = await stage.hall(1)
  const [item] = await stage.ready('Hạt sen Giấu Kín')
  const { dossierId, producerId } = item as { dossierId: string; producerId: string }
  const before = await strictness(world.as(conflicted([producerId])), '26-2026')
  const sessionId = await stage.sit(hall, [dossierId])
  await stage.castAll(
    sessionId,
    dossierId,
    hall.voters.map((who) => [who, 99]),
  )
  await closeSession(world.as(hall.chair), sessionId)
  expect(await strictness(world.as(conflicted([producerId])), '26-2026')).toEqual(before)
  const [first] = await strictness(world.as(ministryOfficer), '26-2026')
  expect(first).toMatchObject({ councilId: hall.councilId, ballots: 3 })
  expect(first?.deviation).toBeGreaterThan(0)
})

test('a chair who is recused from an item neither closes nor learns how it stands; the vice-chair does', async () => {
  const hall = await stage.hall(2)
  const [item] = await stage.ready('Tỏi Lý Sơn')
  const dossierId = item?.dossierId as string
  const sessionId = await stage.sit(hall, [dossierId])
  await declareRecusal(world.as(hall.chair), sessionId, dossierId, 'Người nhà là giám đốc.')
  await expect(closeSession(world.as(hall.chair), sessionId)).rejects.toThrow('evaluation/not-presiding')
  expect(await sessionFile(world.as(hall.chair), sessionId)).toMatchObject({
    lines: [],
    faults: [],
    may: { close: false },
  })
  const page = await as(hall.chair).get(paths.evaluation.session(sessionId))
  expect(await page.text()).toContain('Không có hồ sơ nào để bạn xem')
  await expect(closeSession(world.as(hall.vice), sessionId)).rejects.toThrow('evaluation/ballots-missing')
  for (const who of [hall.vice, ...hall.members])
    await castBallot(world.as(who), sessionId, dossierId, { choices: ballotWorth(72) })
  await closeSession(world.as(hall.vice), sessionId)
  const [line] = (await sessionFile(world.as(hall.vice), sessionId)).lines
  expect(line?.result).toMatchObject({ ballots: 3, totalPoints: 216 })
})

test('somebody who joins the producer after casting is taken off the count', async () => {
  const hall = await stage.hall(2)
  const [item] = await stage.ready('Quế Trà Bồng')
  const { dossierId, producerId } = item as { dossierId: string; producerId: string }
  const sessionId = await stage.sit(hall, [dossierId])
  const [late, other] = hall.members
  if (!late || !other) throw new Error('two members are seated')
  await stage.castAll(sessionId, dossierId, [
    [hall.chair, 70],
    [hall.vice, 70],
    [late, 79],
    [other, 70],
  ])
  await addMember(world.as(), producerId, { accountId: late.id, capacity: 'owner' })
  await closeSession(world.as(hall.chair), sessionId)
  const [line] = (await sessionFile(world.as(hall.chair), sessionId)).lines
  expect(line?.result).toMatchObject({ ballots: 3, totalPoints: 210 })
  expect((await sessionFile(world.as(late), sessionId)).lines).toEqual([])
})

test('an auditor, who reads the whole book, is not seated on a council', async () => {
  const auditor = await stage.person('kiem-toan')
  await grantPosting(world.as(), { accountId: auditor.id, role: 'auditor', unit: province, from: '2026-06-01' })
  const seats = [{ accountId: auditor.id, capacity: 'chair' as const, agency: 'Thanh tra mẫu' }]
  const input = { level: 'province', unitCode: province, name: 'Hội đồng mẫu', decisionNo: '9/QĐ-M', seats } as const
  const dated = { ...input, decidedOn: '2026-06-01', fromDate: '2026-06-01', seats }
  await expect(setUpCouncil(world.as(), dated)).rejects.toThrow('evaluation/auditor-seated')
})
