import { showDate, showMoment } from '../kernel/civil-date.ts'
import type { RefusalCode } from '../kernel/refusal.ts'
import type { DossierKind } from '../regime/model.ts'
import type { UiState } from '../ui/status.tsx'
import type { faultsOfFiling } from './filing.ts'
import type { Dossier, DossierAct, DossierState, Form02Field, Step } from './model.ts'
import { form02Words } from './words-form.ts'
import { turnOf, whoseTurn } from './rules.ts'
import type { TurnOwner, judgeConsent, judgeMove, judgeReturn } from './rules.ts'

type Facts = Readonly<Record<string, string | number>>
type Code =
  | RefusalCode<typeof judgeMove>
  | RefusalCode<typeof judgeReturn>
  | RefusalCode<typeof judgeConsent>
  | ReturnType<typeof faultsOfFiling>[number]['code']
  | 'dossier/no-such-product'
  | 'dossier/open-already'
  | 'dossier/no-rubric'
  | 'dossier/regroup-first'
  | 'dossier/text-changed'
  | 'dossier/still-current'
  | 'dossier/not-your-turn'
  | 'dossier/paper-not-yours'
  | 'dossier/report-missing'
  | 'dossier/defects-open'
  | 'dossier/not-yours-to-do'
  | 'dossier/no-such-commune'
  | 'dossier/group-changed'
  | 'dossier/product-retired'
  | 'dossier/place-unsettled'
  | 'dossier/no-such-criterion'
  | 'dossier/steps-out-of-order'
  | 'dossier/written-elsewhere'
  | 'dossier/papers-elsewhere'
  | 'dossier/helped-already'
  | 'dossier/written-already'

export const stateWords: Record<DossierState, string> = {
  draft: 'Đang soạn',
  filed: 'Đã nộp, chờ xã kiểm tra',
  returned: 'Trả lại để bổ sung',
  completed: 'Đã bổ sung, chờ xã kiểm tra',
  'received-by-commune': 'Xã đã nhận, đang kiểm tra',
  'commune-checked': 'Xã đã kiểm tra, chờ lãnh đạo xã ký',
  'commune-reported': 'Xã đã báo cáo, chờ tỉnh tiếp nhận',
  'received-by-district': 'Huyện đã tiếp nhận',
  'scored-by-district': 'Hội đồng huyện đã chấm',
  'recognised-by-district': 'Huyện đã công nhận',
  'proposed-to-province': 'Huyện đã đề nghị tỉnh',
  'received-by-province': 'Tỉnh đã tiếp nhận',
  'completion-asked': 'Tỉnh yêu cầu hoàn thiện',
  'completed-for-province': 'Đã hoàn thiện, chờ tỉnh',
  'under-advice': 'Tổ tư vấn đang xem xét',
  'site-visit': 'Đang khảo sát thực tế',
  'lab-test': 'Đang kiểm nghiệm bổ sung',
  advised: 'Tổ tư vấn đã báo cáo',
  'on-agenda': 'Trong chương trình phiên chấm',
  scored: 'Hội đồng đã chấm',
  'not-recognised': 'Chưa đủ điều kiện công nhận',
  'recognised-by-province': 'Tỉnh đã công nhận',
  'result-approved': 'Kết quả từ 90 điểm đã phê duyệt',
  'sent-to-ministry': 'Đã gửi Bộ, chờ Bộ tiếp nhận',
  'received-by-ministry': 'Bộ đã tiếp nhận',
  'scored-by-ministry': 'Hội đồng trung ương đã chấm',
  'recognised-by-ministry': 'Bộ đã công nhận 5 sao',
  'below-90': 'Trung ương chấm dưới 90 điểm',
  notified: 'Đã thông báo kết quả',
  published: 'Đã công bố',
  withdrawn: 'Chủ thể đã rút',
  disqualified: 'Bị loại',
}

