create schema exchange;
comment on schema exchange is 'Nhập danh sách cũ có báo cáo từng dòng; xuất dữ liệu';

create table exchange.batch (
  id text primary key,
  file_name text not null,
  file_hash text not null,
  rows integer not null,
  imported_by text not null,
  imported_at timestamptz not null
);
comment on table exchange.batch is 'Mỗi lần nhập một danh sách';

create table exchange.row (
  key text primary key,
  batch_id text not null references exchange.batch,
  line integer not null,
  content jsonb not null,
  outcome text not null check (outcome in ('accepted', 'needs-person', 'refused')),
  reason text not null,
  province_code text,
  commune_code text,
  product_id text references product.product
);
comment on table exchange.row is 'Mỗi dòng của danh sách và quyết định về dòng đó; khóa là băm nội dung, nên nhập lại không đổi gì';
create index row_outcome on exchange.row (outcome, province_code);
