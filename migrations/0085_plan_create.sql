create schema plan;
comment on schema plan is 'Phương án sản xuất kinh doanh của chủ thể hoặc của người có ý tưởng';

create table plan.plan (
  id text primary key,
  title text not null,
  account_id text references identity.account,
  producer_id text references producer.producer,
  product_id text references product.product,
  idea_id text references idea.idea,
  commune_code text not null,
  commune_on date not null,
  opened_by text not null,
  opened_at timestamptz not null,
  sample boolean not null default false
);
comment on table plan.plan is 'Phương án kinh doanh (chu trình OCOP, bước 3); 26/2026 không có mẫu, nội dung theo hướng dẫn của Chương trình';
comment on column plan.plan.account_id is 'Người lập, khi chưa có chủ thể thì chỉ người này viết';
create index plan_producer on plan.plan (producer_id);
create index plan_account on plan.plan (account_id);
create index plan_product on plan.plan (product_id);
create index plan_idea on plan.plan (idea_id);
create index plan_commune on plan.plan (commune_code);

create table plan.version (
  plan_id text not null references plan.plan,
  number integer not null check (number > 0),
  content jsonb not null,
  saved_by text not null,
  saved_at timestamptz not null,
  sent_on date,
  sent_at timestamptz,
  primary key (plan_id, number),
  check ((sent_on is null) = (sent_at is null))
);
comment on table plan.version is 'Các bản của phương án: bản đã gửi giữ nguyên, bản chưa gửi còn sửa; số liệu tính lại từ nội dung, không lưu';
create unique index version_draft on plan.version (plan_id) where sent_at is null;

create table plan.remark (
  plan_id text not null,
  number integer not null,
  outcome text not null check (outcome in ('agree', 'revise')),
  body text not null,
  by_account text not null,
  on_date date not null,
  at timestamptz not null,
  primary key (plan_id, number),
  foreign key (plan_id, number) references plan.version
);
comment on table plan.remark is 'Nhận xét của xã về một bản đã gửi';

create view plan.pub_plan as
  select p.id, p.title, p.account_id, p.producer_id, p.product_id, p.idea_id, p.commune_code, p.commune_on, p.sample,
    v.number, v.content, v.sent_on, r.outcome,
    case when v.sent_at is null then 'draft' else coalesce(case r.outcome when 'agree' then 'agreed' else r.outcome end, 'sent') end as state
  from plan.plan p
  join lateral (select * from plan.version v where v.plan_id = p.id order by v.number desc limit 1) v on true
  left join plan.remark r on r.plan_id = v.plan_id and r.number = v.number;
comment on view plan.pub_plan is 'Phương án với bản mới nhất và trạng thái; quyền xem do phần đọc kiểm tra';
