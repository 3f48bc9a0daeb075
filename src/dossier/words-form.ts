import type { BoxId } from './model-filed.ts'
import type { Form02Field } from './model.ts'
import type { ConsentMeans } from './model-help.ts'

interface PartWords {
  readonly label: string
  readonly hint: string
}

/** Names of the parts of form 02: ours, short; the official wording is not in our sources. */
export const form02Words: Record<Form02Field, PartWords> = {
  description: {
    label: 'Mô tả sản phẩm',
    hint: 'Sản phẩm là gì, làm từ gì, dùng thế nào, khác gì sản phẩm cùng loại.',
  },
  standard: { label: 'Tiêu chuẩn của sản phẩm', hint: 'Tiêu chuẩn cơ sở, quy chuẩn hoặc tiêu chuẩn đã công bố.' },
  material: { label: 'Vùng nguyên liệu', hint: 'Diện tích, nơi trồng hoặc thu mua, số hộ liên kết.' },
  technology: { label: 'Công nghệ', hint: 'Thiết bị, quy trình, điều đã đổi mới.' },
  quality: { label: 'Chất lượng', hint: 'Chỉ tiêu theo dõi, kết quả kiểm nghiệm, hệ thống quản lý.' },
  packaging: { label: 'Bao bì, nhãn', hint: 'Loại bao bì, thông tin trên nhãn, truy xuất nguồn gốc.' },
  market: { label: 'Thị trường', hint: 'Nơi bán, kênh bán, khách hàng chính, sản lượng từng năm.' },
  revenue: { label: 'Doanh thu', hint: 'Theo từng năm, ghi rõ đơn vị tiền.' },
  profit: { label: 'Lợi nhuận', hint: 'Theo từng năm, ghi rõ đơn vị tiền.' },
  results: { label: 'Nhận xét chung về kết quả', hint: 'So với phương án kinh doanh khi tham gia, nếu cần nói thêm.' },
  plan: { label: 'Phương án sản xuất, kinh doanh', hint: 'Thời gian tới làm gì, quy mô, vốn, thị trường.' },
  changes: {
    label: 'Thay đổi từ khi được công nhận',
    hint: 'Nguyên liệu, công nghệ, bao bì, nhãn, công bố chất lượng, kiểm nghiệm định kỳ, thị trường, sản lượng, doanh thu.',
  },
}

/** The parts of form 02 as they stand on it; III is the self-score. */
export const form02Parts = [
  { code: 'I', name: 'Sản phẩm', fields: ['description', 'standard'] },
  {
    code: 'II',
    name: 'Kết quả thực hiện phương án kinh doanh',
    fields: ['material', 'technology', 'quality', 'packaging', 'market', 'revenue', 'profit', 'results'],
  },
  { code: 'IV', name: 'Phương án sản xuất, kinh doanh', fields: ['plan'] },
] as const satisfies readonly { code: string; name: string; fields: readonly Form02Field[] }[]

export const formParaphraseNote =
  'Tên các mục là diễn đạt tóm tắt theo Phụ lục III của 26/2026/QĐ-TTg, chưa phải nguyên văn của mẫu.'

export const consentWords: Record<ConsentMeans, string> = {
  paper: 'Giấy đồng ý đã ký, bản chụp trong ví',
  spoken: 'Đồng ý bằng lời, có người làm chứng',
  account: 'Chủ thể tự nhờ, bằng tài khoản của mình',
}

export const boxWords = {
  'business-registration': 'Giấy đăng ký kinh doanh',
  'quality-declaration': 'Công bố chất lượng sản phẩm',
  'production-papers': 'Giấy an toàn thực phẩm và giấy bắt buộc để sản xuất',
  'intellectual-property': 'Sở hữu trí tuệ',
} as const satisfies Record<BoxId, string>
