import { waitWords } from '../identity/words.ts'
import type { RefusalCode } from '../kernel/refusal.ts'
import type { UiState } from '../ui/status.tsx'
import type { Origin, Outcome, Publicity } from './model.ts'
import type { Nearness } from './rules-alike.ts'
import type { CheckLine, CheckState, CheckTopic, Likeness, MaterialSource } from './rules-eligibility.ts'
import type { judgeLook } from './rules-look.ts'
import { voiceRefusals } from './words-voice.ts'
import type { judgeAnswer, judgeIdea, judgeIdeaFlood, judgeOnBehalf, judgeTerm } from './rules.ts'

type Code =
  | RefusalCode<typeof judgeIdea>
  | RefusalCode<typeof judgeIdeaFlood>
  | RefusalCode<typeof judgeAnswer>
  | RefusalCode<typeof judgeOnBehalf>
  | RefusalCode<typeof judgeTerm>
  | RefusalCode<typeof judgeLook>
  | 'idea/no-such-commune'
  | 'idea/no-such-group'
  | 'idea/no-such-code'
  | 'idea/term-set-already'

type Facts = Readonly<Record<string, string | number>>

export const refusals: Record<Code, string | ((facts: Facts) => string)> & typeof voiceRefusals = {
  ...voiceRefusals,
  'idea/automatic': 'Phiếu này có vẻ do chương trình tự điền. Hãy để trống ô “Trang web”.',
  'idea/answered-already': 'Ý tưởng này đã được trả lời.',
  'idea/not-for-everybody': 'Người gửi không muốn công khai ý tưởng này.',
  'idea/looked-already': 'Xã đã quyết như vậy với ý tưởng này rồi.',
  'idea/hold-needs-reason': 'Hãy ghi lý do giữ lại; người gửi đọc được lý do này.',
  'idea/no-such-commune': 'Không có xã, phường hoặc đặc khu này.',
  'idea/no-such-group': 'Không có nhóm sản phẩm này.',
  'idea/no-such-code': 'Không có ý tưởng nào mang mã này. Hãy xem lại từng chữ trên giấy hẹn.',
  'idea/too-many': 'Số điện thoại này đã gửi nhiều ý tưởng trong hôm nay. Hãy gửi tiếp vào ngày mai hoặc tới UBND xã.',
  'idea/too-many-here': ({ minutes }) =>
    `Mạng hoặc tài khoản bạn đang dùng đã gửi nhiều ý tưởng trong ngày. Hãy gửi tiếp sau ${waitWords(Number(minutes))}, hoặc tới UBND xã.`,
  'idea/not-your-commune': 'Chỉ cán bộ của chính xã đó nhập thay người dân. Hãy chọn xã của bạn.',
  'idea/consent-date-needed': 'Hãy ghi ngày người có ý tưởng đồng ý cho nhập thay.',
  'idea/consent-means-needed': 'Hãy chọn cách người có ý tưởng đã đồng ý.',
  'idea/consent-in-future': 'Ngày đồng ý không thể sau hôm nay.',
  'idea/not-a-month-day': 'Hãy ghi ngày/tháng, ví dụ 15/4.',
  'idea/season-has-two-ends': 'Mùa tiếp nhận cần cả ngày đầu và ngày cuối.',
  'idea/term-from-the-past': 'Thời hạn mới áp dụng từ hôm nay trở đi.',
  'idea/term-set-already': 'Tỉnh đã ghi thời hạn áp dụng từ chính ngày này.',
}

export const outcomeWords: Record<Outcome, string> = {
  welcome: 'Khả thi, nên làm tiếp',
  revise: 'Cần chỉnh lại',
  decline: 'Chưa phù hợp',
}

export const outcomeLook: Record<Outcome, UiState> = { welcome: 'done', revise: 'returned', decline: 'missing' }

export const publicityWords: Record<Publicity, string> = {
  closed: 'Không công khai',
  waiting: 'Chờ xã xem',
  shown: 'Đang hiện cho mọi người',
  held: 'Xã chưa cho hiện',
}

export const publicityLook: Record<Publicity, UiState> = {
  closed: 'unknown',
  waiting: 'waiting',
  shown: 'done',
  held: 'returned',
}

export const originWords: Record<Origin, string> = {
  new: 'Sản phẩm chưa có',
  existing: 'Sản phẩm đang làm, muốn hoàn thiện',
}

export const nearnessWords: Record<Nearness, string> = {
  commune: 'cùng xã',
  province: 'cùng tỉnh',
  elsewhere: 'tỉnh khác',
}

export const sourceWords: Record<MaterialSource, string> = {
  local: 'Trong tỉnh',
  domestic: 'Tỉnh khác trong nước',
  imported: 'Toàn bộ nhập khẩu',
  unknown: 'Chưa rõ nguồn gốc',
}

export const likenessWords: Record<Likeness, string> = {
  own: 'Có điểm riêng so với sản phẩm cùng loại',
  common: 'Loại phổ biến, chưa có điểm riêng',
  same: 'Giống hệt sản phẩm của nhà khác, chỉ khác tên',
}

export const checkLook: Record<CheckState, UiState> = {
  ok: 'done',
  need: 'soon',
  stop: 'missing',
  ask: 'unknown',
}

export const checkStateWords: Record<CheckState, string> = {
  ok: 'Được',
  need: 'Cần chuẩn bị',
  stop: 'Bị loại',
  ask: 'Hỏi người có trách nhiệm',
}

export const verdictWords: Record<CheckState, string> = {
  ok: 'Không thấy điều gì cản. Bạn có thể gửi ý tưởng.',
  need: 'Làm được. Những dòng “Cần chuẩn bị” phải có trước khi nộp hồ sơ.',
  stop: 'Nếu giữ nguyên như đã chọn, hồ sơ sẽ bị loại theo bộ tiêu chí. Hãy đổi điều được nêu trước khi bỏ công sức.',
  ask: 'Có điểm văn bản không nói rõ. Hãy hỏi xã hoặc cơ quan tham mưu cấp tỉnh trước.',
}

const topics: Record<CheckTopic, string> = {
  group: 'Nhóm sản phẩm có trong danh mục và có bộ tiêu chí.',
  'kind-named': 'Loại hình này được làm chủ thể OCOP.',
  'kind-missing':
    'Cần một chủ thể đứng tên: hộ có đăng ký kinh doanh, tổ hợp tác, hợp tác xã, doanh nghiệp hoặc trang trại. Có thể lập tổ hợp tác cùng hàng xóm.',
  'kind-for-tourism': 'Hội, trung tâm điều hành du lịch được nêu cho nhóm du lịch; với nhóm khác hãy hỏi trước.',
  registration: 'Giấy đăng ký kinh doanh hoặc tương đương của chủ thể.',
  'material-fine': 'Nguồn nguyên liệu: không phải căn cứ loại; nguyên liệu trong tỉnh được nhiều điểm hơn.',
  'material-ground': 'Nguồn nguyên liệu',
  'likeness-fine': 'Nguồn gốc ý tưởng: không phải căn cứ loại; điểm riêng càng rõ càng được nhiều điểm.',
  'likeness-ground': 'Nguồn gốc ý tưởng',
  paper: 'Căn cứ loại nếu thiếu',
  gates: 'Tiêu chí có mức tối thiểu để đạt 3 sao',
}

export function checkSentence({ topic, text, count }: CheckLine): string {
  if (count !== undefined) return `${topics[topic]}: ${count} tiêu chí.`
  return text === undefined ? topics[topic] : `${topics[topic]}: “${text}”.`
}
