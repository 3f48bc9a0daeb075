create table sale.help (
  purchase_id text primary key references sale.purchase,
  asked_by text not null,
  asked_at timestamptz not null
);
comment on table sale.help is 'Chủ thể nhờ cán bộ xã gọi khách và trả lời giúp một đơn, trước khi qua nửa thời hạn';
