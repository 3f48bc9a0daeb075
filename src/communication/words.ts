import type { NoticeFacts, NoticeKind } from './model.ts'

export const refusals = {}

/** Subject and sentence of each notice: what happened, then what to do. */
export const noticeWords: Record<NoticeKind, (facts: NoticeFacts) => { subject: string; body: string }> = {
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
  'tell-revocation': ({ productName }) => ({
    subject: `Thu hồi công nhận: ${productName}`,
    body: `Công nhận OCOP của sản phẩm “${productName}” đã bị thu hồi bằng quyết định. Không dùng dấu sao trên sản phẩm kể từ ngày ghi trong quyết định (26/2026 Điều 8).`,
  }),
}
