import { sql } from '../../platform/db.ts'
import type { RawBuilder } from '../../platform/db.ts'
import type { CivilDate } from '../../kernel/civil-date.ts'
import type { Fact } from '../model.ts'
import type { Figure } from './figure.ts'

/** The last telling, known by a day, of the year before that day: one row for each producer that told. */
function toldUpTo(at: CivilDate, only: RawBuilder<unknown>): RawBuilder<Fact> {
  return sql<Fact>`
    select p.id as key, p.name as label, '/chu-the/' || p.slug as href, null::text as stars, null::text as "group", p.kind,
      null::text as round, r.year::text as year, r.province_code as province, r.commune_code as commune
    from (
      select distinct on (producer_id) * from outcome.pub_report
      where year = extract(year from ${at}::date) - 1 and told_on <= ${at}::date order by producer_id, version desc
    ) r join producer.pub_producer p on p.id = r.producer_id where ${only}`
}

const common = { unit: 'chủ thể', dimensions: ['kind', 'province', 'commune'], overlapping: [] } as const

export const producersReported: Figure = {
  ...common,
  id: 'chu-the-bao-cao-nam',
  title: 'Chủ thể đã báo cáo năm trước',
  definition:
    'Số chủ thể khác nhau đã gửi báo cáo của năm liền trước ngày nêu trên, tính các báo cáo gửi đến ngày ấy. Báo lại nhiều lần vẫn tính một.',
  facts: (at) => toldUpTo(at, sql`true`),
}

export const closedChains: Figure = {
  ...common,
  id: 'chu-the-chuoi-khep-kin',
  title: 'Chủ thể theo chuỗi khép kín',
  definition:
    'Số chủ thể tự khai trong báo cáo của năm liền trước rằng sản xuất theo chuỗi khép kín, từ nguyên liệu đến tiêu thụ; lấy lần báo cuối tính đến ngày nêu trên. Chưa ai kiểm tra lời khai.',
  facts: (at) => toldUpTo(at, sql`r.closed_chain`),
}

export const materialAreas: Figure = {
  ...common,
  id: 'chu-the-co-vung-nguyen-lieu',
  title: 'Chủ thể có vùng nguyên liệu',
  definition:
    'Số chủ thể khai trong báo cáo của năm liền trước một vùng nguyên liệu của mình hoặc có hợp đồng, lớn hơn 0 ha; lấy lần báo cuối tính đến ngày nêu trên.',
  facts: (at) => toldUpTo(at, sql`r.material_square_metres > 0`),
}

export const environmentCare: Figure = {
  ...common,
  id: 'chu-the-bao-ve-moi-truong',
  title: 'Chủ thể bảo vệ môi trường khi sản xuất',
  definition:
    'Số chủ thể tự khai trong báo cáo của năm liền trước rằng có xử lý chất thải, giảm nhựa hoặc tiết kiệm nước, năng lượng khi sản xuất; lấy lần báo cuối tính đến ngày nêu trên. Chưa ai kiểm tra lời khai; báo cáo gửi trước khi mẫu hỏi điều này không tính.',
  facts: (at) => toldUpTo(at, sql`r.environment_care`),
}

export const cultureKept: Figure = {
  ...common,
  id: 'chu-the-giu-van-hoa',
  title: 'Chủ thể giữ nghề, văn hóa địa phương',
  definition:
    'Số chủ thể tự khai trong báo cáo của năm liền trước rằng giữ nghề, tri thức hoặc văn hóa của địa phương qua sản phẩm; lấy lần báo cuối tính đến ngày nêu trên. Chưa ai kiểm tra lời khai; báo cáo gửi trước khi mẫu hỏi điều này không tính.',
  facts: (at) => toldUpTo(at, sql`r.culture_kept`),
}
