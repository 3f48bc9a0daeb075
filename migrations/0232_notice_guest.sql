-- A guest is somebody without an account whom one record names: who was invited, who sent a matter, a buyer asked by telephone.
alter table notice.notice add column guest text, add column sms text, add column seal text;
alter table notice.notice drop constraint notice_check;
alter table notice.notice add check (num_nonnulls(producer_id, account_id, guest) = 1);
comment on column notice.notice.guest is 'Người không có tài khoản mà một bản ghi nêu, ví dụ gathering.invitation:…';
comment on column notice.notice.sms is 'Chữ trên điện thoại thay cho đường dẫn; trống thì gửi đường dẫn';
comment on column notice.notice.seal is 'Điều được ký khi gửi để đường dẫn mở được không cần tài khoản; chữ ký không lưu';

alter table notice.contact add column guest text;
alter table notice.contact drop constraint contact_check;
alter table notice.contact add check (num_nonnulls(producer_id, account_id, guest) = 1);
alter table notice.contact drop constraint contact_producer_id_account_id_channel_key;
alter table notice.contact add unique nulls not distinct (producer_id, account_id, guest, channel);
create index contact_of_guest on notice.contact (channel, address) where guest is not null;
comment on column notice.contact.guest is 'Nơi nhận của người không có tài khoản: do họ cho và xác nhận, hoặc do đơn vị mời ghi';

create or replace view notice.address as
  select producer_id, account_id, channel, address, stop_token, guest
  from notice.contact where verified_at is not null and withdrawn_at is null
  union all
  select a.producer_id, null, 'email', a.email, null, null from producer.pub_address a
  where not exists (select from notice.contact c
    where c.producer_id = a.producer_id and c.channel = 'email' and (c.verified_at is not null or c.withdrawn_at is not null))
  union all
  select null, a.account_id, 'email', a.email, null, null from identity.pub_address a
  where not exists (select from notice.contact c
    where c.account_id = a.account_id and c.channel = 'email' and (c.verified_at is not null or c.withdrawn_at is not null));
