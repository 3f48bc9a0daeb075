import type { RefusalCode } from '../kernel/refusal.ts'
import type { UiState } from '../ui/status.tsx'
import type { AttendeeKind, ClassState, CourseKind } from './model.ts'
import type { ReachDimension } from './model-reach.ts'
import type * as certificates from './rules-certificate.ts'
import type * as lessons from './rules-lesson.ts'
import type * as tests from './rules-test.ts'
import type * as rules from './rules.ts'

type Code =
  | RefusalCode<typeof rules.judgeClassAct>
  | RefusalCode<typeof rules.judgeMeeting>
  | RefusalCode<typeof rules.judgeEnrolment>
  | RefusalCode<typeof rules.judgeConsent>
  | RefusalCode<typeof rules.judgeScan>
  | RefusalCode<typeof rules.judgeMark>
  | RefusalCode<typeof lessons.judgeLesson>
  | RefusalCode<typeof tests.judgeQuestion>
  | RefusalCode<typeof tests.judgeTest>
  | RefusalCode<typeof tests.judgePaper>
  | RefusalCode<typeof certificates.judgeCompletion>
  | tests.OpenCode
  | 'training/nobody-completed'
  | 'training/certificate-ended-already'
  | 'training/certificate-stands'
  | 'training/no-such-course'
  | 'training/lesson-down-already'
  | 'training/not-your-unit'
  | 'training/no-such-lecturer'
  | 'training/lecturer-agrees'
  | 'training/no-such-capacity'
  | 'training/agreement-needed'
  | 'training/no-such-producer'
  | 'training/nothing-to-strike'

type Facts = Readonly<Record<string, string | number>>

