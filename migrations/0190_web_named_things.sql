-- What a thing is called, by its id: the book of acts keeps ids only, and its page speaks in names.
-- One window a slice, three columns everywhere; a new slice brings its own.
create view identity.pub_named as select 'account' as kind, id, name from identity.account;
comment on view identity.pub_named is 'Tên gọi của tài khoản, cho trang sổ ghi';

create view producer.pub_named as select 'producer' as kind, id, name from producer.producer;
comment on view producer.pub_named is 'Tên gọi của chủ thể, cho trang sổ ghi';

create view product.pub_named as select 'product' as kind, id, name from product.product;
comment on view product.pub_named is 'Tên gọi của sản phẩm, cho trang sổ ghi';

create view evidence.pub_named as select 'paper' as kind, id, title as name from evidence.paper;
comment on view evidence.pub_named is 'Tên gọi của giấy tờ trong ví, cho trang sổ ghi';

create view idea.pub_named as select 'idea' as kind, id, title as name from idea.idea;
comment on view idea.pub_named is 'Tên gọi của ý tưởng, cho trang sổ ghi';

create view programme.pub_named as
  select 'round' as kind, r.id,
    'Đợt ' || r.number || ' năm ' || r.year || coalesce(', ' || (select u.full_name from territory.pub_unit u
      where u.code = r.unit_code order by u.valid_from desc limit 1), '') as name
  from programme.round r;
comment on view programme.pub_named is 'Tên gọi của đợt đánh giá, cho trang sổ ghi';

create view dossier.pub_named as
  select 'dossier' as kind, d.id, concat_ws(' · ', p.name, d.number) as name
  from dossier.dossier d join product.pub_product p on p.id = d.product_id;
comment on view dossier.pub_named is 'Tên gọi của hồ sơ: sản phẩm và số phiếu, cho trang sổ ghi';

create view evaluation.pub_named as
  select 'council' as kind, id, name from evaluation.council
  union all
  select 'session', s.id, c.name || ', họp ngày ' || to_char(s.meets_on, 'DD/MM/YYYY')
  from evaluation.session s join evaluation.council c on c.id = s.council_id
  union all
  select 'regulation', id, document_no from evaluation.regulation;
comment on view evaluation.pub_named is 'Tên gọi của Hội đồng, phiên chấm, quy chế, cho trang sổ ghi';

create view recognition.pub_named as
  select 'decision' as kind, id, coalesce(number, 'Dự thảo') || ', ' || authority as name from recognition.decision
  union all
  select 'certificate', c.number, c.number || ' · ' || c.product_name from recognition.certificate c
  union all
  select 'line', id, product_name from recognition.line;
comment on view recognition.pub_named is 'Tên gọi của quyết định, dòng công nhận, giấy chứng nhận, cho trang sổ ghi';

create view communication.pub_named as select 'notice' as kind, id, subject as name from communication.notice;
comment on view communication.pub_named is 'Tiêu đề của thông báo, cho trang sổ ghi';

create view support.pub_named as
  select 'policy' as kind, id, title as name from support.policy
  union all
  select 'source', id, name from support.source
  union all
  select 'entitlement', e.id, p.name || ' · ' || c.title
  from support.entitlement e join producer.pub_producer p on p.id = e.producer_id join support.policy c on c.id = e.policy_id;
comment on view support.pub_named is 'Tên gọi của chính sách, nguồn kinh phí, khoản hỗ trợ, cho trang sổ ghi';

create view statistics.pub_named as
  select 'published' as kind, id, title as name from statistics.published
  union all
  select 'region', id, name from statistics.region;
comment on view statistics.pub_named is 'Tên gọi của số liệu đã công bố, vùng thống kê, cho trang sổ ghi';

create view territory.pub_named as select 'reform' as kind, id, document as name from territory.reform;
comment on view territory.pub_named is 'Tên gọi của nghị quyết thay đổi đơn vị, cho trang sổ ghi';
