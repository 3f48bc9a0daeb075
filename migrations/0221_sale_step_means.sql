alter table sale.step add column means text check (means in ('web', 'sms'));
comment on column sale.step.means is 'Bước đến bằng trang web hay tin nhắn; trống với bước của hệ thống và bước trước khi có cột này';
