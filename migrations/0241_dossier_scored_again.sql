alter table dossier.dossier add column scored_again boolean not null default false;
comment on column dossier.dossier.scored_again is 'Chấm lại theo kết luận khiếu nại ra kết quả khác, nên đi tiếp từ bước đã chấm; không chặn hồ sơ mới của cùng sản phẩm';

create or replace function dossier.follow_step() returns trigger language plpgsql as $$
begin
  update dossier.dossier
    set state = new.state_after, due_on = new.due_on,
      scored_again = scored_again or new.act in ('score-again', 'score-again-at-ministry'),
      state_since = case
        when state = new.state_after and new.act in ('transfer', 'wait-for-unit', 'carry-over', 'order-again', 'result-stands')
        then state_since else new.at end
    where id = new.dossier_id;
  return new;
end $$;
comment on function dossier.follow_step() is 'Bước đổi xã, đổi chủ thể, yêu cầu chấm lại hay kết quả cũ đứng không đổi lượt nên không đổi ngày bắt đầu lượt';

-- A renewal may be under way when an old result is scored again: neither waits for the other.
drop index dossier.dossier_one_open;
create unique index dossier_one_open on dossier.dossier (product_id)
  where state not in ('notified', 'published', 'withdrawn', 'disqualified') and not scored_again;
