import type { Dimension } from './model.ts'

export const dimensionWords: Record<Dimension, string> = {
  stars: 'Hạng sao',
  group: 'Nhóm sản phẩm',
  kind: 'Loại hình chủ thể',
  round: 'Đợt đánh giá',
  year: 'Năm công nhận',
  province: 'Tỉnh, thành phố',
  commune: 'Xã, phường, đặc khu',
}

export const refusals = {
  'statistics/no-such-dimension': 'Con số này không chia theo cách đó.',
  'statistics/no-such-place': 'Không có địa bàn này. Hãy dùng mã tỉnh (2 chữ số), mã xã (5 chữ số), mã vùng hoặc VN.',
  'statistics/not-editor': 'Chỉ cán bộ của Bộ hoặc của tỉnh mới nhập được con số đã công bố.',
}
