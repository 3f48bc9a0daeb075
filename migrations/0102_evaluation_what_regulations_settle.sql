alter table evaluation.regulation
  add column proposes text check (proposes in ('on-points', 'on-points-and-gates')),
  add column wide_rounds integer check (wide_rounds between 1 and 9),
  add column outlier_points integer check (outlier_points between 0 and 100);
comment on column evaluation.regulation.proposes is 'Chuyển lên cấp trên xét theo điểm hay cả ngưỡng; trống: quy chế không nêu, dùng mặc định của văn bản và hỏi người đóng phiên';
comment on column evaluation.regulation.wide_rounds is 'Sau mấy vòng còn lệch thì người điều hành được chốt, có lý do; trống: không được';
comment on column evaluation.regulation.outlier_points is 'Lệch trung bình vòng trước quá bao nhiêu điểm thì phiếu chấm lại phải có ý kiến; trống: không hỏi';

create table evaluation.spread_settled (
  session_id text not null,
  dossier_id text not null,
  scoring_round integer not null,
  reason text not null,
  settled_by text not null,
  settled_at timestamptz not null,
  primary key (session_id, dossier_id, scoring_round),
  foreign key (session_id, dossier_id) references evaluation.agenda_item
);
comment on table evaluation.spread_settled is 'Người điều hành chốt vòng còn lệch quá quy chế, kèm lý do; các vòng trước giữ nguyên';
create trigger spread_settled_stays before update or delete on evaluation.spread_settled
  for each row execute function evaluation.refuse_change();
