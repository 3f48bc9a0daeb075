import type { Role } from '../kernel/actor.ts'
import type { RefusalCode } from '../kernel/refusal.ts'
import type { PostingState } from './model.ts'
import type {
  judgeConfirmation,
  judgeEndingPosting,
  judgeEntry,
  judgeLink,
  judgeOutsideEntry,
  judgePassword,
  judgePasswordChange,
  judgePosting,
  judgeSettlement,
} from './rules.ts'

type Code =
  | RefusalCode<
      | typeof judgeConfirmation
      | typeof judgeEndingPosting
      | typeof judgeEntry
      | typeof judgeLink
      | typeof judgeOutsideEntry
      | typeof judgePassword
      | typeof judgePasswordChange
      | typeof judgePosting
      | typeof judgeSettlement
    >
  | 'identity/account-open'
  | 'identity/name-taken'
  | 'identity/no-such-account'
  | 'identity/own-account'
  | 'identity/outside-round-over'
  | 'identity/outside-unknown'
  | 'identity/too-many-tries'
  | 'identity/wrong-password'

export const refusals: Record<
  Exclude<Code, 'kernel/not-found'>,
  string | ((facts: Readonly<Record<string, string | number>>) => string)
> = {
  'identity/account-closed': 'Tài khoản này đã đóng.',
  'identity/account-open': 'Tài khoản này đang mở.',
  'identity/already-posted': 'Người này đã có vai trò đó ở đơn vị trong thời gian này.',
  'identity/first-password-expired': 'Mật khẩu dùng một lần đã quá hạn. Hãy đề nghị người quản trị cấp lại.',
  'identity/name-taken': 'Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.',
  'identity/no-such-account': 'Không có tài khoản nào mang tên đăng nhập này.',
  'identity/no-such-unit': 'Không có đơn vị này, hoặc đơn vị đã được chia và chưa rõ phần nào.',
  'identity/not-your-unit': 'Bạn không phải lãnh đạo có quyền giao vai trò này ở đơn vị đã chọn.',
  'identity/nothing-to-confirm': 'Phân công này không chờ xác nhận.',
  'identity/nothing-to-settle': 'Đơn vị của phân công này không có gì chưa rõ.',
  'identity/outside-has-one':
    'Tài khoản này đã gắn một danh tính của nhà cung cấp đó. Hãy gỡ ra trước khi gắn cái khác.',
  'identity/outside-round-over':
    'Lượt đăng nhập này đã dùng, đã quá 10 phút, hoặc bắt đầu ở trình duyệt khác. Hãy bắt đầu lại.',
  'identity/outside-taken': 'Danh tính này đã gắn với một tài khoản khác. Một danh tính chỉ mở một tài khoản.',
  'identity/outside-unknown':
    'Danh tính này chưa gắn với tài khoản nào, và hệ thống không đoán theo tên hay thư điện tử. Nếu bạn đã có tài khoản: đăng nhập bằng tên và mật khẩu, rồi gắn danh tính ở trang Tài khoản của tôi. Chủ thể chưa có tài khoản thì mở tài khoản trước; cán bộ thì đề nghị người quản trị.',
  'identity/own-account': 'Bạn không tự làm việc này với tài khoản của chính mình.',
  'identity/own-posting': 'Không ai tự phân công hoặc tự xác nhận cho chính mình.',
  'identity/password-differs': 'Hai lần ghi mật khẩu chưa giống nhau.',
  'identity/password-long': 'Mật khẩu dài tối đa 128 ký tự.',
  'identity/password-short': 'Mật khẩu cần ít nhất 12 ký tự. Một câu ngắn dễ nhớ là cách tốt.',
  'identity/password-weak': 'Mật khẩu này dễ đoán: đừng dùng tên đăng nhập, ký tự lặp lại hay mật khẩu mẫu.',
  'identity/posting-ended': 'Phân công này đã thôi.',
  'identity/role-not-there': 'Vai trò này không có ở cấp của đơn vị đã chọn.',
  'identity/role-stands-alone': 'Người quản trị hệ thống và người kiểm toán không kiêm vai trò khác.',
  'identity/sample-account': 'Đây là tài khoản mẫu dùng chung, không đổi được cách đăng nhập.',
  'identity/term-ends-before-start': 'Ngày kết thúc phải từ ngày bắt đầu trở đi.',
  'identity/term-in-past': 'Ngày bắt đầu không được trước hôm nay.',
  'identity/too-many-tries': ({ minutes }) => `Đã thử quá nhiều lần. Hãy đợi ${minutes} phút rồi thử lại.`,
  'identity/wrong-name-or-password': 'Tên đăng nhập hoặc mật khẩu chưa đúng.',
  'identity/wrong-password': 'Mật khẩu hiện tại chưa đúng.',
}

export const postingStateWords: Record<PostingState, string> = {
  active: 'Đang hiệu lực',
  future: 'Chưa tới ngày',
  ended: 'Đã thôi',
  unsettled: 'Đơn vị đã chia, chờ giải quyết',
  unconfirmed: 'Chờ lãnh đạo xác nhận lại',
}

/** What somebody in the role does here, in one line for whoever tries the demonstration. */
export const roleWork: Readonly<Record<Role, string>> = {
  producer: 'giữ minh chứng, tự chấm, lập và nộp hồ sơ, theo dõi kết quả',
  'commune-officer': 'trả lời ý tưởng, kiểm tra hồ sơ của xã, lập báo cáo',
  'commune-leader': 'ký báo cáo của xã, chuyển hồ sơ lên tỉnh, giao vai trò ở xã',
  'district-officer': 'chỉ còn trong hồ sơ cũ',
  'province-officer': 'tiếp nhận hồ sơ, chuẩn bị phiên chấm, dự thảo quyết định',
  'advisory-member': 'thẩm tra hồ sơ trước khi trình Hội đồng',
  'council-member': 'chấm phiếu các sản phẩm trong phiên',
  'council-secretary': 'chuẩn bị phiên chấm, điểm danh, lập biên bản',
  'council-chair': 'điều hành phiên chấm và chấm phiếu',
  'province-leader': 'lập Hội đồng, ký quyết định của tỉnh, giao vai trò ở tỉnh',
  'ministry-officer': 'tiếp nhận hồ sơ tỉnh chuyển lên, dự thảo quyết định',
  'ministry-leader': 'lập Hội đồng ở trung ương, ký quyết định',
  inspector: 'kiểm tra, giám sát sau công nhận',
  'support-officer': 'đề xuất và chi các khoản hỗ trợ, giữ sổ kinh phí',
  'training-officer': 'mở lớp, điểm danh, cấp chứng nhận khóa học',
  'trade-officer': 'nối bên mua với chủ thể, giữ hội chợ, điểm bán, lịch xúc tiến',
  editor: 'viết và đăng tin, duyệt bình luận, ghi số liệu đã công bố',
  auditor: 'đọc sổ ghi và hồ sơ, không sửa được gì',
  administrator: 'mở và đóng tài khoản, không xem hồ sơ hay điểm',
}

/** Whoever holds no posting acts for a producer or a buyer: identity knows neither, the name of the sample says which. */
export const personalWork = 'Không giữ vai trò cơ quan: lập hồ sơ, bán hàng hoặc mua hàng cho tổ chức ghi ở tên'

/** `12 phút`, `3 giờ`: how long somebody has to wait. */
export function waitWords(minutes: number): string {
  return minutes < 60 ? `${minutes} phút` : `${Math.ceil(minutes / 60)} giờ`
}
