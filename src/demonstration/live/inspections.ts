import { orMissing } from '../../kernel/refusal.ts'
import { answerItem, openInspection, signInspection } from '../../oversight/actions.ts'
import { confirmCommitments } from '../../oversight/actions-commitment.ts'
import { fileComplaint, receiveComplaint } from '../../oversight/actions-complaint.ts'
import { answerRemedy, tellRemedy } from '../../oversight/actions-finding.ts'
import { drawPlan, openPlan, planFile } from '../../oversight/actions-plan.ts'
import { inspectionFile, ownOversight } from '../../oversight/actions-reading.ts'
import type { CheckInput } from '../../oversight/model.ts'
import { yearOf } from '../../kernel/civil-date.ts'
import type { Stage } from './stage.ts'

const inspector = 'mau.kiem-tra'
const maker = 'mau.chu-the-ca-phe'
const unit = '66'

const met: CheckInput = { verdict: 'yes', grave: false, seen: 0 }
const notMet = (note: string): CheckInput => ({ verdict: 'no', grave: false, note, seen: 0 })

/** A drawn plan of one province; a visit ahead, one without findings, one being put right, one past its term. */
export async function enterInspections(stage: Stage, certificates: readonly string[]): Promise<void> {
  const own = (await ownOversight(await stage.as(maker, 45))).certificates.map(({ number }) => number)
  const [mine, second] = own
  if (mine !== undefined)
    await confirmCommitments(await stage.as(maker, 44), mine, 'Đổi hàng trong 7 ngày nếu gói bị hở.')
  const others = certificates.filter((number) => !own.includes(number))
  await drawForVisit(stage, [mine, second, ...others])
  if (mine !== undefined) await beingPutRight(stage, mine)
  const [kept, overdue] = others
  if (kept !== undefined) await visited(stage, kept, 20, {}, 30)
  if (overdue !== undefined) await visited(stage, overdue, 32, { D3: 'Trang bán hàng còn ghi sai số sao.' }, 20)
}

/** Drawn by a number that stands for one that was published; the first of those not used below is visited soon. */
async function drawForVisit(stage: Stage, used: readonly (string | undefined)[]): Promise<void> {
  const early = await stage.as(inspector, 42)
  const plan = await openPlan(
    early,
    {
      unit,
      year: yearOf(early.today),
      title: `Kế hoạch hậu kiểm năm ${yearOf(early.today)} (mẫu)`,
      document: 'Kế hoạch mẫu số 12/KH-M',
      size: 12,
      seedNumber: '580214',
      seedSource: 'Con số mẫu, thay cho một kết quả đã công bố',
    },
    true,
  )
  await drawPlan(await stage.as(inspector, 41), plan)
  const { candidates } = await planFile(await stage.as(inspector, 41), plan, 1)
  const chosen = candidates.find((one) => one.rank !== null && !used.includes(one.certificateNumber))
  const today = await stage.as(inspector, 0)
  const id = await openInspection(today, {
    unit,
    plan,
    certificate: orMissing(chosen).certificateNumber,
    reason: 'Theo kế hoạch hậu kiểm năm (mẫu)',
    visitOn: today.today,
    announced: true,
  })
  await answerItem(today, id, 'D1', met, null)
  await answerItem(today, id, 'D4', met, null)
}

async function visited(
  stage: Stage,
  certificate: string,
  ago: number,
  found: Readonly<Record<string, string>>,
  remedyDays: number,
): Promise<string> {
  const then = await stage.as(inspector, ago)
  const opening = { unit, certificate, reason: 'Kiểm tra đột xuất (mẫu)', visitOn: then.today, announced: false }
  const id = await openInspection(then, opening)
  for (const code of ['D1', 'D2', 'D3', 'D4']) {
    const note = found[code]
    await answerItem(then, id, code, note === undefined ? met : notMet(note), null)
  }
  await signInspection(then, id, {
    place: 'Cơ sở sản xuất (mẫu)',
    visitedOn: then.today,
    fromClock: '08:30',
    toClock: '10:15',
    present: ['Người mẫu, đại diện cơ sở', 'Cán bộ mẫu, UBND xã'],
    remedyDays,
    rest: true,
  })
  return id
}

/** About the record itself: taken in by the office, waiting for the leader's answer. */
async function complain(stage: Stage, inspectionId: string): Promise<void> {
  const id = await fileComplaint(await stage.as(maker, 5), {
    subject: `inspection:${inspectionId}`,
    text: 'Lô túi cũ là hàng mẫu chưa bán ra, biên bản ghi như hàng đang bán.',
    wish: 'Ghi rõ trong biên bản là lô chưa bán.',
  })
  await receiveComplaint(await stage.as('mau.tinh-66', 3), id, { outcome: 'receive' })
}

/** Two findings: one was put right and taken, the other was told and waits for the inspector. */
async function beingPutRight(stage: Stage, certificate: string): Promise<void> {
  const found = { D1: 'Lô túi cũ in 4 sao khi giấy là 3 sao.', D3: 'Tờ rơi chưa ghi thời hạn của giấy.' }
  const id = await visited(stage, certificate, 15, found, 30)
  const { findings } = await inspectionFile(await stage.as(inspector, 15), id)
  const [first, second] = findings.map((finding) => finding.id)
  const told = await stage.as(maker, 8)
  await tellRemedy(told, id, { finding: orMissing(first), text: 'Đã hủy lô túi cũ, in lại đúng số sao.' }, null)
  await answerRemedy(await stage.as(inspector, 6), id, { finding: orMissing(first), outcome: 'accept' })
  await tellRemedy(await stage.as(maker, 2), id, { finding: orMissing(second), text: 'Đã in tờ rơi mới.' }, null)
  await complain(stage, id)
}
