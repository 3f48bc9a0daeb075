-- The place of each certificate in the signed status list. It is printed in the QR code, so it never changes or comes back.
alter table recognition.certificate add column status_index integer generated always as identity (minvalue 0 start with 0);
create unique index certificate_status_index on recognition.certificate (status_index);
comment on column recognition.certificate.status_index is 'Vị trí trong danh sách tình trạng đã ký; in trong mã QR từ mẫu v2, không bao giờ đổi';
comment on column recognition.certificate.url is 'Địa chỉ trong mã QR của bản in đầu tiên; từ mẫu v2 kèm nội dung đã ký sau dấu #';
