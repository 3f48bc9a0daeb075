import { sql } from '../../platform/db.ts'
import type { Figure } from './figure.ts'
import type { Fact } from '../model.ts'
import { recognisedUpTo } from './recognised.ts'

export const producersInForce: Figure = {
  id: 'chu-the-co-san-pham-con-hieu-luc',
  title: 'Chủ thể có sản phẩm còn hiệu lực',
  definition:
    'Số chủ thể khác nhau có ít nhất một sản phẩm còn hiệu lực vào ngày nêu trên. Một chủ thể có sản phẩm ở nhiều hạng, nhóm hoặc xã được tính một lần trong tổng, nên tổng các phần có thể lớn hơn tổng số. Sản phẩm mà nguồn không ghi chủ thể thì không thêm chủ thể nào.',
  unit: 'chủ thể',
  dimensions: ['stars', 'group', 'kind', 'round', 'province', 'commune'],
  overlapping: ['stars', 'group', 'round', 'province', 'commune'],
  facts: (at) => sql<Fact>`
    select producer_id as key, producer_name as label, '/chu-the/' || producer_slug as href, stars::text as stars, group_no as "group", kind,
      round_id as round, null::text as year, province_code as province, commune_code as commune
    from (${recognisedUpTo(at)}) r where in_force and kind is not null`,
}
