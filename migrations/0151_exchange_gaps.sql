alter table exchange.row add column gaps text[] not null default '{}' check (gaps <@ array['subject', 'commune']);
comment on column exchange.row.gaps is 'Dòng đã nhập mà nguồn không ghi chủ thể hoặc xã: công nhận là thật, chỗ trống hiện công khai, chờ người bổ sung';
alter table exchange.row add column settled jsonb;
comment on column exchange.row.settled is 'Ai đã xem dòng này, lúc nào, bổ sung gì và theo nguồn nào; trống khi chưa ai xem';
create index row_gaps on exchange.row (province_code) where gaps <> '{}';
