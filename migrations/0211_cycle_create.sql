create schema cycle;
comment on schema cycle is 'Chu trình OCOP: chủ thể thuộc nhóm phát triển nào, nên làm gì tiếp, sản phẩm đang ở bước nào của sáu bước';

create table cycle.threshold (
  unit_code text not null check (unit_code = 'VN' or unit_code ~ '^[0-9]{2}$'),
  from_date date not null,
  high_stars integer not null check (high_stars between 3 and 5),
  large_year bigint not null check (large_year > 0),
  warn_days integer not null check (warn_days between 1 and 730),
  market_months integer not null check (market_months between 1 and 60),
  basis text not null check (basis <> ''),
  set_by text not null,
  set_at timestamptz not null,
  primary key (unit_code, from_date)
);
comment on table cycle.threshold is 'Ngưỡng chia nhóm phát triển từ ngày nào; tỉnh thắng cả nước; chưa đặt thì theo mặc định của hệ thống';
comment on column cycle.threshold.high_stars is 'Hạng sao còn hiệu lực từ đây là hạng cao';
comment on column cycle.threshold.large_year is 'Doanh thu một năm từ đây, đồng, là lượng lớn; chưa có doanh thu thì tính giá trị đang chào bán';
comment on column cycle.threshold.warn_days is 'Chứng nhận, giấy tờ còn ít hơn bấy nhiêu ngày là sắp hết hạn';
comment on column cycle.threshold.market_months is 'Không có thỏa thuận mua bán nào trong bấy nhiêu tháng là chưa có thị trường';
