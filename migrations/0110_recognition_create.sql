create schema recognition;
comment on schema recognition is 'Quyết định, giấy chứng nhận, hết hạn, công nhận lại, thu hồi';

create table recognition.decision (
  id text primary key,
  kind text not null check (kind in ('recognise', 'approve-result', 'revoke')),
  level text not null check (level in ('district', 'province', 'ministry')),
  unit_code text not null,
  unit_on date not null,
  authority text not null,
  number text,
  year integer,
  decided_on date,
  text text not null,
  round_id text references programme.round,
  signer_name text,
  signer_title text,
  drafted_by text not null,
  drafted_at timestamptz not null,
  issued_at timestamptz,
  source_url text,
  sample boolean not null default false,
  check ((issued_at is null) = (number is null)),
  check ((issued_at is null) = (year is null))
);
comment on table recognition.decision is 'Quyết định: dự thảo cho tới khi có số; một quyết định nhiều sản phẩm';
comment on column recognition.decision.authority is 'Cơ quan ban hành, tên như đã ký, ví dụ Ủy ban nhân dân tỉnh Lâm Đồng';
comment on column recognition.decision.number is 'Số và ký hiệu, ví dụ 3981/QĐ-UBND; duy nhất theo cơ quan, loại (trong ký hiệu) và năm';
comment on column recognition.decision.decided_on is 'Ngày ký; vắng khi nguồn công bố không ghi (nhập từ danh sách cũ)';
create unique index decision_number on recognition.decision (authority, number, year) where number is not null;

create table recognition.line (
  id text primary key,
  decision_id text not null references recognition.decision,
  position integer not null,
  product_id text not null references product.product,
  producer_id text not null references producer.producer,
  product_name text not null,
  producer_name text not null,
  place_name text not null,
  dossier_id text references dossier.dossier,
  session_id text references evaluation.session,
  stars integer check (stars between 3 and 5),
  mean_hundredths integer,
  ends_certificate text,
  ground text,
  ground_note text,
  concluded_on date,
  unique (decision_id, position)
);
comment on table recognition.line is 'Một dòng của quyết định là một công nhận (hoặc một thu hồi); tên như đã in';
comment on column recognition.line.concluded_on is 'Ngày có kết luận làm căn cứ thu hồi; hạn ra quyết định là 15 ngày (26/2026 Điều 8)';
create unique index line_product_once on recognition.line (decision_id, product_id) where ends_certificate is null;
create unique index line_dossier on recognition.line (dossier_id, decision_id) where dossier_id is not null;
-- One result is decided on once: the second drafter of a race finds the first one's line.
create unique index line_of_result on recognition.line (session_id, dossier_id) where session_id is not null;
create index line_product on recognition.line (product_id);

create table recognition.certificate (
  number text primary key,
  line_id text not null unique references recognition.line,
  product_id text not null references product.product,
  producer_id text not null references producer.producer,
  product_name text not null,
  producer_name text not null,
  stars integer not null check (stars between 3 and 5),
  issued_on date not null,
  expires_on date not null,
  layout text not null,
  facts jsonb not null default '{}',
  url text,
  file text check (file ~ '^[0-9a-f]{64}$'),
  check (expires_on > issued_on),
  check ((url is null) = (file is null))
);
comment on table recognition.certificate is 'Giấy chứng nhận 36 tháng; tên như đã in; mẫu in không đổi về sau';
comment on column recognition.certificate.layout is 'Mẫu in (v1 …), hoặc elsewhere khi bản giấy do nơi khác in trước khi có hệ thống';
comment on column recognition.certificate.facts is 'Mọi điều in trên giấy, đóng băng lúc cấp; in lại cho ra đúng bản đầu';
comment on column recognition.certificate.url is 'Địa chỉ trong mã QR của bản in đầu tiên';
comment on column recognition.certificate.file is 'Băm nội dung của tệp PDF đã in';
create index certificate_product on recognition.certificate (product_id, issued_on);
create index certificate_producer on recognition.certificate (producer_id);
create index certificate_name on recognition.certificate (public.vn_fold(product_name));
create index certificate_expiry on recognition.certificate (expires_on);

