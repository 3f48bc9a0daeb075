import { describe, expect, test } from 'vitest'
import { holding } from '../../test/support/hall.ts'
import type { Hall } from '../../test/support/hall.ts'
import { visiting } from '../../test/support/pages.ts'
import { pdfText } from '../../test/support/pdf-text.ts'
import { useWorld } from '../../test/support/world.ts'
import type { Actor } from '../kernel/actor.ts'
import { Refused } from '../kernel/refusal.ts'
import { rows, run, sql } from '../platform/db.ts'
import { paths } from '../ui/paths.ts'
import { castBallot } from './actions-ballot.ts'
import { sessionFile } from './actions-page.ts'
import { closeSession, nextScoringRound, settleSpread } from './actions-session.ts'
import { evaluationPages } from './pages.tsx'
import { owesReason } from './rules.ts'
import { refusals } from './words.ts'

const world = useWorld()
const stage = holding(world)
const as = (who: Actor) => visiting(evaluationPages, refusals, () => world.as(who))
const { evaluation } = paths

async function codeOf(act: Promise<unknown>): Promise<string> {
  return act.then(
    () => 'ok',
    (error: unknown) => (error instanceof Refused ? error.refusals.map(({ code }) => code).join(' ') : String(error)),
  )
}

/** A hall of three in which the last member stands far from the others, in every round. */
async function apart(rules: Parameters<typeof stage.hall>[1]): Promise<{ hall: Hall; sessionId: string; id: string }> {
  const hall = await stage.hall(1, rules)
  const [item] = await stage.ready('Rượu ghè Trái Ý')
  const id = item?.dossierId as string
  return { hall, id, sessionId: await stage.sit(hall, [id]) }
}

const votes = ({ chair, vice, members }: Hall, last: number) =>
  [
    [chair, 80],
    [vice, 80],
    [members[0] as Actor, last],
  ] as const

describe('a spread that stays too wide', () => {
  test('is settled by whoever leads after the rounds of the regulation, with a reason that is printed', async () => {
    const { hall, sessionId, id } = await apart({ rules: { wideRounds: 2 } })
    const settle = (who: Actor) => settleSpread(world.as(who), sessionId, id, 'Hai vòng, mỗi người giữ ý kiến.')
    await stage.castAll(sessionId, id, votes(hall, 60))
    expect(await codeOf(settle(hall.chair))).toBe('evaluation/rounds-not-spent')
    await nextScoringRound(world.as(hall.chair), sessionId, id)
    await stage.castAll(sessionId, id, votes(hall, 62))
    expect(await codeOf(closeSession(world.as(hall.chair), sessionId))).toBe('evaluation/spread-too-wide')
    expect(await codeOf(settle(hall.vice))).toBe('evaluation/not-presiding')

    const page = await (await as(hall.chair).get(evaluation.dossier(sessionId, id))).text()
    expect(page).toContain('Chốt vòng chấm này')
    const blank = await as(hall.chair).post(evaluation.settle(sessionId, id), { reason: ' ' })
    expect([blank.status, (await blank.text()).includes('Hãy ghi lý do chốt')]).toEqual([422, true])
    const reason = 'Hai vòng, mỗi người giữ ý kiến.'
    expect((await as(hall.chair).post(evaluation.settle(sessionId, id), { reason })).status).toBe(303)

    // Settled is settled: no ballot changes it, no second settling, and the database keeps the row.
    expect(await codeOf(stage.castAll(sessionId, id, votes(hall, 80)))).toBe('evaluation/round-settled')
    expect(await codeOf(settle(hall.chair))).toBe('evaluation/round-settled')
    await expect(run(world, sql`delete from evaluation.spread_settled`)).rejects.toThrow('keeps what')

    await closeSession(world.as(hall.chair), sessionId)
    const [line] = (await sessionFile(world.as(hall.chair), sessionId)).lines
    expect(line?.result).toMatchObject({ totalPoints: 222, spread: 18, sheet: { settledBecause: reason } })
    expect(line?.result?.sheet.earlier).toMatchObject([{ round: 1, ballots: [{}, {}, { total: 60 }] }])
    const minutes = await as(hall.chair).get(evaluation.minutesPdf(sessionId))
    const text = (await pdfText(new Uint8Array(await minutes.arrayBuffer()))).join(' ').replaceAll(/\s+/g, ' ')
    expect(text).toContain('chốt vòng 2 dù còn lệch: Hai vòng')
  })

  test('ends only by scoring again or off the agenda where the regulation provides nothing else', async () => {
    const { hall, sessionId, id } = await apart({})
    await stage.castAll(sessionId, id, votes(hall, 60))
    expect(await codeOf(settleSpread(world.as(hall.chair), sessionId, id, 'Thôi.'))).toBe(
      'evaluation/settling-not-provided',
    )
    expect(await (await as(hall.chair).get(evaluation.dossier(sessionId, id))).text()).not.toContain('Chốt vòng')
  })
})

