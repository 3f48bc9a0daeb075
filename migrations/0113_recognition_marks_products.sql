-- Những sản phẩm đã được công nhận trước khi có bảng này.
insert into product.recognised (product_id, since)
  select product_id, min(issued_on) from recognition.certificate group by product_id;