export const stateLook: Record<DossierState, UiState> = {
  draft: 'soon',
  filed: 'waiting',
  returned: 'returned',
  completed: 'waiting',
  'received-by-commune': 'waiting',
  'commune-checked': 'waiting',
  'commune-reported': 'waiting',
  'received-by-district': 'waiting',
  'scored-by-district': 'waiting',
  'recognised-by-district': 'done',
  'proposed-to-province': 'waiting',
  'received-by-province': 'waiting',
  'completion-asked': 'returned',
  'completed-for-province': 'waiting',
  'under-advice': 'waiting',
  'site-visit': 'waiting',
  'lab-test': 'waiting',
  advised: 'waiting',
  'on-agenda': 'waiting',
  scored: 'waiting',
  'not-recognised': 'missing',
  'recognised-by-province': 'done',
  'result-approved': 'waiting',
  'sent-to-ministry': 'waiting',
  'received-by-ministry': 'waiting',
  'scored-by-ministry': 'waiting',
  'recognised-by-ministry': 'done',
  'below-90': 'waiting',
  notified: 'done',
  published: 'done',
  withdrawn: 'missing',
  disqualified: 'missing',
}

export const turnWords: Record<TurnOwner, string> = {
  producer: 'Chủ thể',
  'commune-officer': 'Cán bộ xã',
  'commune-leader': 'Lãnh đạo xã',
  district: 'Cấp huyện',
  province: 'Cấp tỉnh',
  'advisory-team': 'Tổ tư vấn',
  council: 'Hội đồng',
  'province-leader': 'Lãnh đạo tỉnh',
  ministry: 'Bộ',
  nobody: 'Đã xong',
}

/** What the owner of the turn is asked to do. */
export const askedWords: Record<DossierState, string> = {
  ...stateWords,
  draft: 'Soạn và nộp hồ sơ',
  filed: 'Kiểm tra và báo cáo',
  returned: 'Bổ sung theo thông báo',
  completed: 'Kiểm tra phần bổ sung',
  'received-by-commune': 'Kiểm tra và soạn báo cáo',
  'commune-checked': 'Ký báo cáo Mẫu 03 và chuyển tỉnh',
  'commune-reported': 'Tiếp nhận hồ sơ',
  'received-by-province': 'Kiểm tra thành phần hồ sơ',
  'completion-asked': 'Hoàn thiện theo yêu cầu của tỉnh',
  'completed-for-province': 'Kiểm tra phần hoàn thiện',
  advised: 'Đưa vào phiên chấm',
  'on-agenda': 'Chấm điểm',
  scored: 'Ra quyết định',
  'result-approved': 'Gửi hồ sơ lên Bộ',
  'sent-to-ministry': 'Tiếp nhận hồ sơ tỉnh gửi',
  'received-by-ministry': 'Đưa vào phiên chấm trung ương',
  'below-90': 'Dùng kết quả trung ương hoặc chấm lại',
}

/** The same; while a commune writes for the producer, it is asked of the commune. */
export function askedOf(dossier: Pick<Dossier, 'state' | 'helped'>): string {
  return turnOf(dossier) === whoseTurn(dossier.state) ? askedWords[dossier.state] : 'Soạn hồ sơ giúp chủ thể'
}

export const stepWords: Record<Step['act'], string> = {
  open: 'Lập hồ sơ',
  'enter-past': 'Nhập hồ sơ cũ',
  transfer: 'Chuyển theo đơn vị hành chính mới',
  'wait-for-unit': 'Chờ kết luận về đơn vị đã chia',
  'carry-over': 'Chuyển sang chủ thể kế thừa',
  'order-again': 'Yêu cầu chấm lại ở phiên khác theo kết luận khiếu nại',
  'result-stands': 'Đã chấm lại, kết quả cũ đứng',
  'follow-round': 'Hạn theo đợt mới mở',
  file: 'Chủ thể nộp hồ sơ',
  return: 'Xã trả lại để bổ sung',
  complete: 'Chủ thể nộp bổ sung',
  'receive-at-commune': 'Xã xác nhận đã nhận hồ sơ',
  'send-for-signature': 'Cán bộ xã trình lãnh đạo xã ký',
  'report-from-commune': 'Xã ký báo cáo Mẫu 03 và chuyển tỉnh',
  'take-back': 'Xã lấy lại hồ sơ đã chuyển nhầm',
  'receive-at-district': 'Huyện tiếp nhận',
  'score-at-district': 'Hội đồng huyện chấm',
  'recognise-at-district': 'Huyện công nhận',
  'propose-to-province': 'Huyện đề nghị tỉnh đánh giá',
  'receive-at-province': 'Tỉnh tiếp nhận',
  'ask-completion': 'Tỉnh yêu cầu hoàn thiện',
  'complete-for-province': 'Chủ thể hoàn thiện hồ sơ',
  'start-advice': 'Tổ tư vấn bắt đầu xem xét',
  'visit-site': 'Tổ tư vấn khảo sát thực tế',
  'ask-lab-test': 'Yêu cầu kiểm nghiệm bổ sung',
  'report-advice': 'Tổ tư vấn báo cáo',
  'put-on-agenda': 'Đưa vào chương trình phiên chấm',
  'take-off-agenda': 'Rút khỏi chương trình phiên chấm',
  score: 'Hội đồng cấp tỉnh chấm',
  'not-recognise': 'Kết quả chưa đủ điều kiện công nhận',
  recognise: 'Tỉnh công nhận',
  'approve-result': 'Tỉnh phê duyệt kết quả từ 90 điểm',
  'send-to-ministry': 'Tỉnh gửi Bộ',
  'take-back-from-ministry': 'Tỉnh lấy lại hồ sơ đã gửi nhầm',
  'receive-at-ministry': 'Bộ tiếp nhận',
  'score-at-ministry': 'Hội đồng trung ương chấm',
  'recognise-at-ministry': 'Bộ công nhận 5 sao',
  'fall-below-90': 'Trung ương chấm dưới 90 điểm',
  'evaluate-again': 'Tỉnh tổ chức chấm lại',
  'score-again': 'Hội đồng khác cho kết quả khác khi chấm lại',
  'score-again-at-ministry': 'Hội đồng trung ương cho kết quả khác khi chấm lại',
  notify: 'Thông báo kết quả',
  publish: 'Công bố',
  withdraw: 'Chủ thể rút hồ sơ',
  disqualify: 'Loại hồ sơ',
}

