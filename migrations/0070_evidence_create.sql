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
  source text not null check (source ~ '^[0-9a-f]{64}$'),
  file_name text not null,
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg')),
  bytes integer not null check (bytes > 0),
  added_at timestamptz not null,
  added_by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_why text,
  sample boolean not null default false,
  check (expires_on is null or issued_on is null or expires_on >= issued_on),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_why is null))
);
comment on table evidence.paper is 'Giấy tờ: loại, nơi cấp, số, ngày cấp, ngày hết hạn, tệp và băm';
comment on column evidence.paper.source is 'Băm của tệp như người dùng gửi, để nhận ra tệp gửi hai lần; file là băm của tệp được giữ (ảnh đã vẽ lại)';
comment on column evidence.paper.withdrawn_at is 'Rút khỏi ví: không dùng cho hồ sơ mới, hồ sơ đã nộp vẫn giữ';
create index paper_producer on evidence.paper (producer_id, kind);
create unique index paper_once on evidence.paper (producer_id, source) where withdrawn_at is null;

create view evidence.pub_paper as
  select id, producer_id, product_id, kind, title, issuer, number, issued_on, expires_on, file, file_name,
    media_type, bytes, added_at, withdrawn_at, sample
  from evidence.paper;
comment on view evidence.pub_paper is 'Giấy tờ trong ví; quyền xem do phần đọc kiểm tra';
