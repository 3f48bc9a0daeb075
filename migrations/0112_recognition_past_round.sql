create table recognition.past_round (
  decision_id text primary key references recognition.decision,
  minutes text,
  entered_by text not null,
  entered_at timestamptz not null
);
comment on table recognition.past_round is 'Quyết định của vòng cũ do cán bộ nhập lại từ giấy: ai nhập, lúc nào; không phải phiên chấm trên hệ thống';
comment on column recognition.past_round.minutes is 'Số và ngày biên bản phiên chấm như ghi trên giấy';
