create schema catalogue;
comment on schema catalogue is 'Bộ mặt công khai: bảng đọc dựng từ các cửa sổ pub_ của các phần khác';

create table catalogue.listing (
  product_id text primary key,
  slug text not null unique,
  code text,
  name text not null,
  summary text not null,
  producer_id text not null,
  producer_slug text not null,
  producer_name text not null,
  producer_kind text not null,
  group_text text not null,
  group_no text not null,
  commune_code text,
  commune_name text,
  province_code text,
  province_name text,
  number text,
  stars integer,
  issued_on date,
  last_day date,
  expires_on date,
  end_kind text,
  renewal_filed_on date,
  suspended_from date,
  suspended_to date,
  decision_number text not null,
  decided_on date,
  authority text not null,
  picture text,
  picture_description text,
  sample boolean not null,
  folded text not null,
  search tsvector generated always as (to_tsvector('simple', folded)) stored,
  refreshed_at timestamptz not null default now()
);
comment on table catalogue.listing is 'Một dòng một sản phẩm từng được công nhận, với công nhận mới nhất; dựng lại đúng những dòng có việc mới';
create index listing_search on catalogue.listing using gin (search);
create index listing_name on catalogue.listing using gin (folded gin_trgm_ops);
create index listing_province on catalogue.listing (province_code, commune_code);
create index listing_producer on catalogue.listing (producer_id);
create index listing_newest on catalogue.listing (issued_on desc, product_id);

create sequence catalogue.version;
comment on sequence catalogue.version is 'Tăng mỗi khi bảng đổi; số đếm giữ trong bộ nhớ chỉ đúng cho một phiên bản';

create view catalogue.entry as
  select p.id as product_id, p.slug, p.code, p.name, p.summary, p.producer_id, o.slug as producer_slug, o.name as producer_name,
    o.kind as producer_kind, p.group_text, p.group_no, t.today_code as commune_code, u.name as commune_name,
    coalesce(t.today_province_code, u.province_code) as province_code, v.name as province_name,
    r.number, r.stars, r.issued_on, r.last_day, r.expires_on, r.end_kind, w.filed_on as renewal_filed_on,
    s.from_date as suspended_from, s.to_date as suspended_to, r.decision_number, r.decided_on, r.authority, i.small as picture, i.description as picture_description,
    p.sample,
    public.vn_fold(concat_ws(' ', p.name, o.name, p.code, u.name, v.name)) as folded
  from product.pub_product p
  join producer.pub_producer o on o.id = p.producer_id
  join lateral (
    select * from recognition.pub_recognition r where r.product_id = p.id order by r.issued_on desc, r.number desc limit 1
  ) r on true
  left join territory.pub_today t on t.code = p.commune_code
    and p.commune_on >= t.valid_from and (t.valid_to is null or p.commune_on < t.valid_to)
  left join territory.pub_commune_today u on u.code = t.today_code
  left join territory.pub_province_today v on v.code = coalesce(t.today_province_code, u.province_code)
  left join lateral (
    select filed_on from recognition.pub_renewal w where w.certificate_number = r.number and w.settled_on is null limit 1
  ) w on true
  left join lateral (
    select from_date, to_date from recognition.pub_suspension s where s.certificate_number = r.number order by from_date desc limit 1
  ) s on true
  left join lateral (
    select small, description from product.pub_picture i where i.product_id = p.id order by i.position limit 1
  ) i on true;
comment on view catalogue.entry is 'Cách dựng một dòng của catalogue.listing; chỉ đọc cửa sổ pub_';

create function catalogue.refresh(ids text[]) returns integer language plpgsql as $$
declare touched integer;
begin
  perform nextval('catalogue.version');
  delete from catalogue.listing where product_id = any(ids);
  insert into catalogue.listing (product_id, slug, code, name, summary, producer_id, producer_slug, producer_name, producer_kind,
      group_text, group_no, commune_code, commune_name, province_code, province_name, number, stars, issued_on, last_day, expires_on,
      end_kind, renewal_filed_on, suspended_from, suspended_to, decision_number, decided_on, authority, picture, picture_description, sample, folded)
    select product_id, slug, code, name, summary, producer_id, producer_slug, producer_name, producer_kind,
      group_text, group_no, commune_code, commune_name, province_code, province_name, number, stars, issued_on, last_day, expires_on,
      end_kind, renewal_filed_on, suspended_from, suspended_to, decision_number, decided_on, authority, picture, picture_description, sample, folded
    from catalogue.entry where product_id = any(ids);
  get diagnostics touched = row_count;
  return touched;
end $$;
comment on function catalogue.refresh(text[]) is 'Dựng lại đúng những dòng này';
