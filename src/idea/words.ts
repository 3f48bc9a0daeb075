import type { RefusalCode } from '../kernel/refusal.ts'
import type { UiState } from '../ui/status.tsx'
import type { Outcome } from './model.ts'
import type { judgeAnswer, judgeIdea } from './rules.ts'

type Code = RefusalCode<typeof judgeIdea> | RefusalCode<typeof judgeAnswer> | 'idea/no-such-commune' | 'idea/too-many'

export const refusals: Record<Code, string> = {
  'idea/automatic': 'Phiếu này có vẻ do chương trình tự điền. Hãy để trống ô “Trang web”.',
  'idea/answered-already': 'Ý tưởng này đã được trả lời.',
  'idea/no-such-commune': 'Không có xã, phường hoặc đặc khu này.',
  'idea/too-many': 'Số điện thoại này đã gửi nhiều ý tưởng trong hôm nay. Hãy gửi tiếp vào ngày mai hoặc tới UBND xã.',
}

export const outcomeWords: Record<Outcome, string> = {
  welcome: 'Khả thi, nên làm tiếp',
  revise: 'Cần chỉnh lại',
  decline: 'Chưa phù hợp',
}

export const outcomeLook: Record<Outcome, UiState> = { welcome: 'done', revise: 'returned', decline: 'missing' }
