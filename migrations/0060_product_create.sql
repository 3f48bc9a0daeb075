create schema product;
comment on schema product is 'Sản phẩm, quy cách, mã vạch, ảnh, câu chuyện';

create table product.product (
  id text primary key,
  slug text not null unique,
  producer_id text not null references producer.producer,
  name text not null,
  group_text text not null,
  group_no text not null,
  summary text not null default '',
  story text not null default '',
  commune_code text not null,
  commune_on date not null,
  described_at timestamptz not null,
  described_by text not null,
  retired_on date,
  sample boolean not null default false
);
comment on table product.product is 'Sản phẩm của chủ thể; bộ sản phẩm là một sản phẩm có nhiều quy cách';
comment on column product.product.group_text is 'Văn bản dùng để xếp nhóm, ví dụ 26-2026';
comment on column product.product.group_no is 'Số của nhóm trong văn bản, cũng là số bộ tiêu chí';
create index product_producer on product.product (producer_id);

create table product.code (
  code text primary key,
  product_id text not null references product.product,
  province_code text not null,
  commune_code text not null,
  serial integer not null check (serial > 0),
  year integer not null check (year between 2018 and 2100),
  given_at timestamptz not null,
  unique (commune_code, serial, year)
);
comment on table product.code is 'Mã sản phẩm (T)-(X)-(STT)-20YY; giữ cả mã cũ khi địa giới đổi';
create index code_product on product.code (product_id, given_at);

create table product.serial (
  commune_code text not null,
  year integer not null,
  last integer not null check (last > 0),
  primary key (commune_code, year)
);
comment on table product.serial is 'Số thứ tự mã sản phẩm đã cấp của mỗi xã trong năm; chỉ tăng, không suy từ số dòng';

create table product.pack (
  product_id text not null references product.product,
  position integer not null,
  label text not null,
  gtin text check (gtin ~ '^\d{14}$'),
  primary key (product_id, position)
);
comment on table product.pack is 'Quy cách đóng gói mà sao gắn vào; GTIN-14 nếu có';
create unique index pack_gtin on product.pack (gtin) where gtin is not null;

create table product.picture (
  product_id text not null references product.product,
  position integer not null,
  file text not null check (file ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  avif text check (avif ~ '^[0-9a-f]{64}$'),
  small text not null check (small ~ '^[0-9a-f]{64}$'),
  small_avif text check (small_avif ~ '^[0-9a-f]{64}$'),
  small_width integer not null check (small_width > 0),
  small_height integer not null check (small_height > 0),
  description text not null check (description <> ''),
  primary key (product_id, position)
);
comment on table product.picture is 'Ảnh sản phẩm; tệp theo băm nội dung, vẽ lại ở 1280 và 480 điểm ảnh, không còn vị trí chụp';
comment on column product.picture.position is 'Thứ tự; số nhỏ nhất là ảnh bìa, có thể có khoảng trống';
comment on column product.picture.file is 'WebP rộng tới 1280; avif là cùng ảnh dạng AVIF';
comment on column product.picture.small is 'WebP rộng tới 480; small_avif là cùng ảnh dạng AVIF';
create index picture_file on product.picture (file);
create index picture_avif on product.picture (avif);
create index picture_small on product.picture (small);
create index picture_small_avif on product.picture (small_avif);

create view product.pub_product as
  select p.id, p.slug, p.producer_id, p.name, p.group_text, p.group_no, p.summary, p.story,
    p.commune_code, p.commune_on, p.described_at, p.retired_on, p.sample,
    (select c.code from product.code c where c.product_id = p.id order by c.given_at desc, c.code desc limit 1) as code
  from product.product p;
comment on view product.pub_product is 'Sản phẩm cho các phần khác đọc; code là mã mới nhất';
create view product.pub_code as select code, product_id, province_code, commune_code, serial, year, given_at from product.code;
comment on view product.pub_code is 'Mọi mã đã cấp, kể cả mã trước khi địa giới đổi';
create view product.pub_picture as
  select product_id, position, file, media_type, width, height, avif, small, small_avif, small_width, small_height, description
  from product.picture;
comment on view product.pub_picture is 'Ảnh sản phẩm; địa chỉ /tep/anh/<băm>';
create view product.pub_pack as select product_id, position, label, gtin from product.pack;
comment on view product.pub_pack is 'Quy cách và GTIN';
