import type { RefusalCode } from '../kernel/refusal.ts'
import { showDate } from '../kernel/civil-date.ts'
import type { ImageFault } from '../platform/image.ts'
import type { UiState } from '../ui/status.tsx'
import type { InspectionOutcome, InspectionState, ItemPart, ItemVerdict, Sanction } from './model.ts'
import type * as rules from './rules.ts'
import { complaintRefusals } from './words-complaint.ts'
import { planRefusals } from './words-plan.ts'

type Code =
  | RefusalCode<typeof rules.judgeAct>
  | RefusalCode<typeof rules.judgeOpening>
  | RefusalCode<typeof rules.judgeCheck>
  | RefusalCode<typeof rules.judgeSigning>
  | RefusalCode<typeof rules.judgeRemedy>
  | RefusalCode<typeof rules.judgeRemedyAnswer>
  | RefusalCode<typeof rules.judgeSanction>
  | RefusalCode<typeof rules.judgeCommitting>
  | `oversight/photo-${ImageFault | 'too-large'}`
  | 'oversight/not-your-unit'
  | 'oversight/no-such-certificate'
  | 'oversight/no-such-paper'
  | 'oversight/not-chosen'

type Facts = Readonly<Record<string, string | number>>

const inspectionRefusals: Record<Code, string | ((facts: Facts) => string)> = {
  'oversight/not-now': 'Việc này không còn mở ở trạng thái hiện tại của cuộc kiểm tra. Hãy tải lại trang.',
  'oversight/not-in-force': 'Giấy chứng nhận không còn hiệu lực nên không còn việc này.',
  'oversight/five-stars-ministry': 'Sản phẩm 5 sao do trung ương kiểm tra.',
  'oversight/under-way': ({ number }) => `Giấy này đang có cuộc kiểm tra ${number}. Hãy làm xong cuộc đó trước.`,
  'oversight/visit-in-past': 'Ngày dự kiến phải từ hôm nay trở đi.',
  'oversight/answered-meanwhile':
    'Mục này vừa được ghi ở cửa sổ khác. Câu trả lời mới nhất ở dưới; nếu vẫn cần sửa, hãy gửi lại.',
  'oversight/no-needs-note': 'Mục không đạt phải ghi thấy gì, ở đâu.',
  'oversight/grave-needs-no': 'Chỉ mục không đạt mới đánh dấu nghiêm trọng.',
  'oversight/visited-in-future': 'Ngày kiểm tra không thể sau hôm nay.',
  'oversight/visited-before-opening': 'Ngày kiểm tra không thể trước ngày mở cuộc.',
  'oversight/ends-before-start': 'Giờ kết thúc phải sau giờ bắt đầu.',
  'oversight/nothing-checked': 'Chưa ghi mục nào. Hãy ghi kết quả từng mục trước khi chốt biên bản.',
  'oversight/items-left': ({ left }) =>
    `Còn ${left} mục chưa ghi. Ghi tiếp, hoặc đánh dấu để tính các mục đó là không xem.`,
  'oversight/no-term': 'Hãy ghi số ngày để khắc phục, ít nhất 1.',
  'oversight/remedied-already': 'Thiếu sót này đã được nhận là khắc phục xong.',
  'oversight/remedy-waits': 'Phần khắc phục đã gửi và đang chờ đơn vị kiểm tra xem.',
  'oversight/no-remedy-waits': 'Không có phần khắc phục nào đang chờ xét ở thiếu sót này.',
  'oversight/send-back-needs-reason': 'Hãy ghi còn thiếu gì để chủ thể làm tiếp.',
  'oversight/answer-first': 'Chủ thể đã báo khắc phục. Hãy xét phần đó trước khi xử lý.',
  'oversight/warned-already': 'Đã cảnh báo một lần. Hãy chọn cách xử lý khác.',
  'oversight/suspended-already': 'Giấy chứng nhận đang bị tạm đình chỉ.',
  'oversight/term-runs': ({ dueOn }) => `Hạn khắc phục còn tới hết ngày ${showDate(String(dueOn))}.`,
  'oversight/warn-first': 'Thiếu sót không nghiêm trọng thì cảnh báo một lần trước.',
  'oversight/not-yours': 'Chỉ chủ thể của giấy xác nhận được cam kết.',
  'oversight/committed-already': 'Cam kết của giấy này đã được xác nhận.',
  'oversight/photo-not-an-image': 'Tệp này không phải ảnh JPG, PNG hoặc WebP.',
  'oversight/photo-heic': 'Ảnh HEIC chưa đọc được. Hãy lưu thành JPG rồi gửi lại.',
  'oversight/photo-too-many-pixels': 'Ảnh quá 50 triệu điểm. Hãy thu nhỏ rồi gửi lại.',
  'oversight/photo-unreadable': 'Không mở được ảnh này. Hãy chọn ảnh khác.',
  'oversight/photo-too-large': 'Ảnh nặng hơn 20 MB.',
  'oversight/not-your-unit': 'Bạn không làm việc này ở đơn vị đó.',
  'oversight/no-such-certificate': 'Không có giấy chứng nhận này ở đơn vị đã chọn.',
  'oversight/not-chosen': 'Kế hoạch không rút giấy này. Hãy mở cuộc kiểm tra từ danh sách đã rút.',
  'oversight/no-such-paper': 'Không có giấy này trong ví.',
}

export const refusals = { ...inspectionRefusals, ...planRefusals, ...complaintRefusals }

export const stateWords: Record<InspectionState, string> = {
  open: 'Đang kiểm tra',
  remedying: 'Chờ khắc phục',
  closed: 'Đã kết luận',
  cancelled: 'Đã hủy',
}

export const stateLooks: Record<InspectionState, UiState> = {
  open: 'waiting',
  remedying: 'soon',
  closed: 'done',
  cancelled: 'missing',
}

export const outcomeWords: Record<InspectionOutcome, string> = {
  kept: 'Giữ đúng, không có thiếu sót',
  remedied: 'Có thiếu sót, đã khắc phục xong',
  revocation: 'Đề nghị thu hồi giấy chứng nhận',
}

export const verdictWords: Record<ItemVerdict, string> = { yes: 'Đạt', no: 'Không đạt', unseen: 'Không xem' }

export const verdictLooks: Record<ItemVerdict, UiState> = { yes: 'done', no: 'late', unseen: 'unknown' }

export const partTitles: Record<ItemPart, string> = {
  commitments: 'Cam kết của chủ thể',
  mark: 'Dùng dấu và quảng cáo',
  criteria: 'Giữ các tiêu chí',
}

export const sanctionWords: Record<Sanction, string> = {
  warn: 'Cảnh báo, đặt hạn mới',
  suspend: 'Tạm đình chỉ dùng dấu sao',
  'propose-revocation': 'Kết luận không còn giữ tiêu chí, đề nghị thu hồi',
}

export const stepWords: Readonly<Record<string, string>> = {
  open: 'Mở cuộc kiểm tra',
  sign: 'Chốt biên bản',
  warn: 'Cảnh báo',
  suspend: 'Tạm đình chỉ giấy chứng nhận',
  'propose-revocation': 'Kết luận đề nghị thu hồi',
  close: 'Đã khắc phục xong',
  cancel: 'Hủy cuộc kiểm tra',
}
