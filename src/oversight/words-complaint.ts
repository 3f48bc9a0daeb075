import { showDate } from '../kernel/civil-date.ts'
import type { RefusalCode } from '../kernel/refusal.ts'
import type { UiState } from '../ui/status.tsx'
import type { Complaint, ComplaintKind, ComplaintOutcome, ComplaintState } from './model-complaint.ts'
import type * as rules from './rules-complaint.ts'
import { againTurns } from './words-again.ts'

type Code =
  | RefusalCode<typeof rules.judgeStep>
  | RefusalCode<typeof rules.judgeFiling>
  | RefusalCode<typeof rules.judgeReceipt>
  | RefusalCode<typeof rules.judgeAnswer>
  | RefusalCode<typeof rules.judgeTerm>
  | 'oversight/no-such-subject'
  | 'oversight/term-exists'

type Facts = Readonly<Record<string, string | number>>

export const complaintRefusals: Record<Code, string | ((facts: Facts) => string)> = {
  'oversight/complaint-not-now': 'Bước này không còn mở ở trạng thái hiện tại của khiếu nại. Hãy tải lại trang.',
  'oversight/nobody-answers': 'Nơi này đã chia tách, chưa rõ đơn vị nào trả lời. Hãy liên hệ xã để được ghi lại.',
  'oversight/complaint-open': 'Việc này đang có một khiếu nại chưa trả lời xong.',
  'oversight/complaint-too-late': ({ lastDay, basis }) =>
    `Thời hạn khiếu nại việc này đã hết vào ngày ${showDate(String(lastDay))} (${basis}).`,
  'oversight/refusal-needs-why': 'Hãy ghi vì sao không thụ lý.',
  'oversight/nothing-to-score-again': 'Chỉ khiếu nại về kết quả đánh giá mới yêu cầu chấm lại.',
  'oversight/rejected-no-order': 'Khiếu nại không đúng thì không yêu cầu chấm lại.',
  'oversight/term-of-no-days': 'Hãy ghi ít nhất 1 ngày.',
  'oversight/no-such-subject': 'Hãy chọn một việc trong danh sách.',
  'oversight/term-exists': 'Đơn vị đã có thời hạn từ ngày này. Hãy chọn ngày khác.',
}

export const complaintStateWords: Record<ComplaintState, string> = {
  filed: 'Đã gửi, chờ thụ lý',
  received: 'Đã thụ lý, chờ trả lời',
  refused: 'Không thụ lý',
  reexamining: 'Đã trả lời, chờ xem xét lại',
  answered: 'Đã trả lời',
  withdrawn: 'Đã rút',
}

export const complaintLooks: Record<ComplaintState, UiState> = {
  filed: 'waiting',
  received: 'waiting',
  refused: 'missing',
  reexamining: 'soon',
  answered: 'done',
  withdrawn: 'missing',
}

export const complaintOutcomeWords: Record<ComplaintOutcome, string> = {
  upheld: 'Khiếu nại đúng',
  partly: 'Khiếu nại đúng một phần',
  rejected: 'Khiếu nại không đúng',
}

export const complaintKindWords: Record<ComplaintKind, string> = {
  result: 'Kết quả đánh giá',
  revocation: 'Thu hồi giấy chứng nhận',
  inspection: 'Cuộc kiểm tra',
}

export const complaintStepWords: Readonly<Record<string, string>> = {
  file: 'Gửi khiếu nại',
  receive: 'Thụ lý',
  refuse: 'Không thụ lý',
  answer: 'Trả lời',
  order: 'Trả lời và yêu cầu chấm lại',
  'report-reexamination': 'Ghi kết quả chấm lại',
  'scored-again': 'Có kết quả chấm lại',
  withdraw: 'Rút khiếu nại',
}

export function complaintTurn({
  state,
  sitsOn,
}: Pick<Complaint, 'state' | 'sitsOn'>): readonly [string, string] | null {
  if (state === 'filed') return ['Cơ quan tham mưu', 'Thụ lý khiếu nại']
  if (state === 'received') return ['Lãnh đạo', 'Trả lời khiếu nại']
  if (state === 'reexamining') return againTurns[sitsOn === null ? 'to-call' : 'to-score']
  return null
}
