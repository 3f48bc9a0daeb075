create table sale.term (
  province_code text not null check (province_code ~ '^[0-9]{2}$'),
  from_date date not null,
  answer_hours integer not null check (answer_hours between 24 and 240),
  contact_days integer not null check (contact_days between 30 and 365),
  basis text not null check (basis <> ''),
  set_by text not null,
  set_at timestamptz not null,
  primary key (province_code, from_date)
);
comment on table sale.term is 'Thời hạn của đơn đặt mua do tỉnh đặt, từ ngày nào; chưa đặt thì theo mặc định của hệ thống, luật không quy định';
comment on column sale.term.answer_hours is 'Chủ thể trả lời trong bấy nhiêu giờ, sau đó đơn hết hạn';
comment on column sale.term.contact_days is 'Liên hệ của người mua bị xóa sau bấy nhiêu ngày không có bước nào thêm';

alter table sale.purchase add column contact_days integer not null default 90 check (contact_days > 0);
alter table sale.purchase alter column contact_days drop default;
comment on column sale.purchase.contact_days is 'Số ngày giữ liên hệ mà người mua đã đồng ý khi đặt';
