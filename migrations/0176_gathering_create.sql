create schema gathering;
comment on schema gathering is 'Hội nghị, hội thảo, lễ trao: chương trình, lời mời, tài liệu, biên bản, kết luận và việc theo dõi';

create table gathering.room (
  id text primary key,
  unit_code text not null,
  unit_on date not null,
  name text not null,
  address text not null,
  seats integer not null check (seats > 0),
  added_by text not null,
  added_at timestamptz not null,
  sample boolean not null default false
);
comment on table gathering.room is 'Phòng họp, hội trường của một đơn vị; khóa dòng này khi xếp lịch để hai sự kiện không trùng phòng';
create unique index room_name on gathering.room (unit_code, public.vn_fold(name));

create table gathering.event (
  id text primary key,
  slug text not null unique,
  kind text not null check (kind in ('conference', 'workshop', 'ceremony')),
  unit_code text not null,
  unit_on date not null,
  title text not null,
  summary text not null default '',
  audience text not null,
  hosts text[] not null check (hosts <> '{}'),
  contact text not null,
  room_id text not null references gathering.room,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  answer_by date,
  edition integer not null default 1 check (edition > 0),
  state text not null default 'draft' check (state in ('draft', 'announced', 'concluded', 'cancelled')),
  created_by text not null,
  created_at timestamptz not null,
  sample boolean not null default false
);
comment on table gathering.event is 'Sự kiện của một đơn vị: luôn có phòng, kết thúc sau khi bắt đầu';
comment on column gathering.event.edition is 'Tăng một mỗi lần sửa; người sửa sau trên bản cũ được báo, không ghi đè';
comment on column gathering.event.state is 'Suy từ bước cuối cùng trong gathering.step, do trigger ghi';
create index event_time on gathering.event (starts_at, id);
create index event_room on gathering.event (room_id, starts_at);
create index event_unit on gathering.event (unit_code, starts_at);

create table gathering.step (
  event_id text not null references gathering.event,
  position integer not null,
  act text not null check (act in ('announce', 'cancel', 'conclude')),
  state_after text not null,
  reason text not null default '',
  by_account text not null,
  on_date date not null,
  at timestamptz not null,
  primary key (event_id, position)
);
comment on table gathering.step is 'Mỗi bước của sự kiện: ai, lúc nào, vì sao';

create function gathering.follow_step() returns trigger language plpgsql as $$
begin
  update gathering.event set state = new.state_after where id = new.event_id;
  return new;
end $$;
create trigger step_moves_event after insert on gathering.step
  for each row execute function gathering.follow_step();

create table gathering.agenda_item (
  event_id text not null references gathering.event,
  position integer not null,
  starts_at timestamptz not null,
  title text not null,
  speaker text not null default '',
  primary key (event_id, position)
);
comment on table gathering.agenda_item is 'Chương trình: giờ, nội dung, người trình bày';

create table gathering.paper (
  id text primary key,
  event_id text not null references gathering.event,
  title text not null,
  is_public boolean not null,
  file text not null check (file ~ '^[0-9a-f]{64}$'),
  file_name text not null,
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg')),
  bytes integer not null check (bytes > 0),
  added_by text not null,
  added_at timestamptz not null
);
comment on table gathering.paper is 'Tài liệu của sự kiện; is_public: ai cũng đọc được sau khi công bố';
create index paper_event on gathering.paper (event_id, added_at);

create table gathering.honour (
  event_id text not null references gathering.event,
  decision_id text not null references recognition.decision,
  added_by text not null,
  added_at timestamptz not null,
  primary key (event_id, decision_id)
);
comment on table gathering.honour is 'Lễ trao theo quyết định công nhận nào; danh sách và con số đọc từ quyết định, không gõ lại';
create index honour_decision on gathering.honour (decision_id);

