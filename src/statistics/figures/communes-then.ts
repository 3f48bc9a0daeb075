import { sql } from '../../platform/db.ts'
import type { Figure } from './figure.ts'
import type { Fact } from '../model.ts'
import { recognisedUpTo } from './recognised.ts'

export const communesThen: Figure = {
  id: 'xa-co-san-pham-dia-gioi-khi-do',
  title: 'Đơn vị cấp xã có sản phẩm còn hiệu lực, theo địa giới ngày đó',
  definition:
    'Số xã, phường, thị trấn, đặc khu tồn tại vào ngày nêu trên và có ít nhất một sản phẩm còn hiệu lực ghi ở đơn vị đó. Dùng để đối chiếu với báo cáo của thời kỳ trước khi địa giới thay đổi. Sản phẩm ghi theo đơn vị không tồn tại vào ngày đó, hoặc nguồn không ghi xã, thì không tính.',
  unit: 'đơn vị cấp xã',
  dimensions: ['stars', 'province'],
  overlapping: ['stars'],
  facts: (at) => sql<Fact>`
    select u.code as key, u.full_name as label, '/don-vi/' || u.code || '?ngay=' || ${at} as href, r.stars::text as stars,
      r.group_no as "group", r.kind, r.round_id as round, null::text as year, u.province_code as province, u.code as commune
    from (${recognisedUpTo(at)}) r
    join product.pub_product p on p.id = r.product_id
    join territory.pub_unit u on u.code = p.commune_code and u.kind = 'commune'
      and p.commune_on >= u.valid_from and (u.valid_to is null or p.commune_on < u.valid_to)
      and ${at}::date >= u.valid_from and (u.valid_to is null or ${at}::date < u.valid_to)
    where r.in_force`,
}
