create schema producer;
comment on schema producer is 'Sổ chủ thể OCOP';

create table producer.producer (
  id text primary key,
  code text not null unique,
  slug text not null unique,
  kind text not null check (kind in ('household', 'group', 'cooperative', 'company', 'farm', 'tourism-body', 'other')),
  name text not null,
  registration_no text,
  registration_on date,
  representative_name text,
  representative_position text,
  representative_sex text check (representative_sex in ('female', 'male')),
  representative_ethnicity text,
  representative_disabled boolean not null default false,
  address text,
  commune_code text not null,
  commune_on date not null,
  phone text,
  email text,
  founded_on date,
  local_capital_percent integer check (local_capital_percent between 0 and 100),
  labour_total integer check (labour_total >= 0),
  labour_local integer check (labour_local >= 0),
  history text,
  registered_at timestamptz not null,
  registered_by text not null,
  consent jsonb,
  closed_on date,
  sample boolean not null default false,
  check (labour_local <= labour_total),
  -- Danh sách công nhận cũ chỉ có tên và xã; ai đăng ký hôm nay phải ghi đủ.
  check (registered_by = 'system' or (representative_name is not null and address is not null and phone is not null))
);
comment on table producer.producer is 'Chủ thể: tổ chức hoặc hộ đứng tên sản phẩm (26/2026 Điều 2.3)';
comment on column producer.producer.consent is 'Khi cán bộ xã nhập thay: ai đồng ý, lúc nào, bằng cách nào';
comment on column producer.producer.commune_on is 'Ngày mà mã xã được hiểu';
comment on column producer.producer.registration_no is 'Số đăng ký kinh doanh hoặc mã số thuế, chữ hoa, không dấu cách';
create unique index producer_registration on producer.producer (registration_no) where registration_no is not null;
create index producer_commune on producer.producer (commune_code, name);

create table producer.serial (
  commune_code text primary key,
  last integer not null check (last > 0)
);
comment on table producer.serial is 'Số thứ tự mã chủ thể đã cấp của mỗi xã; chỉ tăng, không suy từ số dòng';

create table producer.member (
  producer_id text not null references producer.producer,
  account_id text not null references identity.account,
  capacity text not null check (capacity in ('owner', 'staff', 'delegate')),
  from_date date not null,
  to_date date check (to_date >= from_date - 1),
  primary key (producer_id, account_id, from_date)
);
comment on table producer.member is 'Ai được làm thay chủ thể: chủ, nhân viên, người được ủy quyền công khai';
comment on column producer.member.to_date is 'Ngày cuối được làm thay; trước from_date một ngày khi thôi ngay trong ngày thêm';
create index member_account on producer.member (account_id);

create table producer.succession (
  predecessor_id text not null references producer.producer,
  successor_id text not null references producer.producer,
  on_date date not null,
  basis text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (predecessor_id, successor_id),
  check (predecessor_id <> successor_id)
);
comment on table producer.succession is 'Kế thừa pháp lý: hộ thành hợp tác xã, công ty; lịch sử và sao đi theo';
create index succession_successor on producer.succession (successor_id);

create view producer.pub_producer as
  select id, code, slug, kind, name, address, commune_code, commune_on, founded_on, history, closed_on, sample,
    representative_name,
    representative_sex = 'female' as led_by_woman,
    representative_ethnicity is not null and representative_ethnicity <> 'Kinh' as led_by_minority,
    labour_total, labour_local, registered_at
  from producer.producer;
comment on view producer.pub_producer is 'Phần công khai của chủ thể; không có điện thoại, thư điện tử; chủ thể từ danh sách cũ có thể thiếu địa chỉ, người đại diện';

create view producer.pub_member as
  select producer_id, account_id, capacity, from_date, to_date from producer.member;
comment on view producer.pub_member is 'Người được làm thay chủ thể; dùng cho quyền và xung đột lợi ích';

create view producer.pub_line as
  with recursive line (producer_id, ancestor_id, distance, on_date, basis) as (
    select successor_id, predecessor_id, 1, on_date, basis from producer.succession
    union all
    select line.producer_id, s.predecessor_id, line.distance + 1, s.on_date, s.basis
    from line join producer.succession s on s.successor_id = line.ancestor_id
  )
  select producer_id, ancestor_id, min(distance) as distance, max(on_date) as on_date, min(basis) as basis
  from line group by producer_id, ancestor_id;
comment on view producer.pub_line is 'Dòng kế thừa: chủ thể và mọi chủ thể trước nó, gần nhất là 1';
