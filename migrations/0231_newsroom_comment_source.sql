-- The same words are counted for each source in identity.attempt, for a day.
create or replace function newsroom.follow_comment() returns trigger language plpgsql as $$
begin
  update newsroom.comment
    set state = case new.act when 'approve' then 'shown' when 'refuse' then 'refused' when 'erase' then 'erased' else state end,
      reported = new.act = 'report'
    where id = new.comment_id;
  -- What the writer takes back is gone, not hidden.
  if new.act = 'erase' then
    update newsroom.comment set name = '', body = '', email_hash = '' where id = new.comment_id;
  end if;
  return new;
end $$;
alter table newsroom.comment drop column body_hash;
drop index newsroom.comment_day;
comment on column newsroom.comment.email_hash is 'Băm của thư điện tử người viết: để người viết xin gỡ; không lưu địa chỉ';
