import { describe, expect, test } from 'vitest'
import { holding, today } from '../../test/support/hall.ts'
import { ministryOfficer, provinceOfficer } from '../../test/support/awarding.ts'
import { refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { dossierById, keepFrom, wholeDossier } from '../dossier/actions.ts'
import type { DossierState } from '../dossier/model.ts'
import { orMissing } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import { rows, run, sql } from '../platform/db.ts'
import { orderReexamination } from './actions-again.ts'
import { agendaDossier } from './actions.ts'
import { councilById, readyFor } from './actions-council.ts'
import { sessionFile } from './actions-page.ts'
import { callSession, closeSession, takeOffAgenda } from './actions-session.ts'
import type { Hall } from '../../test/support/hall.ts'
import type { CouncilLevel } from './model.ts'
import { judgeOrder, outcomeOf } from './rules-again.ts'
import type { Ordered } from './rules-again.ts'

const world = useWorld()
const stage = holding(world)
const before = '2026-06-20'
let complaints = 0

/** Scored in June from minutes on paper, as its producer hears it; nobody complained yet. */
async function decided(name: string, points: number): Promise<string> {
  const { dossiers } = await stage.scored({ [name]: points }, before)
  return orMissing(dossiers[0])
}

async function order(dossierId: string, level: CouncilLevel = 'province'): Promise<string> {
  const cause = `KN-51-2026-${++complaints}`
  await atomically(world.as(), (tx) => orderReexamination(tx, { dossierId, level, cause }))
  return cause
}

/** Scored by this hall, to the same points by everybody. */
async function scoredBy(hall: Hall, dossierId: string, points: number): Promise<string> {
  const sessionId = await stage.sit(hall, [dossierId])
  await scoreAll(hall, sessionId, dossierId, points)
  return sessionId
}

async function scoreAll(hall: Hall, sessionId: string, dossierId: string, points: number): Promise<void> {
  await stage.castAll(
    sessionId,
    dossierId,
    hall.voters.map((who) => [who, points]),
  )
  await closeSession(world.as(hall.chair), sessionId)
}

async function stateOf(dossierId: string): Promise<string> {
  return orMissing(await dossierById(world.as(), dossierId)).state
}

const resultsOf = (dossierId: string) =>
  rows(
    world,
    sql<{ stars: number; meanHundredths: number }>`select stars, mean_hundredths from evaluation.result
      where dossier_id = ${dossierId} order by decided_at`,
  )

const actsOf = async (dossierId: string) => (await wholeDossier(world.as(), dossierId)).steps.map(({ act }) => act)

describe('a decided dossier ordered to be scored again', () => {
  test('waits for a session of its level, keeps what was decided meanwhile, and goes on only by another result', async () => {
    const dossierId = await decided('Nấm chấm lại', 40)
    const hall = await stage.hall(2)
    const council = await councilById(world.as(hall.secretary), hall.councilId)
    const cause = await order(dossierId)
    const ready = await readyFor(world.as(hall.secretary), council)
    expect(ready.find(({ id }) => id === dossierId)?.again).toMatchObject({ cause, firstMeetsOn: before, sat: [] })

    const sessionId = await stage.sit(hall, [dossierId])
    expect(await stateOf(dossierId)).toBe('not-recognised')
    expect((await readyFor(world.as(hall.secretary), council)).map(({ id }) => id)).not.toContain(dossierId)
    const { again } = await agendaDossier(world.as(hall.chair), sessionId, dossierId)
    expect(again).toMatchObject({ cause, outcome: null })
    await scoreAll(hall, sessionId, dossierId, 70)

    // No text sets a term for what follows.
    expect(await dossierById(world.as(), dossierId)).toMatchObject({ state: 'scored', dueOn: null })
    expect(await resultsOf(dossierId)).toEqual([
      { stars: 2, meanHundredths: 4000 },
      { stars: 3, meanHundredths: 7000 },
    ])
    expect((await actsOf(dossierId)).slice(-2)).toEqual(['order-again', 'score-again'])
    const after = await agendaDossier(world.as(hall.chair), sessionId, dossierId)
    expect(after.again).toMatchObject({ outcome: 'changed', firstStars: 2, firstMeanHundredths: 4000 })
  })

  test('the same result moves nothing, and another complaint may order once more', async () => {
    const dossierId = await decided('Nấm như cũ', 40)
    const hall = await stage.hall(2)
    await order(dossierId)
    await scoredBy(hall, dossierId, 42)
    expect(await stateOf(dossierId)).toBe('not-recognised')
    expect((await actsOf(dossierId)).at(-1)).toBe('result-stands')
    await order(dossierId)
    expect((await actsOf(dossierId)).at(-1)).toBe('order-again')
  })

  test('taken off an agenda it waits again, without a step of its own', async () => {
    const dossierId = await decided('Nấm rút ra', 40)
    const hall = await stage.hall(2)
    await order(dossierId)
    const sessionId = await stage.sit(hall, [dossierId])
    await takeOffAgenda(world.as(hall.chair), sessionId, dossierId, 'Chưa đủ người')
    expect(await stateOf(dossierId)).toBe('not-recognised')
    await scoredBy(hall, dossierId, 41)
    expect(await resultsOf(dossierId)).toHaveLength(2)
  })

  test('a new dossier of the product may run beside it', async () => {
    const dossierId = await decided('Nấm song song', 40)
    const hall = await stage.hall(2)
    const { productId } = orMissing(await dossierById(world.as(), dossierId))
    await order(dossierId)
    await run(world, sql`update dossier.dossier set state = 'notified' where id = ${dossierId}`)
    const next = await stage.dossier(productId)
    await scoredBy(hall, dossierId, 70)
    expect([await stateOf(dossierId), await stateOf(next)]).toEqual(['scored', 'advised'])
  })
})

describe('is refused', () => {
  test('twice, also to the second of two at once', async () => {
    const dossierId = await decided('Nấm hai lần', 40)
    const both = await Promise.all([1, 2].map(() => refusedWith(order(dossierId))))
    expect(both.flat()).toEqual(['evaluation/ordered-already'])
    expect(await refusedWith(order(dossierId))).toEqual(['evaluation/ordered-already'])
  })

  test('on two agendas, at another level, and after the term of the council', async () => {
    const dossierId = await decided('Nấm hai phiên', 40)
    const [one, other] = [await stage.hall(2), await stage.hall(2)]
    const ministry = await stage.hall(2, { level: 'ministry' })
    await order(dossierId)
    expect(await refusedWith(stage.call(ministry, [dossierId]))).toEqual(['evaluation/again-at-other-level'])
    await run(world, sql`update evaluation.council set to_date = '2026-11-23' where id = ${other.councilId}`)
    expect(await refusedWith(stage.call(other, [dossierId]))).toEqual(['evaluation/council-out-of-term'])
    await run(world, sql`update evaluation.council set to_date = null where id = ${other.councilId}`)
    const calls = await Promise.all([one, other].map((hall) => refusedWith(stage.call(hall, [dossierId]))))
    expect(calls.flat()).toEqual(['evaluation/on-another-agenda'])
  })

  test('where that level never scored it, or no order stands', async () => {
    const dossierId = await decided('Nấm không lệnh', 40)
    const hall = await stage.hall(2)
    expect(await refusedWith(order(dossierId, 'ministry'))).toEqual(['evaluation/level-never-scored'])
    expect(await refusedWith(stage.call(hall, [dossierId]))).toEqual(['evaluation/not-ready'])
  })
})

describe('whoever scored the first time', () => {
  async function scoredTwice(sitsAgain?: 'may-sit' | 'others-only') {
    const [item] = await stage.ready(`Trà ${sitsAgain ?? 'im lặng'}`)
    const dossierId = orMissing(item).dossierId
    const hall = await stage.hall(2, { rules: sitsAgain === undefined ? {} : { sitsAgain } })
    await scoredBy(hall, dossierId, 40)
    await order(dossierId)
    return { hall, dossierId }
  }

  test('is named, and sits again where the regulation is silent or says so', async () => {
    for (const rule of [undefined, 'may-sit'] as const) {
      const { hall, dossierId } = await scoredTwice(rule)
      const council = await councilById(world.as(hall.secretary), hall.councilId)
      const ready = await readyFor(world.as(hall.secretary), council)
      const sat = ready.find(({ id }) => id === dossierId)?.again?.sat.map(({ accountId }) => accountId)
      expect(sat?.toSorted()).toEqual(hall.voters.map(({ id }) => id).toSorted())
      await scoredBy(hall, dossierId, 70)
      expect(await stateOf(dossierId)).toBe('scored')
    }
  })

  test('does not find it in the session where the regulation wants others; a council of nobody else is not called', async () => {
    const { hall, dossierId } = await scoredTwice('others-only')
    expect(await refusedWith(stage.call(hall, [dossierId]))).toEqual(['evaluation/all-sat-before'])
    const member = orMissing(hall.members[0])
    const other = await stage.hall(3, { rules: { sitsAgain: 'others-only' } })
    const taken = orMissing(other.members[2])
    await run(
      world,
      sql`update evaluation.seat set account_id = ${member.id}
      where council_id = ${other.councilId} and account_id = ${taken.id}`,
    )
    const sessionId = await stage.call(other, [dossierId])
    expect((await sessionFile(world.as(member), sessionId)).lines).toEqual([])
    expect((await sessionFile(world.as(other.chair), sessionId)).lines.map(({ voters }) => voters)).toEqual([4])
    // Kept from this sitting alone: nothing is written that would close other pages.
    expect(await rows(world, sql`select 1 from dossier.recusal where account_id = ${member.id}`)).toEqual([])
  })

  test('who stepped back from it stays away, and no desk of theirs names it', async () => {
    const dossierId = await decided('Trà rút lui', 40)
    const hall = await stage.hall(3)
    const member = orMissing(hall.members[0])
    await atomically(world.as(), (tx) => keepFrom(tx, dossierId, member.id))
    await order(dossierId)
    const sessionId = await stage.call(hall, [dossierId])
    expect((await sessionFile(world.as(member), sessionId)).lines).toEqual([])
    const council = await councilById(world.as(hall.secretary), hall.councilId)
    const kept = { ...provinceOfficer, id: member.id }
    expect((await readyFor(world.as(kept), council)).map(({ id }) => id)).not.toContain(dossierId)
    expect(
      await refusedWith(
        callSession(world.as(ministryOfficer), {
          councilId: hall.councilId,
          text: '26-2026',
          meetsOn: today,
          place: 'Hội trường mẫu',
          dossiers: [dossierId],
        }),
      ),
    ).toEqual(['kernel/not-found'])
  })
})

describe('the rules', () => {
  const fine: Ordered = {
    state: 'published',
    lastLevel: 'province',
    scoredAtLevel: true,
    waits: false,
    onAgenda: false,
  }
  const open: Readonly<Record<'province' | 'ministry', readonly DossierState[]>> = {
    province: ['not-recognised', 'recognised-by-province', 'result-approved', 'notified', 'published'],
    ministry: [
      'not-recognised',
      'recognised-by-province',
      'recognised-by-ministry',
      'below-90',
      'notified',
      'published',
    ],
  }

  test.each<[string, Partial<Ordered>, CouncilLevel, string | undefined]>([
    ['a decided one', {}, 'province', undefined],
    ['ordered already', { waits: true }, 'province', 'evaluation/ordered-already'],
    ['on an agenda', { onAgenda: true }, 'province', 'evaluation/on-another-agenda'],
    ['never scored there', { scoredAtLevel: false }, 'province', 'evaluation/level-never-scored'],
    [
      'never scored at all',
      { scoredAtLevel: false, lastLevel: undefined },
      'province',
      'evaluation/level-never-scored',
    ],
    ['the ministry scored after', { lastLevel: 'ministry' }, 'province', 'evaluation/other-level-scored-last'],
    [
      'a district scored',
      { lastLevel: 'district', scoredAtLevel: false },
      'province',
      'evaluation/district-is-history',
    ],
    ['disqualified since', { state: 'disqualified' }, 'province', 'evaluation/not-decided'],
  ])('%s', (_, change, level, code) => {
    const judged = judgeOrder(level, { ...fine, ...change })
    expect(judged.ok ? undefined : judged.refusal.code).toBe(code)
  })

  test.each(['province', 'ministry'] as const)(
    '%s: exactly the states with a result that may still change',
    (level) => {
      const states = [
        ...new Set([...open.province, ...open.ministry, 'scored', 'on-agenda', 'disqualified', 'withdrawn']),
      ]
      const may = states.filter((state) => judgeOrder(level, { ...fine, lastLevel: level, state }).ok)
      expect(may.toSorted()).toEqual(open[level].toSorted())
    },
  )

  test.each([
    [{ stars: 3, verdict: 'recognise' }, { stars: 3, verdict: 'recognise' }, 'same'],
    [{ stars: 3, verdict: 'recognise' }, { stars: 4, verdict: 'recognise' }, 'changed'],
    [{ stars: 4, verdict: 'recognise' }, { stars: 4, verdict: 'propose' }, 'changed'],
    [{ stars: 1, verdict: 'not-recognised' }, { stars: 2, verdict: 'not-recognised' }, 'changed'],
  ] as const)('%o then %o is %s', (first, next, outcome) => {
    expect(outcomeOf({ firstStars: first.stars, firstVerdict: first.verdict }, next)).toBe(outcome)
  })
})
