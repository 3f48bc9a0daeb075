import { describe, expect, it } from 'vitest'
import { visitor } from '../kernel/actor.ts'
import type { Actor, Role } from '../kernel/actor.ts'
import { rows, run, sql } from '../platform/db.ts'
import { refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import {
  addBudgetLine,
  addTarget,
  approvePlan,
  endPlan,
  returnPlan,
  submitPlan,
  tellMeasure,
  writePlan,
} from './actions.ts'
import { changeBudgetLine, changeTarget, changeTask, dropBudgetLine, dropTarget, dropTask } from './actions-draft.ts'
import { deskItems, planFile, shareFile, targetFile, taskFile } from './actions-reading.ts'
import { answerReport, giveTask, reportTask } from './actions-task.ts'
import type { PlanInput, TargetInput } from './model.ts'

const world = useWorld()
const posted = (role: Role, unit: string, province = unit): Actor => ({
  id: `${role}-${unit}`,
  name: 'Cán bộ mẫu',
  postings: [{ role, unit, province }],
  producers: [],
})
const acting = (actor: Actor) => () => world.as(actor)
const officer = acting(posted('province-officer', '51'))
const leader = acting(posted('province-leader', '51'))
const commune = acting(posted('commune-officer', '23473', '51'))
const neighbour = acting(posted('province-officer', '66'))

const plan: PlanInput = { unit: '51', kind: 'plan', title: 'Kế hoạch mẫu 2027', fromYear: 2027, toYear: 2027 }
const target: TargetInput = {
  title: 'Sản phẩm còn hiệu lực',
  definition: 'Sản phẩm 3 sao trở lên còn hiệu lực cuối năm',
  figure: 'san-pham-con-hieu-luc',
  parts: [],
  measure: 'sản phẩm',
  goal: 40,
  goalUnknown: false,
  dueOn: '2027-12-31',
}
const own: TargetInput = { ...target, title: 'Điểm bán', figure: undefined, measure: 'điểm', goal: 5 }
const task = { task: 'Rà soát sản phẩm', asks: 'Danh sách', taskDue: '2026-12-10', everyone: false, units: ['23473'] }

async function approved(targets: readonly TargetInput[] = [target]) {
  const planId = await writePlan(officer(), plan)
  const ids: string[] = []
  for (const one of targets) ids.push(await addTarget(officer(), planId, one))
  await submitPlan(officer(), planId)
  await approvePlan(leader(), planId, { document: '1/KH-M', on: '2026-11-24' })
  return { planId, ids }
}

describe('a plan on its way', () => {
  it('is a draft of its unit alone, goes to the leader, comes back with a reason, and is public once signed', async () => {
    const id = await writePlan(officer(), plan)
    for (const stranger of [world.as(visitor), neighbour(), commune()])
      expect(await refusedWith(planFile(stranger, id))).toEqual(['kernel/not-found'])
    expect(await refusedWith(submitPlan(officer(), id))).toEqual(['scheme/no-targets'])
    await addTarget(officer(), id, target)
    await submitPlan(officer(), id)
    expect(await refusedWith(addTarget(officer(), id, target))).toEqual(['scheme/not-now'])
    expect((await deskItems(leader())).map(({ id: one }) => one)).toContain(id)
    await returnPlan(leader(), id, 'Thiếu kinh phí')
    expect((await planFile(officer(), id)).plan).toMatchObject({ state: 'draft', lastSaid: 'Thiếu kinh phí' })
    await addBudgetLine(officer(), id, {
      sourceKind: 'local-budget',
      year: 2027,
      amount: 1_000_001,
      purpose: 'Tập huấn',
    })
    await submitPlan(officer(), id)
    expect(await refusedWith(approvePlan(officer(), id, { document: '1', on: '2026-11-24' }))).toEqual([
      'kernel/not-found',
    ])
    expect(await refusedWith(approvePlan(leader(), id, { document: '1', on: '2026-11-25' }))).toEqual([
      'scheme/approved-in-future',
    ])
    await approvePlan(leader(), id, { document: '1/KH-M', on: '2026-11-24' })
    const seen = await planFile(world.as(visitor), id)
    expect(seen).toMatchObject({ plan: { state: 'approved', document: '1/KH-M' }, budget: [{ amount: 1_000_001 }] })
    expect(await refusedWith(approvePlan(leader(), id, { document: '2', on: '2026-11-24' }))).toEqual([
      'scheme/not-now',
    ])
    await endPlan(leader(), id, 'Thay bằng kế hoạch mới')
    expect((await planFile(world.as(visitor), id)).plan.state).toBe('ended')
    const facts = await rows(
      world,
      sql<{ fact: string }>`select fact from audit.entry where subject = ${id} order by seq`,
    )
    expect(facts.map(({ fact }) => fact.replace('scheme.', ''))).toEqual([
      'plan-written',
      'plan-submitted',
      'plan-returned',
      'budget-added',
      'plan-submitted',
      'plan-approved',
      'plan-ended',
    ])
  })

  it('is written for the own unit only', async () => {
    expect(await refusedWith(writePlan(neighbour(), plan))).toEqual(['scheme/not-your-unit'])
    expect(await refusedWith(writePlan(leader(), plan))).toEqual(['scheme/not-your-unit'])
  })

  it('signed by two at once is signed once', async () => {
    const id = await writePlan(officer(), plan)
    await addTarget(officer(), id, target)
    await submitPlan(officer(), id)
    const sign = (document: string) => refusedWith(approvePlan(leader(), id, { document, on: '2026-11-24' }))
    expect((await Promise.all([sign('1'), sign('2')])).flat()).toEqual(['scheme/not-now'])
  })
})

describe('targets', () => {
  it('closing a circle in a draft are refused, also by two hands at once, and leave it open', async () => {
    const id = await writePlan(officer(), plan)
    const [a, b, c] = [
      await addTarget(officer(), id, target),
      await addTarget(officer(), id, { ...target, title: 'B' }),
      await addTarget(officer(), id, { ...target, title: 'C' }),
    ]
    const titles = { [a]: target.title, [b]: 'B', [c]: 'C' }
    const link = (one: string, parent: string | undefined) =>
      changeTarget(officer(), one, { ...target, title: titles[one] ?? '', parent })
    await link(a, b)
    await link(b, c)
    expect(await refusedWith(link(c, a))).toEqual(['scheme/circular-target'])
    expect(await refusedWith(link(a, a))).toEqual(['scheme/circular-target'])
    await link(b, undefined)
    const both = await Promise.all([refusedWith(link(b, a)), refusedWith(link(c, b))])
    expect(both.flat()).toEqual(['scheme/circular-target'])
    expect(await refusedWith(dropTarget(officer(), b))).toEqual(['scheme/target-is-named'])
  })

  it('of communes add up to the province’s, and a sum that does not fit is told', async () => {
    const { planId, ids } = await approved()
    const below = await writePlan(commune(), { ...plan, unit: '23473', parent: planId })
    await addTarget(commune(), below, { ...target, goal: 15, parent: ids[0] })
    expect((await planFile(officer(), planId)).sums).toEqual([])
    await submitPlan(commune(), below)
    const communeLeader = world.as(posted('commune-leader', '23473', '51'))
    await approvePlan(communeLeader, below, { document: '2/KH-M', on: '2026-11-24' })
    expect((await planFile(officer(), planId)).sums).toEqual([{ parentId: ids[0], targets: 1, sum: 15, unknown: 0 }])
    expect((await targetFile(world.as(visitor), ids[0] ?? '')).added).toMatchObject([{ goal: 15, planId: below }])
  })

  it('that no figure counts are told with a basis, the latest day counting', async () => {
    const { planId, ids } = await approved([target, own])
    const [counted = '', told = ''] = ids
    const tell = (id: string, onDate: string, value: number) =>
      tellMeasure(officer(), id, { onDate, value, basis: 'Báo cáo mẫu' })
    expect(await refusedWith(tell(counted, '2026-11-24', 3))).toEqual(['scheme/measured-by-figure'])
    await tell(told, '2026-11-20', 3)
    await tell(told, '2026-10-01', 2)
    expect((await planFile(world.as(visitor), planId)).measured).toMatchObject([{ targetId: told, value: 3 }])
    await expect(run(world, sql`update scheme.measurement set value = 9`)).rejects.toThrow('only grows')
  })
})

describe('tasks', () => {
  it('reach the commune once the plan is signed, come back, and are taken or sent back with a word', async () => {
    const planId = await writePlan(officer(), plan)
    await addTarget(officer(), planId, target)
    const taskId = await giveTask(officer(), planId, task)
    expect(await deskItems(commune())).toEqual([])
    await submitPlan(officer(), planId)
    await approvePlan(leader(), planId, { document: '1/KH-M', on: '2026-11-24' })
    const [owed] = await deskItems(commune())
    expect(owed).toMatchObject({ act: 'Báo cáo kết quả việc được giao', dueOn: '2026-12-10' })
    const id = owed?.id ?? ''
    const report = { progress: 'done', said: 'Xong', value: 4 } as const
    expect(await refusedWith(reportTask(neighbour(), id, report))).toEqual(['kernel/not-found'])
    expect(await refusedWith(shareFile(neighbour(), id))).toEqual(['kernel/not-found'])
    await reportTask(commune(), id, report)
    expect(await refusedWith(reportTask(commune(), id, report))).toEqual(['scheme/told-already'])
    expect((await deskItems(officer())).map((item) => item.id)).toContain(taskId)
    const answer = (accepted: 'co' | 'khong', number: number, said?: string) =>
      answerReport(officer(), id, { accepted, number, said })
    expect(await refusedWith(answer('khong', 1))).toEqual(['scheme/say-what-is-missing'])
    await answer('khong', 1, 'Thiếu bảng')
    expect(await refusedWith(answer('co', 1))).toEqual(['scheme/nothing-to-answer'])
    await reportTask(commune(), id, { ...report, value: 5 })
    await answer('co', 2)
    expect(await deskItems(commune())).toEqual([])
    expect((await taskFile(world.as(visitor), taskId, 1)).task).toMatchObject({ given: 1, told: 1, accepted: 1 })
    expect((await shareFile(commune(), id)).reports).toMatchObject([
      { value: 5, accepted: true },
      { value: 4, accepted: false, answer: 'Thiếu bảng' },
    ])
  })

  it('go to every commune at once, and to nobody of another province', async () => {
    const { planId } = await approved()
    const id = await giveTask(officer(), planId, { ...task, units: [], everyone: true })
    expect((await taskFile(officer(), id, 1)).task.given).toBeGreaterThan(50)
    expect(await refusedWith(giveTask(officer(), planId, { ...task, units: ['24280'] }))).toEqual(['scheme/not-below'])
    expect(await refusedWith(giveTask(neighbour(), planId, task))).toEqual(['kernel/not-found'])
  })
})

describe('a draft', () => {
  const money = { sourceKind: 'local-budget', year: 2027, amount: 1_000_001, purpose: 'Tập huấn' } as const
  async function drafted() {
    const id = await writePlan(officer(), plan)
    const targetId = await addTarget(officer(), id, target)
    const taskId = await giveTask(officer(), id, { ...task, target: targetId })
    await addBudgetLine(officer(), id, money)
    const [line] = (await planFile(officer(), id)).budget
    return { id, targetId, taskId, lineId: line?.id ?? '' }
  }
  const factsOf = async (...subjects: string[]) =>
    (
      await rows(
        world,
        sql<{ fact: string }>`select fact from audit.entry where subject = any(${subjects}) order by seq`,
      )
    ).map(({ fact }) => fact.replace('scheme.', ''))

  it('says otherwise what it aims at, asks and costs, and each change is in the book', async () => {
    const { id, targetId, taskId, lineId } = await drafted()
    await changeTarget(officer(), targetId, { ...target, title: 'Sản phẩm 4 sao', parts: ['stars:4'], goal: 9 })
    await changeTask(officer(), taskId, { ...task, task: 'Rà soát lại', target: undefined, units: ['23476', '51'] })
    await changeBudgetLine(officer(), lineId, { ...money, amount: 2_000_000 })
    const file = await planFile(officer(), id)
    expect(file.targets).toMatchObject([{ title: 'Sản phẩm 4 sao', partBy: 'stars', partKeys: ['4'], goal: 9 }])
    expect(file.tasks).toMatchObject([{ title: 'Rà soát lại', targetId: null, given: 2 }])
    expect(file.budget).toMatchObject([{ amount: 2_000_000 }])
    expect((await taskFile(officer(), taskId, 1)).asked.toSorted()).toEqual(['23476', '51'])
    expect(await factsOf(id, targetId, taskId)).toEqual([
      'plan-written',
      'target-added',
      'task-given',
      'budget-added',
      'target-changed',
      'task-changed',
      'budget-changed',
    ])
  })

  it('drops a task with those it asked, then the target it served, and a line of money', async () => {
    const { id, targetId, taskId, lineId } = await drafted()
    expect(await refusedWith(dropTarget(officer(), targetId))).toEqual(['scheme/target-is-named'])
    await dropTask(officer(), taskId)
    await dropTarget(officer(), targetId)
    await dropBudgetLine(officer(), lineId)
    expect(await planFile(officer(), id)).toMatchObject({ targets: [], tasks: [], budget: [] })
    expect(await refusedWith(dropTask(officer(), taskId))).toEqual(['kernel/not-found'])
    expect(await factsOf(id, targetId, taskId)).toEqual(
      expect.arrayContaining(['task-dropped', 'target-dropped', 'budget-dropped']),
    )
  })

  it('is judged as when it was added, and a fault changes nothing', async () => {
    const { id, targetId, taskId, lineId } = await drafted()
    const goalless = { ...target, goal: undefined }
    expect(await refusedWith(changeTarget(officer(), targetId, goalless))).toEqual(['scheme/goal-needed'])
    expect(await refusedWith(changeTask(officer(), taskId, { ...task, units: [] }))).toEqual(['scheme/nobody-asked'])
    expect(await refusedWith(changeTask(officer(), taskId, { ...task, target: 'x' }))).toEqual([
      'scheme/no-such-target',
    ])
    expect(await refusedWith(changeBudgetLine(officer(), lineId, { ...money, year: 2026 }))).toEqual([
      'scheme/year-outside',
    ])
    await addTarget(officer(), id, { ...target, title: 'Trong đó', goal: 3, parent: targetId })
    const otherwise = { ...target, figure: 'xa-co-san-pham', measure: 'xã' } as const
    expect(await refusedWith(changeTarget(officer(), targetId, otherwise))).toEqual(['scheme/others-count-with-it'])
    expect(await planFile(officer(), id)).toMatchObject({ tasks: [{ given: 1, targetId }], budget: [money] })
  })

  it('belongs to its own office, and stands once it was sent or signed', async () => {
    const { id, targetId, taskId, lineId } = await drafted()
    const acts = (ctx: ReturnType<typeof officer>) => [
      changeTarget(ctx, targetId, target),
      dropTarget(ctx, targetId),
      changeTask(ctx, taskId, task),
      dropTask(ctx, taskId),
      changeBudgetLine(ctx, lineId, money),
      dropBudgetLine(ctx, lineId),
    ]
    const refused = (ctx: ReturnType<typeof officer>) => Promise.all(acts(ctx).map(refusedWith))
    for (const ctx of [neighbour(), leader(), world.as(visitor)])
      expect(new Set((await refused(ctx)).flat())).toEqual(new Set(['kernel/not-found']))
    await submitPlan(officer(), id)
    expect(new Set((await refused(officer())).flat())).toEqual(new Set(['scheme/not-now']))
    await approvePlan(leader(), id, { document: '1/KH-M', on: '2026-11-24' })
    expect(new Set((await refused(officer())).flat())).toEqual(new Set(['scheme/not-now']))
    expect(await planFile(officer(), id)).toMatchObject({
      targets: [{ goal: 40 }],
      tasks: [{ given: 1 }],
      budget: [money],
    })
  })
})
