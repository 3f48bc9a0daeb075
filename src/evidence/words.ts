import type { RefusalCode } from '../kernel/refusal.ts'
import type { PaperKindId } from './model.ts'
import type { FileFault } from './file.ts'
import type { PaperCode, Standing, judgeWithdrawal } from './rules.ts'

export const kindWords: Record<PaperKindId, string> = {
  'business-registration': 'Đăng ký kinh doanh, quyết định thành lập',
  'production-condition': 'Giấy chứng nhận đủ điều kiện sản xuất',
  'food-safety': 'Giấy chứng nhận an toàn thực phẩm',
  'material-origin': 'Nguồn gốc nguyên liệu, hóa đơn',
  'chain-contract': 'Hợp đồng liên kết chuỗi, thanh lý hợp đồng',
  environment: 'Hồ sơ bảo vệ môi trường, ảnh, công nghệ',
  'labour-list': 'Danh sách lao động đóng bảo hiểm, nơi cư trú',
  'classification-or-finance': 'Xếp loại hợp tác xã, báo cáo tài chính 2 năm',
  'intellectual-property': 'Sở hữu trí tuệ: nhãn hiệu, kiểu dáng, chỉ dẫn địa lý',
  'market-contract': 'Hợp đồng tiêu thụ, hóa đơn bán hàng',
  promotion: 'Hoạt động quảng bá, hội chợ',
  'story-media': 'Câu chuyện sản phẩm: phim, ảnh, bài viết',
  'quality-declaration': 'Tự công bố, công bố chất lượng sản phẩm',
  'test-result': 'Phiếu kết quả kiểm nghiệm',
  'barcode-traceability': 'Mã vạch, tem truy xuất nguồn gốc',
  'quality-management': 'Chứng nhận hệ thống: VietGAP, hữu cơ, HACCP, ISO …',
  award: 'Giải thưởng, bằng khen',
  other: 'Giấy tờ khác',
}

export const standingWords: Record<Standing, string> = {
  'in-force': 'Còn hiệu lực',
  expiring: 'Sắp hết hạn',
  expired: 'Hết hạn',
  withdrawn: 'Đã rút',
}

type Code =
  | PaperCode
  | `evidence/file-${FileFault}`
  | RefusalCode<typeof judgeWithdrawal>
  | 'evidence/already-in-wallet'
  | 'evidence/no-such-producer'
  | 'evidence/no-such-product'

type Sentence = string | ((facts: Readonly<Record<string, string | number>>) => string)

export const refusals: Record<Code, Sentence> = {
  'evidence/issue-date-needed': 'Hãy ghi ngày cấp in trên giấy.',
  'evidence/issued-in-future': 'Ngày cấp không thể sau hôm nay.',
  'evidence/expiry-needed':
    'Loại giấy này thường có thời hạn. Hãy ghi ngày hết hạn, hoặc đánh dấu giấy không ghi thời hạn.',
  'evidence/expiry-and-open-ended': 'Đã ghi ngày hết hạn thì bỏ dấu ở mục không ghi thời hạn.',
  'evidence/expires-before-issue': 'Ngày hết hạn không thể trước ngày cấp.',
  'evidence/already-withdrawn': 'Giấy tờ này đã rút khỏi ví.',
  'evidence/already-in-wallet': ({ title, addedOn }) =>
    `Tệp này đã có trong ví: “${title}”, thêm ngày ${addedOn}. Mỗi giấy tờ chỉ cần một lần; hãy dùng lại bản đó.`,
  'evidence/no-such-producer': 'Hãy chọn chủ thể mà bạn làm thay.',
  'evidence/no-such-product': 'Sản phẩm này không thuộc chủ thể.',
  'evidence/file-too-large': 'Tệp lớn hơn 20 MB. Hãy quét ở 150–200 dpi hoặc chụp ảnh từng trang.',
  'evidence/file-unknown': 'Không nhận được loại tệp này. Hãy gửi PDF, JPG hoặc PNG; tệp Word thì xuất ra PDF trước.',
  'evidence/file-heic':
    'Ảnh dạng HEIC của iPhone chưa đọc được. Trong Cài đặt, mục Camera, Định dạng, chọn Tương thích nhất rồi chụp lại; hoặc gửi ảnh dạng JPG.',
  'evidence/file-too-many-pixels': 'Ảnh lớn hơn 50 triệu điểm ảnh. Hãy giảm kích thước rồi gửi lại.',
  'evidence/file-unreadable': 'Tệp bị hỏng, không mở được. Hãy quét hoặc tải lại.',
  'evidence/file-locked': 'Tệp PDF có mật khẩu nên hội đồng không mở được. Hãy lưu bản không có mật khẩu.',
}
