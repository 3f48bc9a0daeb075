-- Phần III của Mẫu 02 có mức tự chấm và thuyết minh: viết thuyết minh trước khi chọn mức cũng phải được giữ.
alter table dossier.self_score alter column option drop not null;
alter table dossier.self_score add constraint self_score_says_something check (option is not null or note <> '');
comment on column dossier.self_score.option is 'Mức đã chọn; trống khi mới có thuyết minh';
comment on column dossier.self_score.note is 'Thuyết minh của chủ thể ở tiêu chí này (26/2026 Phụ lục III, Mẫu 02 phần III)';
