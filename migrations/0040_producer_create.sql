create schema producer;
comment on schema producer is 'Sổ chủ thể OCOP';

create table producer.producer (
  id text primary key,
  code text not null unique,
  slug text not null unique,
  kind text not null,
  name text not null,
  registration_no text,
  registration_on date,
  representative_name text not null,
  representative_position text,
  representative_sex text check (representative_sex in ('female', 'male')),
  representative_ethnicity text,
  representative_disabled boolean not null default false,
  address text not null,
  commune_code text not null,
  commune_on date not null,
  phone text not null,
  email text,
  founded_on date,
  local_capital_percent integer check (local_capital_percent between 0 and 100),
  labour_total integer,
  labour_local integer,
  history text,
  registered_at timestamptz not null,
  registered_by text not null,
  consent jsonb,
  closed_on date,
  sample boolean not null default false
);
comment on table producer.producer is 'Chủ thể: tổ chức hoặc hộ đứng tên sản phẩm (26/2026 Điều 2.3)';
comment on column producer.producer.consent is 'Khi cán bộ xã nhập thay: ai đồng ý, lúc nào, bằng cách nào';
comment on column producer.producer.commune_on is 'Ngày mà mã xã được hiểu';
create unique index producer_registration on producer.producer (registration_no) where registration_no is not null;

create table producer.member (
  producer_id text not null references producer.producer,
  account_id text not null references identity.account,
  capacity text not null check (capacity in ('owner', 'staff', 'delegate')),
  from_date date not null,
  to_date date,
  primary key (producer_id, account_id, from_date)
);
comment on table producer.member is 'Ai được làm thay chủ thể: chủ, nhân viên, người được ủy quyền công khai';

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

create view producer.pub_producer as
  select id, code, slug, kind, name, address, commune_code, commune_on, founded_on, history, closed_on, sample,
    representative_name,
    representative_sex = 'female' as led_by_woman,
    representative_ethnicity is not null and representative_ethnicity <> 'Kinh' as led_by_minority,
    labour_total, labour_local, registered_at
  from producer.producer;
comment on view producer.pub_producer is 'Phần công khai của chủ thể; không có điện thoại, thư điện tử';
create view producer.pub_member as
  select producer_id, account_id, capacity, from_date, to_date from producer.member;
comment on view producer.pub_member is 'Người được làm thay chủ thể; dùng cho quyền và xung đột lợi ích';