create table gathering.invitation (
  id text primary key,
  event_id text not null references gathering.event,
  invitee text not null,
  agency text not null,
  email text,
  producer_id text references producer.producer,
  invited_by text not null,
  invited_at timestamptz not null,
  sent_at timestamptz
);
comment on table gathering.invitation is 'Lời mời: người, cơ quan; trả lời qua đường dẫn đã ký riêng của lời mời, không cần tài khoản';
comment on column gathering.invitation.sent_at is 'Máy chủ thư đã nhận thư mời lúc nào; trống khi chưa gửi hoặc không có địa chỉ';
create unique index invitation_once on gathering.invitation (event_id, public.vn_fold(invitee), public.vn_fold(agency));
create index invitation_producer on gathering.invitation (producer_id) where producer_id is not null;

create table gathering.answer (
  invitation_id text not null references gathering.invitation,
  position integer not null,
  outcome text not null check (outcome in ('accept', 'decline')),
  delegate text not null default '',
  note text not null default '',
  told_by text not null check (told_by in ('invitee', 'office')),
  by_account text not null,
  at timestamptz not null,
  primary key (invitation_id, position),
  check (told_by = 'office' or position = 1)
);
comment on table gathering.answer is 'Trả lời lời mời: người được mời trả lời một lần; sau đó ban tổ chức ghi thay, dòng cuối có hiệu lực';
comment on column gathering.answer.delegate is 'Người đi thay; trống khi chính người được mời dự';

create table gathering.presence (
  invitation_id text primary key references gathering.invitation,
  marked_by text not null,
  marked_at timestamptz not null
);
comment on table gathering.presence is 'Đại biểu có mặt';

create table gathering.minutes (
  event_id text primary key references gathering.event,
  body text not null,
  is_public boolean not null,
  invited integer not null check (invited >= 0),
  accepted integer not null check (accepted >= 0),
  present integer not null check (present >= 0),
  honoured jsonb not null default '[]',
  written_by text not null,
  written_at timestamptz not null
);
comment on table gathering.minutes is 'Biên bản, cùng các con số đóng băng lúc kết thúc';
comment on column gathering.minutes.honoured is 'Số sản phẩm và chủ thể được trao theo hạng sao, như lúc kết thúc';

create table gathering.conclusion (
  id text primary key,
  event_id text not null references gathering.event,
  position integer not null,
  body text not null,
  owner_role text not null,
  owner_unit text not null,
  owner_on date not null,
  due_on date not null,
  added_by text not null,
  added_at timestamptz not null,
  unique (event_id, position)
);
comment on table gathering.conclusion is 'Kết luận: việc, ai làm, hạn nào; người giữ vai trò ở đơn vị đó thấy trên bàn làm việc';
comment on column gathering.conclusion.owner_on is 'Ngày mà mã đơn vị được hiểu; sau sáp nhập việc đi theo đơn vị';
create index conclusion_owner on gathering.conclusion (owner_unit, owner_role);

create table gathering.report (
  conclusion_id text not null references gathering.conclusion,
  position integer not null,
  done boolean not null,
  result text not null,
  by_account text not null,
  on_date date not null,
  at timestamptz not null,
  primary key (conclusion_id, position)
);
comment on table gathering.report is 'Báo cáo thực hiện kết luận; xong khi có dòng done';
create unique index report_done on gathering.report (conclusion_id) where done;

create view gathering.pub_event as
  select e.id, e.slug, e.kind, e.title, e.unit_code, e.unit_on, e.audience, e.starts_at, e.ends_at, e.state, e.edition, e.sample,
    r.name as room_name, r.address
  from gathering.event e join gathering.room r on r.id = e.room_id
  where e.state <> 'draft';
comment on view gathering.pub_event is 'Sự kiện đã công bố, kể cả đã kết thúc hoặc bị hủy; cho lịch chung và tin';

create view gathering.pub_honour as select event_id, decision_id from gathering.honour;
comment on view gathering.pub_honour is 'Lễ trao theo những quyết định nào; tin về lễ lấy con số từ đây';
