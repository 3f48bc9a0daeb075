-- The window of names of 0190, for slices that came with it.
create view training.pub_named as
  select 'course' as kind, id, title as name from training.course
  union all
  select 'class', id, name from training.class
  union all
  select 'enrolment', e.id, c.name from training.enrolment e join training.class c on c.id = e.class_id
  union all
  select 'lesson', id, title from training.lesson
  union all
  select 'lecturer', id, name from training.lecturer;
comment on view training.pub_named is 'Tên gọi của khóa, lớp, lượt ghi danh (theo lớp), bài học, giảng viên, cho trang sổ ghi';

create view fair.pub_named as
  select 'fair' as kind, id, title as name from fair.fair
  union all
  select 'point', id, name from fair.point;
comment on view fair.pub_named is 'Tên gọi của hội chợ, điểm bán, cho trang sổ ghi';

create view gathering.pub_named as
  select 'event' as kind, id, title as name from gathering.event
  union all
  select 'room', id, name from gathering.room;
comment on view gathering.pub_named is 'Tên gọi của sự kiện, phòng họp, cho trang sổ ghi';

create view newsroom.pub_named as
  select distinct on (article_id) 'article' as kind, article_id as id, title as name
  from newsroom.edition order by article_id, number desc;
comment on view newsroom.pub_named is 'Tiêu đề mới nhất của bài viết, cho trang sổ ghi';
