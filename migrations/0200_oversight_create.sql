create schema oversight;
comment on schema oversight is 'Hậu kiểm: cam kết, kế hoạch và chọn nơi kiểm tra, cuộc kiểm tra, thiếu sót, khắc phục, khiếu nại (26/2026 Điều 8, Điều 9)';

-- The windows that the choice looks through; each shows what the choice needs and nothing else.
create view audit.pub_batch as select number, hash, sealed_at from audit.batch;
comment on view audit.pub_batch is 'Băm của các mẻ niêm phong sổ ghi; hạt giống công khai, không ai biết trước';
create view feedback.pub_misuse as select about, filed_on from feedback.matter where kind = 'misuse';
comment on view feedback.pub_misuse is 'Báo dùng sai sao nói về gì, ngày nào; không có người gửi, không có nội dung';

create table oversight.plan (
  id text primary key,
  unit_code text not null,
  unit_on date not null,
  year integer not null check (year between 2018 and 2100),
  title text not null,
  document text not null,
  size integer not null check (size between 1 and 500),
  seed_number text,
  seed_source text,
  opened_by text not null,
  opened_at timestamptz not null,
  sample boolean not null default false,
  check ((seed_number is null) = (seed_source is null)),
  unique (unit_code, year)
);
comment on table oversight.plan is 'Kế hoạch hậu kiểm của một đơn vị trong một năm; mỗi năm một kế hoạch, nên không thể mở lại để rút danh sách khác';
comment on column oversight.plan.seed_number is 'Hạt giống là một con số công khai đã chốt trước; trống thì lấy băm của mẻ niêm phong đầu tiên sau lúc mở';

create table oversight.candidate (
  plan_id text not null references oversight.plan,
  certificate_number text not null references recognition.certificate,
  product_name text not null,
  producer_name text not null,
  stars integer not null check (stars between 3 and 5),
  weight integer not null check (weight > 0),
  reasons jsonb not null,
  primary key (plan_id, certificate_number)
);
comment on table oversight.candidate is 'Ai trong danh sách và bao nhiêu vé, đóng băng lúc mở kế hoạch, trước khi có hạt giống';

create table oversight.draw (
  plan_id text primary key references oversight.plan,
  seed text not null,
  batch_number bigint,
  drawn_by text not null,
  drawn_at timestamptz not null
);
comment on table oversight.draw is 'Lần rút: hạt giống và mẻ niêm phong của nó; danh sách tính lại được từ đây và oversight.candidate';

create table oversight.chosen (
  plan_id text not null references oversight.draw,
  certificate_number text not null,
  rank integer not null check (rank > 0),
  ticket text not null check (ticket ~ '^[0-9a-f]{64}$'),
  primary key (plan_id, certificate_number),
  unique (plan_id, rank),
  foreign key (plan_id, certificate_number) references oversight.candidate
);
comment on table oversight.chosen is 'Giấy được rút và vé nhỏ nhất của nó';

create table oversight.serial (
  unit_code text not null,
  kind text not null check (kind in ('KT', 'KN')),
  year integer not null,
  last integer not null check (last > 0),
  primary key (unit_code, kind, year)
);

create table oversight.inspection (
  id text primary key,
  number text not null unique,
  unit_code text not null,
  unit_on date not null,
  plan_id text references oversight.plan,
  certificate_number text not null references recognition.certificate,
  product_id text not null references product.product,
  producer_id text not null references producer.producer,
  reason text not null,
  announced boolean not null,
  visit_on date not null,
  state text not null check (state in ('open', 'remedying', 'closed', 'cancelled')),
  outcome text check (outcome in ('kept', 'remedied', 'revocation')),
  due_on date,
  since date not null,
  opened_by text not null,
  opened_at timestamptz not null,
  sample boolean not null default false,
  check ((state = 'closed') = (outcome is not null))
);
comment on table oversight.inspection is 'Cuộc kiểm tra một sản phẩm đã công nhận';
comment on column oversight.inspection.announced is 'Có báo trước; không báo trước thì chủ thể chỉ thấy sau khi chốt biên bản';
comment on column oversight.inspection.state is 'Cùng outcome, due_on, since: trigger của oversight.step ghi';
create unique index inspection_once_open on oversight.inspection (certificate_number) where state in ('open', 'remedying');
create index inspection_queue on oversight.inspection (unit_code, state, visit_on);
create index inspection_producer on oversight.inspection (producer_id);
create index inspection_product on oversight.inspection (product_id);

create table oversight.item (
  inspection_id text not null references oversight.inspection,
  code text not null,
  position integer not null,
  part text not null check (part in ('commitments', 'mark', 'criteria')),
  question text not null,
  basis text not null,
  primary key (inspection_id, code)
);
comment on table oversight.item is 'Danh mục kiểm tra, đóng băng lúc mở cuộc';

create table oversight.answer (
  inspection_id text not null,
  code text not null,
  version integer not null check (version > 0),
  verdict text not null check (verdict in ('yes', 'no', 'unseen')),
  grave boolean not null default false,
  note text not null default '',
  photo text check (photo ~ '^[0-9a-f]{64}$'),
  by_account text not null,
  at timestamptz not null,
  primary key (inspection_id, code, version),
  foreign key (inspection_id, code) references oversight.item,
  check (verdict = 'no' or not grave),
  check (verdict <> 'no' or note <> '')
);
comment on table oversight.answer is 'Ghi từng mục tại chỗ; ghi lại là thêm một lần, lần cuối có hiệu lực';
create index answer_photo on oversight.answer (photo) where photo is not null;

