-- Mục tiêu của Chương trình có cả môi trường và văn hóa; báo cáo năm nay hỏi thêm. Báo cáo trước đó để trống vì chưa được hỏi.
alter table outcome.report
  add column environment_care boolean,
  add column culture_kept boolean;
comment on column outcome.report.environment_care is 'Chủ thể tự khai có xử lý chất thải, giảm nhựa hoặc tiết kiệm nước, năng lượng khi sản xuất; vắng khi chưa được hỏi';
comment on column outcome.report.culture_kept is 'Chủ thể tự khai giữ nghề, tri thức hoặc văn hóa của địa phương qua sản phẩm; vắng khi chưa được hỏi';

create or replace view outcome.pub_report as
  select r.id, r.producer_id, r.year, r.version, (r.told_at at time zone 'Asia/Ho_Chi_Minh')::date as told_on, r.closed_chain,
    r.material_square_metres, r.material_households, r.sample, t.today_province_code as province_code,
    case when length(t.today_code) = 5 then t.today_code end as commune_code, r.environment_care, r.culture_kept
  from outcome.report r
  left join territory.pub_today t on t.code = r.commune_code
    and r.commune_on >= t.valid_from and (t.valid_to is null or r.commune_on < t.valid_to);
comment on view outcome.pub_report is 'Mọi lần báo cáo, phần công khai cùng tên chủ thể: đã báo, chuỗi khép kín, vùng nguyên liệu, môi trường, văn hóa; không có doanh thu, lao động, thu nhập';
