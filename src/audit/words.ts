import type { Finding } from './model.ts'

const where = ({ batch, seq }: Finding) =>
  [batch === undefined ? '' : `mẻ ${batch}`, seq === undefined ? '' : `dòng ${seq}`]
    .filter((part) => part !== '')
    .join(', ')

const sentences: Record<Finding['kind'], string> = {
  changed: 'nội dung đã bị sửa sau khi ghi',
  missing: 'dòng đã bị xóa',
  reordered: 'dòng đã bị đổi chỗ',
  extra: 'dòng không do hệ thống ghi, hoặc bị chép hai lần',
  'batch-missing': 'mẻ đã bị xóa',
  'batch-changed': 'mẻ niêm phong đã bị sửa',
  'chain-broken': 'không nối vào mẻ trước',
  'signature-wrong': 'chữ ký không đúng',
  cut: 'đầu sổ đã ghi nhận không còn trong sổ: phần cuối đã bị cắt hoặc viết lại',
}

/** `mẻ 4, dòng 128: nội dung đã bị sửa sau khi ghi`. */
export function findingSentence(finding: Finding): string {
  return `${where(finding)}: ${sentences[finding.kind]}`
}

/** Parts of the system as the first word of a fact names them. */
export const partWords: Readonly<Record<string, string>> = {
  territory: 'Đơn vị hành chính',
  regime: 'Văn bản và bộ tiêu chí',
  identity: 'Tài khoản và phân công',
  producer: 'Chủ thể',
  programme: 'Đợt và lịch',
  product: 'Sản phẩm',
  evidence: 'Minh chứng',
  idea: 'Ý tưởng',
  dossier: 'Hồ sơ',
  evaluation: 'Hội đồng và chấm điểm',
  recognition: 'Quyết định và chứng nhận',
  communication: 'Thông báo',
  catalogue: 'Danh mục công khai',
  statistics: 'Thống kê',
  exchange: 'Nhập và xuất dữ liệu',
}
