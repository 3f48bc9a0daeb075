import type { RefusalCode } from '../kernel/refusal.ts'
import type { Capacity, ConsentMeans, ProducerKind } from './model.ts'
import type { DetailsCode, judgeConsent, judgeLeaving, judgeMember, judgeNamed, judgeSuccession } from './rules.ts'

export const kindWords: Record<ProducerKind, string> = {
  household: 'Hộ có đăng ký kinh doanh',
  group: 'Tổ hợp tác',
  cooperative: 'Hợp tác xã',
  company: 'Doanh nghiệp nhỏ và vừa',
  farm: 'Trang trại có đăng ký kinh doanh',
  'tourism-body': 'Hội, trung tâm điều hành du lịch',
  other: 'Loại hình khác (hồ sơ cũ)',
  unknown: 'Nguồn không ghi chủ thể',
}

export const capacityWords: Record<Capacity, string> = {
  owner: 'Chủ, người đại diện',
  staff: 'Nhân viên',
  delegate: 'Người được ủy quyền',
}

export const consentWords: Record<ConsentMeans, string> = {
  paper: 'Giấy đồng ý có chữ ký',
  'in-person': 'Đồng ý trực tiếp tại trụ sở xã',
  phone: 'Đồng ý qua điện thoại',
}

export const sexWords = { female: 'Nữ', male: 'Nam' } as const

/** Names of the fields as the forms and the list of what is missing say them. */
export const fieldWords: Readonly<Record<string, string>> = {
  kind: 'Loại hình',
  name: 'Tên chủ thể',
  registrationNo: 'Số đăng ký kinh doanh hoặc mã số thuế',
  registrationOn: 'Ngày cấp đăng ký',
  representativeName: 'Người đại diện theo pháp luật',
  representativePosition: 'Chức vụ',
  representativeSex: 'Giới tính của người đại diện',
  representativeEthnicity: 'Dân tộc của người đại diện',
  representativeAddress: 'Nơi thường trú của người đại diện',
  address: 'Thôn, buôn, số nhà, đường',
  phone: 'Số điện thoại',
  email: 'Thư điện tử',
  foundedOn: 'Ngày thành lập',
  localCapitalPercent: 'Tỷ lệ vốn của người địa phương',
  labourTotal: 'Tổng số lao động',
  labourLocal: 'Lao động là người trong xã',
  history: 'Quá trình hình thành',
  structure: 'Cơ cấu tổ chức',
}

type Code =
  | DetailsCode
  | RefusalCode<typeof judgeConsent>
  | RefusalCode<typeof judgeMember>
  | RefusalCode<typeof judgeNamed>
  | RefusalCode<typeof judgeLeaving>
  | RefusalCode<typeof judgeSuccession>
  | 'producer/registration-taken'
  | 'producer/no-such-commune'
  | 'producer/no-such-account'
  | 'producer/no-such-successor'
  | 'producer/sign-in-first'
  | 'producer/closed'

type Sentence = string | ((facts: Readonly<Record<string, string | number>>) => string)

export const refusals: Record<Code, Sentence> = {
  'producer/kind-not-named':
    'Loại hình này không còn được đăng ký mới. Hãy chọn hộ có đăng ký kinh doanh, tổ hợp tác, hợp tác xã, doanh nghiệp, trang trại hoặc hội, trung tâm du lịch.',
  'producer/registration-needed':
    'Loại hình này phải có đăng ký kinh doanh. Hãy ghi số trên giấy; nếu chưa có, hãy hỏi cán bộ xã cách đăng ký.',
  'producer/registration-date-needed': 'Hãy ghi ngày cấp in trên giấy đăng ký.',
  'producer/registration-in-future': 'Ngày cấp đăng ký không thể sau hôm nay.',
  'producer/founded-in-future': 'Ngày thành lập không thể sau hôm nay.',
  'producer/labour-total-needed': 'Hãy ghi tổng số lao động trước khi ghi số lao động trong xã.',
  'producer/more-local-than-all': 'Lao động trong xã không thể nhiều hơn tổng số lao động.',
  'producer/consent-in-future': 'Ngày đồng ý không thể sau hôm nay.',
  'producer/phone-consent-needs-note': 'Đồng ý qua điện thoại: hãy ghi số đã gọi và người cùng nghe.',
  'producer/holds-office':
    'Tài khoản này đang giữ vai trò công vụ hoặc ở Hội đồng. Thêm vào thì người đó không được xét việc của chủ thể, nên hãy thêm người khác.',
  'producer/already-member': 'Người này đang làm thay chủ thể rồi.',
  'producer/term-ended-before-start': 'Ngày kết thúc phải từ hôm nay trở đi.',
  'producer/delegation-needs-end': 'Ủy quyền phải có ngày kết thúc.',
  'producer/not-a-member': 'Người này không còn làm thay chủ thể.',
  'producer/last-owner': 'Đây là người đại diện cuối cùng. Hãy thêm người đại diện khác trước khi cho người này thôi.',
  'producer/succeeds-itself': 'Một chủ thể không thể kế thừa chính mình. Hãy ghi mã của chủ thể mới.',
  'producer/already-succeeded': 'Chủ thể này đã có chủ thể kế thừa.',
  'producer/successor-closed': 'Chủ thể có mã này đã ngừng; hãy ghi mã của chủ thể đang hoạt động.',
  'producer/line-in-circle': 'Chủ thể có mã này là chủ thể trước trong cùng dòng kế thừa, không thể kế thừa ngược lại.',
  'producer/succession-in-future': 'Ngày kế thừa không thể sau hôm nay.',
  'producer/registration-taken': ({ name, code }) =>
    `Số đăng ký này đã thuộc ${name} (${code}). Nếu đó là cơ sở của bạn, hãy nhờ chủ cơ sở hoặc cán bộ xã thêm bạn vào; nếu không, hãy xem lại số trên giấy.`,
  'producer/no-such-commune': 'Không có xã này trong danh mục hôm nay. Hãy chọn lại tỉnh rồi chọn xã.',
  'producer/no-such-account': 'Không có tài khoản với tên đăng nhập này. Người được thêm cần mở tài khoản trước.',
  'producer/no-such-successor':
    'Không có chủ thể nào mang mã này. Chủ thể mới phải đăng ký trước, rồi mới ghi kế thừa.',
  'producer/sign-in-first': 'Hãy đăng nhập trước khi đăng ký chủ thể.',
  'producer/closed': 'Chủ thể này đã ngừng hoặc đã có chủ thể kế thừa, không sửa được nữa.',
}
