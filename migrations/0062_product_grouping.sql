-- Nhóm của sản phẩm theo từng văn bản: số nhóm của văn bản này không phải số nhóm của văn bản kia.
create table product.grouping (
  product_id text not null references product.product,
  text text not null,
  group_no text not null check (group_no <> ''),
  confirmed_by text not null,
  confirmed_at timestamptz not null,
  primary key (product_id, text)
);
comment on table product.grouping is 'Sản phẩm thuộc nhóm nào theo mỗi văn bản, ai xác nhận; nhóm hiện dùng đứng ở product.product';
comment on column product.grouping.confirmed_by is 'Người xếp nhóm; máy chỉ gợi ý, không tự xếp';
insert into product.grouping (product_id, text, group_no, confirmed_by, confirmed_at)
  select id, group_text, group_no, described_by, described_at from product.product where group_no <> '';
