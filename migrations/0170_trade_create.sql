create schema trade;
comment on schema trade is 'Cung cầu: bên mua và yêu cầu của kênh, nguồn cung, ghép nối, từng kết nối từ hỏi hàng tới kết quả';

create table trade.buyer (
  id text primary key,
  kind text not null check (kind in ('supermarket', 'wholesaler', 'retailer', 'restaurant-hotel', 'processor', 'exporter', 'trader', 'sales-point', 'online', 'agency')),
  name text not null,
  registration_no text,
  province_code text not null,
  province_on date not null,
  address text not null,
  contact_name text not null,
  phone text not null,
  email text,
  registered_on date not null,
  registered_by text not null,
  confirmed_on date,
  confirmed_by text,
  sample boolean not null default false,
  check ((confirmed_on is null) = (confirmed_by is null))
);
comment on table trade.buyer is 'Bên mua: siêu thị, thương nhân, điểm bán, cơ quan mua quà tặng …; nhu cầu chỉ công khai sau khi cán bộ xúc tiến xác nhận';
create index buyer_province on trade.buyer (province_code);

create table trade.buyer_member (
  buyer_id text not null references trade.buyer,
  account_id text not null references identity.account,
  from_date date not null,
  primary key (buyer_id, account_id)
);
comment on table trade.buyer_member is 'Tài khoản được làm việc cho bên mua';
create index buyer_member_account on trade.buyer_member (account_id);

create table trade.channel (
  id text primary key,
  buyer_id text not null references trade.buyer,
  name text not null,
  asks text[] not null,
  min_stars integer not null check (min_stars between 0 and 5),
  unit text not null check (unit in ('kg', 'litre', 'piece', 'set', 'guest')),
  min_quantity bigint not null check (min_quantity >= 0),
  payment_days integer not null check (payment_days between 0 and 365),
  discount_percent integer not null check (discount_percent between 0 and 100),
  note text not null default '',
  opened_on date not null,
  opened_by text not null,
  closed_on date
);
comment on table trade.channel is 'Kênh bán của bên mua với yêu cầu: giấy tờ, mã vạch, hạng sao, lượng mỗi tháng, ngày thanh toán, chiết khấu';
comment on column trade.channel.asks is 'Loại giấy tờ của ví minh chứng, hoặc gtin';
comment on column trade.channel.discount_percent is 'Mọi khoản trừ vào giá: chiết khấu, khuyến mại, phí kênh';
create index channel_buyer on trade.channel (buyer_id);

create table trade.demand (
  id text primary key,
  channel_id text not null references trade.channel,
  title text not null,
  group_no text not null,
  province_code text,
  months integer[] not null check (months <@ array[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] and months <> '{}'),
  quantity bigint not null check (quantity > 0),
  price_to bigint check (price_to > 0),
  until date not null,
  note text not null default '',
  posted_on date not null,
  posted_by text not null,
  closed_on date,
  sample boolean not null default false
);
comment on table trade.demand is 'Nhu cầu mua: nhóm sản phẩm, các tháng cần, lượng mỗi tháng theo đơn vị của kênh, mua từ tỉnh nào nếu có';
create index demand_channel on trade.demand (channel_id);
create index demand_group on trade.demand (group_no) where closed_on is null;

create table trade.offer (
  id text primary key,
  product_id text not null references product.product,
  unit text not null check (unit in ('kg', 'litre', 'piece', 'set', 'guest')),
  price bigint not null check (price > 0),
  monthly integer[] not null check (cardinality(monthly) = 12 and 0 <= all (monthly)),
  min_order bigint not null check (min_order > 0),
  payment_days integer not null check (payment_days between 0 and 365),
  discount_percent integer not null check (discount_percent between 0 and 100),
  note text not null default '',
  offered_on date not null,
  offered_by text not null,
  withdrawn_on date,
  sample boolean not null default false
);
comment on table trade.offer is 'Nguồn cung của một sản phẩm: giá bán buôn, sức cung từng tháng (tháng 1 đứng đầu, 0 là hết vụ), điều khoản nhận được';
comment on column trade.offer.payment_days is 'Chờ tiền được nhiều nhất bao nhiêu ngày';
create unique index offer_one_a_product on trade.offer (product_id) where withdrawn_on is null;

create table trade.match (
  demand_id text not null references trade.demand,
  offer_id text not null references trade.offer,
  score smallint not null,
  papers smallint not null,
  season smallint not null,
  volume smallint not null,
  stars smallint not null,
  terms smallint not null,
  place smallint not null,
  primary key (demand_id, offer_id)
);
comment on table trade.match is 'Mỗi cặp nhu cầu × nguồn cung cùng nhóm với điểm từng phần; không cặp nào bị giấu, tính lại khi một bên đổi';
create index match_offer on trade.match (offer_id, score desc);
create index match_demand on trade.match (demand_id, score desc);

