import { showDate } from '../kernel/civil-date.ts'
import type { Dong } from '../kernel/money.ts'
import { showMoney } from '../kernel/money.ts'
import type { ArrivalKind, Ending, NoticeFacts, NoticeKind } from './model.ts'

interface Told {
  readonly subject: string
  readonly body: string
}

/** Subject and sentence of each notice: what happened, then what to do. */
export const noticeWords: Record<NoticeKind, (facts: NoticeFacts) => Told> = {
  acknowledge: ({ productName }) => ({
    subject: `Đã nộp hồ sơ: ${productName}`,
    body: `Hồ sơ của sản phẩm “${productName}” đã tới UBND cấp xã. Xã kiểm tra và báo cáo trong 15 ngày làm việc (26/2026 Điều 7.2).`,
  }),
  'tell-return': ({ productName }) => ({
    subject: `Cần bổ sung hồ sơ: ${productName}`,
    body: `Hồ sơ của sản phẩm “${productName}” được trả lại để bổ sung. Mọi thiếu sót đã nêu đủ trong một lần; mở hồ sơ để xem từng điều.`,
  }),
  'tell-result': ({ productName, outcome }) => ({
    subject: `Kết quả đánh giá: ${productName}`,
    body: `Hội đồng đã có kết quả cho sản phẩm “${productName}”${outcome ? `: ${outcome}` : ''}. Kết quả chỉ là công nhận khi có quyết định.`,
  }),
  'tell-recognition': ({ productName, outcome }) => ({
    subject: `Được công nhận: ${productName}`,
    body: `Sản phẩm “${productName}” được công nhận ${outcome} bằng quyết định. Mở giấy chứng nhận để tải bản in, xem hạn và xác nhận cam kết chất lượng.`,
  }),
  'tell-help': ({ productName }) => ({
    subject: `Xã đã soạn xong hồ sơ: ${productName}`,
    body: `Xã đã soạn giúp hồ sơ của sản phẩm “${productName}”. Hãy mở hồ sơ, xem lại từng phần rồi tự nộp.`,
  }),
  'tell-revocation': ({ productName }) => ({
    subject: `Thu hồi công nhận: ${productName}`,
    body: `Công nhận OCOP của sản phẩm “${productName}” đã bị thu hồi bằng quyết định. Không dùng dấu sao trên sản phẩm kể từ ngày ghi trong quyết định (26/2026 Điều 8).`,
  }),
}

export const entitlementWords = ({ productName, amount }: { productName: string | null; amount: Dong }): Told => ({
  subject: `Khoản hỗ trợ mới: ${productName ?? 'sản phẩm được công nhận'}`,
  body: `Công nhận của “${productName ?? 'sản phẩm'}” mở một khoản hỗ trợ, nhiều nhất ${showMoney(amount)}, theo chính sách của địa phương. Không cần làm đơn; mở khoản này để theo dõi từng bước.`,
})

export const arrivalWords: Record<ArrivalKind, (facts: NoticeFacts) => Told> = {
  'arrived-at-commune': ({ productName }) => ({
    subject: `Hồ sơ mới ở xã: ${productName}`,
    body: `Chủ thể vừa nộp hồ sơ của sản phẩm “${productName}”. Hãy xác nhận đã nhận, rồi kiểm tra trong 15 ngày làm việc (26/2026 Điều 7.2).`,
  }),
  'help-asked': ({ productName }) => ({
    subject: `Chủ thể nhờ xã soạn hồ sơ: ${productName}`,
    body: `Chủ thể nhờ xã soạn giúp hồ sơ của sản phẩm “${productName}”. Hãy mở hồ sơ, viết tiếp phần còn thiếu rồi báo đã soạn xong; chủ thể xem lại và tự nộp.`,
  }),
  'arrived-at-province': ({ productName }) => ({
    subject: `Xã chuyển hồ sơ: ${productName}`,
    body: `Báo cáo của xã và hồ sơ của sản phẩm “${productName}” đã tới tỉnh. Hãy mở hồ sơ để tiếp nhận.`,
  }),
}

export const sessionWords = ({ council, meetsOn, place, count }: SessionFacts): Told => ({
  subject: `Phiên họp ngày ${showDate(meetsOn)}: ${council}`,
  body: `Bạn có ghế trong phiên họp ngày ${showDate(meetsOn)} tại ${place}, chương trình ${count} hồ sơ. Hãy xem chương trình và từ chối ngay hồ sơ mà bạn có liên quan.`,
})

export interface SessionFacts {
  readonly council: string
  readonly meetsOn: string
  readonly place: string
  readonly count: number
}

export const certificateEnds = ({ title, endsOn, left }: Ending): Told => ({
  subject: `Còn ${left}: công nhận OCOP của ${title}`,
  body: `Công nhận của sản phẩm “${title}” hết hiệu lực sau ngày ${showDate(endsOn)}. Muốn giữ sao, hãy mở hồ sơ công nhận lại từ trang giấy chứng nhận.`,
})

export const paperEnds = ({ title, endsOn, left }: Ending): Told => ({
  subject: `Còn ${left}: ${title}`,
  body: `Giấy “${title}” trong ví minh chứng hết hạn sau ngày ${showDate(endsOn)}. Hồ sơ và tiêu chí dùng giấy này sẽ thiếu minh chứng; hãy thêm giấy mới.`,
})

export const provinceEndings = (count: number): Told => ({
  subject: `${count} công nhận sắp hết hiệu lực`,
  body: `Hôm nay ${count} công nhận của tỉnh bước vào mốc 12, 6, 3 hoặc 1 tháng trước khi hết hiệu lực. Chủ thể đã được báo; hãy xem để xếp đợt đánh giá.`,
})
