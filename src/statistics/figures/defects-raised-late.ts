import { sql } from '../../platform/db.ts'
import type { Figure } from './figure.ts'
import type { Fact } from '../model.ts'

/** Invariant 12 in public: a dossier is not public before its result, so a record names the level and the year alone. */
export const defectsRaisedLate: Figure = {
  id: 'thieu-sot-neu-them',
  title: 'Thiếu sót nêu thêm sau lần trả lại đầu',
  definition:
    'Số thiếu sót mà xã hoặc tỉnh nêu ở lần trả lại sau của cùng một bước, tính đến ngày nêu trên. Mỗi bước chỉ trả lại một lần và nêu đủ; nêu thêm phải do lãnh đạo cấp đó thực hiện và ghi lý do. Thiếu sót của lần trả lại đầu không tính.',
  unit: 'thiếu sót',
  dimensions: ['year', 'province'],
  overlapping: [],
  facts: (at) => sql<Fact>`
    select md5(f.dossier_id || ':' || f.step_position || ':' || row_number() over (order by f.dossier_id, f.step_position)) as key,
      case s.act when 'return' then 'Xã nêu thêm, ' else 'Tỉnh nêu thêm, ' end || 'năm ' || extract(year from s.at) as label,
      null::text as href, null::text as stars, null::text as "group", null::text as kind, null::text as round,
      extract(year from s.at)::text as year, t.today_province_code as province, null::text as commune
    from dossier.pub_defect f
    join dossier.pub_step s on s.dossier_id = f.dossier_id and s.position = f.step_position
    join dossier.pub_dossier d on d.id = f.dossier_id
    left join territory.pub_today t on t.code = d.commune_code
      and d.commune_on >= t.valid_from and (t.valid_to is null or d.commune_on < t.valid_to)
    where f.late and (s.at at time zone 'Asia/Ho_Chi_Minh')::date <= ${at}::date`,
}
