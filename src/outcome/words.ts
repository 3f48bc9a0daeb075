import type { RefusalCode } from '../kernel/refusal.ts'
import type { Split } from './model.ts'
import type * as rules from './rules.ts'
import type { Known } from './rules.ts'

type Code =
  | RefusalCode<typeof rules.judgeYear>
  | RefusalCode<typeof rules.judgeReport>
  | RefusalCode<typeof rules.judgeTerm>
  | 'outcome/not-your-unit'

type Facts = Readonly<Record<string, string | number>>

export const refusals: Record<Code, string | ((facts: Facts) => string)> = {
  'outcome/no-such-year': 'Chỉ báo cáo từ năm 2018.',
  'outcome/year-not-over': ({ year }) => `Năm ${year} chưa hết, chưa báo cáo được.`,
  'outcome/more-than-all': ({ total }) => `Không thể nhiều hơn tổng số lao động (${total}).`,
  'outcome/income-of-nobody': 'Không có lao động thì không có thu nhập bình quân.',
  'outcome/who-told': 'Ghi thay thì ghi ai đã cho số liệu, bằng cách nào.',
  'outcome/no-such-day': 'Tháng này không có ngày ấy.',
  'outcome/not-your-unit': 'Bạn không đặt hạn báo cáo cho đơn vị này.',
}

export const splitWords: Record<Split, string> = {
  province: 'Tỉnh, thành phố',
  commune: 'Xã, phường, đặc khu',
  kind: 'Loại hình chủ thể',
}

export const fromWords: Record<Known['from'], string> = {
  'this-year': 'Các ô đang là số đã báo. Sửa ô nào sai rồi gửi; lần trước vẫn được giữ.',
  'last-report': 'Các ô đã điền theo báo cáo năm trước, trừ tiền. Chỉ sửa ô đã thay đổi.',
  register: 'Số lao động đã điền theo sổ chủ thể. Chỉ sửa ô đã thay đổi.',
  nothing: 'Chưa có số liệu nào để điền sẵn.',
}

/** Said wherever sums are shown. */
export const privacyNote = (smallest: number): string =>
  `Mỗi chủ thể tính một lần, theo lần báo cuối của năm. Ô cộng từ dưới ${smallest} chủ thể nói con số ấy, hoặc dưới ${smallest} người nữ, dân tộc thiểu số, không hiện; ẩn thêm ô nhỏ kế tiếp khi phép trừ giữa các ô, kể cả của trang khác, suy ra được. Tỉnh đặt số lớn hơn thì các ô của tỉnh theo số của tỉnh.`
