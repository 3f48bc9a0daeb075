create table evaluation.reexamination (
  id text primary key,
  dossier_id text not null references dossier.dossier,
  level text not null check (level in ('province', 'ministry')),
  cause text not null,
  first_session_id text not null references evaluation.session,
  ordered_on date not null,
  ordered_by text not null,
  ordered_at timestamptz not null,
  settled_session_id text references evaluation.session,
  outcome text check (outcome in ('same', 'changed')),
  settled_at timestamptz,
  foreign key (first_session_id, dossier_id) references evaluation.result,
  foreign key (settled_session_id, dossier_id) references evaluation.result,
  check ((settled_at is null) = (settled_session_id is null) and (settled_at is null) = (outcome is null)),
  check (settled_session_id <> first_session_id)
);
comment on table evaluation.reexamination is 'Yêu cầu chấm lại một hồ sơ đã có kết quả ở phiên khác cùng cấp; kết quả lần đầu và lần sau đều ở evaluation.result, không sửa';
comment on column evaluation.reexamination.cause is 'Số của khiếu nại mà kết luận yêu cầu chấm lại';
comment on column evaluation.reexamination.outcome is 'same: cùng hạng sao và cùng hướng đi; changed: khác, cần quyết định mới';
create unique index reexamination_open on evaluation.reexamination (dossier_id) where settled_at is null;
create index reexamination_dossier on evaluation.reexamination (dossier_id);

create function evaluation.guard_reexamination() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.settled_at is not null
      or to_jsonb(old) - array['settled_session_id', 'outcome', 'settled_at'] <> to_jsonb(new) - array['settled_session_id', 'outcome', 'settled_at'] then
    raise exception 'evaluation: a re-examination keeps what was ordered and what it came to';
  end if;
  return new;
end $$;
create trigger reexamination_guard before update or delete on evaluation.reexamination
  for each row execute function evaluation.guard_reexamination();

alter table evaluation.agenda_item add column reexamination_id text references evaluation.reexamination;
comment on column evaluation.agenda_item.reexamination_id is 'Vào chương trình để chấm lại theo yêu cầu này; null khi chấm như thường';

alter table evaluation.regulation add column sits_again text check (sits_again in ('may-sit', 'others-only'));
comment on column evaluation.regulation.sits_again is 'Người đã chấm lần trước có chấm lại hay không; null khi quy chế không nêu, mặc định của hệ thống là được';

create view evaluation.pub_reexamination as
  select x.id, x.dossier_id, x.level, x.cause, x.ordered_on, x.outcome, x.settled_at,
    x.first_session_id, f.meets_on as first_meets_on, f.stars as first_stars, f.mean_hundredths as first_mean_hundredths, f.verdict as first_verdict,
    coalesce(x.settled_session_id, a.session_id) as session_id, s.meets_on, s.state as session_state,
    n.stars, n.mean_hundredths, n.verdict
  from evaluation.reexamination x
  join evaluation.pub_result f on f.session_id = x.first_session_id and f.dossier_id = x.dossier_id
  left join evaluation.agenda_item a on a.reexamination_id = x.id and a.settled_at is null
  left join evaluation.session s on s.id = coalesce(x.settled_session_id, a.session_id)
  left join evaluation.pub_result n on n.session_id = x.settled_session_id and n.dossier_id = x.dossier_id;
comment on view evaluation.pub_reexamination is 'Việc chấm lại: kết quả lần đầu, phiên đang chờ hoặc đã chấm lại, kết quả lần sau';
