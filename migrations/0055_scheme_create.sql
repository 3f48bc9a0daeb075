create schema scheme;
comment on schema scheme is 'Chương trình, đề án, kế hoạch: chỉ tiêu, việc giao xuống, báo cáo trả lời, kinh phí';

create table scheme.plan (
  id text primary key,
  unit_code text not null,
  unit_on date not null,
  kind text not null check (kind in ('programme', 'scheme', 'plan')),
  title text not null,
  from_year integer not null check (from_year between 2018 and 2100),
  to_year integer not null,
  parent_id text references scheme.plan check (parent_id <> id),
  source text,
  source_url text,
  written_by text not null,
  written_at timestamptz not null,
  sample boolean not null default false,
  check (to_year >= from_year)
);
comment on table scheme.plan is 'Chương trình của cả nước, đề án nhiều năm hoặc kế hoạch một năm của một đơn vị';
comment on column scheme.plan.parent_id is 'Văn bản cấp trên mà đề án, kế hoạch này thực hiện';
comment on column scheme.plan.source is 'Nguồn của văn bản đã công bố ở nơi khác; trống với văn bản soạn ở đây';
create index plan_unit on scheme.plan (unit_code, to_year desc);
create index plan_parent on scheme.plan (parent_id) where parent_id is not null;

create table scheme.step (
  plan_id text not null references scheme.plan,
  number integer not null check (number > 0),
  act text not null check (act in ('submit', 'return', 'approve', 'end', 'expect')),
  said text,
  document text,
  on_date date not null,
  done_by text not null,
  done_at timestamptz not null,
  primary key (plan_id, number),
  check (act <> 'approve' or document is not null),
  check (act not in ('return', 'end') or said is not null)
);
comment on table scheme.step is 'Trình, trả lại, phê duyệt, thôi thực hiện; expect: chờ văn bản, chưa thấy ai phê duyệt; trạng thái là bước cuối';

create table scheme.target (
  id text primary key,
  plan_id text not null references scheme.plan,
  parent_id text references scheme.target check (parent_id <> id),
  title text not null,
  definition text not null,
  figure text,
  part_by text check (part_by in ('stars', 'kind')),
  part_keys text[] not null default '{}',
  measure text not null,
  base bigint check (base >= 0),
  base_on date,
  goal bigint check (goal >= 0),
  due_on date not null,
  source text,
  added_by text not null,
  added_at timestamptz not null,
  check ((base is null) = (base_on is null)),
  check ((part_by is null) = (cardinality(part_keys) = 0)),
  check (part_by is null or figure is not null)
);
comment on table scheme.target is 'Chỉ tiêu: đếm gì, gốc, đích, hạn';
comment on column scheme.target.figure is 'Con số của hệ thống đếm chỉ tiêu này; trống khi tự khai kết quả';
comment on column scheme.target.part_by is 'Chỉ đếm một phần của con số: theo hạng sao hoặc loại hình chủ thể';
comment on column scheme.target.goal is 'Trống khi chưa rõ';
comment on column scheme.target.parent_id is 'Chỉ tiêu cấp trên mà chỉ tiêu này góp vào; không vòng';
create index target_plan on scheme.target (plan_id);
create index target_parent on scheme.target (parent_id) where parent_id is not null;

create table scheme.measurement (
  target_id text not null references scheme.target,
  number integer not null check (number > 0),
  on_date date not null,
  value bigint not null check (value >= 0),
  basis text not null,
  told_by text not null,
  told_at timestamptz not null,
  primary key (target_id, number)
);
comment on table scheme.measurement is 'Kết quả tự khai của chỉ tiêu không có con số của hệ thống; chỉ thêm, ngày gần nhất là kết quả';

create table scheme.budget_line (
  id text primary key,
  plan_id text not null references scheme.plan,
  source_kind text not null check (source_kind in ('local-budget', 'target-programme', 'credit', 'other')),
  year integer not null check (year between 2018 and 2100),
  amount bigint not null check (amount > 0),
  purpose text not null,
  added_by text not null,
  added_at timestamptz not null
);
comment on table scheme.budget_line is 'Kinh phí dự kiến của đề án, kế hoạch theo nguồn và năm, đồng; tiền thật chi ở support';
create index budget_line_plan on scheme.budget_line (plan_id);

create table scheme.task (
  id text primary key,
  plan_id text not null references scheme.plan,
  target_id text references scheme.target,
  title text not null,
  asks text not null,
  due_on date not null,
  added_by text not null,
  added_at timestamptz not null
);
comment on table scheme.task is 'Việc của kế hoạch, giao cho một hay nhiều đơn vị';
create index task_plan on scheme.task (plan_id);

