-- Ý tưởng đi từ người dân đến hồ sơ: xem giống, kiểm tra sớm, khảo sát khả thi, ý kiến cộng đồng, con đường thành sản phẩm.
alter table idea.idea
  add column origin text not null default 'new' check (origin in ('new', 'existing')),
  add column group_no text,
  add column open_to_public boolean not null default false,
  add column filed_by text,
  add column consent jsonb,
  add column folded text generated always as (public.vn_fold(title)) stored,
  add column pairs text[] generated always as (public.vn_pairs(title) || public.vn_pairs(material)) stored;
comment on column idea.idea.origin is 'new: chưa có sản phẩm · existing: sản phẩm đang làm, muốn hoàn thiện';
comment on column idea.idea.group_no is 'Nhóm theo 26/2026 Phụ lục I mà người gửi chọn; trống khi chưa rõ';
comment on column idea.idea.open_to_public is 'Người gửi đồng ý cho mọi người đọc và góp ý; tên, điện thoại không bao giờ hiện';
comment on column idea.idea.filed_by is 'Cán bộ xã nhập thay, khi có';
comment on column idea.idea.consent is 'Khi nhập thay: ai đồng ý, ngày nào, bằng cách nào';
create unique index idea_secret on idea.idea (secret_hash);
create index idea_pairs on idea.idea using gin (pairs);
create index idea_public on idea.idea (filed_on desc) where open_to_public;
create index idea_account on idea.idea (account_id);

create table idea.term (
  province_code text not null,
  from_date date not null,
  working_days integer not null check (working_days between 1 and 120),
  intake_from text check (intake_from ~ '^\d\d-\d\d$'),
  intake_to text check (intake_to ~ '^\d\d-\d\d$'),
  basis text not null,
  entered_by text not null,
  entered_at timestamptz not null,
  primary key (province_code, from_date),
  check ((intake_from is null) = (intake_to is null))
);
comment on table idea.term is 'Thời hạn trả lời ý tưởng và mùa tiếp nhận do tỉnh quy định; tỉnh chưa ghi thì dùng thời hạn mặc định, luật không quy định';
comment on column idea.term.intake_from is 'Tháng-ngày; ngoài mùa vẫn gửi được, chỉ báo để người gửi biết';

create table idea.visit (
  id text primary key,
  idea_id text not null references idea.idea,
  visited_on date not null,
  present text not null,
  findings jsonb not null,
  pictures text[] not null default '{}',
  entered_by text not null,
  entered_at timestamptz not null
);
comment on table idea.visit is 'Khảo sát khả thi của xã: nguyên liệu, lao động, sức mạnh cộng đồng, thị trường; mỗi mục một mức và một nhận xét, kèm ảnh';
create index visit_idea on idea.visit (idea_id, visited_on desc);
create index visit_picture on idea.visit using gin (pictures);

create table idea.voice (
  id text primary key,
  idea_id text not null references idea.idea,
  kind text not null check (kind in ('endorse', 'comment', 'join')),
  name text not null,
  phone text,
  body text not null default '',
  sent_at timestamptz not null,
  sent_on date not null,
  sample boolean not null default false,
  check (kind <> 'join' or phone is not null),
  check (kind <> 'comment' or body <> '')
);
comment on table idea.voice is 'Tiếng nói về ý tưởng: ủng hộ, góp ý, xin cùng làm; chỉ hiện sau khi xã duyệt';
comment on column idea.voice.phone is 'Chỉ cán bộ xã nơi nhận và người gửi ý tưởng thấy';
create index voice_idea on idea.voice (idea_id, sent_at);

create table idea.moderation (
  voice_id text primary key references idea.voice,
  shown boolean not null,
  reason text not null default '',
  by_account text not null,
  at timestamptz not null,
  check (shown or reason <> '')
);
comment on table idea.moderation is 'Xã cho hiện hay không cho hiện một ý kiến, vì sao';

create table idea.step (
  id text primary key,
  idea_id text not null references idea.idea,
  kind text not null check (kind in ('claimed', 'organisation', 'producer', 'product')),
  subject text,
  note text not null default '',
  people integer check (people > 0),
  by_account text not null,
  on_date date not null,
  at timestamptz not null
);
comment on table idea.step is 'Bước của con đường từ ý tưởng: nhận về tài khoản, tổ chức (tổ, hợp tác xã), chủ thể, sản phẩm';
comment on column idea.step.subject is 'organisation: loại hình dự kiến · producer, product: mã trong sổ';
create index step_idea on idea.step (idea_id, at);
create unique index step_product on idea.step (subject) where kind = 'product';

drop view idea.pub_idea;
create view idea.pub_idea as
  select i.id, i.title, i.description, i.material, i.market, i.group_no, i.commune_code, i.commune_on, i.filed_on, i.due_on, i.account_id,
    a.outcome, a.answered_at, i.producer_id, i.open_to_public, i.sample
  from idea.idea i left join idea.answer a on a.idea_id = i.id;
comment on view idea.pub_idea is 'Ý tưởng và kết quả trả lời; không có tên, điện thoại người gửi';

create view idea.pub_step as select idea_id, kind, subject, note, people, on_date, at from idea.step;
comment on view idea.pub_step is 'Ý tưởng đã thành tổ chức, chủ thể, sản phẩm nào';
