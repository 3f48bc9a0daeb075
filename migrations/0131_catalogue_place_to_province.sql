-- A record of an old list may know only the district or the province: then it has no commune, but a province.
create or replace view catalogue.entry as
  select p.id as product_id, p.slug, p.code, p.name, p.summary, p.producer_id, o.slug as producer_slug, o.name as producer_name,
    o.kind as producer_kind, p.group_text, p.group_no, u.code as commune_code, u.name as commune_name,
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
