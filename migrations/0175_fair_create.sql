create schema fair;
comment on schema fair is 'Hội chợ, tuần hàng, kết nối; gian hàng, kết quả; điểm giới thiệu và bán sản phẩm OCOP';

create table fair.fair (
  id text primary key,
  slug text not null unique,
  kind text not null check (kind in ('fair', 'week', 'connection', 'festival')),
  reach text not null check (reach in ('province', 'country', 'international')),
  unit_code text not null,
  unit_on date not null,
  title text not null,
  summary text not null default '',
  organiser text not null,
  province_code text not null,
  place text not null,
  audience text not null,
  opens_on date not null,
  closes_on date not null check (closes_on >= opens_on),
  apply_by date not null check (apply_by <= opens_on),
  booths integer not null check (booths > 0),
  least_stars integer not null default 0 check (least_stars in (0, 3, 4, 5)),
  highlight boolean not null default false,
  clash_reason text not null default '',
  edition integer not null default 1 check (edition > 0),
  state text not null default 'draft' check (state in ('draft', 'called', 'closed', 'cancelled')),
  created_by text not null,
  created_at timestamptz not null,
  sample boolean not null default false
);
comment on table fair.fair is 'Một lần xúc tiến: đơn vị tổ chức, nơi, ngày, số gian, điều kiện tham gia';
comment on column fair.fair.province_code is 'Tỉnh nơi diễn ra, như vào ngày mở; có thể khác tỉnh tổ chức';
comment on column fair.fair.least_stars is 'Sản phẩm phải đang có từ hạng sao này; 0 là không đòi hỏi';
comment on column fair.fair.clash_reason is 'Vì sao vẫn tổ chức khi lịch chung đã có việc trùng ngày, cùng nơi hoặc cùng đối tượng';
comment on column fair.fair.state is 'Suy từ bước cuối cùng trong fair.step, do trigger ghi';
create index fair_days on fair.fair (opens_on, id);
create index fair_unit on fair.fair (unit_code, opens_on);

create table fair.step (
  fair_id text not null references fair.fair,
  position integer not null,
  act text not null check (act in ('call', 'cancel', 'close')),
  state_after text not null,
  reason text not null default '',
  by_account text not null,
  on_date date not null,
  at timestamptz not null,
  primary key (fair_id, position)
);
comment on table fair.step is 'Mỗi bước của hội chợ: ai, lúc nào, vì sao';

create function fair.follow_step() returns trigger language plpgsql as $$
begin
  update fair.fair set state = new.state_after where id = new.fair_id;
  return new;
end $$;
create trigger step_moves_fair after insert on fair.step for each row execute function fair.follow_step();

create table fair.application (
  id text primary key,
  fair_id text not null references fair.fair,
  producer_id text not null references producer.producer,
  wish text not null check (wish in ('ground', 'virtual', 'both')),
  note text not null default '',
  applied_by text not null,
  applied_on date not null,
  applied_at timestamptz not null,
  unique (fair_id, producer_id)
);
comment on table fair.application is 'Chủ thể đăng ký tham gia, một lần cho mỗi hội chợ';
create index application_producer on fair.application (producer_id);

create table fair.application_product (
  application_id text not null references fair.application,
  product_id text not null references product.product,
  primary key (application_id, product_id)
);
comment on table fair.application_product is 'Sản phẩm mang tới hội chợ';
create index application_product_product on fair.application_product (product_id);

create table fair.selection (
  application_id text not null references fair.application,
  position integer not null,
  outcome text not null check (outcome in ('chosen', 'declined', 'withdrawn')),
  booth text not null default '',
  reason text not null,
  by_account text not null,
  on_date date not null,
  at timestamptz not null,
  primary key (application_id, position)
);
comment on table fair.selection is 'Kết quả xét đăng ký, có lý do; dòng cuối có hiệu lực; withdrawn do chủ thể rút';

create table fair.booth (
  application_id text primary key references fair.application,
  words text not null,
  film_url text check (film_url ~ '^https://'),
  edition integer not null default 1,
  written_by text not null,
  written_at timestamptz not null
);
comment on table fair.booth is 'Gian hàng trên mạng: lời giới thiệu và đường dẫn phim';