create table oversight.visit (
  inspection_id text primary key references oversight.inspection,
  place text not null,
  visited_on date not null,
  from_clock text not null,
  to_clock text not null,
  present text[] not null check (present <> '{}'),
  opinion text not null default '',
  signed_by text not null,
  signed_at timestamptz not null
);
comment on table oversight.visit is 'Biên bản: ở đâu, lúc nào, ai có mặt, ý kiến chủ thể; ai chốt';

create table oversight.finding (
  id text primary key,
  inspection_id text not null,
  code text not null,
  position integer not null,
  text text not null,
  grave boolean not null,
  unique (inspection_id, code),
  foreign key (inspection_id, code) references oversight.item
);
comment on table oversight.finding is 'Thiếu sót: mỗi mục "không đạt" lúc chốt biên bản';

create table oversight.remedy (
  finding_id text not null references oversight.finding,
  position integer not null check (position > 0),
  text text not null,
  photo text check (photo ~ '^[0-9a-f]{64}$'),
  paper_id text references evidence.paper,
  by_account text not null,
  on_date date not null,
  at timestamptz not null,
  primary key (finding_id, position)
);
comment on table oversight.remedy is 'Chủ thể báo đã khắc phục, kèm ảnh hoặc giấy trong ví';
create index remedy_photo on oversight.remedy (photo) where photo is not null;

create table oversight.remedy_answer (
  finding_id text not null,
  position integer not null,
  accepted boolean not null,
  reason text not null default '',
  by_account text not null,
  on_date date not null,
  at timestamptz not null,
  primary key (finding_id, position),
  foreign key (finding_id, position) references oversight.remedy,
  check (accepted or reason <> '')
);
comment on table oversight.remedy_answer is 'Đơn vị kiểm tra nhận hoặc chưa nhận phần khắc phục, kèm lý do';

create table oversight.step (
  inspection_id text not null references oversight.inspection,
  position integer not null,
  act text not null check (act in ('open', 'sign', 'warn', 'suspend', 'propose-revocation', 'close', 'cancel')),
  state_after text not null,
  outcome text,
  reason text not null default '',
  due_on date,
  by_account text not null,
  on_date date not null,
  at timestamptz not null,
  primary key (inspection_id, position)
);
comment on table oversight.step is 'Mỗi bước của cuộc kiểm tra: ai, lúc nào, vì sao, hạn khắc phục';

create function oversight.follow_step() returns trigger language plpgsql as $$
begin
  update oversight.inspection
    set state = new.state_after, outcome = new.outcome, due_on = new.due_on,
      since = case when state = new.state_after then since else new.on_date end
    where id = new.inspection_id;
  return new;
end $$;
create trigger step_moves_inspection after insert on oversight.step
  for each row execute function oversight.follow_step();

create table oversight.commitment (
  certificate_number text not null references recognition.certificate,
  position integer not null check (position > 0),
  text text not null,
  basis text not null,
  confirmed_by text not null,
  confirmed_on date not null,
  confirmed_at timestamptz not null,
  sample boolean not null default false,
  primary key (certificate_number, position)
);
comment on table oversight.commitment is 'Cam kết chất lượng sau công nhận mà chủ thể đã xác nhận; basis nói cam kết lấy từ đâu';

create function oversight.append_only() returns trigger language plpgsql as $$
begin
  raise exception 'oversight.% only grows: take another step', tg_table_name using errcode = '42501';
end $$;
create trigger candidate_stays before update or delete on oversight.candidate for each row execute function oversight.append_only();
create trigger draw_stays before update or delete on oversight.draw for each row execute function oversight.append_only();
create trigger chosen_stays before update or delete on oversight.chosen for each row execute function oversight.append_only();
create trigger item_stays before update or delete on oversight.item for each row execute function oversight.append_only();
create trigger answer_stays before update or delete on oversight.answer for each row execute function oversight.append_only();
create trigger visit_stays before update or delete on oversight.visit for each row execute function oversight.append_only();
create trigger finding_stays before update or delete on oversight.finding for each row execute function oversight.append_only();
create trigger remedy_stays before update or delete on oversight.remedy for each row execute function oversight.append_only();
create trigger remedy_answer_stays before update or delete on oversight.remedy_answer for each row execute function oversight.append_only();
create trigger step_stays before update or delete on oversight.step for each row execute function oversight.append_only();
create trigger commitment_stays before update or delete on oversight.commitment for each row execute function oversight.append_only();

create view oversight.pub_named as
  select 'inspection' as kind, i.id, i.number || ' · ' || c.product_name as name
  from oversight.inspection i join recognition.pub_recognition c on c.number = i.certificate_number
  union all
  select 'inspection-plan', id, title from oversight.plan;
comment on view oversight.pub_named is 'Tên gọi của cuộc kiểm tra, kế hoạch hậu kiểm, cho trang sổ ghi';
create view oversight.pub_file as
  select photo as file from oversight.answer where photo is not null
  union select photo from oversight.remedy where photo is not null;
comment on view oversight.pub_file is 'Ảnh của hậu kiểm, để biết tệp nào còn dùng';
