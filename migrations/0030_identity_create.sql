create schema identity;
comment on schema identity is 'Tài khoản, phân công, phiên đăng nhập';

create table identity.account (
  id text primary key,
  sign_in_name text not null unique check (sign_in_name = lower(sign_in_name)),
  name text not null,
  email text,
  phone text,
  password_hash text not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  sample boolean not null default false
);
comment on table identity.account is 'Tài khoản tại chỗ; mật khẩu băm argon2id';

create table identity.posting (
  id text primary key,
  account_id text not null references identity.account,
  role text not null,
  unit_code text not null,
  unit_on date not null,
  from_date date not null,
  to_date date,
  granted_by text not null,
  granted_at timestamptz not null,
  check (to_date is null or to_date >= from_date)
);
comment on table identity.posting is 'Phân công: tài khoản × vai trò × đơn vị × thời hạn';
comment on column identity.posting.unit_on is 'Ngày mà mã đơn vị được hiểu; quyền đi theo đơn vị qua sáp nhập';
create index posting_account on identity.posting (account_id);

create table identity.login_session (
  token_hash text primary key,
  account_id text not null references identity.account,
  opened_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
comment on table identity.login_session is 'Phiên đăng nhập phía máy chủ; chỉ giữ băm của mã';
create index login_session_account on identity.login_session (account_id);

create view identity.pub_account as select id, name, sample from identity.account;
comment on view identity.pub_account is 'Tên của tài khoản, cho các phần khác đọc';

create view identity.pub_sign_in as select sign_in_name, id as account_id from identity.account where closed_at is null;
comment on view identity.pub_sign_in is 'Tìm tài khoản đang mở theo tên đăng nhập, để thêm người làm thay chủ thể';