describe('the reason of a member who stood apart', () => {
  test('is asked past the points of the regulation, exactly', () => {
    const before = [70, 70, 76].map((total, seat) => ({ accountId: `m${seat}`, total }))
    const owes = (outlierPoints: number | null, who: string) => owesReason({ outlierPoints }, before, who)
    // The mean is 72: the third stands 4 apart, the others 2.
    expect([owes(4, 'm2'), owes(3, 'm2'), owes(2, 'm0'), owes(1, 'm0')]).toEqual([false, true, false, true])
    expect([owes(null, 'm2'), owes(0, 'm9')]).toEqual([false, false])
  })

  test('stands on the next ballot, in the words of that round', async () => {
    const { hall, sessionId, id } = await apart({ rules: { outlierPoints: 10 } })
    const last = hall.members[0] as Actor
    await stage.castAll(sessionId, id, votes(hall, 60))
    expect(await (await as(last).get(evaluation.ballot(sessionId, id))).text()).not.toContain('Lý do điểm của bạn')
    await nextScoringRound(world.as(hall.chair), sessionId, id)
    expect(await (await as(last).get(evaluation.ballot(sessionId, id))).text()).toContain('Lý do điểm của bạn')
    expect(await (await as(hall.vice).get(evaluation.ballot(sessionId, id))).text()).not.toContain('Lý do điểm')
    const [cast] = await rows(
      world,
      sql<{ choices: Record<string, number> }>`select choices from evaluation.ballot where account_id = ${last.id}`,
    )
    const filled = new Map(Object.entries(cast?.choices ?? {}))
    const page = await as(last).get(evaluation.ballot(sessionId, id))
    const asked = [...(await page.text()).matchAll(/name="chon\[([\d.]+)\]"/g)].map(([, code = '']) => code)
    const choices = Object.fromEntries(asked.map((code) => [code, filled.get(code) ?? 0]))
    const castWith = (comment: string) => castBallot(world.as(last), sessionId, id, { choices, comment })
    expect(await codeOf(castWith(''))).toBe('evaluation/reason-owed')
    expect(await codeOf(castWith('Bao bì chưa có tem truy xuất.'))).toBe('ok')
  })
})

describe('points for five stars without a gate', () => {
  test('need a person when the regulation is silent, asked before any score is known', async () => {
    const { hall, sessionId, id } = await apart({ rules: { proposes: undefined } })
    const chair = as(hall.chair)
    const before = await (await chair.get(evaluation.session(sessionId))).text()
    expect(before).toContain('Quy chế không nêu')
    await stage.castAll(sessionId, id, votes(hall, 80))
    const refused = await chair.post(evaluation.close(sessionId), {})
    expect([refused.status, (await refused.text()).includes('đánh dấu xác nhận')]).toEqual([422, true])
    expect((await chair.post(evaluation.close(sessionId), { confirmed: 'on' })).status).toBe(303)
    const told = await rows(
      world,
      sql<{ confirmed: boolean }>`select (detail ->> 'confirmed')::boolean as confirmed from audit.entry
        where fact = 'evaluation.closed' and subject = ${sessionId}`,
    )
    expect(told).toEqual([{ confirmed: true }])
  })

  test('go up or not as the regulation says, and the page says which', async () => {
    for (const [proposes, verdict] of [
      ['on-points', 'propose'],
      ['on-points-and-gates', 'recognise'],
    ] as const) {
      const hall = await stage.hall(1, { rules: { proposes, gateRule: 'all' } })
      const [item] = await stage.ready(`Cà phê ${proposes}`)
      const id = item?.dossierId as string
      const sessionId = await stage.sit(hall, [id])
      // Among ballots worth 90 and a little more some gate of five stars is missed: the rubric has 100 with all of them.
      await stage.castAll(
        sessionId,
        id,
        hall.voters.map((who) => [who, 90]),
      )
      await closeSession(world.as(hall.chair), sessionId)
      const [line] = (await sessionFile(world.as(hall.chair), sessionId)).lines
      expect(line?.result?.gates.some(({ met, stars }) => !met && stars === 5)).toBe(true)
      expect(line?.result).toMatchObject({ verdict })
      const page = await (await as(hall.chair).get(evaluation.session(sessionId))).text()
      expect(page.includes('còn thiếu ngưỡng')).toBe(verdict === 'propose')
    }
  })
})
