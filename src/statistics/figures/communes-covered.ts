import { sql } from '../../platform/db.ts'
import type { Figure } from './figure.ts'
import type { Fact } from '../model.ts'
import { recognisedUpTo } from './recognised.ts'

export const communesCovered: Figure = {
  id: 'xa-co-san-pham',
  title: 'Xã, phường, đặc khu có sản phẩm còn hiệu lực',
  definition:
    'Số đơn vị cấp xã (theo địa giới hiện nay) có ít nhất một sản phẩm còn hiệu lực vào ngày nêu trên. Sản phẩm ở xã cũ đã chia về nhiều xã mà chưa có người xác định thì không tính vào xã nào.',
  unit: 'đơn vị cấp xã',
  dimensions: ['stars', 'province'],
  overlapping: ['stars'],
  facts: (at) => sql<Fact>`
    select commune_code as key, u.full_name as label, '/san-pham?xa=' || commune_code as href, stars::text as stars, group_no as "group", kind,
      round_id as round, null::text as year, r.province_code as province, commune_code as commune
    from (${recognisedUpTo(at)}) r join territory.pub_commune_today u on u.code = r.commune_code where in_force`,
}
