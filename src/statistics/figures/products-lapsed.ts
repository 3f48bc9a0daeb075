import { sql } from '../../platform/db.ts'
import type { Figure } from './figure.ts'
import type { Fact } from '../model.ts'
import { recognisedUpTo } from './recognised.ts'

export const productsLapsed: Figure = {
  id: 'san-pham-het-hieu-luc',
  title: 'Sản phẩm không còn hiệu lực',
  definition:
    'Số sản phẩm từng được công nhận nhưng vào ngày nêu trên không còn công nhận nào đang hiệu lực: hết 36 tháng, bị thu hồi hoặc đang tạm đình chỉ. Bằng số lũy kế trừ số còn hiệu lực.',
  unit: 'sản phẩm',
  dimensions: ['stars', 'group', 'kind', 'year', 'province', 'commune'],
  overlapping: [],
  facts: (at) => sql<Fact>`
    select product_id as key, product_name as label, '/san-pham/' || slug as href, stars::text as stars, group_no as "group", kind,
      round_id as round, extract(year from issued_on)::text as year, province_code as province, commune_code as commune
    from (${recognisedUpTo(at)}) r where not in_force`,
}
