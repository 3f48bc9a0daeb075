create schema evidence;
comment on schema evidence is 'Ví minh chứng: mỗi giấy tờ một lần, dùng lại ở mọi nơi';

create table evidence.paper (
  id text primary key,
  producer_id text not null references producer.producer,
  product_id text references product.product,
  kind text not null,
  title text not null,
  issuer text,
  number text,
  issued_on date,
  expires_on date,
  file text not null check (file ~ '^[0-9a-f]{64}$'),
  file_name text not null,
  media_type text not null,
  bytes integer not null check (bytes > 0),
  added_at timestamptz not null,
  added_by text not null,
  withdrawn_at timestamptz,
  sample boolean not null default false,
  check (expires_on is null or issued_on is null or expires_on >= issued_on)
);
comment on table evidence.paper is 'Giấy tờ: loại, nơi cấp, số, ngày cấp, ngày hết hạn, tệp và băm';
create index paper_producer on evidence.paper (producer_id);

create view evidence.pub_paper as
  select id, producer_id, product_id, kind, title, issuer, number, issued_on, expires_on, file, file_name,
    media_type, bytes, added_at, withdrawn_at
  from evidence.paper;
comment on view evidence.pub_paper is 'Giấy tờ trong ví; quyền xem do phần đọc kiểm tra';