create table trade.connection (
  id text primary key,
  offer_id text not null references trade.offer,
  demand_id text references trade.demand,
  buyer_id text not null references trade.buyer,
  product_id text not null references product.product,
  producer_id text not null references producer.producer,
  unit text not null,
  quantity bigint not null check (quantity > 0),
  price bigint not null check (price > 0),
  wanted_on date not null,
  state text not null check (state in ('asked', 'quoted', 'agreed', 'delivered', 'done', 'declined', 'cancelled')),
  since date not null,
  asked_on date not null,
  sample boolean not null default false
);
comment on table trade.connection is 'Một kết nối: hỏi hàng → báo giá → thỏa thuận → giao → kết quả';
comment on column trade.connection.state is 'Suy từ bước cuối cùng trong trade.step, do trigger ghi';
create index connection_buyer on trade.connection (buyer_id, state);
create index connection_producer on trade.connection (producer_id, state);

create table trade.step (
  connection_id text not null references trade.connection,
  position integer not null,
  act text not null,
  state_after text not null,
  side text not null check (side in ('buyer', 'producer')),
  means text not null check (means in ('web', 'email', 'sms', 'officer')),
  quantity bigint check (quantity > 0),
  price bigint check (price > 0),
  note text not null default '',
  by_account text not null,
  on_date date not null,
  at timestamptz not null,
  primary key (connection_id, position),
  check (means <> 'officer' or note <> '')
);
comment on table trade.step is 'Mỗi bước: bên nào, bằng cách nào; cán bộ làm thay phải ghi đã nghe bên đó nói thế nào';

create function trade.follow_step() returns trigger language plpgsql as $$
begin
  update trade.connection
    set state = new.state_after, quantity = coalesce(new.quantity, quantity), price = coalesce(new.price, price), since = new.on_date
    where id = new.connection_id;
  return new;
end $$;
create trigger step_moves_connection after insert on trade.step for each row execute function trade.follow_step();

create table trade.outcome (
  connection_id text primary key references trade.connection,
  quantity bigint not null check (quantity > 0),
  value bigint not null check (value > 0),
  on_date date not null,
  note text not null default ''
);
comment on table trade.outcome is 'Kết quả của kết nối: lượng đã nhận, giá trị, ngày; hai bên cùng thấy, công khai chỉ có số cộng';

create table trade.question (
  connection_id text not null references trade.connection,
  position integer not null,
  side text not null check (side in ('buyer', 'producer')),
  code text not null,
  secret_hash text not null unique,
  phone text,
  email text,
  asked_at timestamptz not null,
  sms_sent_at timestamptz,
  mail_sent_at timestamptz,
  primary key (connection_id, position)
);
comment on table trade.question is 'Câu hỏi gửi bên đến lượt, qua tin nhắn và thư; còn mở khi chưa có bước nào sau bước position';
create index question_phone on trade.question (phone);

create table trade.inbound (
  id text primary key,
  phone text not null,
  text text not null,
  received_at timestamptz not null,
  outcome text not null,
  connection_id text references trade.connection,
  reply text not null
);
comment on table trade.inbound is 'Tin nhắn đến, mỗi mã của nhà mạng một lần: gửi lại cùng mã chỉ nhận lại câu trả lời cũ';

create function trade.append_only() returns trigger language plpgsql as $$
begin
  raise exception 'trade.% only grows', tg_table_name using errcode = '42501';
end $$;
create trigger step_stays before update or delete on trade.step for each row execute function trade.append_only();
create trigger outcome_stays before update or delete on trade.outcome for each row execute function trade.append_only();
create trigger inbound_stays before update or delete on trade.inbound for each row execute function trade.append_only();

create view trade.pub_outcome as
  select o.connection_id, c.product_id, c.producer_id, b.kind as buyer_kind, o.quantity, c.unit, o.value, o.on_date, c.sample
  from trade.outcome o join trade.connection c on c.id = o.connection_id join trade.buyer b on b.id = c.buyer_id;
comment on view trade.pub_outcome is 'Kết quả từng kết nối để cộng; tên bên mua không có ở đây, số của riêng ai không được in ra';

create view trade.pub_named as
  select 'buyer' as kind, id, name from trade.buyer
  union all select 'channel', id, name from trade.channel
  union all select 'demand', id, title from trade.demand
  union all select 'offer', o.id, p.name from trade.offer o join product.pub_product p on p.id = o.product_id
  union all select 'connection', c.id, p.name || ', ' || b.name from trade.connection c
    join product.pub_product p on p.id = c.product_id join trade.buyer b on b.id = c.buyer_id;
comment on view trade.pub_named is 'Tên gọi của bên mua, kênh, nhu cầu, nguồn cung, kết nối, cho trang sổ ghi';