create table fair.picture (
  id text primary key,
  application_id text not null references fair.application,
  file text not null check (file ~ '^[0-9a-f]{64}$'),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  small text not null check (small ~ '^[0-9a-f]{64}$'),
  small_width integer not null check (small_width > 0),
  small_height integer not null check (small_height > 0),
  description text not null check (description <> ''),
  added_by text not null,
  added_at timestamptz not null
);
comment on table fair.picture is 'Ảnh gian hàng, WebP vẽ lại ở 1280 và 480 điểm ảnh, không còn vị trí chụp';
create index picture_application on fair.picture (application_id, added_at);
create index picture_file on fair.picture (file);
create index picture_small on fair.picture (small);

create table fair.attendance (
  application_id text primary key references fair.application,
  marked_by text not null,
  marked_on date not null,
  marked_at timestamptz not null
);
comment on table fair.attendance is 'Chủ thể đã có mặt: là minh chứng chấm điểm về tham gia xúc tiến, chủ thể đưa vào ví được';

create table fair.outcome (
  application_id text not null references fair.application,
  position integer not null,
  contracts integer not null check (contracts >= 0),
  contract_value bigint not null check (contract_value >= 0),
  distributors integer not null check (distributors >= 0),
  revenue bigint not null check (revenue >= 0),
  note text not null default '',
  told_by text not null check (told_by in ('producer', 'officer')),
  by_account text not null,
  on_date date not null,
  at timestamptz not null,
  primary key (application_id, position)
);
comment on table fair.outcome is 'Kết quả của một chủ thể: hợp đồng, nhà phân phối kết nối được, doanh thu; dòng cuối có hiệu lực';

create table fair.point (
  id text primary key,
  unit_code text not null,
  unit_on date not null,
  class text not null check (class in ('station', 'rest-stop', 'market', 'tourism', 'craft-village', 'commune-centre', 'fair-centre', 'post-office')),
  name text not null,
  address text not null,
  commune_code text not null,
  commune_on date not null,
  keeper text not null,
  phone text not null,
  hours text not null default '',
  opened_on date not null,
  entered_by text not null,
  entered_at timestamptz not null,
  sample boolean not null default false
);
comment on table fair.point is 'Điểm giới thiệu và bán sản phẩm OCOP theo nhóm địa điểm của 950/QĐ-BCT';
create index point_unit on fair.point (unit_code);

create table fair.point_closing (
  point_id text primary key references fair.point,
  closed_on date not null,
  reason text not null,
  by_account text not null,
  at timestamptz not null
);
comment on table fair.point_closing is 'Điểm bán thôi hoạt động từ ngày closed_on';

create table fair.shelf (
  point_id text not null references fair.point,
  product_id text not null references product.product,
  position integer not null,
  from_date date not null,
  to_date date check (to_date >= from_date),
  by_account text not null,
  at timestamptz not null,
  primary key (point_id, product_id, position)
);
comment on table fair.shelf is 'Sản phẩm bày bán ở một điểm; to_date là ngày đầu tiên không còn bày';
create unique index shelf_open on fair.shelf (point_id, product_id) where to_date is null;
create index shelf_product on fair.shelf (product_id);

create view fair.pub_fair as
  select id, slug, kind, title, unit_code, unit_on, province_code, place, audience, opens_on, closes_on, highlight, edition, state, sample
  from fair.fair where state <> 'draft';
comment on view fair.pub_fair is 'Hội chợ đã thông báo, kể cả đã xong hoặc bị hủy; cho lịch chung';

create view fair.pub_attendance as
  select a.fair_id, a.producer_id, p.product_id, f.reach, f.opens_on, f.closes_on
  from fair.attendance t
  join fair.application a on a.id = t.application_id
  join fair.fair f on f.id = a.fair_id
  join fair.application_product p on p.application_id = a.id;
comment on view fair.pub_attendance is 'Ai, sản phẩm nào đã tham gia hội chợ nào, trong tỉnh, ngoài tỉnh hay quốc tế';

create view fair.pub_point as
  select p.id, p.class, p.name, p.address, p.commune_code, p.commune_on, p.opened_on, c.closed_on, p.sample
  from fair.point p left join fair.point_closing c on c.point_id = p.id;
comment on view fair.pub_point is 'Điểm bán, cho bản đồ và thống kê';
