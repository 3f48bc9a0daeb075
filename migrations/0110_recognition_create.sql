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
comment on column recognition.decision.decided_on is 'Ngày ký; vắng khi nguồn công bố không ghi (nhập từ danh sách cũ)';
create unique index decision_number on recognition.decision (authority, number, year) where number is not null;

create table recognition.line (
  id text primary key,
  decision_id text not null references recognition.decision,
  position integer not null,
  product_id text not null references product.product,
  producer_id text not null references producer.producer,
  dossier_id text references dossier.dossier,
  session_id text references evaluation.session,
  stars integer check (stars between 3 and 5),
  mean_hundredths integer,
  ends_certificate text,
  ground text,
  unique (decision_id, position),
  unique (decision_id, product_id)
);
comment on table recognition.line is 'Một dòng của quyết định là một công nhận (hoặc một thu hồi)';
create unique index line_dossier on recognition.line (dossier_id, decision_id) where dossier_id is not null;

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
  file text,
  check (expires_on > issued_on)
);
comment on table recognition.certificate is 'Giấy chứng nhận 36 tháng; tên như đã in; mẫu in không đổi về sau';
create index certificate_product on recognition.certificate (product_id, issued_on);

create table recognition.ending (
  certificate_number text primary key references recognition.certificate,
  kind text not null check (kind in ('revoked', 'replaced', 'expiry-recorded')),
  ended_on date not null,
  decision_id text references recognition.decision,
  ground text,
  source_url text,
  recorded_at timestamptz not null,
  recorded_by text not null
);
comment on table recognition.ending is 'Giấy chứng nhận kết thúc trước hạn (thu hồi, thay bằng giấy mới) hoặc được ghi nhận hết hạn';

create table recognition.suspension (
  id text primary key,
  certificate_number text not null references recognition.certificate,
  from_date date not null,
  to_date date,
  reason text not null,
  recorded_by text not null,
  recorded_at timestamptz not null
);
comment on table recognition.suspension is 'Tạm đình chỉ';

-- A renewal filed in time, or excused by Article 12.3, keeps the mark for at most 180 days past expiry.
create table recognition.renewal (
  certificate_number text not null references recognition.certificate,
  dossier_id text not null references dossier.dossier,
  filed_on date not null,
  settled_on date,
  primary key (certificate_number, dossier_id)
);
comment on table recognition.renewal is 'Hồ sơ công nhận lại đang chờ cho một giấy chứng nhận';

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
create view recognition.pub_renewal as select certificate_number, dossier_id, filed_on, settled_on from recognition.renewal;
comment on view recognition.pub_renewal is 'Công nhận lại đang chờ';
create view recognition.pub_suspension as select certificate_number, from_date, to_date, reason from recognition.suspension;
comment on view recognition.pub_suspension is 'Các lần tạm đình chỉ';
