import type { RefusalCode } from '../kernel/refusal.ts'
import type { UiState } from '../ui/status.tsx'
import type { CriterionBasis, Dimension, Standing } from './model.ts'
import type { judgeCorrection, judgeRegion } from './rules.ts'

export const dimensionWords: Record<Dimension, string> = {
  stars: 'Hạng sao',
  group: 'Nhóm sản phẩm',
  kind: 'Loại hình chủ thể',
  round: 'Đợt đánh giá',
  year: 'Năm công nhận',
  province: 'Tỉnh, thành phố',
  commune: 'Xã, phường, đặc khu',
}

type Code =
  | RefusalCode<typeof judgeCorrection>
  | RefusalCode<typeof judgeRegion>
  | 'statistics/no-such-dimension'
  | 'statistics/no-such-place'
  | 'statistics/not-editor'
  | 'statistics/in-future'
  | 'statistics/region-ended'
  | 'statistics/ends-before'

export const refusals: Record<Code, string> = {
  'statistics/no-such-dimension': 'Con số này không chia theo cách đó.',
  'statistics/no-such-place': 'Không có địa bàn này. Hãy dùng mã tỉnh (2 chữ số), mã xã (5 chữ số), mã vùng hoặc VN.',
  'statistics/not-editor': 'Chỉ cán bộ của Bộ hoặc của tỉnh mới nhập được con số đã công bố.',
  'statistics/in-future': 'Ngày của con số đã công bố không thể muộn hơn hôm nay.',
  'statistics/no-such-part': 'Con số đã công bố không có phần này. Hãy chọn trong danh sách.',
  'statistics/nothing-wrong': 'Con số đúng trùng với con số đã công bố, không có gì để đính chính.',
  'statistics/region-exists': 'Đã có, hoặc từng có, vùng mang tên này. Hãy đặt tên khác.',
  'statistics/no-such-province': 'Có mã không phải là tỉnh, thành phố hiện nay.',
  'statistics/region-ended': 'Vùng này đã thôi dùng.',
  'statistics/ends-before': 'Ngày thôi dùng phải sau ngày bắt đầu dùng vùng.',
}

export const standingWords: Record<Standing, string> = {
  met: 'Đạt',
  lapsing: 'Đạt, sắp mất',
  'not-met': 'Chưa đạt',
}

export const standingLooks: Record<Standing, UiState> = { met: 'done', lapsing: 'soon', 'not-met': 'missing' }

export const basisWords: Record<CriterionBasis, string> = {
  '13.2':
    'Tiêu chí 13.2 của xã nông thôn mới nâng cao giai đoạn 2021–2025: có sản phẩm OCOP được xếp hạng và còn thời hạn.',
  'not-seen':
    'Bộ tiêu chí giai đoạn 2026–2030 (51/2025/QĐ-TTg, hiệu lực từ 15/02/2026): chỉ tiêu về OCOP chưa đọc được. Bảng này vẫn tính theo cách của tiêu chí 13.2 giai đoạn 2021–2025, có sản phẩm được xếp hạng và còn thời hạn, cho đến khi có người nhập đúng văn bản.',
}