-- Serials come from this row, locked until the act commits: a rollback gives its serial back, so there is no gap.
create table recognition.serial (
  unit_code text not null,
  year integer not null,
  last integer not null check (last > 0),
  primary key (unit_code, year)
);
comment on table recognition.serial is 'Số thứ tự giấy chứng nhận đã cấp của một cơ quan trong năm';

create table recognition.ending (
  certificate_number text primary key references recognition.certificate,
  kind text not null check (kind in ('revoked', 'replaced', 'expiry-recorded')),
  ended_on date not null,
  decision_id text references recognition.decision,
  ground text,
  source_url text,
  replaced_by text references recognition.certificate,
  recorded_at timestamptz not null,
  recorded_by text not null,
  check (replaced_by is null or kind = 'replaced')
);
comment on table recognition.ending is 'Giấy chứng nhận kết thúc trước hạn (thu hồi, thay bằng giấy mới) hoặc được ghi nhận hết hạn';
comment on column recognition.ending.ended_on is 'Ngày đầu tiên không còn hiệu lực';

create table recognition.suspension (
  id text primary key,
  certificate_number text not null references recognition.certificate,
  from_date date not null,
  to_date date,
  reason text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  check (to_date is null or to_date >= from_date)
);
comment on table recognition.suspension is 'Tạm đình chỉ dùng dấu sao; to_date là ngày đầu tiên được dùng lại';
create unique index suspension_open on recognition.suspension (certificate_number) where to_date is null;

create table recognition.renewal (
  certificate_number text not null references recognition.certificate,
  dossier_id text not null unique references dossier.dossier,
  opened_on date not null,
  opened_by text not null,
  primary key (certificate_number, dossier_id)
);
comment on table recognition.renewal is 'Hồ sơ công nhận lại hoặc nâng hạng mở cho một giấy chứng nhận; ngày nộp và ngày xong đọc từ hồ sơ';

create view recognition.pub_recognition as
  select c.number, l.id as line_id, c.product_id, c.producer_id, c.product_name, c.producer_name, c.stars, l.mean_hundredths,
    c.issued_on, c.expires_on, e.kind as end_kind, e.ended_on, e.ground as end_ground,
    d.id as decision_id, d.number as decision_number, d.year as decision_year, d.decided_on, d.authority, d.level, d.unit_code, d.unit_on,
    d.text, d.round_id, d.source_url, d.sample, l.dossier_id,
    case when e.kind in ('revoked', 'replaced') then least(c.expires_on, e.ended_on - 1) else c.expires_on end as last_day
  from recognition.certificate c
  join recognition.line l on l.id = c.line_id
  join recognition.decision d on d.id = l.decision_id
  left join recognition.ending e on e.certificate_number = c.number;
comment on view recognition.pub_recognition is 'Mỗi công nhận 3–5 sao với quyết định, hạn và kết thúc; đang hiệu lực vào ngày D khi issued_on <= D <= last_day (công nhận lại đang chờ tính riêng)';

create view recognition.pub_result_approved as
  select l.id as line_id, l.product_id, l.producer_id, l.dossier_id, d.unit_code, d.unit_on, d.number as decision_number, d.decided_on, l.mean_hundredths, d.sample
  from recognition.line l join recognition.decision d on d.id = l.decision_id
  where d.kind = 'approve-result' and d.issued_at is not null;
comment on view recognition.pub_result_approved is 'Kết quả từ 90 điểm được phê duyệt, chờ trung ương; không phải một công nhận';

create view recognition.pub_renewal as
  select r.certificate_number, r.dossier_id, d.filed_on,
    (select min((s.at at time zone 'Asia/Ho_Chi_Minh')::date) from dossier.pub_step s
      where s.dossier_id = r.dossier_id
        and s.state_after in ('recognised-by-district', 'recognised-by-province', 'recognised-by-ministry', 'not-recognised', 'withdrawn', 'disqualified')
    ) as settled_on
  from recognition.renewal r join dossier.pub_dossier d on d.id = r.dossier_id
  where d.filed_on is not null and d.kind = 'renewal';
comment on view recognition.pub_renewal is 'Công nhận lại đã nộp: chờ kết quả từ filed_on tới trước settled_on';

create view recognition.pub_suspension as select certificate_number, from_date, to_date, reason from recognition.suspension;
comment on view recognition.pub_suspension is 'Các lần tạm đình chỉ';
