import type { RefusalCode } from '../kernel/refusal.ts'
import type { RoundLevel } from './model.ts'
import type { judgeRound } from './rules.ts'

type Code = RefusalCode<typeof judgeRound> | 'programme/round-exists' | 'programme/not-yours'

export const refusals: Record<Code, string> = {
  'programme/done-before-proposed': 'Ngày đánh giá xong phải sau ngày nhận đề nghị.',
  'programme/wrong-year': 'Năm của đợt phải khớp với các ngày.',
  'programme/round-exists': 'Đợt này đã được mở.',
  'programme/level-does-not-fit': 'Cấp của đợt không khớp với đơn vị mở đợt.',
  'programme/not-yours': 'Bạn không được mở đợt hoặc sửa lịch ở đây.',
}

export const levelWords: Record<RoundLevel, string> = {
  district: 'Cấp huyện',
  province: 'Cấp tỉnh',
  ministry: 'Trung ương',
}
