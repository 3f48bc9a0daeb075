create schema support;
comment on schema support is 'Chính sách hỗ trợ, khoản hỗ trợ, nguồn kinh phí và sổ kép phân bổ → cam kết → chi';

create table support.policy (
  id text primary key,
  unit_code text not null,
  unit_on date not null,
  title text not null,
  document text not null,
  clause text not null,
  kind text not null check (kind in ('reward', 'packaging', 'design', 'certification', 'trademark', 'machinery', 'sales-point', 'promotion', 'digital', 'training', 'other')),
  opens text not null check (opens in ('recognition', 'request')),
  stars integer[] not null default '{}' check (stars <@ array[3, 4, 5]),
  events text[] not null default '{}' check (events <@ array['first', 'kept', 'upgraded']),
  fixed bigint check (fixed > 0),
  percent integer check (percent between 1 and 100),
  cap_item bigint check (cap_item > 0),
  cap_product bigint check (cap_product > 0),
  cap_producer bigint check (cap_producer > 0),
  cap_commune bigint check (cap_commune > 0),
  once text not null check (once in ('no', 'product', 'producer')),
  paid_by text not null check (paid_by in ('commune', 'province')),
  from_date date not null,
  to_date date check (to_date >= from_date),
  source_url text,
  entered_by text not null,
  entered_at timestamptz not null,
  sample boolean not null default false,
  check ((fixed is null) <> (percent is null)),
  check (opens = 'request' or (fixed is not null and stars <> '{}' and events <> '{}'))
);
comment on table support.policy is 'Một mức hỗ trợ của một nghị quyết: cho ai, khi nào, bao nhiêu, trần nào, cấp nào chi; cán bộ hỗ trợ nhập, không có mức nào của trung ương được suy ra';
comment on column support.policy.unit_on is 'Ngày mà mã đơn vị ban hành được hiểu; sau sáp nhập, mức của đơn vị cũ không áp dụng cho đơn vị mới nếu chưa nhập lại';
comment on column support.policy.opens is 'recognition: công nhận tự mở · request: chủ thể đề nghị';
comment on column support.policy.percent is 'Phần trăm chi phí thực tế, làm tròn xuống đồng';
comment on column support.policy.once is 'Chỉ một lần cho một sản phẩm, hoặc cho một chủ thể';
comment on column support.policy.to_date is 'Ngày cuối còn áp dụng; trống khi nghị quyết không ghi';
create index policy_unit on support.policy (unit_code, from_date);

create table support.policy_ending (
  policy_id text primary key references support.policy,
  ended_on date not null,
  basis text not null,
  ended_by text not null,
  ended_at timestamptz not null
);
comment on table support.policy_ending is 'Mức hỗ trợ thôi áp dụng từ ngày ended_on, theo căn cứ nào';

create table support.source (
  id text primary key,
  unit_code text not null,
  unit_on date not null,
  kind text not null check (kind in ('local-budget', 'target-programme', 'credit', 'other')),
  name text not null,
  document text not null,
  year integer not null check (year between 2018 and 2100),
  opened_by text not null,
  opened_at timestamptz not null,
  sample boolean not null default false
);
comment on table support.source is 'Nguồn kinh phí của một đơn vị trong một năm: ngân sách địa phương, lồng ghép chương trình, tín dụng, nguồn hợp pháp khác';
create index source_unit on support.source (unit_code, year);

create table support.entitlement (
  id text primary key,
  policy_id text not null references support.policy,
  producer_id text not null references producer.producer,
  product_id text references product.product,
  certificate_number text references recognition.certificate,
  event text check (event in ('first', 'kept', 'upgraded')),
  stars integer check (stars between 3 and 5),
  unit_code text not null,
  unit_on date not null,
  commune_code text not null,
  need text,
  asked_cost bigint check (asked_cost > 0),
  amount bigint not null check (amount >= 0),
  state text not null check (state in ('opened', 'asked', 'returned', 'proposed', 'committed', 'delivered', 'paid', 'measured', 'declined')),
  since date not null,
  opened_on date not null,
  opened_by text not null,
  opened_at timestamptz not null,
  sample boolean not null default false,
  check ((certificate_number is null) = (event is null)),
  unique (policy_id, certificate_number)
);
comment on table support.entitlement is 'Khoản hỗ trợ: do một công nhận tự mở, hoặc do chủ thể đề nghị';
comment on column support.entitlement.unit_code is 'Đơn vị chi, như vào ngày unit_on';
comment on column support.entitlement.amount is 'Mức tối đa lúc mở; số được đề xuất, rồi số phải trả sau nghiệm thu; trigger của support.step ghi';
comment on column support.entitlement.state is 'Suy từ bước cuối cùng trong support.step, do trigger ghi';
create index entitlement_queue on support.entitlement (unit_code, state, since);
create index entitlement_producer on support.entitlement (producer_id);
create index entitlement_policy on support.entitlement (policy_id);

create table support.step (
  entitlement_id text not null references support.entitlement,
  position integer not null,
  act text not null,
  state_after text not null,
  amount bigint check (amount >= 0),
  cost bigint check (cost > 0),
  reason text not null default '',
  by_account text not null,
  on_date date not null,
  at timestamptz not null,
  primary key (entitlement_id, position)
);
comment on table support.step is 'Mỗi bước của khoản hỗ trợ: ai, lúc nào, vì sao';

