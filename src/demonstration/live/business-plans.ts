import { beginPlan, remarkOn, savePlan, sendPlan } from '../../plan/actions.ts'
import type { PlanContent, PlanInput } from '../../plan/model.ts'
import type { Stage } from './stage.ts'

const content: PlanContent = {
  written: {
    product: 'Trà túi lọc từ dược liệu trồng dưới tán rừng, cho khách du lịch và quán trà.',
    material: 'Ba hộ liên kết trồng hai héc-ta dưới tán rừng; mùa mưa thiếu lá khô.',
    technology: 'Sấy lạnh, nghiền, đóng túi lọc bằng máy bán tự động.',
    labour: 'Sáu người trong xã, bốn người là phụ nữ.',
    market: 'Khách tới Măng Đen; quán trà ở thành phố đang mua trà gừng của nơi khác.',
    channels: 'Tại chỗ một nửa, quán trà một phần ba, còn lại bán trên mạng.',
    risks: 'Quán trả chậm một tháng; giữ sẵn vốn cho hai tháng đầu.',
  },
  unit: 'hộp 20 túi',
  price: 65_000,
  unitCosts: [
    { label: 'Dược liệu khô', amount: 21_000 },
    { label: 'Túi lọc, hộp, nhãn', amount: 12_500 },
    { label: 'Công đóng gói', amount: 6_000 },
  ],
  fixedCosts: [
    { label: 'Điện, nước', amount: 1_800_000 },
    { label: 'Thuê nhà xưởng', amount: 2_500_000 },
  ],
  investments: [{ label: 'Máy đóng túi lọc', amount: 38_000_000, month: 2 }],
  firstMonth: '2027-01',
  units: [200, 260, 260, 300, 340, 420, 480, 480, 380, 340, 380, 520],
  paidAfter: 1,
  ownMoney: 45_000_000,
  loan: 0,
  repay: 0,
  asks: [{ kind: 'packaging', what: 'Thiết kế hộp và nhãn phụ tiếng Anh', amount: 8_000_000 }],
}

const tea: PlanInput = { title: 'Trà túi lọc dược liệu năm 2027', content }
const cautious: PlanInput = {
  title: tea.title,
  content: {
    ...content,
    ownMoney: 70_000_000,
    investments: [{ label: 'Máy đóng túi lọc', amount: 38_000_000, month: 6 }],
  },
}

/** A plan that runs short, the commune's remark on it, and the version mended after it, which waits for the commune. */
export async function enterBusinessPlans(stage: Stage): Promise<void> {
  const maker = await stage.as('mau.chu-the-mang-den', 20)
  const id = await beginPlan(maker, { title: tea.title, producer: maker.actor.producers[0] })
  await savePlan(maker, id, tea)
  await sendPlan(maker, id)
  await remarkOn(await stage.as(stage.communeOfficer('23473'), 14), id, {
    outcome: 'revise',
    body: 'Tháng 2 mua máy thì hết tiền. Nên lùi mua máy sang giữa năm, khi quán đã trả tiền đợt đầu.',
  })
  const later = await stage.as('mau.chu-the-mang-den', 5)
  await savePlan(later, id, cautious)
  await sendPlan(later, id)
  const other = await stage.as('mau.chu-the-ca-phe', 3)
  const draft = await beginPlan(other, { title: 'Cà phê phin giấy năm 2027', producer: other.actor.producers[0] })
  await savePlan(other, draft, {
    title: 'Cà phê phin giấy năm 2027',
    content: { ...content, unit: 'hộp 10 gói', units: content.units.map(() => 0) },
  })
}
