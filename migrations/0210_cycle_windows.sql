-- What the slices below let the way of a product and the next step of a producer read.
create view trade.pub_offer as
  select o.id, o.product_id, p.producer_id, o.unit, o.price, o.monthly, o.offered_on, o.withdrawn_on, o.sample,
    (select sum(m)::bigint from unnest(o.monthly) m) * o.price as year_value
  from trade.offer o join product.pub_product p on p.id = o.product_id;
comment on view trade.pub_offer is 'Nguồn cung của sản phẩm; year_value là giá trị chào cả năm theo giá chào, đồng';

create view trade.pub_connection as
  select c.id, c.offer_id, c.product_id, c.producer_id, b.name as buyer_name, c.state, c.since, c.asked_on, c.wanted_on, c.sample
  from trade.connection c join trade.buyer b on b.id = c.buyer_id;
comment on view trade.pub_connection is 'Kết nối của sản phẩm với bên mua, đang ở bước nào; chỉ hai bên và cán bộ của nơi ấy được xem';

create view outcome.pub_size as
  select distinct on (r.producer_id) r.producer_id, r.year, r.revenue, r.labour_total
  from outcome.report r order by r.producer_id, r.year desc, r.version desc;
comment on view outcome.pub_size is 'Doanh thu và lao động theo báo cáo năm gần nhất của từng chủ thể; chỉ chủ thể ấy và cán bộ của nơi ấy được xem';

create view fair.pub_application as
  select a.id, a.fair_id, f.slug, f.title, f.opens_on, f.closes_on, f.state as fair_state, a.producer_id, p.product_id, a.applied_on,
    (select s.outcome from fair.selection s where s.application_id = a.id order by s.position desc limit 1) as outcome,
    exists (select from fair.attendance t where t.application_id = a.id) as attended
  from fair.application a
  join fair.fair f on f.id = a.fair_id
  join fair.application_product p on p.application_id = a.id;
comment on view fair.pub_application is 'Sản phẩm đăng ký hội chợ nào, được chọn chưa, đã có mặt chưa; chỉ chủ thể ấy và cán bộ của nơi ấy được xem';

create view fair.pub_shelf as
  select s.point_id, p.name as point_name, s.product_id, s.from_date, s.to_date
  from fair.shelf s join fair.point p on p.id = s.point_id
  where not exists (select from fair.point_closing c where c.point_id = s.point_id);
comment on view fair.pub_shelf is 'Sản phẩm bày ở điểm bán còn hoạt động';
