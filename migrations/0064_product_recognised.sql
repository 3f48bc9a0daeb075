create table product.recognised (
  product_id text primary key references product.product,
  since date not null
);
comment on table product.recognised is 'Sản phẩm đã từng được công nhận: đổi văn bản thì vẫn ở nhóm cũ cho tới lần công nhận theo văn bản mới';
