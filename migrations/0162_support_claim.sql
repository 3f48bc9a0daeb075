-- Giấy bị thu hồi sau khi đã chi: số đã chi thành khoản phải thu hồi, và trở về nguồn khi thu được.
alter table support.line drop constraint line_account_check;
alter table support.line add constraint line_account_check
  check (account in ('funding', 'available', 'committed', 'paid', 'claimed'));
alter table support.balance drop constraint balance_account_check;
alter table support.balance add constraint balance_account_check
  check (account in ('funding', 'available', 'committed', 'paid', 'claimed'));
alter table support.entry drop constraint entry_kind_check;
alter table support.entry add constraint entry_kind_check
  check (kind in ('allocation', 'commitment', 'release', 'payment', 'claim', 'recovery', 'correction'));
comment on column support.line.account is 'claimed: phải thu hồi, vì giấy chứng nhận đã bị thu hồi sau khi chi';
insert into support.balance (source_id, account) select id, 'claimed' from support.source;

create or replace function support.open_balances() returns trigger language plpgsql as $$
begin
  insert into support.balance (source_id, account)
    select new.id, account from unnest(array['funding', 'available', 'committed', 'paid', 'claimed']) account;
  return new;
end $$;
