import type { RefusalCode } from '../kernel/refusal.ts'
import type { Dimension } from './model.ts'
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
