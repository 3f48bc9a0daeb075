import { expect, test } from 'vitest'
import { ballotWorth, holding, rubric13 } from '../../test/support/hall.ts'
import { useWorld } from '../../test/support/world.ts'
import { canonicalJson, sha256 } from '../audit/rules.ts'
import { Refused } from '../kernel/refusal.ts'
import { oneRow, rows, sql } from '../platform/db.ts'
import { castBallot } from './actions-ballot.ts'
import { closeSession } from './actions-session.ts'
import { countBallot, tallyOf } from './counting.ts'
import type { Ballot, Regulation } from './model.ts'

const world = useWorld()
const stage = holding(world)

/** What came of an attempt: done, or the code it was refused with. */
async function outcomeOf(act: Promise<unknown>): Promise<string> {
  try {
    await act
    return 'done'
  } catch (error) {
    if (error instanceof Refused) return error.refusals[0]?.code ?? ''
    throw error
  }
}

const ballotsOf = (sessionId: string) =>
  rows(
    world,
    sql<Ballot>`select id, dossier_id, account_id, scoring_round, choices, comment, cast_at, superseded_at
      from evaluation.ballot where session_id = ${sessionId}`,
  )

// Fault test F12: no score after closing, none lost, and the published mean is the mean of what stands.
test('fifteen members change their ballots while the chair closes', { timeout: 60_000 }, async () => {
  const hall = await stage.hall(13)
  const [item] = await stage.ready('Cà phê Giằng Co')
  const dossierId = item?.dossierId as string
  const sessionId = await stage.sit(hall, [dossierId])
  await stage.castAll(
    sessionId,
    dossierId,
    hall.voters.map((who) => [who, 70]),
  )
  const attempts = hall.voters.flatMap((who, seat) =>
    [0, 1, 2, 3].map((turn) => ({ who, points: 70 + ((seat * 4 + turn * 3) % 11) })),
  )
  let closing: Promise<string> | undefined
  const outcomes = await Promise.all(
    attempts.map(async ({ who, points }, index) => {
      if (index === 23) closing = outcomeOf(closeSession(world.as(hall.chair), sessionId))
      return outcomeOf(castBallot(world.as(who), sessionId, dossierId, { choices: ballotWorth(points) }))
    }),
  )
  expect(await closing).toBe('done')
  expect(new Set(outcomes)).toEqual(new Set(['done', 'evaluation/session-closed']))

  const ballots = await ballotsOf(sessionId)
  expect(ballots).toHaveLength(hall.voters.length + outcomes.filter((outcome) => outcome === 'done').length)
  const standing = ballots.filter(({ supersededAt }) => supersededAt === null)
  expect(new Set(standing.map(({ accountId }) => accountId)).size).toBe(hall.voters.length)
  expect(standing).toHaveLength(hall.voters.length)

  const rule = { gateRule: 'majority', fallback: 'highest-met' } as Regulation
  const again = tallyOf(
    '26-2026',
    rubric13,
    standing.map((ballot) => countBallot(rubric13, ballot)),
    rule,
  )
  const result = await oneRow(
    world,
    sql<{ totalPoints: number; ballots: number; meanHundredths: number; spread: number; stars: number }>`
      select total_points, ballots, mean_hundredths, spread, stars from evaluation.result where session_id = ${sessionId}`,
  )
  expect(result).toEqual({
    totalPoints: again.mean.total,
    ballots: again.mean.ballots,
    meanHundredths: again.meanHundredths,
    spread: again.spread,
    stars: again.stars,
  })

  const booked = await rows(
    world,
    sql<{ detail: { ballot: string; hash: string } }>`
      select detail from audit.entry where subject = ${sessionId} and fact = 'evaluation.ballot-cast'`,
  )
  const hashes = new Map(booked.map(({ detail }) => [detail.ballot, detail.hash]))
  expect(booked).toHaveLength(ballots.length)
  for (const { supersededAt: _, ...ballot } of ballots)
    expect(hashes.get(ballot.id)).toBe(sha256(canonicalJson(ballot)))
})

test('one member pressing twenty times at once has one standing ballot', async () => {
  const hall = await stage.hall(1)
  const [item] = await stage.ready('Cà phê Bấm Vội')
  const dossierId = item?.dossierId as string
  const sessionId = await stage.sit(hall, [dossierId])
  await Promise.all(
    Array.from({ length: 20 }, (_, turn) =>
      castBallot(world.as(hall.chair), sessionId, dossierId, { choices: ballotWorth(60 + turn) }),
    ),
  )
  const ballots = await ballotsOf(sessionId)
  expect(ballots).toHaveLength(20)
  expect(ballots.filter(({ supersededAt }) => supersededAt === null)).toHaveLength(1)
})

test('two chairs’ presses close once', async () => {
  const hall = await stage.hall(1)
  const [item] = await stage.ready('Cà phê Đóng Hai Lần')
  const dossierId = item?.dossierId as string
  const sessionId = await stage.sit(hall, [dossierId])
  await stage.castAll(
    sessionId,
    dossierId,
    hall.voters.map((who) => [who, 75]),
  )
  const outcomes = await Promise.all([1, 2, 3].map(() => outcomeOf(closeSession(world.as(hall.chair), sessionId))))
  expect(outcomes.toSorted()).toEqual(['done', 'evaluation/session-not-open', 'evaluation/session-not-open'])
  expect(await rows(world, sql`select from evaluation.result where session_id = ${sessionId}`)).toHaveLength(1)
})
