import type { RefusalCode } from '../kernel/refusal.ts'
import type { UiState } from '../ui/status.tsx'
import type { EntitlementState, MeasureKind, OnceFor, Opening, RecognitionEvent } from './model.ts'
import type { EntryKind, LedgerAccount, SourceKind } from './model-ledger.ts'
import type * as ledger from './rules-ledger.ts'
import type * as rules from './rules.ts'
import type { AgeBucket } from './rules.ts'

type Code =
  | RefusalCode<typeof rules.judgeAct>
  | RefusalCode<typeof rules.judgeOnce>
  | RefusalCode<typeof rules.judgeAmount>
  | RefusalCode<typeof rules.judgeStars>
  | RefusalCode<typeof rules.judgeApproval>
  | RefusalCode<typeof rules.judgePayment>
  | RefusalCode<typeof rules.judgeCertificate>
  | RefusalCode<typeof rules.judgePolicy>
  | RefusalCode<typeof ledger.judgeCorrection>
  | RefusalCode<typeof ledger.judgeRetry>
  | RefusalCode<typeof ledger.judgeRecovery>
  | 'support/policy-not-in-force'
  | 'support/policy-ended-already'
  | 'support/not-your-unit'
  | 'support/no-such-policy'
  | 'support/no-such-product'
  | 'support/asked-already'
  | 'support/no-such-source'
  | 'support/source-opened-already'
  | 'support/document-paid'

type Facts = Readonly<Record<string, string | number>>

export const refusals: Record<Code, string | ((facts: Facts) => string)> = {
  'support/not-now': 'Bước này không mở ở trạng thái hiện tại của khoản hỗ trợ. Hãy tải lại trang.',
  'support/once-only': 'Chính sách này chỉ hỗ trợ một lần, và lần đó đã có.',
  'support/over-share': ({ most }) => `Số tiền vượt mức được hỗ trợ theo chi phí: tối đa ${most}.`,
  'support/over-cap': ({ of, cap, left }) => `Vượt trần của ${of}: trần ${cap}, còn ${left}.`,
  'support/stars-needed': ({ stars }) => `Chính sách này dành cho sản phẩm đang có ${stars} sao. Hãy chọn sản phẩm đó.`,
  'support/own-proposal': 'Người đề xuất không được tự phê duyệt. Hãy để lãnh đạo khác duyệt.',
  'support/over-allocation': ({ left }) =>
    `Nguồn này chỉ còn ${left} chưa cam kết. Hãy chọn nguồn khác hoặc phân bổ thêm.`,
  'support/over-commitment': ({ left }) => `Số tiền chi vượt cam kết: còn phải trả ${left}.`,
  'support/certificate-revoked': 'Giấy chứng nhận đã bị thu hồi nên không đề xuất, không chi tiếp khoản này.',
  'support/sum-or-share': 'Hãy ghi một trong hai: số tiền cố định, hoặc phần trăm chi phí.',
  'support/no-share': 'Phần trăm phải từ 1 đến 100.',
  'support/recognition-needs-sum': 'Mức do công nhận tự mở phải là một số tiền cố định.',
  'support/recognition-needs-stars': 'Hãy chọn ít nhất một hạng sao.',
  'support/recognition-needs-events': 'Hãy chọn ít nhất một trường hợp: lần đầu, giữ hạng, nâng hạng.',
  'support/ends-before-start': 'Ngày cuối phải từ ngày bắt đầu trở đi.',
  'support/commune-pays-own': 'Chính sách của xã do xã chi.',
  'support/not-correctable': 'Bút toán này không điều chỉnh được.',
  'support/corrected-already': 'Bút toán này đã được điều chỉnh.',
  'support/gone-further': ({ left }) => `Tiền đã đi tiếp, chỉ còn ${left}. Hãy điều chỉnh bút toán sau trước.`,
  'support/key-used': 'Mã gửi đã dùng cho việc khác. Hãy tải lại trang rồi làm lại.',
  'support/policy-not-in-force': 'Chính sách này không áp dụng vào hôm nay.',
  'support/policy-ended-already': 'Chính sách này đã được ghi thôi áp dụng.',
  'support/not-your-unit': 'Bạn không phụ trách đơn vị này.',
  'support/no-such-policy': 'Không có chính sách này cho nơi của chủ thể.',
  'support/asked-already': 'Đề nghị này đã gửi và đang chờ trả lời. Xem ở Hỗ trợ của tôi.',
  'support/no-such-product': 'Chủ thể không có sản phẩm này.',
  'support/source-opened-already': 'Nguồn này, của năm và văn bản này, đã mở rồi. Xem ở danh sách nguồn.',
  'support/no-such-source': 'Không có nguồn này ở đơn vị chi.',
  'support/nothing-claimed': 'Khoản này không có số nào phải thu hồi.',
  'support/over-claim': ({ left }) => `Chỉ còn ${left} phải thu hồi.`,
  'support/document-paid': 'Chứng từ này đã chi từ nguồn này. Mỗi chứng từ chỉ chi một lần.',
}

