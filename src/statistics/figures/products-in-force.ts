import { sql } from '../../platform/db.ts'
import type { Figure } from './figure.ts'
import type { Fact } from '../model.ts'
import { recognisedUpTo } from './recognised.ts'

export const productsInForce: Figure = {
  id: 'san-pham-con-hieu-luc',
  title: 'Sản phẩm OCOP còn hiệu lực',
  definition:
    'Số sản phẩm có công nhận 3–5 sao đang còn hiệu lực vào ngày nêu trên: quyết định đã ban hành, chưa quá 36 tháng, chưa bị thu hồi, không tạm đình chỉ. Sản phẩm đã nộp hồ sơ công nhận lại và đang chờ cơ quan có thẩm quyền vẫn tính, tối đa 180 ngày sau khi hết hạn (26/2026 Điều 12.3). Kết quả chờ trung ương không tính.',
  unit: 'sản phẩm',
  dimensions: ['stars', 'group', 'kind', 'round', 'year', 'province', 'commune'],
  overlapping: [],
  facts: (at) => sql<Fact>`
    select product_id as key, product_name as label, '/san-pham/' || slug as href, stars::text as stars, group_no as "group", kind,
      round_id as round, extract(year from issued_on)::text as year, province_code as province, commune_code as commune
    from (${recognisedUpTo(at)}) r where in_force`,
}
