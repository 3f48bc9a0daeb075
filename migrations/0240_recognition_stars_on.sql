-- One sentence for every slice above that asks what a product carries on a day: trade, fairs and direct sale each had their own,
-- and left out the renewal that waits for the authority (26/2026 Điều 12.3).
create function recognition.pub_stars_on(product text, day date, grace_days integer) returns integer
language sql stable as $$
  select max(r.stars) from recognition.pub_recognition r
  where r.product_id = product and r.issued_on <= day
    and (day <= r.last_day or (r.end_kind is null and day <= r.expires_on + grace_days and exists (
      select from recognition.pub_renewal w
      where w.certificate_number = r.number and w.filed_on <= day and (w.settled_on is null or w.settled_on > day))))
    and not exists (
      select from recognition.pub_suspension s
      where s.certificate_number = r.number and s.from_date <= day and (s.to_date is null or s.to_date > day))
$$;
comment on function recognition.pub_stars_on(text, date, integer) is
  'Hạng sao cao nhất sản phẩm mang vào một ngày: chưa hết hạn hoặc đang chờ công nhận lại trong số ngày gia hạn, không bị đình chỉ; trống khi không mang sao nào';
