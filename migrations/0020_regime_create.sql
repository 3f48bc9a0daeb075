create schema regime;
comment on schema regime is 'Phần của văn bản do người vận hành nạp: nguyên văn nhãn tiêu chí';

create table regime.official_wording (
  text text not null,
  rubric text not null,
  criterion text not null,
  option integer not null,
  label text not null,
  source text not null,
  loaded_by text not null,
  loaded_at timestamptz not null,
  primary key (text, rubric, criterion, option)
);
comment on table regime.official_wording is 'Nguyên văn của từng mức, thay cho diễn đạt tóm tắt; điểm và ngưỡng không đổi';
