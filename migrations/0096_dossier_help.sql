-- Chủ thể tự nhờ xã soạn tiếp hồ sơ của mình bằng tài khoản; rút rồi nhờ lại được, mỗi lần là một dòng.
alter table dossier.consent add column number integer not null default 1;
alter table dossier.consent drop constraint consent_pkey;
alter table dossier.consent add primary key (dossier_id, number);
create unique index consent_one_stands on dossier.consent (dossier_id) where ended_at is null;
alter table dossier.consent drop constraint consent_means_check;
alter table dossier.consent add constraint consent_means_check check (means in ('paper', 'spoken', 'account'));
alter table dossier.consent add column asked_for text not null default '';
alter table dossier.consent add column written_at timestamptz;
alter table dossier.consent add column written_by text;
alter table dossier.consent add check ((written_at is null) = (written_by is null));
comment on column dossier.consent.number is 'Lần đồng ý; lần trước đã rút vẫn giữ';
comment on column dossier.consent.asked_for is 'Chủ thể cần giúp phần nào, bằng lời của họ';
comment on column dossier.consent.written_at is 'Xã báo đã soạn xong; lượt trở về chủ thể, người tự nhờ thì tự nộp';
