-- Cán bộ xã lập hồ sơ thay khi chủ thể đã đồng ý; chủ thể xem được và rút đồng ý được.
create table dossier.consent (
  dossier_id text primary key references dossier.dossier,
  given_by text not null,
  given_on date not null,
  means text not null check (means in ('paper', 'spoken')),
  paper_id text references evidence.paper,
  witness text,
  recorded_by text not null,
  recorded_at timestamptz not null,
  ended_at timestamptz,
  ended_by text,
  ended_why text,
  check ((means = 'paper') = (paper_id is not null)),
  check (means <> 'spoken' or witness is not null),
  check ((ended_at is null) = (ended_why is null))
);
comment on table dossier.consent is 'Đồng ý của chủ thể để xã lập hồ sơ thay: ai, ngày nào, giấy đã ký hoặc lời nói có người làm chứng';
comment on column dossier.consent.paper_id is 'Bản chụp giấy đồng ý đã ký, trong ví của chủ thể';
comment on column dossier.consent.ended_at is 'Chủ thể rút đồng ý; từ lúc đó xã không viết thay được nữa';
