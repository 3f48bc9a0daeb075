import { waitWords } from '../identity/words.ts'
import type { RefusalCode } from '../kernel/refusal.ts'
import type { UiState } from '../ui/status.tsx'
import type { Aspect, Grade, VoiceKind } from './model-voice.ts'
import type { judgeAttachment } from './rules-walk.ts'
import type { judgeModeration, judgeVisit, judgeVoice, judgeVoiceFlood } from './rules-voice.ts'

type Code =
  | Exclude<RefusalCode<typeof judgeVoice>, 'idea/automatic'>
  | RefusalCode<typeof judgeVoiceFlood>
  | RefusalCode<typeof judgeModeration>
  | RefusalCode<typeof judgeVisit>
  | 'idea/claimed-already'
  | RefusalCode<typeof judgeAttachment>
  | 'idea/product-elsewhere'
  | 'idea/no-such-producer'

type Facts = Readonly<Record<string, string | number>>

export const voiceRefusals: Record<Code, string | ((facts: Facts) => string)> = {
  'idea/comment-empty': 'Hãy viết điều bạn muốn góp ý.',
  'idea/join-needs-phone': 'Hãy ghi số điện thoại để người có ý tưởng gọi lại; số này không hiện ra.',
  'idea/no-links': 'Ý kiến không được chứa đường dẫn trang web.',
  'idea/said-already': 'Bạn đã gửi ý kiến này trong ngày.',
  'idea/too-many-voices': ({ minutes }) =>
    `Mạng hoặc tài khoản bạn đang dùng đã gửi nhiều ý kiến trong ngày. Hãy gửi tiếp sau ${waitWords(Number(minutes))}, hoặc đăng nhập để gửi.`,
  'idea/moderated-already': 'Ý kiến này đã được duyệt.',
  'idea/hide-needs-reason': 'Hãy ghi lý do không cho hiện.',
  'idea/visit-in-future': 'Ngày khảo sát không thể sau hôm nay.',
  'idea/visit-before-idea': 'Ngày khảo sát không thể trước ngày gửi ý tưởng.',
  'idea/claimed-already': 'Ý tưởng này đã ở trong một tài khoản.',
  'idea/product-already': 'Ý tưởng này đã thành sản phẩm trong sổ.',
  'idea/not-welcome': 'Xã chưa trả lời rằng ý tưởng này khả thi, nên chưa gắn được với sản phẩm đã có.',
  'idea/no-such-product': 'Không có sản phẩm này trong các sản phẩm của bạn.',
  'idea/product-retired': 'Sản phẩm này đã ngừng làm. Hãy chọn sản phẩm khác.',
  'idea/product-elsewhere': 'Sản phẩm này đã gắn với một ý tưởng khác.',
  'idea/no-such-producer': 'Không có chủ thể này trong các chủ thể của bạn.',
}

export const aspectWords: Record<Aspect, string> = {
  materials: 'Nguyên liệu',
  labour: 'Lao động',
  community: 'Sức mạnh cộng đồng',
  market: 'Thị trường',
}

export const gradeWords: Record<Grade, string> = {
  enough: 'Đủ',
  partly: 'Có một phần',
  lacking: 'Thiếu',
  unknown: 'Chưa rõ',
}

export const gradeLook: Record<Grade, UiState> = {
  enough: 'done',
  partly: 'soon',
  lacking: 'missing',
  unknown: 'unknown',
}

export const voiceWords: Record<VoiceKind, string> = {
  endorse: 'Ủng hộ',
  comment: 'Góp ý',
  join: 'Xin cùng làm',
}
