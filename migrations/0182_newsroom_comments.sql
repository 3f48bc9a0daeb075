create table newsroom.comment (
  id text primary key,
  article_id text not null references newsroom.article,
  secret_hash text not null,
  email_hash text not null,
  name text not null,
  body text not null,
  body_hash text not null,
  state text not null default 'waiting' check (state in ('waiting', 'shown', 'refused', 'erased')),
  reported boolean not null default false,
  written_on date not null,
  written_at timestamptz not null,
  sample boolean not null default false
);
comment on table newsroom.comment is 'Bình luận của người đọc: chỉ hiện sau khi biên tập viên duyệt; state và reported do trigger của comment_step ghi';
comment on column newsroom.comment.email_hash is 'Băm của thư điện tử người viết: để giới hạn số lần gửi và để người viết xin gỡ; không lưu địa chỉ';
comment on column newsroom.comment.secret_hash is 'Băm của khóa trong địa chỉ mà người viết giữ';
create index comment_shown on newsroom.comment (article_id, written_at) where state = 'shown';
create index comment_queue on newsroom.comment (written_at) where state = 'waiting' or reported;
create index comment_day on newsroom.comment (written_on, email_hash);

create table newsroom.comment_step (
  comment_id text not null references newsroom.comment,
  position integer not null,
  act text not null check (act in ('approve', 'refuse', 'report', 'keep', 'erase')),
  reason text not null default '',
  by_account text not null,
  at timestamptz not null,
  primary key (comment_id, position)
);
comment on table newsroom.comment_step is 'Duyệt, từ chối, báo, giữ lại, gỡ: ai, lúc nào, vì sao';

create function newsroom.follow_comment() returns trigger language plpgsql as $$
begin
  update newsroom.comment
    set state = case new.act when 'approve' then 'shown' when 'refuse' then 'refused' when 'erase' then 'erased' else state end,
      reported = new.act = 'report'
    where id = new.comment_id;
  -- What the writer takes back is gone, not hidden.
  if new.act = 'erase' then
    update newsroom.comment set name = '', body = '', body_hash = '', email_hash = '' where id = new.comment_id;
  end if;
  return new;
end $$;
create trigger step_moves_comment after insert on newsroom.comment_step
  for each row execute function newsroom.follow_comment();
create trigger comment_step_stays before update or delete on newsroom.comment_step
  for each row execute function newsroom.append_only();
