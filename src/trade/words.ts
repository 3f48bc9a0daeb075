import { showCount } from '../kernel/number.ts'
import type { RefusalCode } from '../kernel/refusal.ts'
import { kindWords as paperWords } from '../evidence/words.ts'
import type { UiState } from '../ui/status.tsx'
import type { Ask, BuyerKind, Unit } from './model.ts'
import type { ConnectionAct, ConnectionState, Means, Side } from './model-connection.ts'
import type * as connection from './rules-connection.ts'
import type { GapState, MatchPart } from './rules.ts'
import type * as rules from './rules.ts'

type Code =
  | RefusalCode<typeof rules.judgeMonths>
  | RefusalCode<typeof rules.judgeMinOrder>
  | RefusalCode<typeof rules.judgeDemand>
  | RefusalCode<typeof rules.judgeConfirmed>
  | RefusalCode<typeof connection.judgeStep>
  | RefusalCode<typeof connection.judgePosition>
  | RefusalCode<typeof connection.judgeEnquiry>
  | 'trade/no-such-province'
  | 'trade/no-such-group'
  | 'trade/no-such-channel'
  | 'trade/no-such-product'
  | 'trade/no-such-buyer'
  | 'trade/no-such-account'
  | 'trade/confirmed-already'
  | 'trade/ended-already'
  | 'trade/say-how-heard'
  | 'trade/link-used'

type Facts = Readonly<Record<string, string | number>>

export const refusals: Record<Code, string | ((facts: Facts) => string)> = {
  'trade/no-month': 'Hãy ghi sức cung của ít nhất một tháng.',
  'trade/order-over-capacity': 'Đơn nhỏ nhất không thể lớn hơn sức cung của tháng nhiều nhất.',
  'trade/no-wanted-month': 'Hãy chọn ít nhất một tháng cần hàng.',
  'trade/until-past': 'Hạn của nhu cầu phải từ hôm nay trở đi.',
  'trade/buyer-not-confirmed': 'Bên mua chưa được cán bộ xúc tiến thương mại xác nhận nên chưa hỏi hàng được.',
  'trade/not-now': 'Kết nối đã sang bước khác. Hãy xem lại trang rồi làm tiếp.',
  'trade/say-why': 'Hãy ghi vì sao dừng để bên kia biết.',
  'trade/too-much': 'Giá trị vượt 1.000.000.000.000 đồng. Hãy xem lại lượng và đơn giá.',
  'trade/day-to-come': 'Ngày này chưa tới.',
  'trade/day-before-asking': 'Ngày này trước ngày hỏi hàng.',
  'trade/offer-withdrawn': 'Nguồn cung này đã đổi hoặc không còn chào. Hãy tìm lại ở trang cung cầu.',
  'trade/wanted-past': 'Ngày cần hàng phải từ hôm nay trở đi.',
  'trade/below-order': ({ least }) => `Đơn nhỏ nhất là ${showCount(Number(least))}.`,
  'trade/out-of-season': 'Tháng đó hết vụ. Hãy xem lịch mùa vụ rồi chọn ngày khác.',
  'trade/over-capacity': ({ most }) => `Tháng đó chỉ cung được ${showCount(Number(most))}.`,
  'trade/no-such-province': 'Hãy chọn một tỉnh, thành phố trong danh sách.',
  'trade/no-such-group': 'Hãy chọn một nhóm sản phẩm trong danh sách.',
  'trade/no-such-channel': 'Hãy chọn một kênh của bên mua này.',
  'trade/no-such-product': 'Hãy chọn một sản phẩm đang làm của chủ thể.',
  'trade/no-such-buyer': 'Hãy chọn một bên mua mà bạn làm việc cho.',
  'trade/no-such-account': 'Không có tài khoản đang mở với tên đăng nhập này.',
  'trade/confirmed-already': 'Bên mua này đã được xác nhận.',
  'trade/ended-already': 'Mục này đã kết thúc trước đó.',
  'trade/say-how-heard': 'Bạn làm thay: hãy ghi ai nói, bằng cách nào, ví dụ chị Hoa gọi điện sáng nay.',
  'trade/link-used': 'Câu hỏi này đã có trả lời. Hãy đăng nhập để xem kết nối.',
}

export const buyerWords: Record<BuyerKind, string> = {
  supermarket: 'Siêu thị, chuỗi cửa hàng',
  wholesaler: 'Bán buôn, chợ đầu mối',
  retailer: 'Cửa hàng bán lẻ',
  'restaurant-hotel': 'Nhà hàng, khách sạn',
  processor: 'Cơ sở chế biến',
  exporter: 'Đơn vị xuất khẩu',
  trader: 'Thương nhân, thương lái',
  'sales-point': 'Điểm giới thiệu, bán sản phẩm OCOP',
  online: 'Sàn thương mại điện tử',
  agency: 'Cơ quan mua quà tặng',
}

export const unitWords: Record<Unit, string> = { kg: 'kg', litre: 'lít', piece: 'cái', set: 'bộ', guest: 'lượt khách' }

/** `1.200 kg`. */
export function showQuantity(quantity: number, unit: Unit): string {
  return `${showCount(quantity)} ${unitWords[unit]}`
}

export function askWords(ask: Ask): string {
  return ask === 'gtin' ? 'Mã vạch GTIN trên bao gói' : paperWords[ask]
}

export const gapWords: Record<GapState, string> = { held: 'Đã có', lapsing: 'Sắp hết hạn', missing: 'Còn thiếu' }
export const gapLooks: Record<GapState, UiState> = { held: 'done', lapsing: 'soon', missing: 'missing' }

export const partWords: Record<MatchPart, string> = {
  papers: 'giấy tờ, mã',
  season: 'mùa vụ',
  volume: 'lượng',
  stars: 'hạng sao',
  terms: 'thanh toán, chiết khấu',
  place: 'nơi',
}

export const stateWords: Record<ConnectionState, string> = {
  asked: 'Đã hỏi hàng, chờ báo giá',
  quoted: 'Đã báo giá, chờ bên mua',
  agreed: 'Đã thỏa thuận, chờ giao',
  delivered: 'Đã giao, chờ bên mua nhận',
  done: 'Đã xong, có kết quả',
  declined: 'Không nhận',
  cancelled: 'Đã dừng',
}

export const stateLooks: Record<ConnectionState, UiState> = {
  asked: 'waiting',
  quoted: 'waiting',
  agreed: 'waiting',
  delivered: 'waiting',
  done: 'done',
  declined: 'missing',
  cancelled: 'missing',
}

export const sideWords: Record<Side, string> = { buyer: 'Bên mua', producer: 'Chủ thể' }

/** What is awaited of the side whose turn it is. */
export const turnWords: Partial<Record<ConnectionState, string>> = {
  asked: 'Báo giá',
  quoted: 'Trả lời báo giá',
  agreed: 'Giao hàng',
  delivered: 'Xác nhận đã nhận',
}

export const actWords: Record<ConnectionAct | 'ask', string> = {
  ask: 'Hỏi hàng',
  quote: 'Báo giá',
  accept: 'Đồng ý mua',
  decline: 'Không nhận',
  deliver: 'Đã giao hàng',
  'report-short': 'Báo chưa nhận đủ',
  receive: 'Đã nhận, ghi kết quả',
  cancel: 'Dừng kết nối',
}

export const meansWords: Record<Means, string> = {
  web: 'trên trang',
  email: 'qua thư điện tử',
  sms: 'qua tin nhắn',
  officer: 'cán bộ ghi thay',
}
