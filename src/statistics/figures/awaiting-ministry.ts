import { sql } from '../../platform/db.ts'
import type { Figure } from './figure.ts'
import type { Fact } from '../model.ts'

export const awaitingMinistry: Figure = {
  id: 'cho-trung-uong',
  title: 'Kết quả từ 90 điểm đang chờ trung ương',
  definition:
    'Số sản phẩm có quyết định phê duyệt kết quả từ 90 điểm trở lên của cấp tỉnh, đã hoặc sắp gửi Bộ, chưa có kết quả của Hội đồng trung ương vào ngày nêu trên (“tiềm năng 5 sao”). Không phải một công nhận và không tính vào 4 sao hay 5 sao.',
  unit: 'sản phẩm',
  dimensions: ['group', 'kind', 'province', 'commune'],
  overlapping: [],
  facts: (at) => sql<Fact>`
    select a.product_id as key, p.name as label, '/san-pham/' || p.slug as href, null::text as stars, nullif(p.group_no, '') as "group", o.kind,
      null::text as round, null::text as year, t.today_province_code as province, t.today_code as commune
    from recognition.pub_result_approved a
    join product.pub_product p on p.id = a.product_id
    join producer.pub_producer o on o.id = a.producer_id
    left join territory.pub_today t on t.code = p.commune_code
      and p.commune_on >= t.valid_from and (t.valid_to is null or p.commune_on < t.valid_to)
    where a.decided_on <= ${at}::date
      and not exists (select 1 from evaluation.pub_result e
        where e.dossier_id = a.dossier_id and e.level = 'ministry' and e.meets_on <= ${at}::date)
      and not exists (select 1 from recognition.pub_recognition r
        where r.dossier_id = a.dossier_id and r.issued_on <= ${at}::date)`,
}
