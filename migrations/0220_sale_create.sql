create schema sale;
comment on schema sale is 'Bán thẳng: quy cách đang bán của sản phẩm còn sao, đơn đặt mua của người mua không cần tài khoản';

create table sale.pack (
  id text primary key,
  product_id text not null references product.product,
  label text not null,
  price bigint not null check (price > 0),
  stock integer check (stock >= 0),
  least integer not null check (least > 0),
  delivery text not null,
  fee bigint not null check (fee >= 0),
  payment text not null check (payment in ('on-delivery', 'transfer', 'either')),
  opened_by text not null,
  opened_at timestamptz not null,
  closed_at timestamptz
);
comment on table sale.pack is 'Một quy cách chủ thể bán thẳng; chỉ hiện khi sản phẩm còn công nhận đang hiệu lực';
comment on column sale.pack.stock is 'Còn lại, trừ khi chủ thể nhận đơn; trống là làm theo đơn';
comment on column sale.pack.fee is 'Phí giao cả đơn, bằng đồng';
create index pack_product on sale.pack (product_id);

create table sale.purchase (
  id text primary key,
  code_hash text not null unique,
  pack_id text not null references sale.pack,
  quantity integer not null check (quantity > 0),
  price bigint not null,
  fee bigint not null,
  name text,
  phone text,
  address text,
  note text not null default '',
  placed_at timestamptz not null,
  answer_by timestamptz not null,
  state text not null default 'placed'
    check (state in ('placed', 'confirmed', 'declined', 'lapsed', 'cancelled', 'handed-over', 'received', 'returned')),
  moved_at timestamptz not null
);
comment on table sale.purchase is 'Một đơn đặt mua; giá giữ như lúc đặt; state do trigger ghi theo các bước';
comment on column sale.purchase.code_hash is 'Băm của mã theo dõi, chỉ người mua có; gửi lại cùng mã không thành đơn thứ hai';
comment on column sale.purchase.phone is 'Tên, điện thoại, địa chỉ, lời nhắn bị xóa khi đơn không có bước nào thêm một thời gian';
create index purchase_pack on sale.purchase (pack_id, placed_at);
create index purchase_waiting on sale.purchase (answer_by) where state = 'placed';

create table sale.step (
  purchase_id text not null references sale.purchase,
  position integer not null,
  act text not null,
  state_after text not null,
  reason text not null default '',
  side text not null check (side in ('buyer', 'producer', 'officer', 'system')),
  by_account text not null,
  at timestamptz not null,
  primary key (purchase_id, position)
);
comment on table sale.step is 'Mỗi bước của đơn: ai, lúc nào, vì sao; officer là cán bộ xã ghi thay chủ thể';

create function sale.follow_step() returns trigger language plpgsql as $$
begin
  update sale.purchase set state = new.state_after, moved_at = new.at where id = new.purchase_id;
  return new;
end $$;
create trigger step_moves_purchase after insert on sale.step for each row execute function sale.follow_step();

create function sale.append_only() returns trigger language plpgsql as $$
begin
  raise exception 'sale.% only grows: take another step', tg_table_name using errcode = '42501';
end $$;
create trigger step_stays before update or delete on sale.step for each row execute function sale.append_only();

create view sale.pub_named as
  select 'purchase' as kind, u.id, p.label as name from sale.purchase u join sale.pack p on p.id = u.pack_id;
comment on view sale.pub_named is 'Tên gọi của đơn đặt mua là quy cách đã đặt, cho trang sổ ghi; không có người mua';
