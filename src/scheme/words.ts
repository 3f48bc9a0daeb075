import type { RefusalCode } from '../kernel/refusal.ts'
import type { UiState } from '../ui/status.tsx'
import type { AimedFigure, AssignmentState, MoneySource, PlanKind, PlanState, Progress } from './model.ts'
import type * as rules from './rules.ts'

type Code =
  | RefusalCode<typeof rules.judgePlanAct>
  | RefusalCode<typeof rules.judgePlan>
  | RefusalCode<typeof rules.judgeRoom>
  | RefusalCode<typeof rules.judgeParts>
  | RefusalCode<typeof rules.judgeTarget>
  | RefusalCode<typeof rules.judgeParent>
  | RefusalCode<typeof rules.judgeDrop>
  | RefusalCode<typeof rules.judgeRecount>
  | RefusalCode<typeof rules.judgeBudgetYear>
  | RefusalCode<typeof rules.judgeSubmission>
  | RefusalCode<typeof rules.judgeApproval>
  | RefusalCode<typeof rules.judgeTask>
  | RefusalCode<typeof rules.judgeMeasure>
  | RefusalCode<typeof rules.judgeReport>
  | RefusalCode<typeof rules.judgeVerdict>
  | 'scheme/not-your-unit'

type Facts = Readonly<Record<string, string | number>>

export const refusals: Record<Code, string | ((facts: Facts) => string)> = {
  'scheme/not-your-unit': 'Bạn không lập kế hoạch cho đơn vị này.',
  'scheme/not-now': ({ state }) =>
    `Kế hoạch đang ở trạng thái “${stateWords[state as PlanState]}”, không làm được việc này nữa.`,
  'scheme/years-reversed': 'Năm cuối phải từ năm đầu trở đi.',
  'scheme/plan-is-one-year': 'Kế hoạch là của một năm. Nhiều năm thì chọn đề án.',
  'scheme/no-such-parent': 'Văn bản cấp trên phải đã phê duyệt và bao trùm đơn vị này.',
  'scheme/plan-is-full': ({ most }) => `Mỗi kế hoạch có tối đa ${most} dòng loại này.`,
  'scheme/mixed-parts': 'Chỉ chia theo hạng sao, hoặc theo loại hình chủ thể, không cả hai.',
  'scheme/parts-of-no-figure': 'Chọn con số của hệ thống trước, rồi mới chia theo phần.',
  'scheme/base-needs-day': 'Có số gốc thì ghi số ấy của ngày nào.',
  'scheme/base-needs-number': 'Có ngày gốc thì ghi số của ngày ấy.',
  'scheme/goal-needed': 'Hãy ghi đích, hoặc đánh dấu “Chưa rõ”.',
  'scheme/goal-known-and-unknown': 'Đã ghi đích thì bỏ dấu “Chưa rõ”.',
  'scheme/due-in-past': 'Hạn phải từ hôm nay trở đi.',
  'scheme/base-after-due': 'Ngày của số gốc phải trước hạn.',
  'scheme/no-such-target': 'Chỉ tiêu cấp trên phải thuộc kế hoạch này, hoặc kế hoạch đã phê duyệt bao trùm đơn vị này.',
  'scheme/circular-target': ({ way }) =>
    `Chỉ tiêu sẽ góp vào chính nó: ${way} → rồi lại quay về. Hãy chọn chỉ tiêu cấp trên khác.`,
  'scheme/counts-another-thing': 'Chỉ tiêu cấp trên đếm thứ khác, cộng vào nhau không được.',
  'scheme/target-is-named': 'Có chỉ tiêu khác hoặc việc gắn với chỉ tiêu này. Hãy gỡ chúng trước.',
  'scheme/others-count-with-it': ({ added }) =>
    `${added} chỉ tiêu khác góp vào chỉ tiêu này, nên chưa đổi được điều nó đếm. Hãy gỡ chúng trước.`,
  'scheme/year-outside': ({ from, to }) => `Năm phải trong thời gian của kế hoạch: ${from}–${to}.`,
  'scheme/no-targets': 'Kế hoạch chưa có chỉ tiêu nào. Hãy thêm ít nhất một chỉ tiêu rồi trình.',
  'scheme/approved-in-future': 'Ngày phê duyệt không thể muộn hơn hôm nay.',
  'scheme/nobody-asked': 'Hãy chọn ít nhất một đơn vị, hoặc giao cho tất cả.',
  'scheme/not-below': 'Chỉ giao việc cho đơn vị mình và cấp dưới trực tiếp.',
  'scheme/measured-by-figure': 'Chỉ tiêu này hệ thống tự đếm từ bản ghi, không tự khai.',
  'scheme/measured-in-future': 'Kết quả không thể của ngày mai.',
  'scheme/plan-not-in-force': 'Kế hoạch chưa được phê duyệt hoặc đã thôi thực hiện.',
  'scheme/told-already': 'Đơn vị đã báo xong. Chờ nơi giao trả lời.',
  'scheme/nothing-to-answer': 'Báo cáo này đã được trả lời, hoặc đã có báo cáo mới hơn.',
  'scheme/say-what-is-missing': 'Hãy ghi còn thiếu gì để đơn vị làm tiếp.',
}

export const kindWords: Record<PlanKind, string> = {
  programme: 'Chương trình của cả nước',
  scheme: 'Đề án nhiều năm',
  plan: 'Kế hoạch năm',
}

export const stateWords: Record<PlanState, string> = {
  draft: 'Đang soạn',
  submitted: 'Chờ lãnh đạo phê duyệt',
  approved: 'Đang thực hiện',
  ended: 'Thôi thực hiện',
  expected: 'Chưa thấy văn bản',
}

export const stateLooks: Record<PlanState, UiState> = {
  draft: 'soon',
  submitted: 'waiting',
  approved: 'done',
  ended: 'expired',
  expected: 'unknown',
}

export const figureWords: Record<AimedFigure, string> = {
  'san-pham-con-hieu-luc': 'Sản phẩm OCOP còn hiệu lực',
  'san-pham-tung-duoc-cong-nhan': 'Sản phẩm từng được công nhận',
  'chu-the-co-san-pham-con-hieu-luc': 'Chủ thể có sản phẩm còn hiệu lực',
  'xa-co-san-pham': 'Xã, phường, đặc khu có sản phẩm còn hiệu lực',
}

export const moneyWords: Record<MoneySource, string> = {
  'local-budget': 'Ngân sách địa phương',
  'target-programme': 'Chương trình mục tiêu quốc gia',
  credit: 'Tín dụng',
  other: 'Nguồn hợp pháp khác',
}

export const assignmentWords: Record<AssignmentState, string> = {
  given: 'Chưa báo cáo',
  doing: 'Đang làm',
  blocked: 'Vướng mắc',
  reported: 'Đã báo xong, chờ nhận',
  accepted: 'Đã nhận kết quả',
  returned: 'Yêu cầu làm tiếp',
}

export const assignmentLooks: Record<AssignmentState, UiState> = {
  given: 'missing',
  doing: 'waiting',
  blocked: 'soon',
  reported: 'waiting',
  accepted: 'done',
  returned: 'returned',
}

export const progressWords: Record<Progress, string> = {
  doing: 'Đang làm',
  blocked: 'Vướng mắc',
  done: 'Đã xong',
}
