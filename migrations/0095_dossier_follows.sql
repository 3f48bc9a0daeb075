alter table dossier.dossier add column desk_commune text;
comment on column dossier.dossier.desk_commune is 'Xã mà hồ sơ đang nằm ở bàn; khác xã hôm nay thì có bước chuyển; rỗng khi xã đã chia và chưa ai kết luận; null khi chưa nộp';
update dossier.dossier d set desk_commune = coalesce(t.today_code, '')
  from territory.pub_today t
  where d.filed_on is not null and t.code = d.commune_code
    and d.commune_on >= t.valid_from and (t.valid_to is null or d.commune_on < t.valid_to);

create or replace function dossier.follow_step() returns trigger language plpgsql as $$
begin
  update dossier.dossier
    set state = new.state_after, due_on = new.due_on,
      state_since = case when state = new.state_after and new.act in ('transfer', 'wait-for-unit', 'carry-over')
        then state_since else new.at end
    where id = new.dossier_id;
  return new;
end $$;
comment on function dossier.follow_step() is 'Bước đổi xã hay đổi chủ thể không đổi lượt nên không đổi ngày bắt đầu lượt';
