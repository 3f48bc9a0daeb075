-- Whoever floods a commune uses up only what their own network may send; the rest is taken and looked at later.
alter table feedback.matter add column crowded boolean not null default false;
comment on column feedback.matter.crowded is 'Đến trong ngày xã đó nhận rất nhiều phiếu không đăng nhập: xem sau các phiếu khác, hạn không đổi';
-- The same words are counted for each source in identity.attempt, for a day.
alter table feedback.matter drop column body_hash;
