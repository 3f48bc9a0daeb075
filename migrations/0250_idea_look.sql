-- Ý tưởng mà người gửi muốn công khai chỉ hiện cho mọi người sau khi xã đã xem.
create table idea.look (
  id text primary key,
  idea_id text not null references idea.idea,
  shown boolean not null,
  reason text not null default '',
  by_account text not null,
  at timestamptz not null,
  check (shown or reason <> '')
);
comment on table idea.look is 'Xã cho hiện hay giữ lại một ý tưởng mà người gửi muốn công khai; dòng mới nhất có hiệu lực, chưa có dòng nào là đang chờ xem';
comment on column idea.look.reason is 'Vì sao giữ lại; người gửi đọc được';
create index look_idea on idea.look (idea_id, at desc, id desc);

alter table idea.idea add column look_due_on date;
comment on column idea.idea.look_due_on is 'Hạn xã xem trước khi cho hiện; trống khi không công khai hoặc gửi trước khi có bước này';

alter table idea.term add column look_days integer not null default 3 check (look_days between 1 and 60);
comment on column idea.term.look_days is 'Số ngày làm việc để xã xem một ý tưởng trước khi cho hiện; luật không quy định';

create or replace view idea.pub_idea as
  select i.id, i.title, i.description, i.material, i.market, i.group_no, i.commune_code, i.commune_on, i.filed_on, i.due_on, i.account_id,
    a.outcome, a.answered_at, i.producer_id,
    i.open_to_public and coalesce((select l.shown from idea.look l where l.idea_id = i.id order by l.at desc, l.id desc limit 1), false)
      as open_to_public,
    i.sample
  from idea.idea i left join idea.answer a on a.idea_id = i.id;
comment on view idea.pub_idea is 'Ý tưởng và kết quả trả lời; không có tên, điện thoại người gửi; open_to_public chỉ đúng khi xã đã cho hiện';
