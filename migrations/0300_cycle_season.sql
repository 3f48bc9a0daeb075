create table cycle.season (
  id text primary key,
  province_code text not null check (province_code ~ '^[0-9]{2}$'),
  step text not null check (step in ('learning', 'plan', 'implementation', 'promotion')),
  from_day text not null check (from_day ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
  to_day text not null check (to_day ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
  basis text not null check (basis <> ''),
  set_by text not null,
  set_at timestamptz not null,
  dropped_by text,
  dropped_at timestamptz,
  check ((dropped_by is null) = (dropped_at is null))
);
comment on table cycle.season is 'Lịch từng bước của chu trình ở một tỉnh, lặp lại mỗi năm; ý tưởng theo idea.term, đánh giá theo programme.round';
comment on column cycle.season.from_day is 'Ngày đầu, MM-DD; khoảng có thể vắt qua năm';
comment on column cycle.season.basis is 'Văn bản của tỉnh; không văn bản nào của trung ương định lịch các bước';
create index season_province on cycle.season (province_code) where dropped_at is null;
