/** What the acts on ideas are called in the book. */
export const ideaFactWords: Readonly<Record<string, string>> = {
  'idea.filed': 'Gửi ý tưởng',
  'idea.answered': 'Trả lời ý tưởng',
  'idea.term-set': 'Tỉnh ghi thời hạn trả lời ý tưởng',
  'idea.visited': 'Khảo sát khả thi của ý tưởng',
  'idea.spoken': 'Gửi ý kiến về ý tưởng',
  'idea.voice-moderated': 'Duyệt ý kiến về ý tưởng',
  'idea.looked-at': 'Xem ý tưởng trước khi cho hiện',
  'idea.claimed': 'Nhận ý tưởng về tài khoản',
  'idea.organised': 'Chọn tổ chức cho ý tưởng',
  'idea.made-product': 'Ý tưởng thành sản phẩm',
  'idea.attached-product': 'Gắn ý tưởng với sản phẩm đã có',
}
