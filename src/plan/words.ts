import type { RefusalCode } from '../kernel/refusal.ts'
import type { UiState } from '../ui/status.tsx'
import type { PlanReach } from './access.ts'
import type { AskKind, PlanState, WrittenPart } from './model.ts'
import type { SendFault, Warning, judgeAct, judgeSize } from './rules.ts'

type Code =
  | SendFault
  | RefusalCode<typeof judgeAct>
  | RefusalCode<typeof judgeSize>
  | 'plan/no-such-product'
  | 'plan/no-such-producer'
  | 'plan/no-place'

export const refusals: Record<Code, string> = {
  'plan/part-missing': 'Hãy viết phần này trước khi gửi xã.',
  'plan/unit-missing': 'Hãy ghi đơn vị bán, ví dụ hũ 500 g.',
  'plan/price-missing': 'Hãy ghi giá bán một đơn vị.',
  'plan/costs-missing': 'Hãy ghi ít nhất một khoản chi phí của một đơn vị, ví dụ nguyên liệu.',
  'plan/month-missing': 'Hãy ghi tháng bắt đầu, ví dụ 1/2027.',
  'plan/units-missing': 'Hãy ghi số lượng bán của ít nhất một tháng.',
  'plan/too-large': 'Doanh thu hoặc chi phí một tháng vượt 1.000 tỷ đồng. Hãy xem lại giá và số lượng.',
  'plan/not-now': 'Bước này không mở ở trạng thái hiện tại của phương án. Hãy tải lại trang.',
  'plan/no-such-product': 'Không có sản phẩm này trong sổ của bạn.',
  'plan/no-such-producer': 'Không có chủ thể này trong các chủ thể của bạn.',
  'plan/no-place': 'Phương án cần một ý tưởng, một sản phẩm hoặc một chủ thể để biết thuộc xã nào.',
}

export const partWords: Record<WrittenPart, { readonly label: string; readonly hint: string }> = {
  product: { label: 'Sản phẩm', hint: 'Là gì, cho ai, khác gì sản phẩm cùng loại.' },
  material: { label: 'Vùng nguyên liệu', hint: 'Trồng hay mua ở đâu, bao nhiêu hộ liên kết, mùa nào thiếu.' },
  technology: { label: 'Cách làm, thiết bị', hint: 'Các bước, máy móc có sẵn, máy cần mua.' },
  labour: { label: 'Lao động', hint: 'Bao nhiêu người, người trong xã, phụ nữ, theo mùa hay cả năm.' },
  market: { label: 'Thị trường', hint: 'Ai mua, họ đang mua của ai, vì sao đổi sang mua của mình.' },
  channels: { label: 'Kênh bán', hint: 'Tại chỗ, chợ, cửa hàng, siêu thị, trên mạng; mỗi kênh chừng bao nhiêu.' },
  risks: { label: 'Rủi ro và cách xử lý', hint: 'Mất mùa, giá lên, người mua trả chậm, máy hỏng.' },
}

export const askWords: Record<AskKind, string> = {
  machinery: 'Máy móc, thiết bị',
  packaging: 'Bao bì, nhãn',
  trademark: 'Nhãn hiệu, sở hữu trí tuệ',
  testing: 'Kiểm nghiệm, chứng nhận chất lượng',
  training: 'Tập huấn',
  promotion: 'Xúc tiến thương mại',
  credit: 'Vay vốn',
  other: 'Việc khác',
}

export const stateWords: Record<PlanState | PlanReach, string> = {
  kept: 'chưa gửi lần nào',
  draft: 'Đang soạn',
  sent: 'Đã gửi, chờ xã nhận xét',
  revise: 'Xã đề nghị sửa',
  agreed: 'Xã đồng ý',
}

export const stateLooks: Record<PlanState, UiState> = {
  draft: 'waiting',
  sent: 'waiting',
  revise: 'returned',
  agreed: 'done',
}

export const outcomeWords = { agree: 'Đồng ý với phương án', revise: 'Đề nghị sửa' } as const

export const warningWords: Record<Warning, string> = {
  'loses-by-unit': 'Giá bán không cao hơn chi phí một đơn vị: càng bán càng lỗ.',
  'below-break-even': 'Số lượng bán cả năm chưa tới điểm hòa vốn.',
  'runs-short': 'Có tháng hết tiền: số dư cuối tháng âm.',
  'no-profit': 'Cả năm chưa có lãi.',
  'owes-more-than-lent': 'Có khoản trả nợ hằng tháng mà không có khoản vay.',
}

export const guidanceNote =
  'Phương án theo hướng dẫn của Chương trình OCOP. Quyết định 26/2026/QĐ-TTg không ban hành mẫu phương án; Mẫu 02 hỏi kết quả so với phương án đã lập khi tham gia.'
