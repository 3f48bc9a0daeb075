create view catalogue.pub_listing as
  select product_id, slug, code, name, producer_id, producer_name, producer_kind, group_text, group_no, commune_code, commune_name,
    province_code, province_name, number, stars, issued_on, last_day, expires_on, end_kind, renewal_filed_on, suspended_from, suspended_to,
    decision_number, decided_on, authority, sample
  from catalogue.listing;
comment on view catalogue.pub_listing is 'Danh mục công khai cho dữ liệu mở: một dòng một sản phẩm từng được công nhận';
