create schema communication;
comment on schema communication is 'Thông báo đã gửi, tin, sự kiện, góp ý';

create table communication.notice (
  id text primary key,
  key text not null unique,
  producer_id text not null references producer.producer,
  subject text not null,
  body text not null,
  href text not null,
  made_at timestamptz not null,
  recipient text,
  sent_at timestamptz
);
comment on table communication.notice is 'Hệ thống đã nói gì với chủ thể; gửi thêm qua thư điện tử khi có địa chỉ';
comment on column communication.notice.key is 'Việc × hồ sơ × lần: chạy lại không gửi hai lần';
create index notice_producer on communication.notice (producer_id, made_at desc);
