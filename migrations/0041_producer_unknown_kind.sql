-- A published list may name no subject: the product still has a holder, whom nobody knows yet.
alter table producer.producer drop constraint producer_kind_check;
alter table producer.producer add constraint producer_kind_check
  check (kind in ('household', 'group', 'cooperative', 'company', 'farm', 'tourism-body', 'other', 'unknown'));
comment on column producer.producer.kind is 'Loại hình; unknown: danh sách đã công bố không ghi chủ thể, không tính là một chủ thể';
comment on column producer.producer.commune_code is 'Xã; với hồ sơ nhập từ danh sách cũ có thể chỉ là huyện hoặc tỉnh, đúng mức nguồn ghi';
