-- One place asks telephones and hears them, whichever slice asks: so one digit never answers two questions.
create table notice.question (
  key text primary key references notice.notice (key),
  code text not null,
  phone text not null,
  asked_at timestamptz not null,
  closed_at timestamptz
);
comment on table notice.question is 'Câu hỏi trả lời được bằng một chữ số; còn mở đến khi thông báo hỏi nó được rút lại';
comment on column notice.question.key is 'Việc được hỏi; phần trước dấu chấm là phân hệ nhận câu trả lời';
comment on column notice.question.code is 'Bốn chữ phân biệt các câu hỏi của một điện thoại, không phải bí mật';
comment on column notice.question.phone is 'Số mà câu hỏi đã gửi tới; trả lời được nhận ra bằng số này';
create index question_phone on notice.question (phone, asked_at desc);

insert into notice.question (key, code, phone, asked_at, closed_at)
  select n.key, q.code, regexp_replace(regexp_replace(q.phone, '\D', '', 'g'), '^84', '0'), q.asked_at,
    (select min(s.at) from trade.step s where s.connection_id = q.connection_id and s.position > q.position)
  from trade.question q join notice.notice n on n.key = 'trade.asked:' || q.connection_id || ':' || q.position
  where q.phone is not null;

create table notice.inbound (
  id text primary key,
  phone text not null,
  text text not null,
  received_at timestamptz not null,
  outcome text not null check (outcome in ('acted', 'which-one', 'nothing-open', 'not-understood', 'refused')),
  key text references notice.question,
  reply text not null
);
comment on table notice.inbound is 'Tin nhắn đến, mỗi mã của nhà mạng một lần: gửi lại cùng mã chỉ nhận lại câu trả lời cũ';
comment on column notice.inbound.reply is 'Câu trả lời cố định; việc được hỏi nay ra sao thì nói thêm mỗi lần và không lưu, vì có thể có số của người khác';

insert into notice.inbound (id, phone, text, received_at, outcome, key, reply)
  select i.id, i.phone, i.text, i.received_at, i.outcome,
    (select q.key from notice.question q where q.phone = i.phone and q.asked_at <= i.received_at
        and q.key like 'trade.asked:' || i.connection_id || ':%' order by q.asked_at desc limit 1),
    i.reply
  from trade.inbound i;

create function notice.append_only() returns trigger language plpgsql as $$
begin
  raise exception 'notice.% only grows', tg_table_name using errcode = '42501';
end $$;
create trigger inbound_stays before update or delete on notice.inbound for each row execute function notice.append_only();

drop table trade.inbound;
alter table trade.question drop column code, drop column phone, drop column email;
comment on table trade.question is 'Câu hỏi gửi bên đến lượt; còn mở khi chưa có bước nào sau bước position. Hỏi ở đâu, trả lời bằng số nào: notice';
