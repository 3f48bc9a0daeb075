import { addDays, yearOf } from '../../kernel/civil-date.ts'
import { addBudgetLine, addTarget, approvePlan, submitPlan, tellMeasure, writePlan } from '../../scheme/actions.ts'
import { answerReport, giveTask, reportTask } from '../../scheme/actions-task.ts'
import { planFile } from '../../scheme/actions-reading.ts'
import type { TargetInput } from '../../scheme/model.ts'
import type { Stage } from './stage.ts'

const officer = 'mau.tinh-66'
const leader = 'mau.lanh-dao-tinh-66'
const commune = '24280'

/** Plans of one province and one of its communes, and a draft elsewhere: targets, a task that came back, one still owed. */
export async function enterPlans(stage: Stage): Promise<void> {
  const { plan, products } = await enterProvincePlan(stage)
  await giveAndReport(stage, plan)
  await enterCommunePlan(stage, plan, products)
  await enterDraft(stage)
}

function targetsOf(year: number): readonly TargetInput[] {
  const common = { parts: [], goalUnknown: false, dueOn: `${year}-12-31` }
  return [
    {
      ...common,
      title: 'Sản phẩm OCOP còn hiệu lực',
      definition: 'Sản phẩm 3 sao trở lên còn hiệu lực ngày 31/12 (mẫu).',
      figure: 'san-pham-con-hieu-luc',
      measure: 'sản phẩm',
      goal: 260,
    },
    {
      ...common,
      title: 'Hợp tác xã có sản phẩm',
      definition: 'Hợp tác xã có ít nhất một sản phẩm còn hiệu lực (mẫu).',
      figure: 'chu-the-co-san-pham-con-hieu-luc',
      parts: ['kind:cooperative'],
      measure: 'hợp tác xã',
      goal: 40,
    },
    {
      ...common,
      title: 'Xã, phường có sản phẩm',
      definition: 'Đơn vị cấp xã có ít nhất một sản phẩm còn hiệu lực (mẫu).',
      figure: 'xa-co-san-pham',
      measure: 'đơn vị',
      goal: 60,
    },
    {
      ...common,
      title: 'Điểm giới thiệu và bán sản phẩm',
      definition: 'Điểm bán được tỉnh công bố (mẫu); hệ thống chưa đếm, tỉnh tự khai.',
      measure: 'điểm',
      goal: 12,
    },
  ]
}

async function enterProvincePlan(stage: Stage): Promise<{ plan: string; products: string }> {
  const writing = await stage.as(officer, 90)
  const year = yearOf(stage.tx.today)
  const given = { unit: '66', kind: 'plan', fromYear: year, toYear: year, parent: 'ocop-den-2030' } as const
  const plan = await writePlan(writing, { ...given, title: `Kế hoạch OCOP năm ${year} (mẫu)` }, true)
  const ids: string[] = []
  for (const target of targetsOf(year)) ids.push(await addTarget(writing, plan, target))
  const money = [
    ['local-budget', 1_800_000_000, 'Hỗ trợ bao bì, nhãn, kiểm nghiệm'],
    ['target-programme', 900_000_000, 'Tập huấn chủ thể và cán bộ xã'],
    ['credit', 2_500_000_000, 'Vay mở rộng nhà xưởng'],
  ] as const
  for (const [sourceKind, amount, purpose] of money) {
    await addBudgetLine(writing, plan, { sourceKind, year, amount, purpose })
  }
  await submitPlan(writing, plan)
  await approvePlan(await stage.as(leader, 85), plan, { document: `01/KH-UBND (mẫu)`, on: stage.day(85) })
  const told = { onDate: stage.day(20), value: 9, basis: 'Danh sách điểm bán của Sở (mẫu)' }
  await tellMeasure(await stage.as(officer, 20), ids[3] ?? '', told)
  return { plan, products: ids[0] ?? '' }
}

async function giveAndReport(stage: Stage, plan: string): Promise<void> {
  const giving = await stage.as(officer, 40)
  const review = await giveTask(giving, plan, {
    task: 'Rà soát sản phẩm sắp hết hạn',
    asks: 'Lập danh sách sản phẩm của xã hết hạn trong 6 tháng tới; sản phẩm nào công nhận lại, sản phẩm nào thôi.',
    taskDue: stage.day(10),
    everyone: true,
    units: [],
  })
  const asked = await stage.as('mau.xa-cu-mgar', 15)
  const own = (await planFile(asked, plan)).shares.find(({ taskId }) => taskId === review)?.id ?? ''
  await reportTask(asked, own, { progress: 'done', said: 'Ba sản phẩm sắp hết hạn, hai đang làm hồ sơ.', value: 3 })
  const said = 'Đã nhận, cảm ơn xã.'
  await answerReport(await stage.as(officer, 12), own, { number: 1, accepted: 'co', said })
  const areas = await giveTask(await stage.as(officer, 6), plan, {
    task: 'Báo cáo vùng nguyên liệu',
    asks: 'Diện tích, số hộ, sản phẩm dùng nguyên liệu của xã. Con số ghi bằng ha.',
    taskDue: addDays(stage.tx.today, 12),
    everyone: false,
    units: [commune, '24490'],
  })
  // One answer waits on the province's desk, the other commune still owes its own.
  const other = await stage.as(stage.communeOfficer('24490'), 2)
  const theirs = (await planFile(other, plan)).shares.find(({ taskId }) => taskId === areas)?.id ?? ''
  await reportTask(other, theirs, { progress: 'done', said: 'Vùng cà phê của xã, số hộ ở bảng kèm theo.', value: 120 })
}

/** The commune carries out the province's plan and adds to its target. */
async function enterCommunePlan(stage: Stage, parent: string, products: string): Promise<void> {
  const writing = await stage.as('mau.xa-cu-mgar', 70)
  const year = yearOf(stage.tx.today)
  const given = { unit: commune, kind: 'plan', fromYear: year, toYear: year, parent } as const
  const plan = await writePlan(writing, { ...given, title: `Kế hoạch OCOP của xã năm ${year} (mẫu)` }, true)
  const [first] = targetsOf(year)
  if (first) await addTarget(writing, plan, { ...first, goal: 9, parent: products })
  await submitPlan(writing, plan)
  await approvePlan(await stage.as('mau.lanh-dao-cu-mgar', 66), plan, {
    document: '02/KH-UBND (mẫu)',
    on: stage.day(66),
  })
}

async function enterDraft(stage: Stage): Promise<void> {
  const writing = await stage.as('mau.tinh-51', 3)
  const year = yearOf(stage.tx.today) + 1
  const given = { unit: '51', kind: 'plan', fromYear: year, toYear: year, parent: 'ocop-den-2030' } as const
  const plan = await writePlan(writing, { ...given, title: `Kế hoạch OCOP năm ${year} (bản soạn mẫu)` }, true)
  const [first] = targetsOf(year)
  if (first) await addTarget(writing, plan, first)
  const purpose = 'Tập huấn chủ thể mới'
  await addBudgetLine(writing, plan, { sourceKind: 'local-budget', year, amount: 240_000_000, purpose })
  await giveTask(writing, plan, {
    task: 'Lập danh sách sản phẩm sẽ dự đánh giá',
    asks: 'Mỗi xã gửi danh sách sản phẩm, chủ thể và tháng dự kiến nộp hồ sơ.',
    taskDue: `${year}-03-31`,
    everyone: true,
    units: [],
  })
}
