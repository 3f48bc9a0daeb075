create schema feedback;
comment on schema feedback is 'Bàn tiếp nhận phản ánh: câu hỏi, đề xuất, khó khăn, phản ánh, báo dùng sai sao; chuyển, trả lời, công khai';

create table feedback.matter (
  id text primary key,
  code_hash text not null unique,
  kind text not null check (kind in ('question', 'proposal', 'difficulty', 'complaint', 'misuse')),
  subject text not null check (subject in ('procedure', 'support', 'training', 'market', 'quality', 'council', 'rules', 'star', 'other')),
  title text not null,
  body text not null,
  about text not null default '',
  sender_name text not null default '',
  sender_phone text not null default '',
  account_id text,
  producer_id text references producer.producer,
  dossier_id text references dossier.dossier,
  commune_code text not null,
  commune_on date not null,
  level text not null check (level in ('commune', 'province', 'ministry')),
  state text not null default 'waiting' check (state in ('waiting', 'answered')),
  filed_at timestamptz not null,
  filed_on date not null,
  due_on date not null,
  consented_at timestamptz,
  photo text,
  body_hash text not null,
  sample boolean not null default false
);
comment on table feedback.matter is 'Một phiếu: ai gửi gì, về nơi nào; level và state do trigger ghi theo các bước';
comment on column feedback.matter.code_hash is 'Băm của mã theo dõi; mã chỉ người gửi có';
comment on column feedback.matter.sender_name is 'Có thể trống; chỉ đơn vị đang giải quyết và người gửi thấy';
comment on column feedback.matter.dossier_id is 'Hồ sơ mà chủ thể nói tới; người đã rút khỏi hồ sơ đó không thấy phiếu này';
comment on column feedback.matter.commune_code is 'Nơi phiếu nói tới, như vào ngày commune_on';
comment on column feedback.matter.level is 'Cấp đang giữ phiếu: xã đó, tỉnh của xã đó, hoặc trung ương';
comment on column feedback.matter.due_on is 'Hạn trả lời; chuyển không kéo dài, mở lại thì tính hạn mới';
comment on column feedback.matter.consented_at is 'Lúc người gửi đồng ý công khai câu hỏi và trả lời; trống khi không đồng ý';
create index matter_queue on feedback.matter (level, state, due_on);
create index matter_commune on feedback.matter (commune_code);
create index matter_account on feedback.matter (account_id) where account_id is not null;
create index matter_day on feedback.matter (filed_on, commune_code);

create table feedback.transfer (
  matter_id text not null references feedback.matter,
  position integer not null,
  from_level text not null,
  to_level text not null check (to_level in ('commune', 'province', 'ministry')),
  reason text not null,
  by_account text not null,
  at timestamptz not null,
  primary key (matter_id, position),
  check (from_level <> to_level)
);
comment on table feedback.transfer is 'Chuyển phiếu sang cấp đúng thẩm quyền, kèm lý do mà người gửi đọc được';

create table feedback.answer (
  matter_id text not null references feedback.matter,
  round integer not null check (round in (1, 2)),
  text text not null,
  level text not null,
  due_on date not null,
  by_account text not null,
  on_date date not null,
  at timestamptz not null,
  primary key (matter_id, round)
);
comment on column feedback.answer.level is 'Cấp đã trả lời';
comment on table feedback.answer is 'Trả lời: lần đầu, và lần hai nếu người gửi mở lại; due_on là hạn của lần đó';

create table feedback.reopening (
  matter_id text primary key references feedback.matter,
  reason text not null,
  due_on date not null,
  on_date date not null,
  at timestamptz not null
);
comment on table feedback.reopening is 'Người gửi chưa thỏa đáng và mở lại; một phiếu chỉ một lần';

create table feedback.publication (
  matter_id text not null references feedback.matter,
  position integer not null,
  title text not null,
  question text not null,
  answer text not null,
  folded text not null,
  by_account text not null,
  at timestamptz not null,
  primary key (matter_id, position)
);
comment on table feedback.publication is 'Bản công khai sau khi cán bộ bỏ tên, số điện thoại, địa chỉ; bản cuối là bản đang hiện';

create table feedback.taking_down (
  matter_id text not null references feedback.matter,
  position integer not null,
  reason text not null,
  by_account text not null,
  at timestamptz not null,
  primary key (matter_id, position),
  foreign key (matter_id, position) references feedback.publication (matter_id, position)
);
comment on table feedback.taking_down is 'Đơn vị gỡ bản công khai, kèm lý do; người gửi rút đồng ý thì ở feedback.consent_end';

create table feedback.consent_end (
  matter_id text primary key references feedback.matter,
  at timestamptz not null
);
comment on table feedback.consent_end is 'Người gửi rút đồng ý công khai; từ đó phiếu không công khai được nữa';

create function feedback.follow_transfer() returns trigger language plpgsql as $$
begin
  update feedback.matter set level = new.to_level where id = new.matter_id;
  return new;
end $$;
create trigger transfer_moves_matter after insert on feedback.transfer for each row execute function feedback.follow_transfer();

create function feedback.follow_answer() returns trigger language plpgsql as $$
begin
  update feedback.matter set state = 'answered' where id = new.matter_id;
  return new;
end $$;
create trigger answer_moves_matter after insert on feedback.answer for each row execute function feedback.follow_answer();

create function feedback.follow_reopening() returns trigger language plpgsql as $$
begin
  update feedback.matter set state = 'waiting', due_on = new.due_on where id = new.matter_id;
  return new;
end $$;
create trigger reopening_moves_matter after insert on feedback.reopening for each row execute function feedback.follow_reopening();

create function feedback.append_only() returns trigger language plpgsql as $$
begin
  raise exception 'feedback.% only grows: take another step', tg_table_name using errcode = '42501';
end $$;
create trigger transfer_stays before update or delete on feedback.transfer for each row execute function feedback.append_only();
create trigger answer_stays before update or delete on feedback.answer for each row execute function feedback.append_only();
create trigger reopening_stays before update or delete on feedback.reopening for each row execute function feedback.append_only();
create trigger publication_stays before update or delete on feedback.publication for each row execute function feedback.append_only();
create trigger taking_down_stays before update or delete on feedback.taking_down for each row execute function feedback.append_only();
create trigger consent_end_stays before update or delete on feedback.consent_end for each row execute function feedback.append_only();
