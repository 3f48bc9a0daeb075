-- The post office stands below the slices that tell; a notice reaches a producer or an account, by several channels.
-- The view of names goes with it.
alter schema communication rename to notice;
comment on schema notice is 'Thông báo, đường gửi, trạng thái từng đường, nơi nhận và đồng ý nhận';

alter table notice.notice alter column producer_id drop not null;
alter table notice.notice add column account_id text references identity.account;
alter table notice.notice add column urgent boolean not null default true;
alter table notice.notice alter column urgent drop default;
alter table notice.notice add check (num_nonnulls(producer_id, account_id) = 1);
comment on table notice.notice is 'Hệ thống đã nói gì với chủ thể hay người dùng; các đường gửi ở notice.delivery';
comment on column notice.notice.urgent is 'Việc có hạn của pháp luật: không gom vào bản tin ngày';
create index notice_account on notice.notice (account_id, made_at desc);

create table notice.delivery (
  id text primary key,
  notice_id text not null references notice.notice,
  channel text not null check (channel in ('email', 'sms', 'messenger')),
  address text not null,
  digest boolean not null default false,
  state text not null check (state in ('waiting', 'sending', 'sent', 'delivered', 'refused', 'given-up')),
  attempts int not null default 0,
  queued_at timestamptz not null,
  next_try_at timestamptz not null,
  sent_at timestamptz,
  reason text,
  unique (notice_id, channel)
);
comment on table notice.delivery is 'Mỗi thông báo mỗi đường gửi một dòng';
comment on column notice.delivery.id is 'Cũng là khóa gửi cho nhà mạng: gửi lại cùng khóa thì người nhận chỉ nhận một lần';
comment on column notice.delivery.state is 'waiting chờ gửi, sending đang gửi, sent nhà mạng đã nhận, delivered tới máy, refused bị từ chối, given-up thôi thử';
create index delivery_due on notice.delivery (next_try_at) where state in ('waiting', 'sending');
create index delivery_unconfirmed on notice.delivery (next_try_at) where state = 'sent' and channel <> 'email';

insert into notice.delivery (id, notice_id, channel, address, state, queued_at, next_try_at, sent_at)
  select id, id, 'email', recipient, case when sent_at is null then 'waiting' else 'sent' end, made_at, made_at, sent_at
  from notice.notice where recipient is not null;
alter table notice.notice drop column recipient;
alter table notice.notice drop column sent_at;

create table notice.contact (
  id text primary key,
  producer_id text references producer.producer,
  account_id text references identity.account,
  channel text not null check (channel in ('email', 'sms', 'messenger')),
  address text not null,
  stop_token text not null unique,
  code_hash text,
  code_expires_at timestamptz,
  code_misses int not null default 0,
  added_at timestamptz not null,
  added_by text not null,
  verified_at timestamptz,
  withdrawn_at timestamptz,
  check (num_nonnulls(producer_id, account_id) = 1),
  unique nulls not distinct (producer_id, account_id, channel)
);
comment on table notice.contact is 'Nơi nhận do chính người nhận cho, đã xác nhận bằng mã; rút đồng ý thì không gửi nữa';
comment on column notice.contact.stop_token is 'Đường “ngừng nhận” trong mỗi thư, dùng không cần đăng nhập';

create table notice.wish (
  producer_id text references producer.producer,
  account_id text references identity.account,
  quiet_from smallint not null check (quiet_from between 0 and 23),
  quiet_to smallint not null check (quiet_to between 0 and 23),
  digest boolean not null,
  check (num_nonnulls(producer_id, account_id) = 1),
  unique nulls not distinct (producer_id, account_id)
);
comment on table notice.wish is 'Giờ không làm phiền và gom thư thường thành bản tin ngày; không có dòng thì theo mặc định';

-- Never on a public page: only the post office reads where to write to.
create view producer.pub_address as select id as producer_id, email from producer.producer where email is not null;
comment on view producer.pub_address is 'Thư điện tử trong sổ chủ thể, chỉ để gửi thông báo';
create view identity.pub_address as
  select id as account_id, email from identity.account where email is not null and closed_at is null;
comment on view identity.pub_address is 'Thư điện tử của tài khoản đang mở, chỉ để gửi thông báo';

-- The register's address counts until its owner gives another, or withdraws.
create view notice.address as
  select producer_id, account_id, channel, address, stop_token
  from notice.contact where verified_at is not null and withdrawn_at is null
  union all
  select a.producer_id, null, 'email', a.email, null from producer.pub_address a
  where not exists (select from notice.contact c
    where c.producer_id = a.producer_id and c.channel = 'email' and (c.verified_at is not null or c.withdrawn_at is not null))
  union all
  select null, a.account_id, 'email', a.email, null from identity.pub_address a
  where not exists (select from notice.contact c
    where c.account_id = a.account_id and c.channel = 'email' and (c.verified_at is not null or c.withdrawn_at is not null));
comment on view notice.address is 'Mỗi người nhận, mỗi đường gửi: gửi tới đâu';

create view identity.pub_holder as
  select p.account_id, p.role, coalesce(t.today_code, p.unit_code) as unit_today, p.from_date,
    least(p.to_date, e.on_date - 1) as last_day
  from identity.posting p
  join identity.account a on a.id = p.account_id and a.closed_at is null
  left join identity.posting_end e on e.posting_id = p.id
  left join territory.pub_today t
    on t.code = p.unit_code and p.unit_on >= t.valid_from and (t.valid_to is null or p.unit_on < t.valid_to);
comment on view identity.pub_holder is 'Ai giữ vai trò nào ở đơn vị nào của hôm nay, từ ngày đến hết ngày; để báo việc';

create view evaluation.pub_session as select id as session_id, council_id, state, meets_on, place from evaluation.session;
comment on view evaluation.pub_session is 'Phiên họp của Hội đồng nào; để báo người có ghế';
