import { showDate, yearOf } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { groupName } from '../catalogue/groups.ts'
import { kindWords } from '../producer/words.ts'
import type { ReportForm, ReportedProduct } from './model.ts'

/** The shapes in which the administration asks for its products. No text of law that we could read prints them whole. */
export const reportForms: readonly ReportForm[] = [
  {
    id: 'ptnt-ocop',
    title: 'Bảng PTNT_OCOP (theo 5277/QĐ-BNNMT)',
    definition:
      'Mỗi dòng là một sản phẩm từng được công nhận đến ngày báo cáo, với hạng của lần công nhận mới nhất. Ma_ThoiGian là năm của ngày báo cáo; DoanhThuNam để trống vì hệ thống không giữ doanh thu; TrangThai xét vào ngày báo cáo. Tên cột đọc qua nguồn thứ hai, chưa đối chiếu được với bản gốc của quyết định.',
    columns: [
      'MA_OCOP',
      'Ma_DonViHanhChinh',
      'Ma_ThoiGian',
      'Ma_SanPham',
      'TenSanPham',
      'XepHang',
      'ChuTheSXKD',
      'DoanhThuNam',
      'TrangThai',
    ],
    row: (product, { at }) => [
      product.productCode,
      product.unitCode,
      yearOf(at),
      product.productId,
      product.productName,
      `${product.stars}*`,
      product.producerName,
      null,
      standing(product),
    ],
  },
  {
    id: 'danh-sach-tinh',
    title: 'Danh sách sản phẩm OCOP (mẫu bảng tính đang dùng ở tỉnh)',
    definition:
      'Mỗi dòng là một sản phẩm từng được công nhận đến ngày báo cáo: hạng hiện tại, ngày hết hạn, lần công nhận đầu và lần mới nhất nếu có nhiều lần. Không ghi số điện thoại. Chỗ trống là nguồn không ghi.',
    columns: [
      'TT',
      'Tên sản phẩm',
      'Nhóm sản phẩm',
      'Loại hình chủ thể',
      'Chủ thể',
      'Xã, phường',
      'Tỉnh, thành phố',
      'Địa chỉ',
      'Người đại diện',
      'Hạng sao hiện tại',
      'Ngày hết hạn',
      ...timesOf('Công nhận lần đầu'),
      ...timesOf('Công nhận lại hoặc nâng hạng'),
      'Ghi chú',
    ],
    row: (product, { index }) => [
      index + 1,
      product.productName,
      groupName(product.groupText, product.groupNo),
      product.kind === 'unknown' ? null : kindWords[product.kind],
      product.producerName,
      product.communeName,
      product.provinceName,
      product.address,
      product.representativeName,
      product.inForce ? `${product.stars} sao` : null,
      day(product.lastDay),
      ...timeOf(product.recognitions[0]),
      ...timeOf(product.recognitions.length > 1 ? product.recognitions.at(-1) : undefined),
      standing(product),
    ],
  },
]

export function reportForm(id: string): ReportForm | undefined {
  return reportForms.find((form) => form.id === id)
}

function timesOf(time: string): string[] {
  return ['hạng', 'ngày', 'năm', 'số quyết định', 'cơ quan'].map((what) => `${time}: ${what}`)
}

function timeOf(time: ReportedProduct['recognitions'][number] | undefined) {
  if (time === undefined) return [null, null, null, null, null]
  const { stars, decidedOn, decisionNumber, authority } = time
  return [`${stars} sao`, day(decidedOn), decidedOn && yearOf(decidedOn), decisionNumber, authority]
}

function day(date: CivilDate | null): string | null {
  return date && showDate(date)
}

function standing({ inForce, endKind }: ReportedProduct): string {
  if (inForce) return 'Còn hiệu lực'
  return endKind === 'revoked' ? 'Đã thu hồi' : 'Không còn hiệu lực'
}
