-- The book of acts. Append-only: the programme may add and read, never change or take away.
create schema audit;
comment on schema audit is 'Sổ ghi: mọi việc đã làm, chỉ thêm, niêm phong theo mẻ';

create extension if not exists unaccent with schema public;
create extension if not exists pg_trgm with schema public;

create function public.vn_fold(given text) returns text
  language sql immutable strict parallel safe
  as $$ select lower(public.unaccent('public.unaccent'::regdictionary, given)) $$;
comment on function public.vn_fold(text) is 'Chữ thường không dấu, dùng cho tìm kiếm; cùng kết quả với kernel/text.ts fold';

create table audit.entry (
  seq bigint generated always as identity,
  at timestamptz not null,
  actor text not null,
  posting text,
  provinces text[] not null default '{}',
  fact text not null,
  subject text not null,
  detail jsonb not null default '{}',
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (seq, at)
) partition by range (at);
comment on table audit.entry is 'Một dòng cho mỗi việc: ai, lúc nào, việc gì, trên cái gì';
comment on column audit.entry.posting is 'Vai trò@đơn vị lúc làm việc; trống với khách và hệ thống';
comment on column audit.entry.provinces is 'Các tỉnh của những vai trò đó; kiểm toán cấp tỉnh đọc theo đây';
comment on column audit.entry.hash is 'SHA-256 của nội dung dòng theo dạng chuẩn (RFC 8785)';
create index entry_subject on audit.entry (subject, seq);
create index entry_fact on audit.entry (fact, seq);

-- Months get their own partition ahead of time; entries of other times (old records entered later) rest here.
create table audit.entry_rest partition of audit.entry default;

create table audit.unsealed (
  seq bigint primary key,
  at timestamptz not null
);
comment on table audit.unsealed is
  'Các dòng đang chờ niêm phong. Việc còn dở dang thì dòng của nó chưa hiện ở đây, nên số thứ tự trống không bao giờ bị hiểu là mất dòng';

create table audit.batch (
  number bigint primary key check (number > 0),
  first_seq bigint not null,
  last_seq bigint not null,
  members bigint[] not null,
  leaves text[] not null,
  root text not null,
  previous text not null,
  hash text not null unique,
  signature text not null,
  key_id text not null,
  sealed_at timestamptz not null,
  check (last_seq >= first_seq),
  check (cardinality(members) = cardinality(leaves) and cardinality(members) > 0)
);
comment on table audit.batch is 'Mẻ niêm phong: gốc Merkle của các dòng, nối vào mẻ trước, có chữ ký';
comment on column audit.batch.members is 'Số thứ tự các dòng của mẻ, theo đúng thứ tự niêm phong';
comment on column audit.batch.leaves is 'Băm của từng dòng lúc niêm phong, để chỉ ra đúng dòng bị sửa';
comment on column audit.batch.previous is 'Băm của mẻ trước; mẻ đầu tiên nối vào 64 chữ số 0';
comment on column audit.batch.signature is 'Chữ ký Ed25519 (base64url) trên băm của mẻ';

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit: the book is append-only';
end $$;
create trigger entry_append_only before update or delete on audit.entry
  for each row execute function audit.refuse_change();
create trigger entry_never_emptied before truncate on audit.entry
  for each statement execute function audit.refuse_change();
create trigger rest_never_emptied before truncate on audit.entry_rest
  for each statement execute function audit.refuse_change();
create trigger batch_append_only before update or delete on audit.batch
  for each row execute function audit.refuse_change();
create trigger batch_never_emptied before truncate on audit.batch
  for each statement execute function audit.refuse_change();

revoke update, delete, truncate on audit.entry, audit.entry_rest, audit.batch from public;