create table scheme.assignment (
  id text primary key,
  task_id text not null references scheme.task,
  unit_code text not null,
  unit_on date not null,
  unique (task_id, unit_code)
);
comment on table scheme.assignment is 'Một đơn vị được giao một việc';
create index assignment_unit on scheme.assignment (unit_code);

create table scheme.report (
  assignment_id text not null references scheme.assignment,
  number integer not null check (number > 0),
  progress text not null check (progress in ('doing', 'blocked', 'done')),
  said text not null,
  value bigint check (value >= 0),
  told_by text not null,
  told_at timestamptz not null,
  primary key (assignment_id, number)
);
comment on table scheme.report is 'Đơn vị được giao báo cáo lại; chỉ thêm';

create table scheme.verdict (
  assignment_id text not null,
  number integer not null,
  accepted boolean not null,
  said text,
  given_by text not null,
  given_at timestamptz not null,
  primary key (assignment_id, number),
  foreign key (assignment_id, number) references scheme.report,
  check (accepted or said is not null)
);
comment on table scheme.verdict is 'Đơn vị giao nhận kết quả hoặc yêu cầu làm tiếp, có lý do';

create function scheme.append_only() returns trigger language plpgsql as $$
begin
  raise exception 'scheme.% only grows', tg_table_name using errcode = '42501';
end $$;
create trigger step_stays before update or delete on scheme.step for each row execute function scheme.append_only();
create trigger measurement_stays before update or delete on scheme.measurement for each row execute function scheme.append_only();
create trigger report_stays before update or delete on scheme.report for each row execute function scheme.append_only();
create trigger verdict_stays before update or delete on scheme.verdict for each row execute function scheme.append_only();

create view scheme.pub_plan as
  select p.id, p.unit_code, p.unit_on, p.kind, p.title, p.from_year, p.to_year, p.parent_id, p.source, p.source_url, p.sample, p.written_at,
    case s.act when 'submit' then 'submitted' when 'approve' then 'approved' when 'end' then 'ended' when 'expect' then 'expected' else 'draft' end
      as state,
    a.document, a.on_date as approved_on, case when s.act in ('return', 'end') then s.said end as last_said, coalesce(s.number, 0) as steps
  from scheme.plan p
  left join lateral (select act, number, said from scheme.step where plan_id = p.id order by number desc limit 1) s on true
  left join lateral (
    select document, on_date from scheme.step where plan_id = p.id and act = 'approve' order by number desc limit 1
  ) a on true;
comment on view scheme.pub_plan is 'Đề án, kế hoạch với trạng thái; bản chưa phê duyệt chỉ người của đơn vị được xem';

create view scheme.pub_target as
  select t.id, t.plan_id, t.parent_id, t.title, t.definition, t.figure, t.part_by, t.part_keys, t.measure, t.base, t.base_on, t.goal, t.due_on,
    t.source, p.unit_code, p.unit_on, p.state
  from scheme.target t join scheme.pub_plan p on p.id = t.plan_id;
comment on view scheme.pub_target is 'Chỉ tiêu với đơn vị và trạng thái của kế hoạch';

create view scheme.pub_assignment as
  select a.id, a.task_id, a.unit_code, a.unit_on, k.plan_id, k.title, k.due_on, p.state as plan_state,
    case
      when r.number is null then 'given'
      when v.accepted then 'accepted'
      when not v.accepted then 'returned'
      when r.progress = 'done' then 'reported'
      else r.progress
    end as state, r.told_at as last_told_at
  from scheme.assignment a
  join scheme.task k on k.id = a.task_id
  join scheme.pub_plan p on p.id = k.plan_id
  left join lateral (select number, progress, told_at from scheme.report where assignment_id = a.id order by number desc limit 1) r on true
  left join scheme.verdict v on v.assignment_id = a.id and v.number = r.number;
comment on view scheme.pub_assignment is 'Việc đã giao với trạng thái: chưa báo cáo, đang làm, vướng mắc, đã báo xong, đã nhận, làm tiếp';

create view scheme.pub_named as
  select 'plan' as kind, id, title as name from scheme.plan
  union all
  select 'target', id, title from scheme.target
  union all
  select 'task', id, title from scheme.task
  union all
  select 'assignment', a.id, k.title from scheme.assignment a join scheme.task k on k.id = a.task_id;
comment on view scheme.pub_named is 'Tên gọi của kế hoạch, chỉ tiêu, việc, cho trang sổ ghi';

