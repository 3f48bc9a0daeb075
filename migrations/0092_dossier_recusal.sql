create table dossier.recusal (
  dossier_id text not null references dossier.dossier,
  account_id text not null references identity.account,
  since timestamptz not null,
  primary key (dossier_id, account_id)
);
comment on table dossier.recusal is 'Ai đã rút khỏi hồ sơ vì xung đột lợi ích; lý do và phiên ở phần Hội đồng; không có lệnh gỡ';
create index recusal_account on dossier.recusal (account_id);

create function dossier.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'dossier: % keeps what was written', tg_table_name;
end $$;
create trigger recusal_stays before update or delete on dossier.recusal
  for each row execute function dossier.refuse_change();

create view dossier.pub_recusal as select dossier_id, account_id from dossier.recusal;
comment on view dossier.pub_recusal is 'Ai không được thấy gì về hồ sơ nào; mọi danh sách có hồ sơ đều lọc theo đây';
