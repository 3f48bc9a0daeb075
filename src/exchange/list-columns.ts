import { fold } from '../kernel/text.ts'
import type { ListRow } from './model.ts'

type Column = keyof Omit<ListRow, 'line' | 'extra'>

/** How lists of provinces head their columns, marks and case aside. */
const headers: Readonly<Record<Column, readonly string[]>> = {
  product: [
    'product',
    'san pham',
    'ten san pham',
    'ten sp',
    'ten san pham ocop',
    'san pham ocop',
    'ten san pham, dich vu',
  ],
  subject: [
    'subject',
    'chu the',
    'ten chu the',
    'chu the ocop',
    'ten chu the ocop',
    'chu the san xuat',
    'ten chu the san xuat',
    'co so san xuat',
    'ten co so',
    'don vi san xuat',
    'chu the san pham',
    'ten chu the san pham',
  ],
  commune: [
    'commune',
    'xa',
    'xa, phuong',
    'phuong, xa',
    'xa, phuong, thi tran',
    'xa, thi tran',
    'phuong, xa, thi tran',
    'xa, phuong, dac khu',
    'cap xa',
    'ten xa',
  ],
  district: [
    'district',
    'huyen',
    'quan, huyen',
    'huyen, thi xa, thanh pho',
    'huyen, tx, tp',
    'huyen, thi, thanh pho',
    'huyen, thanh pho',
    'huyen, thi xa',
    'quan, huyen, thi xa',
    'cap huyen',
    'ten huyen',
  ],
  province: ['province', 'tinh', 'tinh, thanh pho', 'tinh, tp', 'cap tinh', 'ten tinh'],
  stars: [
    'stars',
    'sao',
    'so sao',
    'hang sao',
    'hang sao hien tai',
    'hang',
    'xep hang',
    'phan hang',
    'hang san pham',
    'ket qua phan hang',
    'ket qua xep hang',
    'xep hang sao',
    'hang sao dat',
    'cap sao',
  ],
  prevStars: ['prev_stars', 'hang sao truoc'],
  score: ['score', 'diem', 'diem so', 'tong diem', 'diem trung binh', 'diem tb', 'so diem', 'ket qua diem'],
  event: ['event', 'su kien'],
  decisionNo: [
    'decision_no',
    'so quyet dinh',
    'quyet dinh',
    'so qd',
    'quyet dinh so',
    'so quyet dinh cong nhan',
    'so qd cong nhan',
    'quyet dinh cong nhan',
    'quyet dinh cong nhan so',
    'so, ngay quyet dinh',
    'so quyet dinh, ngay',
    'so, ngay qd',
    'so quyet dinh, ngay thang',
    'so quyet dinh, ngay ban hanh',
    'so, ky hieu quyet dinh',
    'so hieu quyet dinh',
  ],
  decisionDate: [
    'decision_date',
    'ngay quyet dinh',
    'ngay qd',
    'quyet dinh ngay',
    'quyet dinh ngay thang',
    'ngay ky',
    'ngay ban hanh',
    'quyet dinh ngay ky',
    'quyet dinh ngay ban hanh',
    'ngay cong nhan',
    'quyet dinh cong nhan ngay',
    'ngay ky quyet dinh',
  ],
  year: ['year', 'nam', 'nam cong nhan', 'nam danh gia'],
  sourceUrl: ['source_url', 'nguon'],
  note: ['note', 'ghi chu'],
}

const columns = new Map(
  Object.entries(headers).flatMap(([column, names]) => names.map((name) => [name, column as Column] as const)),
)

/** The field that a header means; undefined for a column we do not know. */
export function columnOf(header: string): Column | undefined {
  if (header.length > 80) return undefined
  const words = fold(header)
    .replaceAll(/\([^)]*\)|[*:.]/g, ' ')
    .replaceAll(/\s*[/,;&-]\s*|\s+(?:va|hoac)\s+/g, ', ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return columns.get(words)
}
