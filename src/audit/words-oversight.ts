/** What the acts of post-checks are called in the book. */
export const oversightFactWords: Readonly<Record<string, string>> = {
  'oversight.plan-opened': 'Lập kế hoạch hậu kiểm, đóng băng danh sách',
  'oversight.plan-drawn': 'Rút danh sách hậu kiểm',
  'oversight.inspection-opened': 'Mở cuộc kiểm tra',
  'oversight.item-answered': 'Ghi một mục kiểm tra',
  'oversight.inspection-signed': 'Chốt biên bản kiểm tra',
  'oversight.inspection-cancelled': 'Hủy cuộc kiểm tra',
  'oversight.inspection-closed': 'Kết luận cuộc kiểm tra',
  'oversight.remedy-told': 'Báo đã khắc phục thiếu sót',
  'oversight.remedy-accepted': 'Nhận phần khắc phục',
  'oversight.remedy-sent-back': 'Chưa nhận phần khắc phục',
  'oversight.warned': 'Cảnh báo sau kiểm tra',
  'oversight.suspended': 'Tạm đình chỉ theo kết luận kiểm tra',
  'oversight.revocation-proposed': 'Kết luận đề nghị thu hồi',
  'oversight.committed': 'Xác nhận cam kết chất lượng',
}
