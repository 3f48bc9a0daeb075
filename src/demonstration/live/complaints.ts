import { orMissing } from '../../kernel/refusal.ts'
import { concludeScoringAgain } from '../../oversight/actions-again.ts'
import { answerComplaint, fileComplaint, receiveComplaint } from '../../oversight/actions-complaint.ts'
import type { SampleCouncil } from './councils.ts'
import type { Entered } from './makers.ts'
import { draftFor, holdSession } from './sittings.ts'
import type { Scored } from './sittings.ts'
import type { Stage } from './stage.ts'

interface Contested {
  readonly maker: string
  readonly dossierId: string
  readonly text: string
  readonly wish: string
  readonly grounds: string
  readonly document: string
  /** Days ago: filed, received, answered. */
  readonly days: readonly [number, number, number]
}

/**
 * Two results that were complained of: one waits to be put on an agenda, the other was scored again with another result
 * and waits for the signature, while its certificate stands.
 */
export async function enterComplaints(
  stage: Stage,
  council: SampleCouncil,
  entered: readonly Entered[],
  of: (key: string) => Scored,
): Promise<void> {
  const ownerOf = (key: string) => orMissing(entered.find(({ product }) => product.key === key)).maker.owner
  await ordered(stage, council, {
    maker: ownerOf('cha-ca'),
    dossierId: of('cha-ca').dossierId,
    text: 'Phiếu kiểm nghiệm và hợp đồng thu mua đã nộp trong hồ sơ nhưng không được tính ở phần nguyên liệu và chất lượng.',
    wish: 'Chấm lại theo giấy đã nộp.',
    grounds: 'Hồ sơ có hai giấy nộp đúng hạn chưa được xét (mẫu). Yêu cầu chấm lại ở phiên khác.',
    document: 'Văn bản mẫu số 87/UBND-M',
    days: [6, 5, 2],
  })
  const mango = of('xoai-say')
  await ordered(stage, council, {
    maker: ownerOf('xoai-say'),
    dossierId: mango.dossierId,
    text: 'Bảng chi phí và hợp đồng bán cho ba siêu thị không được tính ở phần tiếp thị.',
    wish: 'Xét lại phần tiếp thị.',
    grounds: 'Một số giấy của phần tiếp thị chưa được xét đủ (mẫu). Yêu cầu chấm lại ở phiên khác.',
    document: 'Văn bản mẫu số 71/UBND-M',
    days: [40, 36, 20],
  })
  const again = await holdSession(stage, council, 12, [{ ...mango, aim: { points: 74, stars: 4 } }], 0)
  await concludeScoringAgain(stage.system(12), mango.dossierId)
  await draftFor(stage, council, again, 10)
}

async function ordered(stage: Stage, { officer, leader }: SampleCouncil, one: Contested): Promise<void> {
  const { dossierId, maker, text, wish, grounds, document } = one
  const [filed, received, answered] = one.days
  const id = await fileComplaint(await stage.as(maker, filed), { subject: `result:${dossierId}`, text, wish })
  await receiveComplaint(await stage.as(officer, received), id, { outcome: 'receive' })
  const answer = { outcome: 'upheld', grounds, document, reexamine: true } as const
  await answerComplaint(await stage.as(leader, answered), id, answer)
}
