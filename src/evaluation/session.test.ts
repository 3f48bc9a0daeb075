import { describe, expect, test } from 'vitest'
import { ballotWorth, choicesWorth, holding, rubric13, today } from '../../test/support/hall.ts'
import type { Hall } from '../../test/support/hall.ts'
import { refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { dossierById } from '../dossier/actions.ts'
import { maybeRow, rows, sql } from '../platform/db.ts'
import { ballotPage, castBallot, saveDraft } from './actions-ballot.ts'
import { sessionFile, writeNote } from './actions-page.ts'
import {
  callSession,
  closeSession,
  declareRecusal,
  markAttendance,
  nextScoringRound,
  openSession,
  takeOffAgenda,
} from './actions-session.ts'

const world = useWorld()
const stage = holding(world)

const stateOf = async (id: string) => (await dossierById(world.as(), id))?.state
const resultOf = (dossierId: string) =>
  maybeRow(
    world,
    sql<{
      totalPoints: number
      ballots: number
      meanHundredths: number
      spread: number
      stars: number
      verdict: string
    }>`
    select total_points, ballots, mean_hundredths, spread, stars, verdict from evaluation.result where dossier_id = ${dossierId}`,
  )

/** A session of one dossier in which each voter gives so many points, closed. */
async function decided(hall: Hall, name: string, points: readonly number[]) {
  const [item] = await stage.ready(name)
  const dossierId = item?.dossierId as string
  const sessionId = await stage.sit(hall, [dossierId])
  await stage.castAll(
    sessionId,
    dossierId,
    hall.voters.map((who, seat) => [who, points[seat] ?? points[0] ?? 0]),
  )
  await closeSession(world.as(hall.chair), sessionId)
  return { dossierId, sessionId }
}

describe('a session of the province', () => {
  test('goes from the call to a result that moves the dossier', async () => {
    const hall = await stage.hall(2)
    const { dossierId, sessionId } = await decided(hall, 'Cà phê Đủ Sao', [72, 73, 74, 75])
    expect(await resultOf(dossierId)).toMatchObject({ totalPoints: 294, ballots: 4, meanHundredths: 7350, spread: 3 })
    expect(await stateOf(dossierId)).toBe(
      (await resultOf(dossierId))?.verdict === 'recognise' ? 'scored' : 'not-recognised',
    )
    const file = await sessionFile(world.as(hall.secretary), sessionId)
    expect(file.lines[0]?.result?.sheet.counted.map(({ total }) => total)).toEqual([72, 73, 74, 75])
    expect(file.lines[0]?.result?.sheet.asked).toHaveLength(rubric13.criteria.length)
  })

  test('tells a product below three stars, and proposes one from ninety', async () => {
    const hall = await stage.hall(1)
    const low = await decided(hall, 'Cà phê Một Sao', [25, 25, 25])
    expect(await resultOf(low.dossierId)).toMatchObject({ stars: 1, verdict: 'not-recognised' })
    expect(await stateOf(low.dossierId)).toBe('not-recognised')
    const high = await decided(hall, 'Cà phê Năm Sao', [100, 100, 100])
    expect(await resultOf(high.dossierId)).toMatchObject({ stars: 5, verdict: 'propose' })
    expect(await stateOf(high.dossierId)).toBe('scored')
  })

  test('does not close while a rule fails, and names each', async () => {
    const hall = await stage.hall(6)
    const [first, second] = (await stage.ready('Chè A', 'Chè B')).map(({ dossierId }) => dossierId) as [string, string]
    const sessionId = await stage.sit(hall, [first, second], [hall.chair, hall.vice, ...hall.members.slice(0, 3)])
    await stage.castAll(sessionId, first, [
      [hall.chair, 80],
      [hall.vice, 60],
    ])
    const codes = await refusedWith(closeSession(world.as(hall.chair), sessionId))
    expect(codes).toEqual([
      'evaluation/quorum-not-met',
      'evaluation/ballots-missing',
      'evaluation/quorum-not-met',
      'evaluation/ballots-missing',
    ])
    expect(await stateOf(first)).toBe('on-agenda')
    expect((await sessionFile(world.as(hall.chair), sessionId)).faults.map(({ code }) => code)).toEqual(codes)
  })

  test('scores again when members differ by more than the regulation allows; the first round is kept', async () => {
    const hall = await stage.hall(1)
    const [item] = await stage.ready('Rượu ghè')
    const dossierId = item?.dossierId as string
    const sessionId = await stage.sit(hall, [dossierId])
    const [member] = hall.members
    if (!member) throw new Error('a member is seated')
    await stage.castAll(sessionId, dossierId, [
      [hall.chair, 80],
      [hall.vice, 75],
      [member, 69],
    ])
    expect(await refusedWith(closeSession(world.as(hall.chair), sessionId))).toEqual(['evaluation/spread-too-wide'])
    expect(await refusedWith(nextScoringRound(world.as(member), sessionId, dossierId))).toEqual([
      'evaluation/not-presiding',
    ])
    expect(await nextScoringRound(world.as(hall.chair), sessionId, dossierId)).toBe(2)
    expect(await refusedWith(closeSession(world.as(hall.chair), sessionId))).toEqual(['evaluation/ballots-missing'])
    await stage.castAll(sessionId, dossierId, [
      [hall.chair, 80],
      [hall.vice, 75],
      [member, 70],
    ])
    await closeSession(world.as(hall.chair), sessionId)
    expect(await resultOf(dossierId)).toMatchObject({ totalPoints: 225, spread: 10 })
    const [line] = (await sessionFile(world.as(member), sessionId)).lines
    expect(line?.result?.sheet.earlier).toMatchObject([
      { round: 1, ballots: [{ total: 80 }, { total: 75 }, { total: 69 }] },
    ])
  })

  test('puts a dossier on one agenda only, and takes it off again', async () => {
    const hall = await stage.hall(1)
    const [item] = await stage.ready('Mật ong')
    const dossierId = item?.dossierId as string
    const sessionId = await stage.sit(hall, [dossierId])
    expect(await refusedWith(stage.call(hall, [dossierId]))).toEqual(['evaluation/not-ready'])
    await takeOffAgenda(world.as(hall.chair), sessionId, dossierId, 'Chờ kết quả kiểm nghiệm.')
    expect(await stateOf(dossierId)).toBe('advised')
    await closeSession(world.as(hall.chair), sessionId)
    expect(await resultOf(dossierId)).toBeUndefined()
    await stage.call(hall, [dossierId])
    expect(await stateOf(dossierId)).toBe('on-agenda')
  })

  test('is called, opened and prepared by those it belongs to', async () => {
    const hall = await stage.hall(1)
    const other = await stage.hall(1)
    const [item] = await stage.ready('Gạo nếp')
    const dossiers = [item?.dossierId as string]
    const call = { councilId: hall.councilId, text: '26-2026', meetsOn: today, place: 'Hội trường', dossiers }
    expect(await refusedWith(callSession(world.as(hall.members[0]), call))).toEqual(['kernel/not-found'])
    expect(await refusedWith(callSession(world.as(other.chair), call))).toEqual(['kernel/not-found'])
    expect(await refusedWith(callSession(world.as(hall.secretary), { ...call, text: '148-2023' }))).toEqual([
      'evaluation/other-text',
    ])
    const sessionId = await stage.call(hall, dossiers)
    expect(await refusedWith(openSession(world.as(hall.secretary), sessionId))).toEqual(['evaluation/not-presiding'])
    expect(await refusedWith(sessionFile(world.as(other.chair), sessionId))).toEqual(['kernel/not-found'])
  })
})

describe('a ballot', () => {
  test('answers every criterion with a level the rubric has', async () => {
    const hall = await stage.hall(1)
    const [item] = await stage.ready('Tiêu Lệ Chí')
    const dossierId = item?.dossierId as string
    const sessionId = await stage.sit(hall, [dossierId])
    const { '1.1': _, ...rest } = ballotWorth(70)
    expect(await refusedWith(castBallot(world.as(hall.chair), sessionId, dossierId, { choices: rest }))).toEqual([
      'evaluation/unanswered',
    ])
    expect(
      await refusedWith(castBallot(world.as(hall.chair), sessionId, dossierId, { choices: { ...rest, '1.1': 9 } })),
    ).toEqual(['evaluation/no-such-option'])
    expect(
      await refusedWith(
        castBallot(world.as(hall.chair), sessionId, dossierId, { choices: { ...ballotWorth(70), '99.1': 1 } }),
      ),
    ).toEqual(['evaluation/no-such-option'])
    expect(await rows(world, sql`select from evaluation.ballot where dossier_id = ${dossierId}`)).toEqual([])
  })

  test('cast again supersedes the one before, which stays', async () => {
    const hall = await stage.hall(1)
    const [item] = await stage.ready('Bò khô')
    const dossierId = item?.dossierId as string
    const sessionId = await stage.sit(hall, [dossierId])
    await castBallot(world.as(hall.chair), sessionId, dossierId, { choices: ballotWorth(60), comment: 'Lần một' })
    await castBallot(world.as(hall.chair), sessionId, dossierId, { choices: ballotWorth(65), comment: 'Lần hai' })
    const { history, cast, filled } = await ballotPage(world.as(hall.chair), sessionId, dossierId)
    expect(history.map(({ comment, supersededAt }) => [comment, supersededAt === null])).toEqual([
      ['Lần hai', true],
      ['Lần một', false],
    ])
    expect(cast?.choices).toEqual(choicesWorth(rubric13, 65))
    expect(filled?.comment).toBe('Lần hai')
  })

  test('is prepared as a draft before the session opens, and counts for nothing', async () => {
    const hall = await stage.hall(1)
    const [item] = await stage.ready('Nước mắm')
    const dossierId = item?.dossierId as string
    const sessionId = await stage.call(hall, [dossierId])
    await saveDraft(world.as(hall.vice), sessionId, dossierId, { choices: { '1.1': 2, '1.2': 0 }, comment: 'Nháp' })
    expect(
      await refusedWith(castBallot(world.as(hall.vice), sessionId, dossierId, { choices: ballotWorth(70) })),
    ).toEqual(['evaluation/session-not-open'])
    const [line] = (await sessionFile(world.as(hall.vice), sessionId)).lines
    expect(line).toMatchObject({ own: 'draft', answered: 2, asked: rubric13.criteria.length, cast: 0 })
    expect((await sessionFile(world.as(hall.chair), sessionId)).lines[0]).toMatchObject({ own: 'to-do', answered: 0 })
  })

  test('of somebody who is not there is refused until they are', async () => {
    const hall = await stage.hall(1)
    const [item] = await stage.ready('Khăn dệt')
    const dossierId = item?.dossierId as string
    const sessionId = await stage.sit(hall, [dossierId], [hall.chair])
    const cast = () => castBallot(world.as(hall.vice), sessionId, dossierId, { choices: ballotWorth(70) })
    expect(await refusedWith(cast())).toEqual(['evaluation/not-present'])
    await markAttendance(world.as(hall.vice), sessionId, { accountId: hall.vice.id, present: true })
    expect(await refusedWith(cast())).toEqual([])
    expect(
      await refusedWith(
        markAttendance(world.as(hall.secretary), sessionId, { accountId: hall.vice.id, present: false }),
      ),
    ).toEqual(['evaluation/has-cast'])
  })

  test('in a closed session is refused and leaves no trace, by the database too', async () => {
    const hall = await stage.hall(1)
    const { dossierId, sessionId } = await decided(hall, 'Trà atisô', [72, 73, 74])
    const count = async () =>
      (await rows(world, sql`select from evaluation.ballot where session_id = ${sessionId}`)).length
    expect(
      await refusedWith(castBallot(world.as(hall.chair), sessionId, dossierId, { choices: ballotWorth(90) })),
    ).toEqual(['evaluation/session-closed'])
    expect(await refusedWith(writeNote(world.as(hall.chair), sessionId, dossierId, 'Nói thêm sau phiên.'))).toEqual([
      'evaluation/session-closed',
    ])
    await expect(
      rows(
        world,
        sql`insert into evaluation.ballot (id, session_id, dossier_id, account_id, scoring_round, choices, cast_at)
        values ('x', ${sessionId}, ${dossierId}, ${hall.chair.id}, 2, '{}', now())`,
      ),
    ).rejects.toThrow(/session is closed/)
    await expect(rows(world, sql`delete from evaluation.ballot where session_id = ${sessionId}`)).rejects.toThrow(
      /never deleted/,
    )
    await expect(
      rows(world, sql`update evaluation.result set stars = 5 where session_id = ${sessionId}`),
    ).rejects.toThrow(/keeps what was written/)
    expect(await count()).toBe(3)
  })

  test('and its score are in nobody else’s page before the session closes', async () => {
    const hall = await stage.hall(1)
    const [item] = await stage.ready('Sâm Ngọc Linh')
    const dossierId = item?.dossierId as string
    const sessionId = await stage.sit(hall, [dossierId])
    const pagesOf = () =>
      Promise.all([hall.vice, hall.secretary].map((reader) => sessionFile(world.as(reader), sessionId)))
    await castBallot(world.as(hall.chair), sessionId, dossierId, { choices: ballotWorth(83), comment: 'Ý kiến kín' })
    const high = await pagesOf()
    await castBallot(world.as(hall.chair), sessionId, dossierId, { choices: ballotWorth(20), comment: 'Đổi ý' })
    expect(await pagesOf()).toEqual(high)
    expect(JSON.stringify(high)).not.toContain('Ý kiến kín')
  })
})

test('a recusal takes the ballot off the count, keeps it, and cannot be taken back', async () => {
  const hall = await stage.hall(2)
  const [item] = await stage.ready('Hạt điều')
  const dossierId = item?.dossierId as string
  const sessionId = await stage.sit(hall, [dossierId])
  const [first] = hall.members
  if (!first) throw new Error('a member is seated')
  await stage.castAll(sessionId, dossierId, [
    [hall.chair, 70],
    [hall.vice, 71],
    [first, 95],
  ])
  await declareRecusal(world.as(first), sessionId, dossierId, 'Có góp vốn.')
  expect(await refusedWith(castBallot(world.as(first), sessionId, dossierId, { choices: ballotWorth(95) }))).toEqual([
    'kernel/not-found',
  ])
  expect(await refusedWith(declareRecusal(world.as(first), sessionId, dossierId, 'Lần nữa.'))).toEqual([
    'kernel/not-found',
  ])
  await expect(rows(world, sql`delete from evaluation.recusal where session_id = ${sessionId}`)).rejects.toThrow(
    /keeps what was written/,
  )
  await stage.castAll(sessionId, dossierId, [[hall.members[1] as typeof first, 72]])
  await closeSession(world.as(hall.chair), sessionId)
  expect(await resultOf(dossierId)).toMatchObject({ totalPoints: 213, ballots: 3 })
  expect(await rows(world, sql`select from evaluation.ballot where session_id = ${sessionId}`)).toHaveLength(4)
})
