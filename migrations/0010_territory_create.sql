-- Units of the country with the days they were valid, and what became of each. A code with a first day is one unit as it
-- was: codes stay while names and types change, and after a reform the same code may be another unit.
create schema territory;
comment on schema territory is 'Đơn vị hành chính có thời hạn hiệu lực và quan hệ kế thừa';

create table territory.unit (
  code text not null,
  valid_from date not null,
  valid_to date,
  earliest_from date not null,
  kind text not null check (kind in ('province', 'district', 'commune')),
  name text not null,
  full_name text not null,
  unit_type text not null,
  district_code text,
  province_code text not null,
  name_en text not null,
  slug text not null,
  name_key text not null,
  name_fold text not null,
  document text,
  primary key (code, valid_from),
  check (valid_to > valid_from),
  check (earliest_from <= valid_from),
  check (length(code) = case kind when 'province' then 2 when 'district' then 3 else 5 end),
  check (kind <> 'province' or province_code = code)
);
comment on table territory.unit is 'Một dòng cho một đơn vị trong một thời hạn: mã, tên, loại, đơn vị cha như đã có lúc đó';
comment on column territory.unit.valid_to is 'Ngày đầu tiên không còn hiệu lực; để trống khi còn hiệu lực';
comment on column territory.unit.earliest_from is 'Ngày sớm nhất có thể đã có: trước valid_from khi chỉ biết qua danh mục, bằng valid_from khi có văn bản';
comment on column territory.unit.name_key is 'Tên để so đủ dấu, không kể vị trí đặt dấu thanh (Hòa = Hoà)';
comment on column territory.unit.name_fold is 'Tên không dấu, chữ thường';
comment on column territory.unit.document is 'Văn bản lập ra, khi biết';
create unique index unit_open on territory.unit (code) where valid_to is null;
create index unit_fold on territory.unit (name_fold, kind);
create index unit_province on territory.unit (province_code, kind);
create index unit_district on territory.unit (district_code) where district_code is not null;

create table territory.lineage (
  on_day date not null,
  old_code text not null,
  new_code text not null,
  new_from date not null,
  kind text not null check (kind in ('kept', 'merged', 'split', 'renamed', 'recoded', 'moved', 'disputed', 'settled')),
  certain boolean not null default true,
  document text,
  primary key (on_day, old_code, new_code),
  check (new_from >= on_day)
);
comment on table territory.lineage is 'Đơn vị hết hiệu lực ngày on_day trở thành đơn vị nào; một dòng cho mỗi cặp cũ → mới';
comment on column territory.lineage.new_from is 'Thời hạn nào của đơn vị mới: cùng ngày on_day, trừ khi người có thẩm quyền nối thẳng tới đơn vị sau này';
comment on column territory.lineage.certain is 'Sai khi các nguồn chính thức mâu thuẫn nhau: chờ người quyết định';
create index lineage_new on territory.lineage (new_code, new_from);

create table territory.spelling (
  code text not null,
  valid_from date not null,
  spelling text not null,
  primary key (code, valid_from, spelling),
  foreign key (code, valid_from) references territory.unit on delete cascade
);
comment on table territory.spelling is 'Cách viết khác của cùng một tên trong văn bản chính thức';

create table territory.today (
  code text not null,
  valid_from date not null,
  fate text not null check (fate in ('same', 'followed', 'split', 'disputed', 'lost', 'future')),
  today_code text,
  today_codes text[] not null,
  today_province_code text,
  primary key (code, valid_from),
  foreign key (code, valid_from) references territory.unit on delete cascade,
  check ((today_code is not null) = (fate in ('same', 'followed')))
);
comment on table territory.today is 'Đơn vị của một thời hạn hôm nay ở đâu; tính lại khi nạp danh mục và khi có thay đổi';
comment on column territory.today.fate is 'same: vẫn vậy · followed: theo được tới một đơn vị · split: chia cho nhiều đơn vị · disputed: nguồn mâu thuẫn · lost: không có văn bản nối tiếp · future: chưa có hiệu lực';
create index today_code on territory.today (today_code);
create index today_codes on territory.today using gin (today_codes);

create table territory.reform (
  id text primary key,
  kind text not null check (kind in ('reform', 'settlement')),
  effective_on date not null,
  document text not null,
  lines jsonb not null,
  entered_at timestamptz not null,
  entered_by text not null
);
comment on table territory.reform is 'Thay đổi do người có thẩm quyền nhập: nghị quyết mới (reform), hoặc kết luận cho đơn vị chưa rõ (settlement)';

create table territory.state (
  one boolean primary key default true check (one),
  data_hash text not null,
  as_of date not null
);
comment on table territory.state is 'Danh mục nào đã nạp, và "hôm nay" của bảng today là ngày nào';

create view territory.pub_unit as
  select code, kind, name, full_name, unit_type, district_code, province_code, valid_from, valid_to, name_en, slug
  from territory.unit;
comment on view territory.pub_unit is 'Mọi đơn vị, mỗi thời hạn một dòng';

create view territory.pub_today as
  select t.code, t.valid_from, u.valid_to, t.today_code, t.today_province_code
  from territory.today t join territory.unit u using (code, valid_from);
comment on view territory.pub_today is 'Mỗi đơn vị mỗi thời hạn hôm nay là đơn vị nào; today_code trống khi chia tách hoặc chưa rõ';

create view territory.pub_province_today as
  select u.code, u.name, u.full_name, u.slug, u.name_en
  from territory.unit u cross join territory.state s
  where u.kind = 'province' and u.valid_from <= s.as_of and (u.valid_to is null or u.valid_to > s.as_of);
comment on view territory.pub_province_today is 'Các tỉnh, thành phố hôm nay';

create view territory.pub_commune_today as
  select u.code, u.name, u.full_name, u.province_code, p.name as province_name, u.slug
  from territory.unit u cross join territory.state s join territory.pub_province_today p on p.code = u.province_code
  where u.kind = 'commune' and u.valid_from <= s.as_of and (u.valid_to is null or u.valid_to > s.as_of);
comment on view territory.pub_commune_today is 'Các xã, phường, đặc khu hôm nay';
