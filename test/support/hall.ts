import type { Actor } from '../../src/kernel/actor.ts'
import { systemActor } from '../../src/kernel/actor.ts'
import { castBallot } from '../../src/evaluation/actions-ballot.ts'
import { adoptRegulation, setUpCouncil } from '../../src/evaluation/actions-council.ts'
import { callSession, markAttendance, openSession } from '../../src/evaluation/actions-session.ts'
import type { Capacity, CouncilLevel, RegulationInput } from '../../src/evaluation/model.ts'
import { openAccount } from '../../src/identity/actions.ts'
import type { Context } from '../../src/platform/context.ts'
import { rubricById } from '../../src/regime/law.ts'
import type { Choices, Rubric } from '../../src/regime/model.ts'
import { awarding, province } from './awarding.ts'
import type { World } from './world.ts'

export const today = '2026-11-24'
export const rubric13 = rubricById('26-2026/13') as Rubric

/** Options of a rubric that are worth exactly so many points, the later criteria high first; gates are left to chance. */
export function choicesWorth(rubric: Rubric, points: number): Choices {
  let ways = new Map<number, Choices>([[0, {}]])
  for (const { code, options } of rubric.criteria) {
    const next = new Map(ways)
    for (const [sum, choices] of ways) {
      for (const option of options) next.set(sum + option.points, { ...choices, [code]: option.position })
    }
    ways = next
  }
  const found = ways.get(points)
  if (found === undefined) throw new Error(`No choices of ${rubric.id} are worth ${points}`)
  return found
}

/** A whole ballot: 0 where nothing is chosen, as the form sends it. */
export function ballotWorth(points: number, rubric = rubric13): Choices {
  const chosen = choicesWorth(rubric, points)
  return Object.fromEntries(rubric.criteria.map(({ code }) => [code, chosen[code] ?? 0]))
}

export const regulation: RegulationInput = {
  documentNo: '105/QĐ-UBND',
  effectiveOn: '2026-06-01',
  quorumNumerator: 3,
  quorumDenominator: 4,
  chairRequired: true,
  spreadPoints: 10,
  gateRule: 'majority',
  fallback: 'highest-met',
  proposes: 'on-points',
}

export interface Hall {
  readonly councilId: string
  /** Seats in order: chair, vice-chair, secretary, members. */
  readonly chair: Actor
  readonly vice: Actor
  readonly secretary: Actor
  readonly members: readonly Actor[]
  /** Everybody who votes. */
  readonly voters: readonly Actor[]
}

let halls = 0

/** Councils, sessions and people of the hall, all invented, by the acts of the programme itself. */
export function holding(world: World) {
  const stage = awarding(world)

  async function person(name: string): Promise<Actor> {
    const signInName = `${name}-${halls}`
    const id = await openAccount(world.as(), {
      signInName,
      name: `${name} mẫu`,
      password: 'mau-mau-mau-12',
      sample: true,
    })
    return { id, name: signInName, postings: [], producers: [] }
  }

  async function hall(
    members: number,
    { level = 'province', rules = {} }: { level?: CouncilLevel; rules?: Partial<RegulationInput> } = {},
  ): Promise<Hall> {
    halls++
    const [chair, vice, secretary, ...others] = await Promise.all(
      ['chu-tich', 'pho', 'thu-ky', ...Array.from({ length: members }, (_, n) => `uy-vien-${n + 1}`)].map(person),
    )
    if (!chair || !vice || !secretary) throw new Error('A hall has a chair, a vice-chair and a secretary')
    const seat = ({ id, name }: Actor, capacity: Capacity) => ({
      accountId: id,
      capacity,
      agency: `Sở mẫu ${name.replace(/-\d+$/, '')}`,
    })
    const ctx = world.as(systemActor, '2026-06-01T02:00:00.000Z')
    const councilId = await setUpCouncil(ctx, {
      level,
      unitCode: level === 'ministry' ? 'VN' : province,
      name: `Hội đồng mẫu ${halls}`,
      decisionNo: `${halls}/QĐ-M`,
      decidedOn: '2026-06-01',
      fromDate: '2026-06-01',
      seats: [
        seat(chair, 'chair'),
        seat(vice, 'vice-chair'),
        seat(secretary, 'secretary'),
        ...others.map((one) => seat(one, 'member')),
      ],
    })
    await adoptRegulation(ctx, councilId, { ...regulation, ...rules })
    return { councilId, chair, vice, secretary, members: others, voters: [chair, vice, ...others] }
  }

  /** Dossiers that the advisory team has reported on, one producer each. */
  async function ready(...names: readonly string[]): Promise<readonly { dossierId: string; producerId: string }[]> {
    const made = []
    for (const name of names) {
      const { productId, producerId } = await stage.product(name)
      made.push({ dossierId: await stage.dossier(productId), producerId })
    }
    return made
  }

  function call({ councilId, secretary }: Hall, dossiers: readonly string[]): Promise<string> {
    return callSession(world.as(secretary), {
      councilId,
      text: '26-2026',
      meetsOn: today,
      place: 'Hội trường mẫu',
      dossiers: [...dossiers],
    })
  }

  /** A session called, everybody (or these) marked present, and opened by the chair. */
  async function sit(at: Hall, dossiers: readonly string[], present: readonly Actor[] = at.voters): Promise<string> {
    const sessionId = await call(at, dossiers)
    for (const { id } of present)
      await markAttendance(world.as(at.secretary), sessionId, { accountId: id, present: true })
    await openSession(world.as(at.chair), sessionId)
    return sessionId
  }

  async function castAll(
    sessionId: string,
    dossierId: string,
    votes: readonly (readonly [Actor, number])[],
  ): Promise<void> {
    for (const [who, points] of votes)
      await castBallot(world.as(who), sessionId, dossierId, { choices: ballotWorth(points) })
  }

  const as = (who: Actor): Context => world.as(who)
  return { ...stage, person, hall, ready, call, sit, castAll, as }
}
