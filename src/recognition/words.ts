import { showDate } from '../kernel/civil-date.ts'
import type { Refusal, RefusalCode } from '../kernel/refusal.ts'
import type { ImageFault } from '../platform/image.ts'
import { textById } from '../regime/law.ts'
import { revocationGrounds } from './model.ts'
import type { DistrictOutcome } from './model-district.ts'
import type { CertificateStatus, DecisionKind, DecisionLevel, RevocationGround, Verdict } from './model.ts'
import type * as districtRules from './rules-district.ts'
import type * as rules from './rules.ts'

export const decisionKindNames: Record<DecisionKind, string> = {
  recognise: 'Công nhận và cấp giấy chứng nhận',
  'approve-result': 'Phê duyệt kết quả, đề nghị Bộ công nhận 5 sao',
  revoke: 'Thu hồi giấy chứng nhận',
}

export const decisionLevelNames: Record<DecisionLevel, string> = {
  district: 'Cấp huyện',
  province: 'Cấp tỉnh',
  ministry: 'Cấp trung ương',
}

export const districtOutcomeNames: Record<DistrictOutcome, string> = {
  told: 'Báo cho xã và chủ thể',
  proposed: 'Đề nghị lên tỉnh',
}

/** The words of design/mock LOOK.md, section 6: one word for one thing, everywhere. */
const statusNames: Record<CertificateStatus, string> = {
  valid: 'Còn hiệu lực',
  'renewal-pending': 'Đang xét gia hạn',
  expired: 'Hết hiệu lực',
  suspended: 'Tạm đình chỉ',
  revoked: 'Đã thu hồi',
}

export const verdictNames: Record<Verdict, string> = {
  ...statusNames,
  'cannot-tell': 'Chưa xác định được',
  'not-genuine': 'Không phải của hệ thống này',
  unknown: 'Không tìm thấy',
}

/** Points of Vietnamese acts are lettered a, b, c, d, đ, e. */
export function groundLetter(ground: RevocationGround): string {
  return ['a', 'b', 'c', 'd', 'đ', 'e'][revocationGrounds.indexOf(ground)] ?? ''
}

/** The ground as the text names it; anything else stands as an old list told it. */
export function groundName(ground: string | null): string {
  if (ground === null) return 'không nêu'
  return textById('26-2026')?.revocationGrounds.find(({ id }) => id === ground)?.name ?? ground
}

type CodeOf<Rules> = {
  [Name in keyof Rules]: Rules[Name] extends (...given: never[]) => unknown ? RefusalCode<Rules[Name]> : never
}[keyof Rules]

export type RecognitionCode =
  | CodeOf<typeof rules>
  | CodeOf<typeof districtRules>
  | 'recognition/number-taken'
  | 'recognition/not-yours-to-sign'
  | 'recognition/not-yours-to-draft'
  | 'recognition/stepped-back'
  | 'recognition/no-such-certificate'
  | 'recognition/of-another-authority'
  | 'recognition/in-another-draft'
  | 'recognition/session-not-closed'
  | 'recognition/nothing-to-decide'
  | 'recognition/not-awaiting-ministry'
  | 'recognition/to-be-scored-again'
  | 'recognition/text-cannot-be-read'
  | 'recognition/no-such-unit-then'
  | 'recognition/unit-of-another-province'
  | 'recognition/product-twice'
  | 'recognition/round-entered-already'
  | `recognition/photo-${ImageFault | 'too-large' | 'without-code'}`

type Facts = NonNullable<Refusal['facts']>

const date = (fact: string | number | undefined) => showDate(String(fact))

