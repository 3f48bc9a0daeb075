alter table programme.calendar_day add column unit_code text not null default 'VN';
alter table programme.calendar_day alter column unit_code drop default;
alter table programme.calendar_day drop constraint calendar_day_pkey;
alter table programme.calendar_day add primary key (unit_code, day);
comment on column programme.calendar_day.unit_code is 'VN là cả nước; mã tỉnh là ngày riêng của tỉnh, ở tỉnh đó thắng ngày của cả nước';
