create schema evaluation;
comment on schema evaluation is 'Tổ tư vấn, Hội đồng, phiên chấm, phiếu, kết quả';

create table evaluation.council (
  id text primary key,
  level text not null check (level in ('district', 'province', 'ministry')),
  unit_code text not null,
  unit_on date not null,
  name text not null,
  decision_no text not null,
  decided_on date not null,
  from_date date not null,
  to_date date,
  set_up_by text not null,
  set_up_at timestamptz not null,
  sample boolean not null default false
);
comment on table evaluation.council is 'Hội đồng thành lập bằng quyết định (26/2026 Điều 7.3, 7.4)';

create table evaluation.regulation (
  id text primary key,
  council_id text not null references evaluation.council,
  effective_on date not null,
  quorum_numerator integer not null default 3,
  quorum_denominator integer not null default 4,
  chair_required boolean not null default true,
  spread_points integer not null default 10,
  gate_rule text not null default 'majority' check (gate_rule in ('majority', 'all', 'mean')),
  fallback text not null default 'highest-met' check (fallback in ('highest-met', 'not-recognised')),
  document_no text not null,
  entered_by text not null,
  entered_at timestamptz not null,
  check (quorum_numerator > 0 and quorum_numerator <= quorum_denominator)
);
comment on table evaluation.regulation is 'Quy chế hoạt động: túc số, độ lệch, cách xét ngưỡng; luật để cho từng Hội đồng';

create table evaluation.seat (
  council_id text not null references evaluation.council,
  account_id text not null references identity.account,
  capacity text not null check (capacity in ('chair', 'vice-chair', 'secretary', 'member')),
  agency text not null,
  votes boolean not null,
  primary key (council_id, account_id)
);
comment on table evaluation.seat is 'Ghế trong Hội đồng theo quyết định thành lập';
comment on column evaluation.seat.votes is 'Thư ký không bỏ phiếu trừ khi quyết định ghi cũng là thành viên';
create unique index seat_one_chair on evaluation.seat (council_id) where capacity = 'chair';

create table evaluation.session (
  id text primary key,
  council_id text not null references evaluation.council,
  regulation_id text not null references evaluation.regulation,
  round_id text references programme.round,
  text text not null,
  meets_on date not null,
  place text not null default '',
  state text not null check (state in ('called', 'open', 'closed')),
  opened_at timestamptz,
  closed_at timestamptz,
  called_by text not null,
  sample boolean not null default false
);
comment on table evaluation.session is 'Phiên chấm: một Hội đồng, một quy chế, một văn bản, một chương trình';

create table evaluation.agenda_item (
  session_id text not null references evaluation.session,
  dossier_id text not null references dossier.dossier,
  position integer not null,
  scoring_round integer not null default 1 check (scoring_round > 0),
  settled_at timestamptz,
  primary key (session_id, dossier_id)
);
comment on table evaluation.agenda_item is 'Hồ sơ trong chương trình phiên; vòng chấm tăng khi lệch quá quy định';
comment on column evaluation.agenda_item.settled_at is 'Lúc có kết quả, hoặc lúc rời chương trình; trước đó hồ sơ không nằm ở phiên khác';
create unique index agenda_item_unsettled on evaluation.agenda_item (dossier_id) where settled_at is null;
create index agenda_item_dossier on evaluation.agenda_item (dossier_id);

create table evaluation.attendance (
  session_id text not null references evaluation.session,
  account_id text not null references identity.account,
  present boolean not null,
  marked_by text not null,
  marked_at timestamptz not null,
  primary key (session_id, account_id)
);
comment on table evaluation.attendance is 'Ai có mặt tại phiên, ai ghi';

create table evaluation.recusal (
  session_id text not null references evaluation.session,
  dossier_id text not null references dossier.dossier,
  account_id text not null references identity.account,
  reason text not null,
  declared_at timestamptz not null,
  declared_by text not null,
  primary key (session_id, dossier_id, account_id)
);
comment on table evaluation.recusal is 'Không tham gia chấm vì xung đột lợi ích; không có lệnh gỡ';
create index recusal_account on evaluation.recusal (account_id, dossier_id);

create function evaluation.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'evaluation: % keeps what was written', tg_table_name;
end $$;
create trigger recusal_stays before update or delete on evaluation.recusal
  for each row execute function evaluation.refuse_change();

create table evaluation.draft (
  session_id text not null references evaluation.session,
  dossier_id text not null references dossier.dossier,
  account_id text not null references identity.account,
  choices jsonb not null,
  comment text not null default '',
  saved_at timestamptz not null,
  primary key (session_id, dossier_id, account_id)
);
comment on table evaluation.draft is 'Phiếu đang chấm dở; chưa phải phiếu, không được đếm';

