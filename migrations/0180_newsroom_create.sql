create schema newsroom;
comment on schema newsroom is 'Tin tức: bài viết, các lần soạn, bước xuất bản, con số được dẫn, lượt đọc';

create table newsroom.article (
  id text primary key,
  unit_code text not null,
  unit_on date not null,
  slug text unique,
  state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
  edition integer not null default 0,
  published_edition integer,
  published_at timestamptz,
  changed_at timestamptz not null,
  begun_by text not null,
  begun_at timestamptz not null,
  sample boolean not null default false,
  check ((slug is null) = (published_at is null))
);
comment on table newsroom.article is 'Một bài của một đơn vị; chữ nằm ở newsroom.edition, mỗi lần lưu một dòng';
comment on column newsroom.article.unit_code is 'Đơn vị chịu trách nhiệm về bài, như vào ngày unit_on; VN là trung ương';
comment on column newsroom.article.slug is 'Địa chỉ công khai, đặt ở lần xuất bản đầu và không đổi nữa';
comment on column newsroom.article.state is 'Suy từ bước cuối trong newsroom.step, do trigger ghi';
comment on column newsroom.article.edition is 'Số của lần soạn mới nhất, do trigger của newsroom.edition ghi';
comment on column newsroom.article.published_edition is 'Lần soạn mà người đọc thấy';
create index article_public on newsroom.article (published_at desc, id) where state = 'published';
create index article_unit on newsroom.article (unit_code, changed_at desc);

create table newsroom.edition (
  article_id text not null references newsroom.article,
  number integer not null,
  title text not null,
  summary text not null,
  body text not null,
  category text not null check (category in ('chuong-trinh', 'san-pham', 'thi-truong', 'chinh-sach', 'chu-the', 'su-kien')),
  province_code text,
  tags text[] not null default '{}',
  product_ids text[] not null default '{}',
  picture text,
  picture_small text,
  picture_width integer,
  picture_height integer,
  picture_description text,
  picture_source text,
  folded text not null,
  written_by text not null,
  written_on date not null,
  written_at timestamptz not null,
  primary key (article_id, number),
  check ((picture is null) = (picture_description is null)),
  check ((picture is null) = (picture_small is null))
);
comment on table newsroom.edition is 'Một lần soạn của bài: ai, lúc nào, chữ nào; chỉ thêm, không sửa';
comment on column newsroom.edition.body is 'Markdown; con số được dẫn viết {{so-lieu:MÃ:NGÀY:NƠI}}';
comment on column newsroom.edition.province_code is 'Tỉnh mà bài nói tới, như vào ngày written_on; trống khi là cả nước';
comment on column newsroom.edition.picture is 'Băm của ảnh vẽ lại rộng tối đa 1200 điểm, không còn nơi, giờ và máy chụp';
comment on column newsroom.edition.folded is 'Chữ của bài không dấu, để tìm';
create index edition_words on newsroom.edition using gin (to_tsvector('simple', folded));
create index edition_picture on newsroom.edition (picture) where picture is not null;
create index edition_picture_small on newsroom.edition (picture_small) where picture_small is not null;

create function newsroom.follow_edition() returns trigger language plpgsql as $$
begin
  update newsroom.article set edition = new.number, changed_at = new.written_at where id = new.article_id;
  return new;
end $$;
create trigger edition_moves_article after insert on newsroom.edition
  for each row execute function newsroom.follow_edition();

create table newsroom.step (
  article_id text not null,
  position integer not null,
  act text not null check (act in ('publish', 'correct', 'withdraw')),
  edition integer not null,
  slug text not null,
  reason text not null default '',
  by_account text not null,
  on_date date not null,
  at timestamptz not null,
  primary key (article_id, position),
  foreign key (article_id, edition) references newsroom.edition (article_id, number),
  check (act = 'publish' or reason <> '')
);
comment on column newsroom.step.slug is 'Địa chỉ mà bài nhận nếu đây là lần xuất bản đầu';
comment on table newsroom.step is 'Xuất bản, đính chính, rút: ai, lúc nào, lần soạn nào, vì sao; lý do đính chính và rút là công khai';

create function newsroom.follow_step() returns trigger language plpgsql as $$
begin
  update newsroom.article
    set state = case new.act when 'withdraw' then 'withdrawn' else 'published' end,
      published_edition = new.edition, published_at = coalesce(published_at, new.at), changed_at = new.at,
      slug = coalesce(slug, new.slug)
    where id = new.article_id;
  return new;
end $$;
create trigger step_moves_article after insert on newsroom.step
  for each row execute function newsroom.follow_step();

create table newsroom.citation (
  article_id text not null,
  edition integer not null,
  figure text not null,
  on_date date not null,
  place_code text not null,
  value bigint not null,
  counted_at timestamptz not null,
  primary key (article_id, edition, figure, on_date, place_code),
  foreign key (article_id, edition) references newsroom.edition (article_id, number)
);
comment on table newsroom.citation is 'Con số như đã dẫn: đếm một lần khi lần soạn này được xuất bản, không đổi theo sau';

create table newsroom.reading (
  article_id text not null references newsroom.article,
  on_date date not null,
  count bigint not null,
  primary key (article_id, on_date)
);
comment on table newsroom.reading is 'Số lần mở bài trong ngày; không có ai, máy nào hay địa chỉ nào';

create function newsroom.append_only() returns trigger language plpgsql as $$
begin
  raise exception 'newsroom.% only grows: save another edition or take another step', tg_table_name using errcode = '42501';
end $$;
create trigger edition_stays before update or delete on newsroom.edition for each row execute function newsroom.append_only();
create trigger step_stays before update or delete on newsroom.step for each row execute function newsroom.append_only();
create trigger citation_stays before update or delete on newsroom.citation for each row execute function newsroom.append_only();