export const kindWords: Record<DossierKind, string> = {
  first: 'Lần đầu',
  upgrade: 'Nâng hạng',
  renewal: 'Phân hạng lại',
}

/** Somebody was first: which step it was tells whose, never by name. */
function whereItStands({ state, done, since }: Facts): string {
  const moment = since === undefined ? '' : ` từ ${showMoment(String(since))}`
  const how = done === undefined ? '' : `, sau việc “${stepWords[done as DossierAct]}”`
  return `hồ sơ đã ở bước “${stateWords[state as DossierState]}”${moment}${how}`
}

export const refusals: Record<Code, string | ((facts: Facts) => string)> = {
  'dossier/not-now': (facts) =>
    `Không làm được việc “${stepWords[facts['act'] as DossierAct]}” vì ${whereItStands(facts)}. Lần gửi này không thay đổi gì.`,
  'dossier/goes-to-district': 'Theo văn bản này, hồ sơ ở xã được chuyển lên Hội đồng cấp huyện.',
  'dossier/no-taking-back': 'Theo quy trình áp dụng, hồ sơ đã chuyển lên thì không lấy lại được.',
  'dossier/no-district-level': 'Văn bản áp dụng cho hồ sơ này không có cấp huyện.',
  'dossier/district-recognises-none': 'Theo văn bản áp dụng, cấp huyện chỉ chấm điểm, không công nhận.',
  'dossier/returned-before':
    'Hồ sơ đã được trả lại một lần ở bước này. Nêu thêm thiếu sót mới phải do lãnh đạo của cấp đang kiểm tra thực hiện và ghi lý do.',
  'dossier/late-reason-missing': 'Hãy ghi lý do vì sao lần trước chưa nêu; lý do được lưu và đếm công khai.',
  'dossier/form-missing': ({ form }) => `Chưa điền Mẫu ${form}.`,
  'dossier/form02-open': ({ parts }) =>
    `Mẫu 02 còn trống: ${String(parts)
      .split(' ')
      .map((part) => form02Words[part as Form02Field].label)
      .join('; ')}.`,
  'dossier/written-elsewhere': ({ text }) =>
    text === ''
      ? 'Ô này vừa được xóa ở một cửa sổ khác. Điều bạn vừa gõ còn ở đây; lưu lần nữa để giữ.'
      : `Ô này vừa được sửa ở một cửa sổ khác thành: “${text}”. Điều bạn vừa gõ còn ở đây; lưu lần nữa để thay.`,
  'dossier/papers-elsewhere': ({ papers }) =>
    `${
      papers === '' ? 'Một cửa sổ khác vừa gỡ hết giấy tờ ở đây.' : `Một cửa sổ khác vừa gắn ở đây: ${papers}.`
    } Điều bạn vừa chọn còn ở dưới; lưu lần nữa để thay.`,
  'dossier/self-score-missing': ({ open, codes }) =>
    `Còn ${open} tiêu chí chưa tự chấm${Number(open) > 8 ? '' : `: ${codes}`}.`,
  'dossier/samples-missing': ({ due, given }) => `Cần ${due} mẫu sản phẩm, phiếu mới ghi ${given}.`,
  'dossier/missing-document': ({ kind }) => `Thiếu giấy tờ bắt buộc: ${documentWords[String(kind)] ?? kind}.`,
  'dossier/document-expired': ({ title, expiresOn }) =>
    `Giấy tờ “${title}” đã hết hạn, ngày cuối là ${showDate(String(expiresOn))}.`,
  'dossier/document-withdrawn': ({ title }) => `Giấy tờ “${title}” đã được rút khỏi ví. Hãy gắn giấy tờ khác.`,
  'dossier/no-such-product': 'Không có sản phẩm này trong sổ của bạn.',
  'dossier/product-retired': 'Sản phẩm này đã ngừng sản xuất theo sổ của chủ thể.',
  'dossier/open-already': 'Sản phẩm này đã có một hồ sơ đang xử lý.',
  'dossier/no-rubric': 'Nhóm của sản phẩm chưa có bộ tiêu chí chấm được. Hãy xếp sản phẩm vào đúng nhóm.',
  'dossier/consent-in-future': 'Ngày đồng ý chưa tới.',
  'dossier/consent-paper-missing': 'Hãy chọn bản chụp giấy đồng ý đã ký trong ví minh chứng của chủ thể.',
  'dossier/consent-witness-missing': 'Đồng ý bằng lời cần một người làm chứng. Hãy ghi họ tên người đó.',
  'dossier/witness-is-recorder': 'Người làm chứng phải khác người ghi.',
  'dossier/helped-already': 'Xã đang soạn giúp hồ sơ này rồi.',
  'dossier/written-already': 'Xã đã báo soạn xong; hồ sơ đang chờ chủ thể xem lại và nộp.',
  'dossier/regroup-first':
    'Sản phẩm còn xếp nhóm theo văn bản cũ. Hãy xếp nhóm theo văn bản đang áp dụng trên trang sản phẩm, rồi lập hồ sơ.',
  'dossier/text-changed':
    'Văn bản áp dụng đã thay đổi từ khi soạn. Hãy bấm “Lập lại theo văn bản hiện hành” ở trang hồ sơ, rồi tự chấm theo bộ tiêu chí mới.',
  'dossier/group-changed':
    'Nhóm của sản phẩm đã đổi từ khi soạn. Hãy bấm “Lập lại theo văn bản hiện hành” ở trang hồ sơ, rồi tự chấm theo bộ tiêu chí của nhóm mới.',
  'dossier/still-current': 'Văn bản và nhóm sản phẩm không đổi, hồ sơ này vẫn nộp được; không cần lập lại.',
  'dossier/place-unsettled':
    'Chưa xác định xã của sản phẩm nay thuộc đơn vị nào. Cần người có thẩm quyền kết luận trước khi lập hồ sơ.',
  'dossier/no-such-criterion': ({ criterion }) => `Bộ tiêu chí không có tiêu chí ${criterion}.`,
  'dossier/steps-out-of-order': ({ on }) => `Bước ngày ${showDate(String(on))} xảy ra trước bước đứng trên nó.`,
  'dossier/not-your-turn': (facts) =>
    `Không lưu được vì ${whereItStands(facts)}; lúc này chủ thể không sửa được hồ sơ. Lần gửi này không thay đổi gì.`,
  'dossier/paper-not-yours': 'Giấy tờ này không có trong ví của chủ thể.',
  'dossier/report-missing': 'Chưa soạn báo cáo Mẫu 03.',
  'dossier/defects-open': 'Còn thiếu sót chưa đánh dấu đã bổ sung.',
  'dossier/no-such-commune': ({ commune }) => `Không có xã mã ${commune} vào ngày nộp hồ sơ.`,
  'dossier/not-yours-to-do': 'Việc này thuộc người khác, bạn chỉ xem được hồ sơ.',
}

export const documentWords: Readonly<Record<string, string>> = {
  'food-safety': 'giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm',
  'production-condition': 'giấy chứng nhận hoặc giấy phép đủ điều kiện sản xuất',
  'quality-declaration': 'bản tự công bố hoặc công bố chất lượng',
}