export const kindWords: Record<MeasureKind, string> = {
  reward: 'Thưởng công nhận',
  packaging: 'Bao bì, nhãn',
  design: 'Thiết kế mẫu mã',
  certification: 'Chứng nhận chất lượng',
  trademark: 'Nhãn hiệu, sở hữu trí tuệ',
  machinery: 'Máy móc, thiết bị',
  'sales-point': 'Điểm giới thiệu, bán sản phẩm',
  promotion: 'Xúc tiến thương mại',
  digital: 'Chuyển đổi số, truy xuất nguồn gốc',
  training: 'Đào tạo, tập huấn',
  other: 'Nội dung khác',
}

export const eventWords: Record<RecognitionEvent, string> = {
  first: 'Công nhận lần đầu',
  kept: 'Giữ hạng sao',
  upgraded: 'Nâng hạng sao',
}

export const openingWords: Record<Opening, string> = {
  recognition: 'Tự mở khi có quyết định công nhận, không phải nộp gì',
  request: 'Chủ thể gửi đề nghị',
}

export const onceForWords: Record<OnceFor, string> = {
  no: 'Không giới hạn số lần',
  product: 'Một lần cho mỗi sản phẩm',
  producer: 'Một lần cho mỗi chủ thể',
}

export const levelWords = { commune: 'Cấp xã', province: 'Cấp tỉnh' } as const

export const stateWords: Record<EntitlementState, string> = {
  opened: 'Mới mở',
  asked: 'Đã gửi đề nghị',
  returned: 'Trả lại để đề xuất lại',
  proposed: 'Chờ phê duyệt',
  committed: 'Đã cam kết tiền',
  delivered: 'Đã nghiệm thu, chờ chi',
  paid: 'Đã chi đủ',
  measured: 'Đã chi, đã có kết quả',
  declined: 'Không hỗ trợ',
}

export const stateLooks: Record<EntitlementState, UiState> = {
  opened: 'waiting',
  asked: 'waiting',
  returned: 'returned',
  proposed: 'waiting',
  committed: 'waiting',
  delivered: 'waiting',
  paid: 'done',
  measured: 'done',
  declined: 'missing',
}

/** Whose turn it is and what is awaited of them. */
export function turnOf({ state, event }: { state: EntitlementState; event: RecognitionEvent | null }) {
  const officer = 'Cán bộ hỗ trợ'
  const turns: Record<EntitlementState, readonly [string, string] | null> = {
    opened: [officer, 'Đề xuất phê duyệt'],
    asked: [officer, 'Xem xét và đề xuất'],
    returned: [officer, 'Đề xuất lại'],
    proposed: ['Lãnh đạo UBND', 'Phê duyệt'],
    committed: [officer, event === null ? 'Nghiệm thu' : 'Chi tiền'],
    delivered: [officer, 'Chi tiền'],
    paid: ['Chủ thể', 'Kể kết quả'],
    measured: null,
    declined: null,
  }
  return turns[state]
}

export const actWords: Readonly<Record<string, string>> = {
  open: 'Công nhận mở khoản hỗ trợ',
  ask: 'Chủ thể đề nghị',
  propose: 'Đề xuất phê duyệt',
  decline: 'Không hỗ trợ',
  'send-back': 'Trả lại để đề xuất lại',
  approve: 'Phê duyệt, cam kết tiền',
  deliver: 'Nghiệm thu',
  pay: 'Chi tiền',
  'undo-payment': 'Điều chỉnh khoản chi',
  claim: 'Giấy bị thu hồi, ghi phải thu hồi',
  recover: 'Thu hồi tiền đã chi',
  'undo-approval': 'Điều chỉnh cam kết',
  'tell-outcome': 'Kể kết quả',
}

export const sourceWords: Record<SourceKind, string> = {
  'local-budget': 'Ngân sách địa phương',
  'target-programme': 'Lồng ghép chương trình mục tiêu',
  credit: 'Vốn tín dụng',
  other: 'Nguồn hợp pháp khác',
}

export const accountWords: Record<LedgerAccount, string> = {
  funding: 'Được giao',
  available: 'Chưa cam kết',
  committed: 'Đã cam kết, chưa chi',
  paid: 'Đã chi',
  claimed: 'Phải thu hồi',
}

export const entryWords: Record<EntryKind, string> = {
  allocation: 'Phân bổ',
  commitment: 'Cam kết',
  release: 'Giảm cam kết',
  payment: 'Chi',
  claim: 'Phải thu hồi',
  recovery: 'Đã thu hồi',
  correction: 'Điều chỉnh',
}

export const bucketWords: Record<AgeBucket, string> = {
  '0-30': 'Chờ tới 30 ngày',
  '31-60': 'Chờ 31–60 ngày',
  '61-90': 'Chờ 61–90 ngày',
  '91': 'Chờ trên 90 ngày',
}
