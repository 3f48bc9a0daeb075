alter table product.product add column form_key text unique;
comment on column product.product.form_key is 'Khóa của biểu mẫu mô tả: gửi lại cùng biểu mẫu chỉ có một sản phẩm';
