create table statistics.correction (
  id text primary key,
  published_id text not null references statistics.published,
  part text,
  said integer not null check (said >= 0),
  should_be integer not null check (should_be >= 0 and should_be <> said),
  reason text not null,
  source text not null,
  corrected_by text not null,
  corrected_at timestamptz not null
);
comment on table statistics.correction is 'Đính chính con số đã công bố: đã nói gì, đúng ra là gì, vì sao. Con số đã in không bao giờ bị sửa';
comment on column statistics.correction.part is 'Nhãn của phần được đính chính; trống khi đính chính tổng';
create index correction_published on statistics.correction (published_id);
-- Ai cũng đọc được nhật ký đính chính; không ai sửa hay xóa một dòng đã ghi.
create function statistics.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'nhật ký đính chính chỉ ghi thêm';
end
$$;
create trigger correction_stays before update or delete on statistics.correction
  for each statement execute function statistics.refuse_change();

alter table statistics.region
  add column valid_from date not null default '2025-07-01',
  add column valid_to date,
  add column source text not null default 'Vùng mẫu có sẵn khi cài đặt',
  add column defined_by text not null default 'system',
  add column defined_at timestamptz not null default now(),
  add check (valid_to is null or valid_to > valid_from);
alter table statistics.region alter column valid_from drop default, alter column source drop default,
  alter column defined_by drop default, alter column defined_at drop default;
comment on column statistics.region.valid_to is 'Ngày đầu tiên vùng không còn dùng; tập tỉnh của một vùng không bao giờ đổi, muốn khác thì lập vùng mới';
comment on column statistics.region.source is 'Văn bản hoặc lý do lập vùng';