-- What is known of the country's own programmes, each with its source. What no source told stays empty.
insert into scheme.plan (id, unit_code, unit_on, kind, title, from_year, to_year, source, source_url, written_by, written_at) values
  ('ocop-2018-2020', 'VN', '2018-05-07', 'programme', 'Chương trình mỗi xã một sản phẩm giai đoạn 2018–2020', 2018, 2020,
    'Quyết định 490/QĐ-TTg ngày 07/5/2018. Chỉ tiêu của quyết định chưa đọc được.', null, 'system', '2018-05-07T00:00:00Z'),
  ('ocop-2021-2025', 'VN', '2022-08-01', 'programme', 'Chương trình mỗi xã một sản phẩm giai đoạn 2021–2025', 2021, 2025,
    'Quyết định 919/QĐ-TTg ngày 01/8/2022. Chỉ ghi những chỉ tiêu đọc được ở nguồn công khai; danh mục chỉ tiêu của quyết định chưa đọc được toàn văn.',
    'https://thuvienphapluat.vn/van-ban/Thuong-mai/Quyet-dinh-919-QD-TTg-2022-phe-duyet-Chuong-trinh-moi-xa-mot-san-pham-2021-2025-524355.aspx',
    'system', '2022-08-01T00:00:00Z'),
  ('ocop-den-2030', 'VN', '2026-05-22', 'programme', 'Chương trình mỗi xã một sản phẩm đến năm 2030', 2026, 2030,
    'Chưa tìm thấy quyết định phê duyệt chương trình và chỉ tiêu đến năm 2030. Việc đánh giá theo 26/2026/QĐ-TTg.', null, 'system',
    '2026-05-22T00:00:00Z');
insert into scheme.step (plan_id, number, act, document, on_date, done_by, done_at) values
  ('ocop-2018-2020', 1, 'approve', '490/QĐ-TTg', '2018-05-07', 'system', '2018-05-07T00:00:00Z'),
  ('ocop-2021-2025', 1, 'approve', '919/QĐ-TTg', '2022-08-01', 'system', '2022-08-01T00:00:00Z'),
  ('ocop-den-2030', 1, 'expect', null, '2026-05-22', 'system', '2026-05-22T00:00:00Z');
insert into scheme.step (plan_id, number, act, said, on_date, done_by, done_at) values
  ('ocop-2018-2020', 2, 'end', 'Hết giai đoạn, được thay bằng 919/QĐ-TTg', '2022-08-01', 'system', '2022-08-01T00:00:00Z');
insert into scheme.target (id, plan_id, title, definition, figure, part_by, part_keys, measure, base, base_on, goal, due_on, source, added_by, added_at) values
  ('919-san-pham', 'ocop-2021-2025', 'Sản phẩm OCOP đạt 3 sao trở lên', 'Ít nhất 10.000 sản phẩm. Nguồn không nói đếm sản phẩm còn hiệu lực hay đã từng được công nhận; ở đây đếm đã từng.',
    'san-pham-tung-duoc-cong-nhan', null, '{}', 'sản phẩm', null, null, 10000, '2025-12-31', '919/QĐ-TTg, đọc qua nguồn thứ hai', 'system', '2022-08-01T00:00:00Z'),
  ('919-nam-sao', 'ocop-2021-2025', 'Sản phẩm 5 sao', '400 đến 500 sản phẩm; đích ghi ở đây là cận dưới.',
    'san-pham-tung-duoc-cong-nhan', 'stars', '{5}', 'sản phẩm', null, null, 400, '2025-12-31', '919/QĐ-TTg, đọc qua nguồn thứ hai', 'system', '2022-08-01T00:00:00Z'),
  ('2030-chu-the', 'ocop-den-2030', 'Doanh nghiệp, hợp tác xã tham gia', 'Tháng 6/2020 có 317 doanh nghiệp và 410 hợp tác xã; cuối năm 2020 khoảng 500; khoảng 2.000 đến năm 2030. Tài liệu in cả ba số và không nói vì sao số cuối năm nhỏ hơn. Thực tế ở đây đếm chủ thể có sản phẩm còn hiệu lực.',
    'chu-the-co-san-pham-con-hieu-luc', 'kind', '{company,cooperative}', 'chủ thể', 727, '2020-06-30', 2000, '2030-12-31',
    'Tài liệu hội nghị tập huấn Tây Nguyên', 'system', '2026-05-22T00:00:00Z'),
  ('2030-san-pham', 'ocop-den-2030', 'Sản phẩm OCOP đạt 3 sao trở lên', 'Chưa tìm thấy chỉ tiêu đến năm 2030 trong văn bản nào.',
    'san-pham-con-hieu-luc', null, '{}', 'sản phẩm', null, null, null, '2030-12-31', null, 'system', '2026-05-22T00:00:00Z');
