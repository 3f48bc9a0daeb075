-- Nhiều tiêu chí không in mức 0 điểm (26/2026 Phụ lục II): người chưa đạt mức nào phải nói được như vậy mới nộp đúng sự thật.
alter table dossier.self_score drop constraint self_score_option_check;
alter table dossier.self_score add constraint self_score_option_check check (option >= 0);
comment on column dossier.self_score.option is 'Mức đã chọn, 0 là chưa đạt mức nào; trống khi mới có thuyết minh';