export const refusals: Record<Code, string | ((facts: Facts) => string)> = {
  'training/class-cancelled': 'Lớp này đã hủy.',
  'training/not-now': 'Việc này không làm được ở thời điểm này của lớp.',
  'training/ends-before-start': 'Giờ kết thúc phải sau giờ bắt đầu.',
  'training/meeting-in-past': 'Buổi học phải ở thời gian tới.',
  'training/room-taken': ({ name, from, to }) =>
    `Phòng này đã có lớp “${name}” từ ${from} đến ${to}. Hãy chọn giờ khác hoặc phòng khác.`,
  'training/started': ({ start }) => `Lớp đã bắt đầu lúc ${start}, không nhận ghi danh nữa. Hãy chọn lớp sau.`,
  'training/enrolled-already': 'Tên này đã có trong danh sách lớp.',
  'training/full': ({ capacity, waiting }) =>
    `Lớp đã đủ ${capacity} chỗ, ${waiting} người đang chờ. Đánh dấu ô này nếu muốn vào danh sách chờ.`,
  'training/waiting-list-full': ({ capacity }) =>
    `Lớp đã đủ chỗ và danh sách chờ đã đủ ${capacity} người. Hãy chọn lớp khác.`,
  'training/consent-needed': 'Muốn ghi giới tính, dân tộc thì cần đồng ý cho giữ; không muốn thì để trống hai ô đó.',
  'training/token-forged': 'Mã điểm danh không đúng. Hãy quét mã đang hiện ở cửa lớp.',
  'training/token-expired': 'Mã này đã cũ. Hãy quét lại mã đang hiện ở cửa lớp.',
  'training/token-other-meeting': 'Mã này của lớp khác hoặc buổi khác. Hãy quét mã ở cửa lớp bạn học.',
  'training/door-closed': ({ from, to }) => `Chỉ điểm danh được từ ${from} đến ${to}.`,
  'training/not-on-list': 'Tên không có trong danh sách có chỗ của lớp. Hãy gặp cán bộ phụ trách lớp.',
  'training/struck-out': 'Dòng điểm danh này đã được cán bộ bỏ. Hãy gặp cán bộ phụ trách lớp.',
  'training/not-begun': ({ start }) => `Buổi này bắt đầu lúc ${start}; chưa đánh dấu có mặt được.`,
  'training/no-such-rubric': 'Không có bộ tiêu chí này.',
  'training/no-such-criterion': ({ rubric }) => `Bộ “${rubric}” không có tiêu chí này.`,
  'training/no-such-course': 'Không có khóa này.',
  'training/lesson-down-already': 'Bài này đã gỡ.',
  'training/test-taken': 'Đã có người làm bài kiểm tra này nên không thêm câu hỏi nữa. Hãy mở khóa mới.',
  'training/options': 'Cần 2 đến 6 câu trả lời khác nhau, mỗi dòng một câu.',
  'training/no-such-option': ({ most }) => `Dòng đúng phải từ 1 đến ${most}.`,
  'training/question-open': ({ position }) => `Câu ${position} chưa trả lời.`,
  'training/more-than-asked': ({ total }) => `Bài kiểm tra chỉ có ${total} câu.`,
  'training/no-test': 'Khóa này không có bài kiểm tra, hoặc chưa có câu hỏi.',
  'training/passed-already': 'Bạn đã đạt bài kiểm tra này.',
  'training/no-attempt-left': ({ most }) => `Đã làm đủ ${most} lần. Hãy gặp cán bộ phụ trách lớp.`,
  'training/attended-too-little': ({ attended, meetings, percent }) =>
    `Mới có mặt ${attended}/${meetings} buổi, cần từ ${percent}%.`,
  'training/test-not-passed': 'Chưa đạt bài kiểm tra.',
  'training/nobody-completed': 'Chưa có ai mới đủ điều kiện: xem cột Chứng nhận để biết còn thiếu gì.',
  'training/certificate-ended-already': 'Chứng nhận này đã hủy.',
  'training/certificate-stands': 'Người này đã có chứng nhận. Hãy hủy chứng nhận trước.',
  'training/not-your-unit': 'Bạn không phụ trách đào tạo của đơn vị này.',
  'training/no-such-lecturer': 'Chuyên gia này không có trong danh sách của đơn vị.',
  'training/lecturer-agrees': 'Cần chuyên gia đồng ý cho hiện tên, nơi làm việc và chủ đề.',
  'training/no-such-capacity': 'Bạn không học được với tư cách này.',
  'training/agreement-needed': 'Chỉ ghi tên khi người đó đã đồng ý. Hãy hỏi rồi đánh dấu ô này.',
  'training/no-such-producer': 'Không có chủ thể mang mã này, ví dụ CT-24280-001.',
  'training/nothing-to-strike': 'Người này không có dòng điểm danh nào để bỏ ở buổi này.',
}

export const courseKindWords: Record<CourseKind, string> = {
  training: 'Tập huấn',
  vocational: 'Dạy nghề',
  lecture: 'Nói chuyện chuyên đề',
}

export const stateWords: Record<ClassState, string> = {
  planned: 'Sắp mở',
  running: 'Đang học',
  over: 'Đã xong',
  cancelled: 'Đã hủy',
}

export const stateLooks: Record<ClassState, UiState> = {
  planned: 'soon',
  running: 'waiting',
  over: 'done',
  cancelled: 'missing',
}

export const attendeeWords: Record<AttendeeKind, string> = {
  producer: 'Chủ thể',
  officer: 'Cán bộ',
  resident: 'Người dân',
}

export const reachDimensionWords: Record<ReachDimension, string> = {
  sex: 'Giới tính',
  ethnicity: 'Dân tộc',
  kind: 'Tư cách',
  place: 'Xã, phường của chủ thể',
}

const reachLabels: Readonly<Record<string, string>> = {
  female: 'Nữ',
  male: 'Nam',
  ...attendeeWords,
  unknown: 'Không nêu',
}

/** Ethnicities and communes say themselves. */
export function reachLabel(label: string): string {
  return reachLabels[label] ?? label
}

/** Said wherever sex and ethnicity are asked. */
export const privacyNote =
  'Không bắt buộc. Giới tính, dân tộc chỉ dùng để đếm đào tạo đã tới ai (Luật 91/2025/QH15 về bảo vệ dữ liệu cá nhân); con số nhỏ không hiện; rút đồng ý lúc nào cũng được.'
