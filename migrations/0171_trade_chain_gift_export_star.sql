create table trade.material_area (
  id text primary key,
  producer_id text not null references producer.producer,
  name text not null,
  crop text not null,
  commune_code text not null,
  commune_on date not null,
  square_metres bigint not null check (square_metres > 0),
  households integer not null check (households >= 0),
  contract boolean not null,
  from_date date not null,
  to_date date check (to_date >= from_date),
  entered_by text not null,
  entered_at timestamptz not null,
  sample boolean not null default false
);
comment on table trade.material_area is 'Vùng nguyên liệu nuôi một chủ thể: cây, con gì, ở xã nào, rộng bao nhiêu, mấy hộ, có hợp đồng không';
comment on column trade.material_area.commune_code is 'Xã có vùng nguyên liệu, như vào ngày commune_on';
comment on column trade.material_area.to_date is 'Ngày thôi dùng vùng này; trống khi còn dùng';
create index material_area_producer on trade.material_area (producer_id);

create table trade.gift (
  id text primary key,
  product_id text not null references product.product,
  occasion text not null,
  price bigint not null check (price > 0),
  note text not null default '',
  shelved_on date not null,
  shelved_by text not null,
  taken_off_on date,
  sample boolean not null default false
);
comment on table trade.gift is 'Kệ quà tặng: sản phẩm cán bộ xúc tiến đưa lên; chỉ hiện khi công nhận còn hiệu lực';
create unique index gift_once on trade.gift (product_id) where taken_off_on is null;

create table trade.export_record (
  product_id text primary key references product.product,
  english_name text not null,
  english_summary text not null,
  hs_code text not null check (hs_code ~ '^([0-9]{6}|[0-9]{8})?$'),
  markets text not null,
  english_label boolean not null,
  kept_on date not null,
  kept_by text not null
);
comment on table trade.export_record is 'Chủ thể ghi gì để sẵn sàng xuất khẩu; giấy tờ, mã, sao đọc từ ví, bao gói, công nhận';

create table trade.star_month (
  producer_id text not null references producer.producer,
  month date not null check (month = date_trunc('month', month)::date),
  cost bigint not null check (cost >= 0),
  starred_sales bigint not null check (starred_sales >= 0),
  other_sales bigint not null check (other_sales >= 0),
  kept_on date not null,
  kept_by text not null,
  sample boolean not null default false,
  primary key (producer_id, month)
);
comment on table trade.star_month is 'Sổ riêng của chủ thể: ba con số mỗi tháng; không cán bộ nào đọc, chỉ ra số giữa ẩn danh của từ 5 chủ thể khác trở lên';
comment on column trade.star_month.cost is 'Chi cho sao trong tháng: hồ sơ, kiểm nghiệm, bao bì, phí';
