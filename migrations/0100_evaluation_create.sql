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
  primary key (council_id, account_id)
);
comment on table evaluation.seat is 'Ghế trong Hội đồng; thư ký không bỏ phiếu trừ khi cũng là thành viên';

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
  scoring_round integer not null default 1,
  primary key (session_id, dossier_id)
);
comment on table evaluation.agenda_item is 'Hồ sơ trong chương trình phiên; vòng chấm tăng khi lệch quá quy định';

create table evaluation.attendance (
  session_id text not null references evaluation.session,
  account_id text not null references identity.account,
  present boolean not null,
  primary key (session_id, account_id)
);

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

create table evaluation.result (
  session_id text not null references evaluation.session,
  dossier_id text not null references dossier.dossier,
  total_points integer not null,
  ballots integer not null check (ballots > 0),
  mean_hundredths integer not null,
  spread integer not null,
  stars integer not null check (stars between 0 and 5),
  gates jsonb not null,
  sheet jsonb not null,
  decided_at timestamptz not null,
  primary key (session_id, dossier_id)
);
comment on table evaluation.result is 'Kết quả khi đóng phiên; bảng điểm đóng băng như đã in';
comment on column evaluation.result.mean_hundredths is 'Chỉ để hiện; hạng sao xét trên total_points/ballots, không làm tròn';

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

create view evaluation.pub_result as
  select r.session_id, r.dossier_id, c.level, c.unit_code, c.unit_on, s.text, s.round_id, s.meets_on, s.closed_at,
    r.total_points, r.ballots, r.mean_hundredths, r.spread, r.stars
  from evaluation.result r
  join evaluation.session s on s.id = r.session_id
  join evaluation.council c on c.id = s.council_id
  where s.state = 'closed';
comment on view evaluation.pub_result is 'Kết quả của các phiên đã đóng';
create view evaluation.pub_recusal as select session_id, dossier_id, account_id from evaluation.recusal;
comment on view evaluation.pub_recusal is 'Ai không được thấy gì về hồ sơ nào';