create function support.follow_step() returns trigger language plpgsql as $$
begin
  update support.entitlement
    set state = new.state_after, amount = coalesce(new.amount, amount),
      since = case when state = new.state_after then since else new.on_date end
    where id = new.entitlement_id;
  return new;
end $$;
create trigger step_moves_entitlement after insert on support.step
  for each row execute function support.follow_step();

create table support.outcome (
  id text primary key,
  entitlement_id text not null references support.entitlement,
  told_by text not null check (told_by in ('producer', 'officer')),
  result text not null,
  jobs integer check (jobs >= 0),
  revenue bigint check (revenue >= 0),
  by_account text not null,
  on_date date not null,
  at timestamptz not null
);
comment on table support.outcome is 'Khoản hỗ trợ mang lại điều gì: kể ngắn, việc làm thêm và doanh thu một năm nếu biết';
create index outcome_entitlement on support.outcome (entitlement_id, at);

create table support.entry (
  id text primary key,
  key text not null unique,
  source_id text not null references support.source,
  entitlement_id text references support.entitlement,
  kind text not null check (kind in ('allocation', 'commitment', 'release', 'payment', 'correction')),
  document text not null,
  note text not null default '',
  corrects text unique references support.entry,
  on_date date not null,
  entered_by text not null,
  entered_at timestamptz not null,
  unique (id, source_id),
  check ((kind = 'correction') = (corrects is not null)),
  check (kind in ('allocation', 'correction') or entitlement_id is not null)
);
comment on table support.entry is 'Bút toán: chỉ thêm; sửa bằng một bút toán ngược';
comment on column support.entry.key is 'Khóa của lần gửi: gửi lại cùng khóa chỉ ghi một lần';
create unique index entry_payment_document on support.entry (source_id, document) where kind = 'payment';
create index entry_entitlement on support.entry (entitlement_id) where entitlement_id is not null;
create index entry_source on support.entry (source_id, entered_at);

create table support.line (
  entry_id text not null,
  position integer not null,
  source_id text not null,
  account text not null check (account in ('funding', 'available', 'committed', 'paid')),
  amount bigint not null check (amount <> 0),
  primary key (entry_id, position),
  foreign key (entry_id, source_id) references support.entry (id, source_id)
);
comment on table support.line is 'Dòng của bút toán: nợ là số dương, có là số âm; mỗi bút toán cộng lại bằng 0 (trigger hoãn)';

create table support.balance (
  source_id text not null references support.source,
  account text not null check (account in ('funding', 'available', 'committed', 'paid')),
  amount bigint not null default 0,
  primary key (source_id, account),
  -- The money comes from outside, so only the account it comes from may stand below nothing.
  constraint balance_never_below_zero check (account = 'funding' or amount >= 0)
);
comment on table support.balance is 'Số dư từng tài khoản của nguồn, trigger của support.line ghi; còn lại, cam kết và đã chi không bao giờ âm';

create function support.open_balances() returns trigger language plpgsql as $$
begin
  insert into support.balance (source_id, account)
    select new.id, account from unnest(array['funding', 'available', 'committed', 'paid']) account;
  return new;
end $$;
create trigger source_opens_balances after insert on support.source
  for each row execute function support.open_balances();

create function support.keep_balance() returns trigger language plpgsql as $$
begin
  update support.balance b set amount = b.amount + a.amount
    from (select source_id, account, sum(amount) as amount from added group by source_id, account) a
    where b.source_id = a.source_id and b.account = a.account;
  return null;
end $$;
create trigger line_keeps_balance after insert on support.line
  referencing new table as added for each statement execute function support.keep_balance();

create function support.must_balance() returns trigger language plpgsql as $$
declare
  entry text := case tg_table_name when 'entry' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'entry_id' end;
  off bigint;
  lines integer;
begin
  select coalesce(sum(amount), 0), count(*) into off, lines from support.line where entry_id = entry;
  if off <> 0 or lines < 2 then
    raise exception 'Entry % has % lines that sum to %', entry, lines, off
      using errcode = '23514', constraint = 'entry_balances', schema = 'support', table = 'entry';
  end if;
  return null;
end $$;
create constraint trigger entry_balances after insert on support.entry
  deferrable initially deferred for each row execute function support.must_balance();
create constraint trigger line_balances after insert on support.line
  deferrable initially deferred for each row execute function support.must_balance();

create function support.append_only() returns trigger language plpgsql as $$
begin
  raise exception 'support.% only grows: correct with a counter-entry', tg_table_name using errcode = '42501';
end $$;
create trigger entry_stays before update or delete on support.entry for each row execute function support.append_only();
create trigger line_stays before update or delete on support.line for each row execute function support.append_only();
create trigger step_stays before update or delete on support.step for each row execute function support.append_only();
create trigger entry_stays_whole before truncate on support.entry execute function support.append_only();
create trigger line_stays_whole before truncate on support.line execute function support.append_only();

create view support.pub_entitlement as
  select e.id, e.policy_id, e.producer_id, e.product_id, e.certificate_number, p.kind, e.event, e.stars, e.unit_code, e.unit_on,
    e.amount, e.state, e.since, e.opened_on, e.sample,
    coalesce((select sum(l.amount) from support.entry n join support.line l on l.entry_id = n.id
      where n.entitlement_id = e.id and l.account = 'paid'), 0)::bigint as paid
  from support.entitlement e join support.policy p on p.id = e.policy_id;
comment on view support.pub_entitlement is 'Khoản hỗ trợ với số đã chi, cho thống kê và thông báo';
