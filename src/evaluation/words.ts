import { showDate } from '../kernel/civil-date.ts'
import type { Refusal, RefusalCode } from '../kernel/refusal.ts'
import { proposals } from './model.ts'
import type {
  AgainRule,
  Capacity,
  CouncilLevel,
  Fallback,
  GateRule,
  Proposal,
  Regulation,
  SessionState,
  Verdict,
} from './model.ts'
import type { AgainOutcome } from './model-again.ts'
import type { ClosingFault } from './quorum.ts'
import type * as rules from './rules.ts'
import type { judgeOrder } from './rules-again.ts'

export const levelNames: Record<CouncilLevel, string> = {
  district: 'Cấp huyện',
  province: 'Cấp tỉnh',
  ministry: 'Cấp trung ương',
}

export const capacityNames: Record<Capacity, string> = {
  chair: 'Chủ tịch Hội đồng',
  'vice-chair': 'Phó Chủ tịch Hội đồng',
  secretary: 'Thư ký',
  member: 'Thành viên',
}

export const sessionStateNames: Record<SessionState, string> = {
  called: 'Đã triệu tập',
  open: 'Đang họp',
  closed: 'Đã đóng',
}

export const gateRuleNames: Record<GateRule, string> = {
  majority: 'Quá nửa số phiếu chọn mức đạt ngưỡng',
  all: 'Mọi phiếu đều chọn mức đạt ngưỡng',
  mean: 'Điểm trung bình của tiêu chí đạt ngưỡng',
}

export const fallbackNames: Record<Fallback, string> = {
  'highest-met': 'Xếp hạng sao cao nhất mà cả điểm và ngưỡng đều đạt',
  'not-recognised': 'Không công nhận khi thiếu ngưỡng của hạng sao theo điểm',
}

const proposalNames: Record<Proposal, string> = {
  'on-points': 'Xét theo điểm trung bình, kể cả khi thiếu ngưỡng của hạng sao đó',
  'on-points-and-gates': 'Phải đạt cả điểm và mọi ngưỡng của hạng sao đó',
}

export const againRuleNames: Record<AgainRule, string> = {
  'may-sit': 'Người đã chấm lần trước vẫn được chấm',
  'others-only': 'Người đã chấm lần trước không chấm lại hồ sơ đó',
}

export const againOutcomeNames: Record<AgainOutcome, string> = {
  same: 'Như cũ: kết quả lần đầu đứng',
  changed: 'Khác lần đầu: chờ quyết định theo kết quả này',
}

/** Who sits when a dossier is scored again; no text says it. */
export function againWords(rule: AgainRule | null): string {
  return rule === null
    ? `Quy chế không nêu; mặc định của hệ thống: ${againRuleNames['may-sit'].toLowerCase()}`
    : againRuleNames[rule]
}

/** What the regulation says of going up; when it says nothing, the default is shown as one. */
export function proposalWords(proposes: Proposal | null): string {
  return proposes === null
    ? `Quy chế không nêu; mặc định: ${proposalNames['on-points'].toLowerCase()}`
    : proposalNames[proposes]
}

export const proposalOptions = proposals.map((value) => ({ value, label: proposalNames[value] }))

/** How disagreement ends and what it asks of members. */
export function spreadWords({
  spreadPoints,
  wideRounds,
  outlierPoints,
}: Pick<Regulation, 'spreadPoints' | 'wideRounds' | 'outlierPoints'>): string {
  const end =
    wideRounds === null
      ? 'không chốt khi còn lệch'
      : `sau ${wideRounds} vòng còn lệch thì người điều hành được chốt, có lý do`
  const reason =
    outlierPoints === null ? '' : `; phiếu lệch trung bình quá ${outlierPoints} điểm phải ghi lý do khi chấm lại`
  return `${spreadPoints} điểm, quá thì thảo luận và chấm lại; ${end}${reason}`
}

/** Asked of a member who stood apart in the round before. */
export function reasonHint({ outlierPoints }: Pick<Regulation, 'outlierPoints'>): string {
  return `Quy chế yêu cầu: phiếu vòng trước lệch trung bình quá ${outlierPoints} điểm thì ghi lý do, dù giữ hay đổi điểm.`
}

export const verdictNames: Record<Verdict, string> = {
  recognise: 'Đề nghị công nhận',
  propose: 'Phê duyệt kết quả, đề nghị cấp trên',
  'lower-may-use': 'Cấp dưới có thể dùng kết quả',
  'not-recognised': 'Không công nhận',
}

