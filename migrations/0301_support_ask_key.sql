alter table support.entitlement add column ask_key text unique;
comment on column support.entitlement.ask_key is 'Khóa của biểu mẫu đề nghị: gửi lại cùng biểu mẫu chỉ có một đề nghị';