export const refusals: Record<RecognitionCode, string | ((facts: Facts) => string)> = {
  'recognition/photo-not-an-image': 'Tệp này không phải ảnh JPG, PNG hoặc WebP.',
  'recognition/photo-heic': 'Ảnh HEIC chưa đọc được. Hãy lưu thành JPG rồi gửi lại.',
  'recognition/photo-too-many-pixels': 'Ảnh quá 50 triệu điểm. Hãy thu nhỏ rồi gửi lại.',
  'recognition/photo-unreadable': 'Không mở được ảnh này. Hãy chụp ảnh khác.',
  'recognition/photo-too-large': 'Ảnh nặng hơn 20 MB.',
  'recognition/photo-without-code':
    'Không thấy mã QR trong ảnh. Hãy chụp gần hơn, đủ sáng, để cả mã nằm trong ảnh; hoặc gõ số giấy chứng nhận ở trên.',
  'recognition/already-issued': 'Quyết định này đã được ban hành trước đó. Lần gửi này không thay đổi gì.',
  'recognition/no-lines': 'Dự thảo không có sản phẩm nào, không thể ban hành.',
  'recognition/decided-in-future': 'Ngày ký không được sau hôm nay.',
  'recognition/decided-before-basis': ({ earliest }) => `Ngày ký không được trước ngày có căn cứ (${date(earliest)}).`,
  'recognition/odd-number': ({ symbol }) => `Số quyết định gồm số và ký hiệu, ví dụ 3981/${symbol}.`,
  'recognition/number-taken': ({ number, year }) =>
    `Số ${number} năm ${year} đã dùng cho một quyết định khác của cơ quan này. Hãy kiểm tra sổ văn thư rồi ghi số khác.`,
  'recognition/not-yours-to-sign': 'Chỉ lãnh đạo của cơ quan ban hành mới ký được quyết định này.',
  'recognition/stepped-back':
    'Bạn đã rút khỏi ít nhất một hồ sơ của phiên này, nên người khác trong đơn vị soạn và ký quyết định từ phiên này.',
  'recognition/not-yours-to-draft':
    'Chỉ cơ quan tham mưu và lãnh đạo của cơ quan ban hành mới soạn được quyết định này.',
  'recognition/no-such-certificate': ({ number }) => `Không có giấy chứng nhận số ${number}. Hãy kiểm tra lại số.`,
  'recognition/of-another-authority': ({ number }) => `Giấy chứng nhận ${number} thuộc thẩm quyền của cơ quan khác.`,
  'recognition/in-another-draft': ({ number }) => `Giấy chứng nhận ${number} đã có trong một dự thảo thu hồi khác.`,
  'recognition/concluded-in-future': 'Ngày kết luận không được sau hôm nay.',
  'recognition/not-alive': ({ number }) =>
    `Giấy chứng nhận ${number} đã hết hiệu lực hoặc đã bị thu hồi, không còn gì để thu hồi.`,
  'recognition/session-not-closed': 'Phiên chấm chưa đóng, chưa có kết quả để soạn quyết định.',
  'recognition/nothing-to-decide': 'Phiên chấm không có sản phẩm nào cần quyết định.',
  'recognition/to-be-scored-again':
    'Hồ sơ đang chờ chấm lại theo kết luận khiếu nại. Gửi Bộ sau khi có kết quả chấm lại.',
  'recognition/not-awaiting-ministry': 'Hồ sơ này không ở bước gửi Bộ hoặc dùng kết quả của Bộ.',
  'recognition/not-renewable':
    'Giấy chứng nhận này đã bị thu hồi hoặc đã thay bằng giấy mới, không công nhận lại được.',
  'recognition/renewal-open': 'Đã có một hồ sơ đang mở cho giấy chứng nhận này.',
  'recognition/renewal-early': ({ from }) => `Chưa đến thời gian nộp hồ sơ công nhận lại. Nộp từ ngày ${date(from)}.`,
  'recognition/renewal-lapsed': ({ expiresOn }) =>
    `Giấy chứng nhận đã hết hạn từ ${date(expiresOn)}. Hãy mở hồ sơ lần đầu cho sản phẩm.`,
  'recognition/no-higher-star': '5 sao là hạng cao nhất, không còn hạng để nâng.',
  'recognition/not-in-force': 'Giấy chứng nhận không còn hiệu lực.',
  'recognition/already-suspended': 'Giấy chứng nhận đang bị tạm đình chỉ.',
  'recognition/not-suspended': 'Giấy chứng nhận không bị tạm đình chỉ.',
  'recognition/star-does-not-fit': 'Chỉ quyết định công nhận mới kèm hạng sao từ 3 đến 5.',
  'recognition/day-unknown': 'Nguồn không ghi ngày ký quyết định nên không tính được thời hạn. Cần người tìm ngày ký.',
  'recognition/level-cannot-recognise': ({ stars }) =>
    `Theo văn bản áp dụng, cấp này không có thẩm quyền công nhận ${stars} sao.`,
  'recognition/text-not-in-force': ({ from, until }) =>
    `Văn bản đã chọn chỉ có hiệu lực từ ${date(from)} đến ${date(until)}, không phải vào ngày ký này.`,
  'recognition/no-such-unit-then': ({ on }) =>
    `Không có đơn vị này vào ngày ${date(on)}, hoặc tên chỉ tới nhiều đơn vị. Hãy ghi tên như trên giấy.`,
  'recognition/unit-of-another-province': ({ province }) =>
    `Đơn vị này nay thuộc ${province}. Cán bộ của nơi đó nhập vòng này.`,
  'recognition/no-such-product': 'Không có sản phẩm này trong sổ của tỉnh. Hãy ghi mã, địa chỉ trang hoặc đúng tên.',
  'recognition/several-products': ({ names }) =>
    `Nhiều sản phẩm cùng tên. Hãy ghi phần cuối địa chỉ trang của một sản phẩm (${names}).`,
  'recognition/product-twice': 'Sản phẩm này đã có ở dòng trên. Mỗi sản phẩm một dòng.',
  'recognition/round-entered-already': ({ metOn, minutes }) =>
    `Vòng của huyện này, họp ngày ${date(metOn)}, đã được nhập theo số “${minutes}”. Hãy kiểm tra số và ngày trên giấy.`,
  'recognition/round-withdrawn': 'Bản nhập này đã được rút trước đó. Hãy mở lại trang để xem ai rút và vì sao.',
  'recognition/met-in-future': 'Ngày họp không được sau hôm nay.',
  'recognition/told-in-future': 'Ngày báo kết quả không được sau hôm nay.',
  'recognition/told-before-session': ({ metOn }) => `Ngày báo kết quả không được trước ngày họp (${date(metOn)}).`,
  'recognition/no-district-step': ({ metOn }) =>
    `Vào ngày ${date(metOn)} không văn bản nào giao huyện chấm sản phẩm. Hãy kiểm tra ngày họp trên biên bản.`,
  'recognition/district-recognised': ({ stars }) =>
    `Điểm này là ${stars} sao, hạng mà theo văn bản của ngày họp huyện tự công nhận. Hãy nhập quyết định của huyện ở “Nhập vòng cũ từ giấy”.`,
  'recognition/not-of-district': ({ district }) => `Vào ngày họp, xã của sản phẩm này không thuộc ${district}.`,
  'recognition/nothing-proposed': 'Không dòng nào đủ điểm để đề nghị lên tỉnh, nên không có văn bản đề nghị.',
  'recognition/text-cannot-be-read':
    'Nội dung này dài quá hoặc trống. Hãy gửi số giấy chứng nhận, mã sản phẩm, mã vạch hoặc địa chỉ trên mã QR.',
}
