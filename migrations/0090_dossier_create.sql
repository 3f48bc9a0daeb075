create schema dossier;
comment on schema dossier is 'Hồ sơ đánh giá: đăng ký, tự chấm, danh mục, nộp, trả lại, báo cáo xã, chuyển';

create table dossier.dossier (
  id text primary key,
  number text unique,
  product_id text not null references product.product,
  producer_id text not null references producer.producer,
  kind text not null check (kind in ('first', 'upgrade', 'renewal')),
  text text not null,
  rubric text,
  commune_code text not null,
  commune_on date not null,
  district_code text,
  province_code text not null,
  state text not null,
  state_since timestamptz not null,
  due_on date,
  filed_on date,
  opened_at timestamptz not null,
  opened_by text not null,
  sample boolean not null default false
);
comment on table dossier.dossier is 'Hồ sơ của một sản phẩm; văn bản và bộ tiêu chí ghim lúc nộp, không đổi';
comment on column dossier.dossier.number is 'Số phiếu đăng ký …/PĐK-(T)-(X)-(năm), do xã cấp khi nhận';
comment on column dossier.dossier.state is 'Suy từ bước cuối cùng trong dossier.step, do trigger ghi';
create index dossier_state_province on dossier.dossier (province_code, state, due_on);
create index dossier_commune on dossier.dossier (commune_code, state, due_on);
create index dossier_producer on dossier.dossier (producer_id);
create index dossier_product on dossier.dossier (product_id);
create unique index dossier_one_open on dossier.dossier (product_id)
  where state not in ('notified', 'published', 'withdrawn', 'disqualified');

create table dossier.step (
  dossier_id text not null references dossier.dossier,
  position integer not null,
  act text not null,
  state_after text not null,
  due_on date,
  by_account text not null,
  at timestamptz not null,
  reason text,
  article text,
  detail jsonb not null default '{}',
  key text,
  primary key (dossier_id, position)
);
comment on table dossier.step is 'Mỗi việc trên hồ sơ là một dòng: ai, lúc nào, vì sao, sang trạng thái nào';
comment on column dossier.step.key is 'Khóa của lần gửi: bấm hai lần chỉ thành một việc';
create index step_at on dossier.step (at);
create unique index step_key on dossier.step (dossier_id, key) where key is not null;

create function dossier.follow_step() returns trigger language plpgsql as $$
begin
  update dossier.dossier
    set state = new.state_after, state_since = new.at, due_on = new.due_on
    where id = new.dossier_id;
  return new;
end $$;
create trigger step_moves_dossier after insert on dossier.step
  for each row execute function dossier.follow_step();

create table dossier.form (
  dossier_id text not null references dossier.dossier,
  form text not null check (form in ('01', '02', '03')),
  content jsonb not null,
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (dossier_id, form)
);
comment on table dossier.form is 'Nội dung Mẫu 01, 02 (chủ thể) và 03 (xã) đang soạn';

create table dossier.self_score (
  dossier_id text not null references dossier.dossier,
  criterion text not null,
  option integer not null check (option >= 1),
  note text not null default '',
  primary key (dossier_id, criterion)
);
comment on table dossier.self_score is 'Tự chấm: mức đã chọn ở mỗi tiêu chí; điểm tính lại từ bộ tiêu chí';

create table dossier.attachment (
  dossier_id text not null references dossier.dossier,
  criterion text not null,
  paper_id text not null references evidence.paper,
  primary key (dossier_id, criterion, paper_id)
);
comment on table dossier.attachment is 'Giấy tờ từ ví minh chứng gắn vào tiêu chí; tiêu chí "hs" là danh mục chung';

create table dossier.defect (
  id text primary key,
  dossier_id text not null references dossier.dossier,
  step_position integer not null,
  position integer not null,
  place text not null,
  sentence text not null,
  article text not null,
  late_reason text,
  mended_at timestamptz
);
comment on table dossier.defect is 'Thiếu sót nêu khi trả lại, mỗi điều gắn với một điều khoản';
comment on column dossier.defect.late_reason is 'Lý do của người phụ trách khi nêu thêm ở lần trả lại sau; được đếm công khai';
comment on column dossier.defect.position is 'Thứ tự trong thông báo, như cán bộ nêu';
create index defect_dossier on dossier.defect (dossier_id);

create table dossier.filed_copy (
  dossier_id text not null references dossier.dossier,
  step_position integer not null,
  content jsonb not null,
  hash text not null,
  primary key (dossier_id, step_position)
);
comment on table dossier.filed_copy is 'Bản đóng băng lúc nộp: câu hỏi cùng câu trả lời, danh mục và băm từng tệp';

create view dossier.pub_dossier as
  select id, number, product_id, producer_id, kind, text, rubric, state, state_since, due_on, filed_on,
    commune_code, commune_on, district_code, province_code, sample
  from dossier.dossier;
comment on view dossier.pub_dossier is 'Hồ sơ và trạng thái; quyền xem do phần đọc kiểm tra';
create view dossier.pub_step as select dossier_id, position, act, state_after, at, due_on from dossier.step;
comment on view dossier.pub_step is 'Dòng thời gian của hồ sơ, không có lý do';
create view dossier.pub_defect as select dossier_id, step_position, place, article, late_reason is not null as late from dossier.defect;
comment on view dossier.pub_defect is 'Thiếu sót đã nêu, để đếm';

create table dossier.slip_serial (
  commune_code text not null,
  year integer not null,
  last integer not null check (last > 0),
  primary key (commune_code, year)
);
comment on table dossier.slip_serial is 'Số thứ tự phiếu đăng ký đã cấp của mỗi xã trong năm; chỉ tăng';
