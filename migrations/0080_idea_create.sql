create schema idea;
comment on schema idea is 'Ý tưởng sản phẩm từ người dân và chủ thể';

create table idea.idea (
  id text primary key,
  title text not null,
  description text not null,
  material text not null default '',
  market text not null default '',
  proposer_name text not null,
  proposer_phone text not null,
  account_id text references identity.account,
  producer_id text references producer.producer,
  commune_code text not null,
  commune_on date not null,
  filed_at timestamptz not null,
  filed_on date not null,
  due_on date not null,
  sample boolean not null default false,
  secret_hash text not null check (secret_hash ~ '^[0-9a-f]{64}$')
);
comment on column idea.idea.secret_hash is 'Băm của mã trong đường dẫn riêng của người gửi, để xem trả lời không cần tài khoản';
comment on table idea.idea is 'Ý tưởng đăng ký tại xã (chu trình OCOP, bước 2)';
comment on column idea.idea.proposer_phone is 'Chỉ cán bộ xã nơi nhận và người gửi thấy';
create index idea_commune on idea.idea (commune_code, filed_on);

create table idea.answer (
  idea_id text primary key references idea.idea,
  outcome text not null check (outcome in ('welcome', 'revise', 'decline')),
  answer text not null,
  feasibility jsonb not null default '{}',
  answered_by text not null,
  answered_at timestamptz not null
);
comment on table idea.answer is 'Trả lời của xã, có lý do và bước tiếp theo';

create view idea.pub_idea as
  select i.id, i.title, i.commune_code, i.commune_on, i.filed_on, i.due_on, a.outcome, a.answered_at, i.producer_id, i.sample
  from idea.idea i left join idea.answer a on a.idea_id = i.id;
comment on view idea.pub_idea is 'Ý tưởng và kết quả trả lời; không có người gửi';
