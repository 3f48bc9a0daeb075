import type { RefusalCode } from '../kernel/refusal.ts'
import type { UiState } from '../ui/status.tsx'
import type { BoothWish, FairKind, FairState, Reach, SelectionOutcome } from './model.ts'
import type { PointClass } from './model-point.ts'
import type * as point from './rules-point.ts'
import type * as rules from './rules.ts'

type Code =
  | RefusalCode<typeof rules.judgeAct>
  | RefusalCode<typeof rules.judgeEdition>
  | RefusalCode<typeof rules.judgeDays>
  | RefusalCode<typeof rules.judgeClash>
  | RefusalCode<typeof rules.judgeApplication>
  | RefusalCode<typeof rules.judgeChoice>
  | RefusalCode<typeof rules.judgeWithdrawal>
  | RefusalCode<typeof rules.judgeChosen>
  | RefusalCode<typeof rules.judgeOpened>
  | RefusalCode<typeof rules.judgeOver>
  | RefusalCode<typeof rules.judgeAttended>
  | RefusalCode<typeof rules.judgeFilm>
  | RefusalCode<typeof rules.judgePictures>
  | RefusalCode<typeof point.judgeStillOpen>
  | RefusalCode<typeof point.judgeShelving>
  | RefusalCode<typeof point.judgeClosing>
  | 'fair/not-your-unit'
  | 'fair/no-such-province'
  | 'fair/own-application'
  | 'fair/applied-already'
  | 'fair/no-such-producer'
  | 'fair/picture-too-large'
  | 'fair/picture-unreadable'
  | 'fair/no-such-commune'
  | 'fair/no-such-code'
  | 'fair/on-shelf-already'

type Facts = Readonly<Record<string, string | number>>

export const refusals: Record<Code, string | ((facts: Facts) => string)> = {
  'fair/not-now': 'Việc này không mở ở bước hiện tại của hội chợ. Hãy tải lại trang.',
  'fair/changed-meanwhile':
    'Có người đã lưu bản khác trong lúc bạn sửa. Chữ của bạn còn nguyên trong các ô; bản đang lưu ở bên dưới. Hãy so rồi lưu lại.',
  'fair/ends-before-start': 'Ngày bế mạc phải từ ngày khai mạc trở đi.',
  'fair/apply-after-opening': 'Hạn đăng ký phải trước hoặc trong ngày khai mạc.',
  'fair/opens-in-past': 'Ngày khai mạc đã qua.',
  'fair/no-booths': 'Hội chợ cần ít nhất một gian hàng.',
  'fair/clash': ({ title, unit, days, why }) =>
    `Trùng lịch với “${title}” của ${unit}, ${days}, ${why}. Đổi ngày, hoặc ghi lý do vẫn tổ chức rồi lưu lại.`,
  'fair/apply-too-late': ({ day }) => `Đã hết hạn đăng ký, ngày ${day}.`,
  'fair/no-products': 'Hãy chọn ít nhất một sản phẩm.',
  'fair/no-such-product': 'Chủ thể không có sản phẩm này.',
  'fair/stars-needed': ({ product, stars }) => `“${product}” chưa có ${stars} sao còn hiệu lực như thông báo yêu cầu.`,
  'fair/booths-full': ({ booths }) => `Đã chọn đủ ${booths} gian. Bỏ chọn chủ thể khác, hoặc thêm gian.`,
  'fair/booth-taken': 'Số gian này đã giao cho chủ thể khác.',
  'fair/own-application': 'Bạn thuộc chủ thể này, nên người khác của đơn vị chọn hay từ chối đăng ký này.',
  'fair/nothing-to-withdraw': 'Đăng ký này không còn rút được.',
  'fair/not-chosen': 'Việc này dành cho chủ thể đã được chọn.',
  'fair/not-opened': ({ day }) => `Hội chợ chưa khai mạc, ngày ${day} mới ghi được.`,
  'fair/not-over': ({ day }) => `Hội chợ chưa bế mạc, ngày ${day} mới chốt kết quả được.`,
  'fair/not-attended': 'Ban tổ chức chưa ghi nhận chủ thể có mặt.',
  'fair/film-address': 'Đường dẫn phim phải bắt đầu bằng https://.',
  'fair/pictures-full': ({ most }) => `Mỗi gian tối đa ${most} ảnh.`,
  'fair/not-your-unit': 'Bạn không phụ trách xúc tiến của đơn vị này.',
  'fair/no-such-province': 'Hãy chọn tỉnh trong danh sách.',
  'fair/applied-already': 'Chủ thể đã đăng ký hội chợ này.',
  'fair/no-such-producer': 'Hãy chọn một chủ thể của bạn.',
  'fair/picture-too-large': 'Ảnh quá 20 MB.',
  'fair/picture-unreadable': 'Không đọc được ảnh này. Hãy dùng JPG, PNG hoặc WebP.',
  'fair/point-closed': 'Điểm bán này đã thôi hoạt động.',
  'fair/not-in-force': 'Sản phẩm này không có hạng sao nào còn hiệu lực, không bày như hàng OCOP được.',
  'fair/closes-before-opening': 'Ngày thôi hoạt động phải từ ngày mở trở đi.',
  'fair/no-such-commune': 'Hãy chọn xã, phường trong danh sách.',
  'fair/no-such-code': 'Không tìm thấy sản phẩm với mã hoặc số này.',
  'fair/on-shelf-already': 'Sản phẩm này đang bày ở điểm bán.',
}

export const kindWords: Record<FairKind, string> = {
  fair: 'Hội chợ, triển lãm',
  week: 'Tuần hàng',
  connection: 'Hội nghị kết nối cung cầu',
  festival: 'Lễ hội, festival',
}

export const reachWords: Record<Reach, string> = {
  province: 'Trong tỉnh',
  country: 'Ngoài tỉnh, toàn quốc',
  international: 'Quốc tế',
}

export const stateWords: Record<FairState, string> = {
  draft: 'Đang soạn',
  called: 'Đã thông báo',
  closed: 'Đã chốt kết quả',
  cancelled: 'Đã hủy',
}

export const stateLooks: Record<FairState, UiState> = {
  draft: 'soon',
  called: 'valid',
  closed: 'done',
  cancelled: 'revoked',
}

export const wishWords: Record<BoothWish, string> = {
  ground: 'Gian tại chỗ',
  virtual: 'Gian trên mạng',
  both: 'Cả hai',
}

export const outcomeWords: Record<SelectionOutcome, string> = {
  chosen: 'Được chọn',
  declined: 'Không được chọn',
  withdrawn: 'Đã rút',
}

export const outcomeLooks: Record<SelectionOutcome, UiState> = {
  chosen: 'done',
  declined: 'missing',
  withdrawn: 'expired',
}

export const classWords: Record<PointClass, string> = {
  station: 'Nhà ga, sân bay, bến xe, bến cảng',
  'rest-stop': 'Trạm dừng nghỉ đường bộ',
  market: 'Trung tâm thương mại, siêu thị, chợ',
  tourism: 'Khu, điểm du lịch, nhà hàng, khách sạn',
  'craft-village': 'Làng nghề',
  'commune-centre': 'Trung tâm thương mại xã, cụm công nghiệp',
  'fair-centre': 'Trung tâm hội chợ, triển lãm',
  'post-office': 'Bưu cục, điểm bưu điện văn hóa xã',
}
