-- Một vòng huyện nhập sai được rút với lý do, không sửa từng ô: ai đã đọc vẫn thấy bản cũ và vì sao nó không còn dùng. Cùng số biên bản
-- sau đó nhập lại được.
alter table recognition.district_round
  add column withdrawn_at timestamptz,
  add column withdrawn_by text,
  add column withdrawn_because text,
  add check (num_nulls(withdrawn_at, withdrawn_by, withdrawn_because) in (0, 3)),
  drop constraint district_round_unit_code_met_on_minutes_key;
comment on column recognition.district_round.withdrawn_because is 'Vì sao bản nhập này không còn dùng; vắng khi còn dùng';
comment on column recognition.district_round.minutes is 'Số biên bản; một huyện, một ngày, một số biên bản chỉ có một bản nhập còn dùng';
create unique index district_round_papers on recognition.district_round (unit_code, met_on, minutes) where withdrawn_at is null;

create or replace view recognition.pub_district_result as
  select l.product_id, l.round_id, r.met_on, r.text, l.points_hundredths, l.stars, l.sample
  from recognition.district_line l join recognition.district_round r on r.id = l.round_id
  where r.withdrawn_at is null;
