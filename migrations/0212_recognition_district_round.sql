-- Vòng chấm ở huyện theo văn bản mà huyện chỉ báo hoặc đề nghị (1048/2019), nhập lại từ giấy. Không có hồ sơ nào đứng sau, nên không
-- việc gì tới bàn làm việc của tỉnh hôm nay.
create table recognition.district_round (
  id text primary key,
  unit_code text not null,
  met_on date not null,
  minutes text not null,
  text text not null,
  told_on date,
  proposal text,
  entered_by text not null,
  entered_at timestamptz not null,
  unique (unit_code, met_on, minutes),
  check (told_on >= met_on)
);
comment on table recognition.district_round is 'Phiên chấm của hội đồng huyện như ghi trên giấy: ai nhập lại, lúc nào; không phải phiên chấm trên hệ thống';
comment on column recognition.district_round.unit_code is 'Huyện lúc đó, hiểu theo danh mục của ngày họp';
comment on column recognition.district_round.minutes is 'Số biên bản; một huyện, một ngày, một số biên bản chỉ nhập một lần';
comment on column recognition.district_round.text is 'Văn bản có hiệu lực vào ngày họp';
comment on column recognition.district_round.told_on is 'Ngày báo kết quả cho xã và chủ thể; vắng khi giấy không ghi';
comment on column recognition.district_round.proposal is 'Số văn bản đề nghị lên tỉnh; vắng khi giấy không ghi hoặc không đề nghị sản phẩm nào';

create table recognition.district_line (
  round_id text not null references recognition.district_round,
  position integer not null,
  product_id text not null references product.product,
  producer_id text not null references producer.producer,
  product_name text not null,
  producer_name text not null,
  place_name text not null,
  points_hundredths integer not null check (points_hundredths between 0 and 10000),
  stars integer not null check (stars between 1 and 5),
  sample boolean not null default false,
  primary key (round_id, position),
  unique (round_id, product_id)
);
comment on table recognition.district_line is 'Kết quả của một sản phẩm ở huyện, tên như lúc nhập; không phải một công nhận';
comment on column recognition.district_line.stars is 'Hạng theo bậc điểm của văn bản, tính lúc nhập, không gõ tay';
create index district_line_product on recognition.district_line (product_id);

create view recognition.pub_district_result as
  select l.product_id, l.round_id, r.met_on, r.text, l.points_hundredths, l.stars, l.sample
  from recognition.district_line l join recognition.district_round r on r.id = l.round_id;
comment on view recognition.pub_district_result is 'Kết quả ở huyện của các vòng cũ; không phải một công nhận, không công bố ra ngoài';

create or replace view recognition.pub_named as
  select 'decision' as kind, id, coalesce(number, 'Dự thảo') || ', ' || authority as name from recognition.decision
  union all
  select 'certificate', c.number, c.number || ' · ' || c.product_name from recognition.certificate c
  union all
  select 'line', id, product_name from recognition.line
  union all
  select 'district-round', r.id, u.full_name || ', họp ngày ' || to_char(r.met_on, 'DD/MM/YYYY')
  from recognition.district_round r
  join territory.pub_unit u on u.code = r.unit_code and r.met_on >= u.valid_from and (u.valid_to is null or r.met_on < u.valid_to);
comment on view recognition.pub_named is 'Tên gọi của quyết định, dòng công nhận, giấy chứng nhận, vòng huyện, cho trang sổ ghi';
