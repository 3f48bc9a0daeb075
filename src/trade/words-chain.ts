import type { RefusalCode } from '../kernel/refusal.ts'
import type { ShownAtFair } from './model-chain.ts'
import type { ExportPoint } from './rules-chain.ts'
import type * as rules from './rules-chain.ts'
import { askWords } from './words.ts'

type Code =
  | RefusalCode<typeof rules.judgeGift>
  | RefusalCode<typeof rules.judgeMonth>
  | 'trade/no-such-commune'
  | 'trade/on-shelf-already'
  | 'trade/off-shelf-already'

export const chainRefusals: Record<Code, string> = {
  'trade/gift-needs-star': 'Quà tặng chính thức phải là sản phẩm có công nhận đang còn hiệu lực.',
  'trade/month-to-come': 'Tháng này chưa tới.',
  'trade/month-too-old': 'Chỉ ghi được ba năm gần đây.',
  'trade/no-such-commune': 'Hãy chọn một xã trong danh sách.',
  'trade/off-shelf-already': 'Sản phẩm này đã rút khỏi kệ quà tặng.',
  'trade/on-shelf-already': 'Sản phẩm này đã có trên kệ quà tặng.',
}

const ownWords: Partial<Record<ExportPoint, string>> = {
  star: 'Sao OCOP còn hiệu lực',
  hsCode: 'Mã HS của sản phẩm',
  englishName: 'Tên tiếng Anh',
  englishSummary: 'Mô tả tiếng Anh',
  markets: 'Thị trường nhắm tới',
  englishLabel: 'Nhãn có tiếng Anh',
}

export function pointWords(point: ExportPoint): string {
  return ownWords[point] ?? askWords(point as Parameters<typeof askWords>[0])
}

export const fairReachWords: Record<ShownAtFair['reach'], string> = {
  province: 'trong tỉnh',
  country: 'ngoài tỉnh, toàn quốc',
  international: 'quốc tế',
}
