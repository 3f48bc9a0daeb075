comment on column product.product.commune_code is 'Xã; với hồ sơ nhập từ danh sách cũ có thể chỉ là huyện hoặc tỉnh, đúng mức nguồn ghi';
