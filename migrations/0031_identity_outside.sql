create table identity.outside_identity (
  id text primary key,
  account_id text not null references identity.account,
  issuer text not null,
  subject text not null,
  shown_name text,
  linked_by text not null,
  linked_at timestamptz not null,
  ended_by text,
  ended_at timestamptz,
  check ((ended_at is null) = (ended_by is null))
);
comment on table identity.outside_identity is
  'Danh tính bên ngoài (OpenID Connect) đã gắn với tài khoản; chỉ do chủ tài khoản hoặc người quản trị gắn, không đoán theo tên hay thư điện tử';
comment on column identity.outside_identity.subject is 'Mã của người ở nhà cung cấp danh tính (sub), không đổi';
comment on column identity.outside_identity.shown_name is 'Tên nhà cung cấp báo khi gắn, chỉ để chủ tài khoản nhận ra';
create unique index outside_identity_opens_one on identity.outside_identity (issuer, subject) where ended_at is null;
create unique index outside_identity_one_each on identity.outside_identity (account_id, issuer) where ended_at is null;

create table identity.outside_round (
  secret_hash text primary key,
  state text not null,
  nonce text not null,
  verifier text not null,
  next text,
  account_id text references identity.account,
  subject text,
  shown_name text,
  begun_at timestamptz not null
);
comment on table identity.outside_round is
  'Một lượt đi hỏi nhà cung cấp danh tính và trở về; dùng một lần, bỏ sau 10 phút';
comment on column identity.outside_round.secret_hash is 'Băm của mã trong cookie: lượt chỉ tiếp tục được ở đúng trình duyệt đã bắt đầu';
comment on column identity.outside_round.account_id is 'Có giá trị: lượt để gắn danh tính vào tài khoản này, không phải để đăng nhập';
comment on column identity.outside_round.subject is 'Có giá trị: nhà cung cấp đã xác nhận, còn chờ chủ tài khoản đồng ý gắn';

comment on column identity.account.password_reset_at is
  'Lần gần nhất người quản trị cấp lại mật khẩu hoặc gắn danh tính bên ngoài; phân công chỉ có hiệu lực lại khi lãnh đạo xác nhận sau lúc này';
