create schema outcome;
comment on schema outcome is 'Báo cáo năm của chủ thể: việc làm, thu nhập, phụ nữ, dân tộc thiểu số, lao động tại chỗ, chuỗi khép kín, vùng nguyên liệu';

create table outcome.report (
  id text primary key,
  producer_id text not null references producer.producer,
  year integer not null check (year between 2018 and 2100),
  version integer not null check (version > 0),
  commune_code text not null,
  commune_on date not null,
  revenue bigint check (revenue >= 0),
  labour_total integer not null check (labour_total >= 0),
  labour_local integer check (labour_local between 0 and labour_total),
  labour_female integer check (labour_female between 0 and labour_total),
  labour_minority integer check (labour_minority between 0 and labour_total),
  monthly_income bigint check (monthly_income >= 0),
  closed_chain boolean not null,
  material_square_metres bigint check (material_square_metres >= 0),
  material_households integer check (material_households >= 0),
  note text,
  told_by text not null,
  told_at timestamptz not null,
  told_for text,
  sample boolean not null default false,
  unique (producer_id, year, version)
);
comment on table outcome.report is 'Báo cáo năm; sửa là thêm một lần báo mới, lần cuối có hiệu lực';
comment on column outcome.report.commune_code is 'Xã của chủ thể lúc báo cáo, hiểu vào ngày commune_on';
comment on column outcome.report.monthly_income is 'Thu nhập bình quân một lao động một tháng, đồng';
comment on column outcome.report.closed_chain is 'Sản xuất theo chuỗi khép kín từ nguyên liệu đến tiêu thụ, chủ thể tự khai';
comment on column outcome.report.told_for is 'Khi cán bộ xã ghi thay: ai đã cho số liệu, bằng cách nào';
create index report_year on outcome.report (year, producer_id);

create table outcome.term (
  unit_code text not null,
  from_year integer not null check (from_year between 2018 and 2100),
  due_month integer not null check (due_month between 1 and 12),
  due_day integer not null check (due_day between 1 and 31),
  smallest_cell integer not null check (smallest_cell between 2 and 100),
  basis text not null,
  set_by text not null,
  set_at timestamptz not null,
  primary key (unit_code, from_year)
);
comment on table outcome.term is 'Hạn nộp trong năm sau và ô nhỏ nhất được hiện, từ báo cáo năm nào; tỉnh thắng cả nước; chưa đặt thì 31/01 và 5 chủ thể';

create function outcome.append_only() returns trigger language plpgsql as $$
begin
  raise exception 'outcome.% only grows: tell it again', tg_table_name using errcode = '42501';
end $$;
create trigger report_stays before update or delete on outcome.report for each row execute function outcome.append_only();

create view outcome.pub_report as
  select r.id, r.producer_id, r.year, r.version, (r.told_at at time zone 'Asia/Ho_Chi_Minh')::date as told_on, r.closed_chain,
    r.material_square_metres, r.material_households, r.sample, t.today_province_code as province_code,
    case when length(t.today_code) = 5 then t.today_code end as commune_code
  from outcome.report r
  left join territory.pub_today t on t.code = r.commune_code
    and r.commune_on >= t.valid_from and (t.valid_to is null or r.commune_on < t.valid_to);
comment on view outcome.pub_report is 'Mọi lần báo cáo, phần công khai cùng tên chủ thể: đã báo, chuỗi khép kín, vùng nguyên liệu; không có doanh thu, lao động, thu nhập';

create view outcome.pub_named as
  select 'report' as kind, r.id, 'Báo cáo năm ' || r.year || ' · ' || p.name as name
  from outcome.report r join producer.pub_producer p on p.id = r.producer_id;
comment on view outcome.pub_named is 'Tên gọi của báo cáo năm, cho trang sổ ghi';
