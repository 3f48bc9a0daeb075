import type { ImageFault } from '../platform/image.ts'
import type { RefusalCode } from '../kernel/refusal.ts'
import type { PackCode, judgeAmendment, judgePictureCount, judgeRegrouping, judgeSamePicture } from './rules.ts'

type Code =
  | PackCode
  | RefusalCode<typeof judgeAmendment>
  | RefusalCode<typeof judgePictureCount>
  | RefusalCode<typeof judgeRegrouping>
  | RefusalCode<typeof judgeSamePicture>
  | `product/picture-${ImageFault}`
  | 'product/picture-too-large'
  | 'product/no-such-group'
  | 'product/no-such-commune'
  | 'product/no-such-producer'
  | 'product/producer-closed'
  | 'product/gtin-taken'

type Sentence = string | ((facts: Readonly<Record<string, string | number>>) => string)

export const refusals: Record<Code, Sentence> = {
  'product/gtin-not-digits': 'Mã vạch chỉ gồm chữ số. Hãy ghi dãy số in dưới các vạch.',
  'product/gtin-length': ({ length }) =>
    `Mã vạch có 8, 12, 13 hoặc 14 chữ số, đang có ${length}. Hãy đếm lại dãy số in dưới các vạch.`,
  'product/gtin-check': ({ given, right }) =>
    `Chữ số cuối là chữ số kiểm tra, tính từ các chữ số trước: phải là ${right}, đang ghi ${given}. Hãy xem lại cả dãy số.`,
  'product/gtin-twice': 'Mã vạch này đã ghi ở một quy cách khác phía trên.',
  'product/pack-twice': 'Quy cách này đã ghi phía trên.',
  'product/gtin-taken': ({ product, producer }) =>
    `Mã vạch này đã thuộc sản phẩm ${product} của ${producer}. Mỗi mã vạch chỉ gắn với một quy cách của một sản phẩm.`,
  'product/retired': 'Sản phẩm này đã ngừng, không sửa được nữa.',
  'product/name-fixed': 'Sản phẩm đã được công nhận với tên này. Muốn đổi tên phải có quyết định điều chỉnh.',
  'product/group-fixed':
    'Sản phẩm đã có mã trong nhóm này nên không đổi ở đây. Sản phẩm xếp theo văn bản cũ thì xếp nhóm theo văn bản mới trên trang sản phẩm.',
  'product/grouped-already': 'Sản phẩm đã được xếp nhóm theo văn bản đang áp dụng.',
  'product/no-such-group': 'Không có nhóm này trong 26 nhóm sản phẩm. Hãy chọn lại.',
  'product/no-such-commune': 'Không có xã này trong danh mục. Hãy chọn lại.',
  'product/no-such-producer': 'Hãy chọn chủ thể mà bạn làm thay.',
  'product/producer-closed': 'Chủ thể này đã ngừng hoặc đã có chủ thể kế thừa; hãy ghi sản phẩm cho chủ thể kế thừa.',
  'product/too-many-pictures': ({ most }) => `Mỗi sản phẩm có tối đa ${most} ảnh. Hãy bỏ bớt một ảnh rồi thêm.`,
  'product/picture-twice': 'Ảnh này đã có rồi.',
  'product/picture-too-large': 'Ảnh lớn hơn 20 MB. Hãy giảm độ phân giải khi chụp hoặc chọn ảnh khác.',
  'product/picture-not-an-image': 'Tệp này không phải ảnh JPG, PNG hoặc WebP. Hãy chọn ảnh chụp sản phẩm.',
  'product/picture-heic':
    'Ảnh dạng HEIC của iPhone chưa đọc được. Trong Cài đặt, mục Camera, Định dạng, chọn Tương thích nhất rồi chụp lại; hoặc gửi ảnh dạng JPG.',
  'product/picture-too-many-pixels': 'Ảnh lớn hơn 50 triệu điểm ảnh. Hãy giảm kích thước rồi gửi lại.',
  'product/picture-unreadable': 'Ảnh bị hỏng, không mở được. Hãy chụp hoặc tải lại.',
}

export const missingWords = {
  summary: 'mô tả ngắn',
  story: 'câu chuyện sản phẩm',
  pictures: 'ảnh',
  packs: 'quy cách đóng gói',
} as const
