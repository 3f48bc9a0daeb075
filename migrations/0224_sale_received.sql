create view sale.pub_received as
  select d.producer_id, date_trunc('month', s.at at time zone 'Asia/Ho_Chi_Minh')::date as month,
    sum(u.price * u.quantity)::bigint as value
  from sale.purchase u join sale.step s on s.purchase_id = u.id and s.act = 'receive'
    join sale.pack p on p.id = u.pack_id join product.pub_product d on d.id = p.product_id
  where u.state = 'received'
  group by d.producer_id, 2;
comment on view sale.pub_received is 'Tiền hàng bán thẳng đã tới tay từng chủ thể theo tháng người mua nhận, không tính phí giao; chỉ để chính chủ thể đọc và góp vào số giữa ẩn danh';
