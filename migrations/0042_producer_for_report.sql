-- Mẫu 02 phần I hỏi nơi thường trú của người đại diện và cơ cấu tổ chức: giữ một lần trong sổ, không hỏi lại ở mỗi hồ sơ.
alter table producer.producer
  add column representative_address text,
  add column structure text;
comment on column producer.producer.representative_address is 'Nơi thường trú của người đại diện (26/2026 Phụ lục III, Mẫu 02 phần I); không công khai';
comment on column producer.producer.structure is 'Cơ cấu tổ chức của chủ thể (26/2026 Phụ lục III, Mẫu 02 phần I)';
