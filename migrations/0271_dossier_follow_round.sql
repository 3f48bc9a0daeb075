create or replace function dossier.follow_step() returns trigger language plpgsql as $$
begin
  update dossier.dossier
    set state = new.state_after, due_on = new.due_on,
      scored_again = scored_again or new.act in ('score-again', 'score-again-at-ministry'),
      state_since = case
        when state = new.state_after
          and new.act in ('transfer', 'wait-for-unit', 'carry-over', 'order-again', 'result-stands', 'follow-round')
        then state_since else new.at end
    where id = new.dossier_id;
  return new;
end $$;
comment on function dossier.follow_step() is 'Bước đổi xã, đổi chủ thể, yêu cầu chấm lại, kết quả cũ đứng hay hạn theo đợt mới mở không đổi lượt nên không đổi ngày bắt đầu lượt';
