create schema programme;
comment on schema programme is 'Đợt đánh giá, lịch, ngày làm việc';

create table programme.round (
  id text primary key,
  level text not null check (level in ('district', 'province', 'ministry')),
  unit_code text not null,
  unit_on date not null,
  year integer not null check (year between 2018 and 2100),
  number integer not null check (number > 0),
  propose_by date not null,
  done_by date not null,
  opened_by text not null,
  opened_at timestamptz not null,
  sample boolean not null default false,
  unique (level, unit_code, year, number),
  check (done_by > propose_by)
);
comment on table programme.round is 'Đợt đánh giá của một cấp trong năm (26/2026 Điều 7.5)';

create table programme.calendar_day (
  day date primary key,
  working boolean not null,
  note text not null,
  entered_by text not null,
  entered_at timestamptz not null
);
comment on table programme.calendar_day is 'Ngày nghỉ thêm hoặc ngày làm bù, do quản trị nhập';

create view programme.pub_round as
  select id, level, unit_code, unit_on, year, number, propose_by, done_by, sample from programme.round;
comment on view programme.pub_round is 'Các đợt đánh giá';