create table evaluation.ballot (
  id text primary key,
  session_id text not null references evaluation.session,
  dossier_id text not null references dossier.dossier,
  account_id text not null references identity.account,
  scoring_round integer not null,
  choices jsonb not null,
  comment text not null default '',
  cast_at timestamptz not null,
  superseded_at timestamptz
);
comment on table evaluation.ballot is 'Phiếu: mức chọn ở từng tiêu chí, không phải điểm; phiếu cũ được giữ lại';
create unique index ballot_standing on evaluation.ballot (session_id, dossier_id, account_id, scoring_round)
  where superseded_at is null;
create index ballot_dossier on evaluation.ballot (dossier_id, session_id);

-- The action refuses first, under a lock on the session; this holds even for a program that forgot to ask.
create function evaluation.guard_ballot() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'evaluation: a ballot is never deleted';
  end if;
  if tg_op = 'UPDATE' and (old.superseded_at is not null or new.superseded_at is null
      or to_jsonb(old) - 'superseded_at' <> to_jsonb(new) - 'superseded_at') then
    raise exception 'evaluation: a ballot keeps what was cast';
  end if;
  if (select state from evaluation.session where id = new.session_id) = 'closed' then
    raise exception 'evaluation: the session is closed';
  end if;
  return new;
end $$;
create trigger ballot_guard before insert or update or delete on evaluation.ballot
  for each row execute function evaluation.guard_ballot();

create table evaluation.result (
  session_id text not null references evaluation.session,
  dossier_id text not null references dossier.dossier,
  total_points integer not null,
  ballots integer not null check (ballots > 0),
  mean_hundredths integer not null,
  spread integer not null,
  stars integer not null check (stars between 0 and 5),
  verdict text not null check (verdict in ('recognise', 'propose', 'lower-may-use', 'not-recognised')),
  gates jsonb not null,
  sheet jsonb not null,
  decided_at timestamptz not null,
  primary key (session_id, dossier_id)
);
comment on table evaluation.result is 'Kết quả khi đóng phiên; bảng điểm đóng băng như đã in';
comment on column evaluation.result.mean_hundredths is 'Chỉ để hiện; hạng sao xét trên total_points/ballots, không làm tròn';
comment on column evaluation.result.verdict is 'Kết cục theo quy trình của văn bản: cấp này công nhận, chuyển lên, để cấp dưới dùng, không công nhận';
create trigger result_stays before update or delete on evaluation.result
  for each row execute function evaluation.refuse_change();
create index result_dossier on evaluation.result (dossier_id);

create table evaluation.advisory_report (
  dossier_id text not null references dossier.dossier,
  level text not null,
  findings text not null,
  proposal text not null,
  reported_by text not null,
  reported_at timestamptz not null,
  primary key (dossier_id, level)
);
comment on table evaluation.advisory_report is 'Báo cáo của Tổ tư vấn gửi Chủ tịch Hội đồng (26/2026 Điều 7.3)';

create table evaluation.note (
  session_id text not null,
  dossier_id text not null,
  text text not null,
  written_by text not null,
  written_at timestamptz not null,
  primary key (session_id, dossier_id),
  foreign key (session_id, dossier_id) references evaluation.agenda_item
);
comment on table evaluation.note is 'Thư ký ghi ý kiến thảo luận cho biên bản, theo từng hồ sơ';

create view evaluation.pub_result as
  select r.session_id, r.dossier_id, c.level, c.unit_code, c.unit_on, s.text, s.round_id, s.meets_on, s.closed_at,
    r.total_points, r.ballots, r.mean_hundredths, r.spread, r.stars, r.verdict
  from evaluation.result r
  join evaluation.session s on s.id = r.session_id
  join evaluation.council c on c.id = s.council_id
  where s.state = 'closed';
comment on view evaluation.pub_result is 'Kết quả của các phiên đã đóng';
create view evaluation.pub_recusal as select session_id, dossier_id, account_id from evaluation.recusal;
comment on view evaluation.pub_recusal is 'Ai không được thấy gì về hồ sơ nào';

create view evaluation.pub_seat as
  select s.council_id, s.account_id, s.capacity, c.level, c.unit_code, c.unit_on, c.from_date, c.to_date
  from evaluation.seat s join evaluation.council c on c.id = s.council_id;
comment on view evaluation.pub_seat is 'Ai ngồi trong Hội đồng nào, để phần khác biết quyền đọc';
create view evaluation.pub_agenda as
  select a.session_id, a.dossier_id, a.settled_at, s.state, s.meets_on, s.place, c.level, c.unit_code, c.unit_on, c.name as council_name, s.sample
  from evaluation.agenda_item a
  join evaluation.session s on s.id = a.session_id
  join evaluation.council c on c.id = s.council_id;
comment on view evaluation.pub_agenda is 'Hồ sơ nào ở phiên nào; không có điểm';
