-- Questions leave through the post office: delivery, quiet hours and consent stand there, and no secret is kept here.
insert into notice.notice (id, key, producer_id, guest, subject, body, href, urgent, made_at)
  select gen_random_uuid()::text, 'trade.asked:' || q.connection_id || ':' || q.position,
    case q.side when 'producer' then c.producer_id end, case q.side when 'buyer' then 'trade.buyer:' || c.buyer_id end,
    'Câu hỏi của kết nối', 'Câu hỏi đã gửi trước khi hệ thống đổi cách gửi.', '/ket-noi/' || q.connection_id, true, q.asked_at
  from trade.question q join trade.connection c on c.id = q.connection_id;
insert into notice.delivery (id, notice_id, channel, address, state, queued_at, next_try_at, sent_at, reason)
  select gen_random_uuid()::text, n.id, d.channel, d.address, case when d.sent_at is null then 'given-up' else 'sent' end, q.asked_at,
    q.asked_at, d.sent_at, case when d.sent_at is null then 'chưa gửi khi hệ thống đổi cách gửi' end
  from trade.question q
  join notice.notice n on n.key = 'trade.asked:' || q.connection_id || ':' || q.position
  cross join lateral (values ('sms', q.phone, q.sms_sent_at), ('email', q.email, q.mail_sent_at)) d (channel, address, sent_at)
  where d.address is not null;
alter table trade.question drop column secret_hash, drop column sms_sent_at, drop column mail_sent_at;
comment on column trade.question.phone is 'Số mà câu hỏi đã gửi tới; trả lời được nhận ra bằng số này';
