import { sql } from '../../platform/db.ts'
import type { Figure } from './figure.ts'
import type { Fact } from '../model.ts'
import { recognisedUpTo } from './recognised.ts'

export const productsEver: Figure = {
  id: 'san-pham-tung-duoc-cong-nhan',
  title: 'Sản phẩm từng được công nhận (lũy kế)',
  definition:
    'Số sản phẩm khác nhau đã có ít nhất một công nhận 3–5 sao từ đầu Chương trình đến ngày nêu trên, kể cả đã hết hạn hoặc bị thu hồi. Mỗi sản phẩm tính một lần, theo hạng của lần công nhận gần nhất.',
  unit: 'sản phẩm',
  dimensions: ['stars', 'group', 'kind', 'year', 'province', 'commune'],
  overlapping: [],
  facts: (at) => sql<Fact>`
    select product_id as key, product_name as label, '/san-pham/' || slug as href, stars::text as stars, group_no as "group", kind,
      round_id as round, extract(year from issued_on)::text as year, province_code as province, commune_code as commune
    from (${recognisedUpTo(at)}) r`,
}