/** Why the system itself keeps somebody from a dossier. */
export const recusalReasons = {
  'of-producer': 'Là người của chủ thể đứng tên hồ sơ',
  audits: 'Đang làm kiểm toán, thanh tra',
  before: 'Đã rút khỏi hồ sơ này ở phiên trước',
  'scored-before': 'Đã chấm hồ sơ này lần trước',
} as const

/** `4 sao`; a product that was stopped has no star. */
export function showStars(stars: number): string {
  return stars === 0 ? 'Không xếp hạng' : `${stars} sao`
}

type RuleCode = {
  [Name in keyof typeof rules]: (typeof rules)[Name] extends (...given: never[]) => unknown
    ? RefusalCode<(typeof rules)[Name]>
    : never
}[keyof typeof rules]
export type EvaluationCode =
  | RuleCode
  | ClosingFault
  | RefusalCode<typeof judgeOrder>
  | 'evaluation/unanswered'
  | 'evaluation/no-such-option'
  | 'evaluation/on-another-agenda'
  | 'evaluation/reason-owed'
  | 'evaluation/not-yours-to-set-up'
  | 'evaluation/unknown-account'
  | 'evaluation/auditor-seated'

type Facts = NonNullable<Refusal['facts']>

export const refusals: Record<EvaluationCode, string | ((facts: Facts) => string)> = {
  'evaluation/term-ends-before-it-begins': 'Ngày hết nhiệm kỳ không được trước ngày bắt đầu.',
  'evaluation/one-chair': 'Hội đồng phải có đúng một Chủ tịch.',
  'evaluation/seated-twice': 'Có người được ghi hai lần trong danh sách Hội đồng.',
  'evaluation/quorum-over-all': 'Túc số không được lớn hơn toàn bộ thành viên.',
  'evaluation/meets-in-the-past': 'Ngày họp đã qua. Hãy chọn hôm nay hoặc một ngày sau.',
  'evaluation/council-out-of-term': 'Ngày họp nằm ngoài nhiệm kỳ của Hội đồng.',
  'evaluation/no-regulation': 'Hội đồng chưa có quy chế có hiệu lực vào ngày họp. Hãy ban hành quy chế trước.',
  'evaluation/text-has-no-such-level': 'Văn bản này không giao việc chấm điểm cho Hội đồng ở cấp này.',
  'evaluation/not-of-this-unit': ({ dossier }) => `Hồ sơ ${dossier} không thuộc địa bàn của Hội đồng.`,
  'evaluation/other-text': ({ dossier }) =>
    `Hồ sơ ${dossier} theo văn bản khác với phiên này. Hãy triệu tập phiên riêng.`,
  'evaluation/no-rubric': ({ dossier }) => `Hồ sơ ${dossier} theo bộ tiêu chí chưa đủ dữ liệu để chấm.`,
  'evaluation/not-ready': ({ dossier }) => `Hồ sơ ${dossier} chưa đến bước đưa ra Hội đồng.`,
  'evaluation/ordered-already': 'Hồ sơ này đang chờ chấm lại theo một kết luận trước.',
  'evaluation/district-is-history':
    'Kết quả này do Hội đồng cấp huyện chấm. Cấp huyện không còn nên không có phiên nào chấm lại; cần cấp có thẩm quyền trả lời bằng văn bản.',
  'evaluation/level-never-scored': 'Hội đồng cấp này chưa từng chấm hồ sơ, nên không có gì để chấm lại.',
  'evaluation/other-level-scored-last':
    'Hội đồng cấp khác đã chấm hồ sơ sau đó; kết quả của cấp này không còn là kết quả cuối.',
  'evaluation/not-decided': 'Hồ sơ đã sang bước khác, chưa có kết quả cuối để chấm lại.',
  'evaluation/again-at-other-level': ({ dossier }) => `Hồ sơ ${dossier} chờ Hội đồng cấp khác chấm lại.`,
  'evaluation/all-sat-before': ({ dossier }) =>
    `Mọi thành viên bỏ phiếu đều đã chấm hồ sơ ${dossier} lần trước, mà quy chế không cho chấm lại. Hãy chọn Hội đồng khác.`,
  'evaluation/on-another-agenda': 'Có hồ sơ đang nằm trong chương trình của phiên khác.',
  'evaluation/already-opened': 'Phiên đã mở hoặc đã đóng.',
  'evaluation/not-presiding':
    'Chỉ người điều hành phiên làm được việc này: Chủ tịch, hoặc Phó Chủ tịch khi Chủ tịch vắng hay không tham gia chấm một hồ sơ.',
  'evaluation/too-early': ({ meetsOn }) => `Chưa đến ngày họp (${showDate(String(meetsOn))}).`,
  'evaluation/session-closed': 'Phiên đã đóng, không ghi thêm được nữa.',
  'evaluation/session-not-open': 'Phiên chưa mở hoặc đã đóng.',
  'evaluation/not-seated': 'Bạn không có quyền bỏ phiếu cho hồ sơ này trong Hội đồng.',
  'evaluation/only-own-attendance': 'Thành viên chỉ tự điểm danh cho mình.',
  'evaluation/has-cast': 'Người này đã bỏ phiếu nên không ghi vắng mặt được.',
  'evaluation/off-agenda': 'Hồ sơ đã rời chương trình phiên.',
  'evaluation/not-present': 'Bạn chưa điểm danh. Hãy điểm danh ở trang phiên rồi gửi phiếu.',
  'evaluation/unanswered': ({ criterion }) =>
    `Tiêu chí ${criterion}: hãy chọn một mức. Không mức nào đạt thì chọn “Chưa đạt mức nào”.`,
  'evaluation/no-such-option': ({ criterion }) => `Tiêu chí ${criterion}: mức này không có trong bộ tiêu chí.`,
  'evaluation/quorum-not-met': ({ product, present, need, voters }) =>
    `${product}: có mặt ${present} trên ${voters} người được bỏ phiếu, quy chế cần ít nhất ${need}.`,
  'evaluation/chair-absent': ({ product }) => `${product}: người chủ trì mà quy chế yêu cầu chưa có mặt.`,
  'evaluation/ballots-missing': ({ product, missing }) => `${product}: còn ${missing} người có mặt chưa gửi phiếu.`,
  'evaluation/spread-too-wide': ({ product, limit }) =>
    `${product}: điểm các thành viên lệch quá ${limit} điểm, cần thảo luận và chấm lại.`,
  'evaluation/spread-within': 'Chỉ chấm lại khi mọi phiếu đã gửi và độ lệch vượt quy chế.',
  'evaluation/round-settled': 'Người điều hành đã chốt vòng chấm này, phiếu không thay được nữa.',
  'evaluation/settling-not-provided':
    'Quy chế không cho chốt khi điểm còn lệch: mở vòng chấm lại, hoặc rút hồ sơ khỏi chương trình.',
  'evaluation/rounds-not-spent': ({ rounds, round }) =>
    `Quy chế cho chốt sau vòng ${rounds}; hồ sơ mới ở vòng ${round}. Hãy thảo luận và mở vòng chấm lại.`,
  'evaluation/default-unconfirmed':
    'Quy chế không nêu cách xét kết quả chuyển lên cấp trên. Hãy đọc mặc định và đánh dấu xác nhận trước khi đóng phiên.',
  'evaluation/reason-owed':
    'Phiếu vòng trước của bạn lệch trung bình quá mức quy chế nêu. Hãy ghi lý do ở phần ý kiến, dù giữ hay đổi điểm.',
  'evaluation/joined-producer':
    'Bạn nay là người của chủ thể đứng tên hồ sơ này, nên không chấm được nữa; phiếu đã gửi trước đó không tính. Người điều hành phiên thấy điều này.',
  'evaluation/audits-meanwhile':
    'Bạn nay được giao làm kiểm toán, thanh tra, nên không chấm được; phiếu đã gửi trước đó không tính. Người điều hành phiên thấy điều này.',
  'evaluation/not-yours-to-set-up': 'Chỉ lãnh đạo của đơn vị này lập Hội đồng và ban hành quy chế.',
  'evaluation/auditor-seated':
    'Người làm kiểm toán, thanh tra đọc toàn bộ sổ ghi nên không ngồi Hội đồng. Hãy chọn người khác.',
  'evaluation/unknown-account': 'Có người không còn tài khoản trong hệ thống.',
}

/** The regulation in the words of minutes and pages. */
export function quorumWords({
  quorumNumerator,
  quorumDenominator,
  chairRequired,
}: Pick<Regulation, 'quorumNumerator' | 'quorumDenominator' | 'chairRequired'>): string {
  const share = `${quorumNumerator}/${quorumDenominator} số người được bỏ phiếu`
  return chairRequired ? `Ít nhất ${share}, trong đó có Chủ tịch Hội đồng` : `Ít nhất ${share}`
}
