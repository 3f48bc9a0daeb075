create schema statistics;
comment on schema statistics is 'Số liệu: mỗi con số một định nghĩa, một ngày, một địa bàn, mở ra được hồ sơ gốc';

create table statistics.published (
  id text primary key,
  title text not null,
  place_code text not null,
  at date not null,
  figure text not null,
  total integer not null check (total >= 0),
  parts jsonb not null,
  source_title text not null,
  source_url text,
  entered_by text not null,
  entered_at timestamptz not null
);
comment on table statistics.published is 'Con số đã công bố ở nơi khác, giữ nguyên như đã in để đối chiếu';

create table statistics.region (
  id text primary key,
  name text not null,
  provinces text[] not null
);
comment on table statistics.region is 'Vùng là một tập hợp tỉnh; một tỉnh có thể ở nhiều vùng';

insert into statistics.region (id, name, provinces) values
  ('tay-nguyen', 'Tây Nguyên', array['52', '66', '68', '51']),
  ('mien-trung-tay-nguyen', 'Miền Trung và Tây Nguyên', array['46', '48', '51', '52', '56', '66', '68']);
