-- Invitations leave through the post office: delivery, consent and the page of notices know of them.
insert into notice.notice (id, key, producer_id, guest, subject, body, href, urgent, made_at)
  select gen_random_uuid()::text, 'gathering.invited:' || i.id, i.producer_id,
    case when i.producer_id is null then 'gathering.invitation:' || i.id end,
    'Thư mời: ' || e.title, 'Thư mời đã gửi trước khi hệ thống đổi cách gửi.', '/su-kien/' || e.slug, false, i.sent_at
  from gathering.invitation i join gathering.event e on e.id = i.event_id where i.sent_at is not null and i.email is not null;
insert into notice.delivery (id, notice_id, channel, address, state, queued_at, next_try_at, sent_at)
  select gen_random_uuid()::text, n.id, 'email', i.email, 'sent', i.sent_at, i.sent_at, i.sent_at
  from gathering.invitation i join notice.notice n on n.key = 'gathering.invited:' || i.id;
alter table gathering.invitation drop column sent_at;
