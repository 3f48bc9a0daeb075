import type { RefusalCode } from '../kernel/refusal.ts'
import type { ImageFault } from '../platform/image.ts'
import type { UiState } from '../ui/status.tsx'
import type { ArticleAct, ArticleState, Category } from './model.ts'
import { commentRefusals } from './words-comment.ts'
import type { judgeAct, judgeBase, judgeCitations, judgeCorrection, judgePicture, judgeReady } from './rules.ts'

type Code =
  | RefusalCode<typeof judgeAct>
  | RefusalCode<typeof judgeBase>
  | RefusalCode<typeof judgeReady>
  | RefusalCode<typeof judgeCorrection>
  | RefusalCode<typeof judgePicture>
  | RefusalCode<typeof judgeCitations>
  | `newsroom/picture-${ImageFault | 'too-large'}`
  | 'newsroom/no-such-unit'
  | 'newsroom/no-such-product'
  | 'newsroom/no-such-province'
  | 'newsroom/no-such-day'

type Facts = Readonly<Record<string, string | number>>

const articleRefusals: Record<Code, string | ((facts: Facts) => string)> = {
  'newsroom/not-now': 'Bài này đã sang trạng thái khác. Hãy xem lại trang.',
  'newsroom/edited-meanwhile':
    'Người khác đã lưu bài này sau khi bạn mở trang. Hãy đọc bản mới trước khi lưu hoặc đăng.',
  'newsroom/no-summary': 'Bài chưa có tóm tắt. Hãy viết hai, ba câu cho danh sách và cho nơi chia sẻ.',
  'newsroom/no-body': 'Bài chưa có nội dung.',
  'newsroom/nothing-to-correct': 'Bài chưa có chữ nào khác với bản đang đăng. Hãy sửa và lưu trước.',
  'newsroom/picture-without-description': 'Hãy mô tả ảnh cho người không nhìn thấy.',
  'newsroom/too-many-figures': ({ most }) => `Một bài dẫn tối đa ${most} con số.`,
  'newsroom/no-such-figure': ({ text }) => `Không có con số hoặc nơi như trong ${text}.`,
  'newsroom/figure-of-a-day-to-come': ({ text }) => `Ngày của ${text} chưa đến.`,
  'newsroom/picture-not-an-image': 'Tệp này không phải ảnh JPG, PNG hoặc WebP.',
  'newsroom/picture-heic': 'Ảnh HEIC chưa đọc được. Hãy lưu thành JPG rồi gửi lại.',
  'newsroom/picture-too-many-pixels': 'Ảnh quá 50 triệu điểm. Hãy thu nhỏ rồi gửi lại.',
  'newsroom/picture-unreadable': 'Không mở được ảnh này. Hãy chọn ảnh khác.',
  'newsroom/picture-too-large': 'Ảnh nặng hơn 20 MB.',
  'newsroom/no-such-unit': 'Bạn không phải biên tập viên của đơn vị này.',
  'newsroom/no-such-product': ({ product }) => `Không có sản phẩm mang mã ${product} trong danh mục.`,
  'newsroom/no-such-province': 'Không có tỉnh, thành phố này.',
  'newsroom/no-such-day': 'Ngày của con số chưa đúng. Hãy ghi ngày/tháng/năm, ví dụ 24/11/2026.',
}

export const refusals = { ...articleRefusals, ...commentRefusals }

export const stateWords: Record<ArticleState, string> = {
  draft: 'Đang soạn',
  published: 'Đang đăng',
  withdrawn: 'Đã rút',
}

export const stateLook: Record<ArticleState, UiState> = { draft: 'waiting', published: 'valid', withdrawn: 'revoked' }

export const categoryWords: Record<Category, string> = {
  'chuong-trinh': 'Chương trình',
  'san-pham': 'Sản phẩm',
  'thi-truong': 'Thị trường, kết nối',
  'chinh-sach': 'Chính sách, hướng dẫn',
  'chu-the': 'Gương chủ thể',
  'su-kien': 'Sự kiện',
}

export const stepWords: Record<Exclude<ArticleAct, 'save'>, string> = {
  publish: 'Xuất bản',
  correct: 'Đính chính',
  withdraw: 'Rút bài',
}

/** Who answers for an article; the country has no line in the register of units. */
export function unitWords(unitName: string | null): string {
  return unitName ?? 'Bộ Nông nghiệp và Môi trường'
}
