import type { RefusalCode } from '../kernel/refusal.ts'
import type { assess } from './assess.ts'
import type { CriterionRuleKind, Level } from './model.ts'
import type { score } from './score.ts'
import type { regimeFor } from './transition.ts'
import type { readWordings } from './wording-file.ts'

type Facts = Readonly<Record<string, string | number>>
type Code =
  | RefusalCode<typeof assess>
  | RefusalCode<typeof score>
  | RefusalCode<typeof regimeFor>
  | 'regime/no-such-rubric'
  | 'regime/not-ministry'
  | RefusalCode<typeof readWordings>
  | 'regime/wording-mismatch'
  | 'regime/wording-twice'

export const refusals: Record<Code, string | ((facts: Facts) => string)> = {
  'regime/no-such-rubric': 'Không có bộ tiêu chí này.',
  'regime/no-such-criterion': ({ criterion }) => `Bộ tiêu chí không có tiêu chí ${criterion}.`,
  'regime/no-such-option': ({ criterion, options }) => `Tiêu chí ${criterion} chỉ có các mức từ 1 đến ${options}.`,
  'regime/no-such-disqualifier': ({ id }) => `Bộ tiêu chí không có căn cứ loại “${id}”.`,
  'regime/not-scorable': ({ rubric }) =>
    `Bộ ${rubric} thiếu hoặc không cộng đủ 100 điểm theo nguồn đã tìm được, nên chỉ để đọc, không chấm được.`,
  'regime/evaluated-before-filing': 'Ngày đánh giá không thể trước ngày nộp hồ sơ.',
  'regime/no-text-yet': 'Trước ngày 21/8/2019 chưa có bộ tiêu chí nào.',
  'regime/needs-person': 'Văn bản không nói rõ trường hợp chuyển tiếp này. Cần người có thẩm quyền xác định.',
  'regime/refile': ({ text }) => `Hồ sơ không còn được đánh giá theo quy định cũ. Hãy nộp lại theo ${text}.`,
  'regime/not-ministry': 'Chỉ cán bộ của Bộ được nạp nguyên văn nhãn tiêu chí.',
  'regime/wording-twice': ({ place }) => `Tệp nêu hai lần cùng một mức: ${place}.`,
  'regime/wording-unreadable': ({ place, why }) =>
    `Không đọc được tệp nguyên văn (cần JSON, hoặc CSV có cột text, rubric, criterion, option, label)${place ? `: ${place}, ${why}` : '.'}`,
  'regime/wording-mismatch': ({ criterion }) => `Nguyên văn nêu tiêu chí hoặc mức không có trong bộ: ${criterion}.`,
}

export const levelWords: Record<Level, string> = {
  commune: 'Cấp xã',
  district: 'Cấp huyện',
  province: 'Cấp tỉnh',
  ministry: 'Trung ương',
}

/** How a note of the form is introduced: a ground for rejection must not read like a remark. */
export const ruleWords: Record<CriterionRuleKind, string> = {
  requirement: 'Yêu cầu:',
  disqualify_if: 'Loại sản phẩm nếu:',
  stop_if: 'Điều kiện dừng:',
  applies_if: 'Điều kiện chấm:',
  evidence: 'Minh chứng:',
  definition: 'Cách hiểu:',
}

export const paraphraseNote = 'Nhãn các mức là diễn đạt tóm tắt, chưa phải nguyên văn của quyết định.'
