import type { RefusalCode } from '../kernel/refusal.ts'
import type { UiState } from '../ui/status.tsx'
import type { AnswerOutcome, EventKind, EventState, Honours } from './model.ts'
import type * as rules from './rules.ts'

type Code =
  | RefusalCode<typeof rules.judgeAct>
  | RefusalCode<typeof rules.judgeTime>
  | RefusalCode<typeof rules.judgeNotPast>
  | RefusalCode<typeof rules.judgeRoom>
  | RefusalCode<typeof rules.readAgenda>
  | RefusalCode<typeof rules.judgeEdition>
  | RefusalCode<typeof rules.judgeAnnouncement>
  | RefusalCode<typeof rules.readGuests>
  | RefusalCode<typeof rules.judgeAnswer>
  | RefusalCode<typeof rules.judgeBegun>
  | RefusalCode<typeof rules.judgeDue>
  | RefusalCode<typeof rules.judgeReport>
  | 'gathering/not-your-unit'
  | 'gathering/no-such-room'
  | 'gathering/room-named-already'
  | 'gathering/no-such-decision'
  | 'gathering/no-such-owner'
  | 'gathering/nobody-to-invite'

type Facts = Readonly<Record<string, string | number>>

export const refusals: Record<Code, string | ((facts: Facts) => string)> = {
  'gathering/not-now': 'Sự kiện đã qua bước này: có người vừa công bố, hủy hoặc kết thúc. Hãy tải lại trang.',
  'gathering/ends-before-start': 'Sự kiện phải kết thúc sau khi bắt đầu.',
  'gathering/answer-after-start': 'Hạn trả lời phải trước hoặc trong ngày bắt đầu.',
  'gathering/starts-in-past': 'Giờ bắt đầu đã qua. Hãy chọn ngày giờ sắp tới.',
  'gathering/room-taken': ({ title, from }) =>
    `Phòng này đã có “${title}”, ${from}. Hãy chọn phòng khác hoặc giờ khác.`,
  'gathering/agenda-line': ({ line, text }) =>
    `Dòng ${line} (“${text}”) chưa đúng: hãy ghi giờ trước, ví dụ “08:00 Khai mạc | Ban tổ chức”.`,
  'gathering/agenda-outside': ({ line, text }) => `Dòng ${line} (“${text}”) nằm ngoài thời gian của sự kiện.`,
  'gathering/changed-meanwhile':
    'Có người đã lưu bản khác trong lúc bạn sửa. Chữ của bạn còn nguyên trong các ô; bản đang lưu ở bên dưới. Hãy so rồi lưu lại.',
  'gathering/ceremony-without-decision':
    'Lễ trao cần ít nhất một quyết định công nhận. Hãy chọn quyết định, danh sách sẽ tự lấy từ đó.',
  'gathering/guest-line': ({ line, text }) =>
    `Dòng ${line} (“${text}”) chưa đúng: hãy ghi “Họ tên; cơ quan; thư điện tử”.`,
  'gathering/guest-address': ({ line, text }) => `Dòng ${line} (“${text}”): địa chỉ thư điện tử chưa đúng.`,
  'gathering/event-cancelled': 'Sự kiện đã hủy, không cần trả lời.',
  'gathering/answers-closed': ({ contact }) => `Sự kiện không còn nhận trả lời. Hãy liên hệ ${contact}.`,
  'gathering/answered-already': ({ contact }) =>
    `Lời mời này đã được trả lời. Muốn đổi, hãy liên hệ ban tổ chức: ${contact}.`,
  'gathering/answer-too-late': ({ contact }) => `Đã quá hạn trả lời. Hãy liên hệ ban tổ chức: ${contact}.`,
  'gathering/not-begun': 'Sự kiện chưa bắt đầu nên chưa ghi biên bản và người có mặt được.',
  'gathering/due-in-past': 'Hạn thực hiện phải từ hôm nay trở đi.',
  'gathering/done-already': 'Kết luận này đã được báo là xong.',
  'gathering/not-your-unit': 'Bạn không tổ chức sự kiện cho đơn vị này.',
  'gathering/no-such-room': 'Đơn vị không có phòng này. Hãy chọn phòng trong danh sách.',
  'gathering/room-named-already': 'Đơn vị đã có phòng tên này.',
  'gathering/no-such-decision': 'Không có quyết định công nhận này của đơn vị.',
  'gathering/no-such-owner': 'Nơi thực hiện phải là đơn vị tổ chức hoặc cấp dưới của đơn vị.',
  'gathering/nobody-to-invite': 'Mọi người trong danh sách đã được mời.',
}

export const kindWords: Record<EventKind, string> = {
  conference: 'Hội nghị',
  workshop: 'Hội thảo, tập huấn',
  ceremony: 'Lễ trao giấy chứng nhận',
}

export const stateWords: Record<EventState, string> = {
  draft: 'Đang soạn',
  announced: 'Đã công bố',
  concluded: 'Đã kết thúc',
  cancelled: 'Đã hủy',
}

export const stateLooks: Record<EventState, UiState> = {
  draft: 'soon',
  announced: 'valid',
  concluded: 'done',
  cancelled: 'revoked',
}

export const outcomeWords: Record<AnswerOutcome, string> = { accept: 'Nhận lời', decline: 'Không dự' }

/** `28 sản phẩm 4 sao của 10 chủ thể`. */
export function honoursWords({ stars, products, producers }: Honours): string {
  return `${products.toLocaleString('vi-VN')} sản phẩm ${stars} sao của ${producers.toLocaleString('vi-VN')} chủ thể`
}

/** Kinds of trade promotion as the calendar shows them beside its own. */
const tradeWords = {
  fair: 'Hội chợ, triển lãm',
  week: 'Tuần hàng',
  connection: 'Kết nối cung cầu',
  festival: 'Lễ hội',
}

/** Whatever stands on the common calendar, by its kind. */
export function kindOfOccasion(kind: string): string {
  const all: Readonly<Record<string, string>> = { ...kindWords, ...tradeWords }
  return all[kind] ?? 'Sự kiện'
}
