alter table oversight.complaint_step drop constraint complaint_step_act_check;
alter table oversight.complaint_step add constraint complaint_step_act_check
  check (act in ('file', 'receive', 'refuse', 'answer', 'order', 'report-reexamination', 'scored-again', 'withdraw'));
comment on column oversight.complaint_step.act is 'report-reexamination: kết quả chấm lại do người ghi, trước khi hệ thống tự đưa hồ sơ vào phiên khác';

-- What was ordered before dossiers could be put on another agenda waits there from now on.
insert into evaluation.reexamination (id, dossier_id, level, cause, first_session_id, ordered_on, ordered_by, ordered_at)
  select 'khieu-nai-' || c.id, c.dossier_id, r.level, c.number, r.session_id, c.since, s.by_account, s.at
  from oversight.complaint c
  join oversight.complaint_step s on s.complaint_id = c.id and s.act = 'order'
  join lateral (select session_id, level from evaluation.pub_result e
    where e.dossier_id = c.dossier_id and e.level = case when c.unit_code = 'VN' then 'ministry' else 'province' end
    order by e.closed_at desc limit 1) r on true
  where c.state = 'reexamining';

insert into oversight.complaint_step (complaint_id, position, act, state_after, reason, by_account, on_date, at)
  select c.id, (select max(position) + 1 from oversight.complaint_step s where s.complaint_id = c.id), 'scored-again', 'answered',
    'Hội đồng cấp này chưa từng chấm hồ sơ, nên không có gì để chấm lại.', 'system', c.since, now()
  from oversight.complaint c
  where c.state = 'reexamining' and not exists (select from evaluation.reexamination x where x.cause = c.number);
