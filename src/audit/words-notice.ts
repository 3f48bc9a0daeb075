/** What the acts of the post office are called in the book. */
export const noticeFactWords: Readonly<Record<string, string>> = {
  'notice.told': 'Báo cho người liên quan',
  'notice.sent': 'Gửi thông báo',
  'notice.contact-given': 'Cho nơi nhận thông báo',
  'notice.code-asked': 'Xin mã xác nhận nơi nhận',
  'notice.contact-verified': 'Xác nhận nơi nhận thông báo',
  'notice.guests-forgotten': 'Quên nơi nhận của người không có tài khoản',
  'notice.contact-withdrawn': 'Ngừng nhận thông báo',
  'notice.wish-chosen': 'Chọn giờ nhận thông báo',
  'notice.message-received': 'Nhận tin nhắn trả lời',
}
