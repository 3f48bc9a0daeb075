create schema identity;
comment on schema identity is 'Tài khoản, phân công, phiên đăng nhập';

create table identity.account (
  id text primary key,
  sign_in_name text not null unique check (sign_in_name = lower(sign_in_name)),
  name text not null,
  email text,
  phone text,
  password_hash text not null,
  password_expires_at timestamptz,
  password_reset_at timestamptz,
  opened_at timestamptz not null,
  closed_at timestamptz,
  sample boolean not null default false
);
comment on table identity.account is 'Tài khoản tại chỗ; mật khẩu băm argon2id';
comment on column identity.account.password_expires_at is
  'Có giá trị: mật khẩu dùng một lần, chỉ để vào đổi mật khẩu; chưa đổi thì tài khoản chưa có quyền gì';
comment on column identity.account.password_reset_at is
  'Lần gần nhất người quản trị cấp lại mật khẩu; phân công chỉ có hiệu lực lại khi lãnh đạo xác nhận sau lúc này';
create index account_name on identity.account using gin (public.vn_fold(name) gin_trgm_ops);

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
  confirmed_at timestamptz not null,
  check (to_date is null or to_date >= from_date)
);
comment on table identity.posting is 'Phân công: tài khoản × vai trò × đơn vị × thời hạn';
comment on column identity.posting.unit_on is 'Ngày mà mã đơn vị được hiểu; quyền đi theo đơn vị qua sáp nhập';
comment on column identity.posting.to_date is 'Ngày cuối cùng còn hiệu lực';
comment on column identity.posting.confirmed_at is 'Lần gần nhất lãnh đạo giao hoặc xác nhận lại';
create index posting_account on identity.posting (account_id);
create index posting_unit on identity.posting (unit_code);

create table identity.posting_end (
  posting_id text primary key references identity.posting,
  on_date date not null,
  reason text not null,
  ended_by text not null,
  ended_at timestamptz not null
);
comment on table identity.posting_end is 'Thôi phân công trước hạn: từ ngày on_date không còn quyền, vì sao, ai quyết định';

create table identity.login_session (
  token_hash text primary key,
  id text not null unique,
  account_id text not null references identity.account,
  network text not null,
  device text not null,
  opened_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
comment on table identity.login_session is 'Phiên đăng nhập phía máy chủ; chỉ giữ băm của mã';
comment on column identity.login_session.network is 'Dải mạng (IPv4 /24, IPv6 /64): nhận ra nơi quen dùng, để người dò mật khẩu ở nơi khác không khóa được chủ tài khoản';
create index login_session_account on identity.login_session (account_id, network);

-- The shape that rate-limiter-flexible expects (key, points, expire in milliseconds).
create table identity.attempt (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
comment on table identity.attempt is 'Số lần thử đăng nhập gần đây theo tên và nơi truy cập';

create view identity.pub_account as select id, name, sample from identity.account;
comment on view identity.pub_account is 'Tên của tài khoản, cho các phần khác đọc';

create view identity.pub_sign_in as select sign_in_name, id as account_id from identity.account where closed_at is null;
comment on view identity.pub_sign_in is 'Tìm tài khoản đang mở theo tên đăng nhập, để thêm người làm thay chủ thể';

create view identity.pub_posting as
  select account_id, role, unit_code, from_date, to_date from identity.posting;
comment on view identity.pub_posting is 'Ai được phân công ở đơn vị nào; dùng khi lập Hội đồng';
