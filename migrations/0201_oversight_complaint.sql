create table oversight.complaint (
  id text primary key,
  number text not null unique,
  producer_id text not null references producer.producer,
  against text not null check (against in ('result', 'revocation', 'inspection')),
  dossier_id text references dossier.dossier,
  certificate_number text references recognition.certificate,
  inspection_id text references oversight.inspection,
  about text not null,
  decided_on date not null,
  unit_code text not null,
  unit_on date not null,
  text text not null,
  wish text not null,
  state text not null check (state in ('filed', 'received', 'refused', 'reexamining', 'answered', 'withdrawn')),
  outcome text check (outcome in ('upheld', 'partly', 'rejected')),
  since date not null,
  due_on date,
  filed_on date not null,
  filed_by text not null,
  filed_at timestamptz not null,
  sample boolean not null default false,
  check ((against = 'result') = (dossier_id is not null)),
  check ((against = 'revocation') = (certificate_number is not null)),
  check ((against = 'inspection') = (inspection_id is not null))
);
comment on table oversight.complaint is 'Khiếu nại của chủ thể về kết quả, việc thu hồi hoặc cuộc kiểm tra; 26/2026 không quy định thủ tục, thời hạn lấy ở oversight.complaint_term';
comment on column oversight.complaint.about is 'Tên của việc bị khiếu nại như lúc gửi';
comment on column oversight.complaint.state is 'Cùng outcome, due_on, since: trigger của oversight.complaint_step ghi';
create unique index complaint_once_open on oversight.complaint (against, coalesce(dossier_id, certificate_number, inspection_id))
  where state in ('filed', 'received', 'reexamining');
create index complaint_queue on oversight.complaint (unit_code, state, due_on);
create index complaint_producer on oversight.complaint (producer_id);

create table oversight.complaint_step (
  complaint_id text not null references oversight.complaint,
  position integer not null,
  act text not null check (act in ('file', 'receive', 'refuse', 'answer', 'order', 'report-reexamination', 'withdraw')),
  state_after text not null,
  outcome text,
  reason text not null default '',
  document text,
  due_on date,
  by_account text not null,
  on_date date not null,
  at timestamptz not null,
  primary key (complaint_id, position)
);
comment on table oversight.complaint_step is 'Mỗi bước của khiếu nại: ai, lúc nào, căn cứ nào, văn bản nào';

create function oversight.follow_complaint_step() returns trigger language plpgsql as $$
begin
  update oversight.complaint
    set state = new.state_after, outcome = coalesce(new.outcome, outcome), due_on = new.due_on, since = new.on_date
    where id = new.complaint_id;
  return new;
end $$;
create trigger complaint_step_moves_complaint after insert on oversight.complaint_step
  for each row execute function oversight.follow_complaint_step();
create trigger complaint_step_stays before update or delete on oversight.complaint_step
  for each row execute function oversight.append_only();

create table oversight.complaint_term (
  unit_code text not null,
  from_date date not null,
  file_days integer not null check (file_days between 1 and 3650),
  receive_days integer not null check (receive_days between 1 and 365),
  answer_days integer not null check (answer_days between 1 and 3650),
  basis text not null,
  set_by text not null,
  set_at timestamptz not null,
  primary key (unit_code, from_date)
);
comment on table oversight.complaint_term is 'Thời hạn khiếu nại của một tỉnh hoặc cả nước, từ ngày nào, theo văn bản nào; chưa đặt thì dùng mặc định của hệ thống';
comment on column oversight.complaint_term.receive_days is 'Ngày làm việc; hai cột kia là ngày lịch';

create or replace view oversight.pub_named as
  select 'inspection' as kind, i.id, i.number || ' · ' || c.product_name as name
  from oversight.inspection i join recognition.pub_recognition c on c.number = i.certificate_number
  union all
  select 'inspection-plan', id, title from oversight.plan
  union all
  select 'complaint', id, number from oversight.complaint;
comment on view oversight.pub_named is 'Tên gọi của cuộc kiểm tra, kế hoạch hậu kiểm, khiếu nại (chỉ số, không nội dung), cho trang sổ ghi';
