/** Acts of plans, and of the yearly reports on what came of them. */
export const planFactWords: Readonly<Record<string, string>> = {
  'outcome.term-set': 'Đặt hạn báo cáo năm',
  'outcome.year-told': 'Báo cáo năm của chủ thể',
  'scheme.budget-added': 'Thêm kinh phí dự kiến',
  'scheme.measure-told': 'Khai kết quả của chỉ tiêu',
  'scheme.plan-approved': 'Phê duyệt kế hoạch',
  'scheme.plan-ended': 'Thôi thực hiện kế hoạch',
  'scheme.plan-returned': 'Trả lại kế hoạch để sửa',
  'scheme.plan-submitted': 'Trình lãnh đạo kế hoạch',
  'scheme.plan-written': 'Lập bản soạn đề án, kế hoạch',
  'scheme.report-answered': 'Trả lời báo cáo',
  'scheme.target-added': 'Thêm chỉ tiêu',
  'scheme.target-dropped': 'Bỏ chỉ tiêu của bản soạn',
  'scheme.target-linked': 'Gắn chỉ tiêu với chỉ tiêu cấp trên',
  'scheme.task-given': 'Giao việc',
  'scheme.task-reported': 'Báo cáo việc được giao',
}
