import { showMoney } from '../kernel/money.ts'
import { showCount, showHundredths } from '../kernel/number.ts'
import type { RefusalCode } from '../kernel/refusal.ts'
import type { UiState } from '../ui/status.tsx'
import type { Advice, Borders, Help, HelpKind, Segment } from './model.ts'
import type { CycleStep } from './model-steps.ts'
import type { judgeRoom, judgeSeason } from './rules-season.ts'
import type { judgeThreshold } from './rules.ts'

type Code =
  | RefusalCode<typeof judgeThreshold>
  | RefusalCode<typeof judgeSeason>
  | RefusalCode<typeof judgeRoom>
  | 'cycle/not-your-unit'

export const refusals: Record<Code, string> = {
  'cycle/not-a-month-day': 'Hãy ghi ngày và tháng, ví dụ 15/4.',
  'cycle/season-overlaps': 'Khoảng này chồng lên một khoảng đã ghi của cùng bước. Hãy bỏ khoảng cũ trước.',
  'cycle/seasons-are-full': 'Mỗi bước có tối đa 6 khoảng trong năm.',
  'cycle/from-past': 'Ngưỡng áp dụng từ hôm nay hoặc về sau, không đặt lùi ngày.',
  'cycle/not-your-unit': 'Bạn không đặt ngưỡng cho đơn vị này.',
}

export const stepWords: Record<CycleStep, string> = {
  learning: '1. Tuyên truyền, tập huấn',
  idea: '2. Đăng ký ý tưởng',
  plan: '3. Phương án kinh doanh',
  implementation: '4. Triển khai: giấy tờ, minh chứng',
  support: '4. Hỗ trợ khi triển khai',
  evaluation: '5. Đánh giá, phân hạng',
  promotion: '6. Xúc tiến thương mại',
}

export const segmentWords: Record<Segment, string> = {
  leading: 'Dẫn dắt',
  craft: 'Đặc sắc, lượng ít',
  volume: 'Có lượng, cần nâng hạng',
  starting: 'Đang gây dựng',
  unknown: 'Chưa đủ dữ liệu',
}

export const segmentLooks: Record<Segment, UiState> = {
  leading: 'done',
  craft: 'valid',
  volume: 'soon',
  starting: 'waiting',
  unknown: 'unknown',
}

/** What a segment means, and where such goods sell best: volume or craft, said to the officer and the producer alike. */
export const segmentNotes: Record<Segment, { readonly means: string; readonly market: string }> = {
  leading: {
    means: 'Hạng cao và lượng lớn. Giúp mở rộng: liên kết vùng nguyên liệu, xuất khẩu, dẫn dắt chủ thể khác.',
    market: 'Hàng có lượng: siêu thị, bán buôn, xuất khẩu.',
  },
  craft: {
    means: 'Hạng cao, lượng ít. Giúp giữ nghề và giá trị: quà tặng, điểm bán, câu chuyện, không ép tăng lượng.',
    market: 'Hàng đặc sản, thủ công: quà tặng, điểm bán, khách du lịch.',
  },
  volume: {
    means: 'Lượng lớn, hạng chưa cao. Giúp nâng chất lượng, giấy tờ, bao bì, rồi nâng hạng.',
    market: 'Hàng có lượng: chợ đầu mối, chế biến, siêu thị khi đủ giấy tờ.',
  },
  starting: {
    means: 'Mới bắt đầu hoặc lượng còn ít. Giúp từng bước: hồ sơ, tập huấn, chính sách hỗ trợ, bán gần.',
    market: 'Bán gần: điểm bán của xã, hội chợ trong tỉnh.',
  },
  unknown: {
    means: 'Chưa có báo cáo năm và chưa chào nguồn cung, nên chưa biết lượng. Cần hỏi chủ thể.',
    market: 'Chưa nói được.',
  },
}

/** Volume as it was found, or that nobody told. */
export function volumeWords({ volume }: Pick<Advice, 'volume'>, unknown = 'Chưa đủ dữ liệu: cần hỏi chủ thể'): string {
  if (volume === null) return unknown
  return `${showMoney(volume.value)} một năm, ${volume.from === 'report' ? 'theo báo cáo năm' : 'theo nguồn cung đang chào'}`
}

export const helpWords: Record<HelpKind, string> = {
  describe: 'Mô tả sản phẩm đầu tiên',
  'mend-dossier': 'Bổ sung hồ sơ',
  'finish-dossier': 'Soạn xong và nộp hồ sơ',
  renew: 'Đề nghị công nhận lại',
  regain: 'Lập hồ sơ để được công nhận lại',
  papers: 'Làm lại giấy tờ',
  report: 'Gửi báo cáo năm',
  'ask-volume': 'Cho biết lượng bán',
  'first-dossier': 'Tự chấm thử, rồi lập hồ sơ',
  raise: 'Chuẩn bị nâng hạng',
  offer: 'Chào nguồn cung',
  channel: 'Tìm bên mua',
  train: 'Ghi danh một lớp',
  support: 'Hỗ trợ có thể nhận',
  chain: 'Mở rộng vùng nguyên liệu, chuỗi',
  export: 'Chuẩn bị xuất khẩu',
  gift: 'Lên kệ quà tặng',
}

const whyWords: Record<HelpKind, (count: number) => string> = {
  describe: () => 'Chưa có sản phẩm nào trong sổ.',
  'mend-dossier': () => 'Hồ sơ bị trả lại hoặc được yêu cầu bổ sung.',
  'finish-dossier': () => 'Hồ sơ còn đang soạn.',
  renew: () => 'Chứng nhận sắp hết hạn.',
  regain: () => 'Chứng nhận không còn hiệu lực.',
  papers: (count) => `${showCount(count)} loại giấy tờ đã hoặc sắp hết hạn.`,
  report: (count) => `Chưa có báo cáo năm ${count}.`,
  'ask-volume': () => 'Chưa đủ dữ liệu để chọn cách giúp: cần doanh thu năm hoặc nguồn cung.',
  'first-dossier': () => 'Chưa được công nhận lần nào.',
  raise: (count) => (count === 0 ? 'Đã đủ điểm của hạng kế tiếp.' : `Còn thiếu ${showHundredths(count)} điểm.`),
  offer: () => 'Đang có sao nhưng chưa chào cho bên mua nào.',
  channel: () => 'Đã chào nhưng chưa có thỏa thuận nào.',
  train: () => 'Chưa học lớp nào có điểm danh.',
  support: (count) => (count === 0 ? 'Xem chính sách đang áp dụng.' : `${showCount(count)} khoản đang mở.`),
  chain: () => 'Lượng lớn: nguyên liệu và bên mua ổn định là việc chính.',
  export: () => 'Hạng cao, lượng lớn.',
  gift: () => 'Hạng cao, lượng ít: hợp với quà tặng của cơ quan.',
}

export function whyOf({ kind, count = 0 }: Help): string {
  return whyWords[kind](count)
}

/** The borders in one sentence, and whose they are. */
export function bordersWords({ highStars, largeYear, warnDays, marketMonths, basis }: Borders): string {
  const whose = basis === null ? 'mặc định của hệ thống, chưa thấy văn bản nào chia nhóm' : `theo ${basis}`
  return `Ngưỡng (${whose}): hạng cao từ ${highStars} sao, lượng lớn từ ${showMoney(largeYear)} một năm, sắp hết hạn là còn dưới ${warnDays} ngày, chưa có thị trường là không có thỏa thuận nào trong ${marketMonths} tháng.`
}
