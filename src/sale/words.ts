import type { RefusalCode } from '../kernel/refusal.ts'
import type { UiState } from '../ui/status.tsx'
import type { PaymentWay, PurchaseAct, PurchaseMeans, PurchaseSide, PurchaseState } from './model.ts'
import type * as rules from './rules.ts'

type Code =
  | RefusalCode<typeof rules.judgeStillSold>
  | RefusalCode<typeof rules.judgeStockSeen>
  | RefusalCode<typeof rules.judgeOnSale>
  | RefusalCode<typeof rules.judgePurchase>
  | RefusalCode<typeof rules.judgeStock>
  | RefusalCode<typeof rules.judgeFlood>
  | RefusalCode<typeof rules.judgeAsked>
  | RefusalCode<typeof rules.judgeAct>
  | RefusalCode<typeof rules.judgeTerm>
  | RefusalCode<typeof rules.judgeHelp>
  | 'sale/no-such-product'
  | 'sale/term-set-already'

export const refusals: Record<Code, string | ((facts: Readonly<Record<string, string | number>>) => string)> = {
  'sale/not-in-force': 'Sản phẩm này không còn công nhận OCOP đang hiệu lực nên không bán ở đây.',
  'sale/closed': 'Chủ thể đã thôi bán quy cách này.',
  'sale/automatic': 'Đơn này có vẻ do chương trình tự điền. Hãy để trống ô “Trang web”.',
  'sale/price-changed': ({ price }) =>
    `Giá vừa đổi thành ${price}. Chưa đặt gì cả; nếu đồng ý giá mới, hãy bấm đặt lần nữa.`,
  'sale/too-few': ({ least }) => `Đặt ít nhất ${least}.`,
  'sale/stock-moved': ({ stock }) =>
    stock === ''
      ? 'Quy cách này vừa chuyển sang làm theo đơn. Hãy xem lại rồi lưu.'
      : `Số còn vừa đổi thành ${stock}. Hãy xem lại rồi lưu.`,
  'sale/not-enough': ({ stock }) => `Chỉ còn ${stock}. Hãy giảm số lượng.`,
  'sale/too-many':
    'Số điện thoại hoặc mạng này đã đặt nhiều đơn trong ngày. Hãy gọi thẳng chủ thể, hoặc đặt lại ngày mai.',
  'sale/term-not-ahead': 'Thời hạn mới áp dụng từ ngày mai trở đi.',
  'sale/term-set-already': 'Tỉnh đã ghi thời hạn áp dụng từ chính ngày này.',
  'sale/help-asked': 'Đã nhờ cán bộ xã giúp đơn này.',
  'sale/not-now': 'Đơn này đã sang bước khác. Hãy xem lại trang.',
  'sale/no-reason': 'Hãy ghi lý do; người mua đọc được câu này.',
  'sale/no-such-product': 'Hãy chọn một sản phẩm của mình còn công nhận đang hiệu lực.',
}

export const stateWords: Readonly<Record<PurchaseState, string>> = {
  placed: 'Chờ chủ thể trả lời',
  confirmed: 'Chủ thể đã nhận đơn',
  declined: 'Chủ thể không nhận',
  lapsed: 'Hết hạn, chủ thể không trả lời',
  cancelled: 'Người mua đã hủy',
  'handed-over': 'Đã giao đi',
  received: 'Người mua đã nhận',
  returned: 'Hàng trả lại',
}

export const stateSigns: Readonly<Record<PurchaseState, UiState>> = {
  placed: 'soon',
  confirmed: 'valid',
  declined: 'missing',
  lapsed: 'late',
  cancelled: 'missing',
  'handed-over': 'valid',
  received: 'done',
  returned: 'returned',
}

export const actWords: Readonly<Record<PurchaseAct, string>> = {
  confirm: 'Nhận đơn',
  decline: 'Không nhận',
  'hand-over': 'Đã giao đi',
  receive: 'Người mua đã nhận',
  return: 'Hàng trả lại',
  cancel: 'Hủy đơn',
  lapse: 'Hết hạn trả lời',
}

export const sideWords: Readonly<Record<PurchaseSide, string>> = {
  buyer: 'người mua',
  producer: 'chủ thể',
  officer: 'cán bộ xã ghi thay chủ thể',
  system: 'hệ thống',
}

export const meansWords: Readonly<Record<PurchaseMeans, string>> = { web: 'trên trang', sms: 'qua tin nhắn' }

export const paymentWords: Readonly<Record<PaymentWay, string>> = {
  'on-delivery': 'Trả tiền khi nhận hàng',
  transfer: 'Chuyển khoản cho chủ thể',
  either: 'Khi nhận hàng hoặc chuyển khoản cho chủ thể',
}
