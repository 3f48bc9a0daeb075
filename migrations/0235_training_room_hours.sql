-- Classes and events choose their rooms apart, by words: nobody is refused for the other's sake, both are warned.
create function public.place_key(words text) returns text language sql immutable parallel safe
  return btrim(regexp_replace(public.vn_fold(words), '[.,;[:space:]]+', ' ', 'g'));
comment on function public.place_key(text) is 'Nơi viết thường, bỏ dấu và dấu câu, để so hai cách ghi một nơi';

create function public.same_room(one_place text, one_room text, other_place text, other_room text) returns boolean
  language sql immutable parallel safe
  return public.place_key(one_room) = public.place_key(other_room)
    and (position(public.place_key(one_place) in public.place_key(other_place)) > 0
      or position(public.place_key(other_place) in public.place_key(one_place)) > 0);
comment on function public.same_room(text, text, text, text) is 'Có lẽ là một phòng: cùng tên phòng, địa chỉ này nằm trong địa chỉ kia; chỉ để nhắc';

create view training.pub_room_hours as
  select k.id as class_id, k.place, k.room, k.name, c.title, m.starts_at, m.ends_at
  from training.meeting m join training.class k on k.id = m.class_id join training.course c on c.id = k.course_id
  where not exists (select from training.class_ending x where x.class_id = k.id);
comment on view training.pub_room_hours is 'Lớp nào dùng phòng nào giờ nào; để sự kiện nhắc trùng phòng';

create view gathering.pub_room_hours as
  select e.id as event_id, r.address as place, r.name as room, case e.state when 'draft' then null else e.title end as title,
    e.starts_at, e.ends_at
  from gathering.event e join gathering.room r on r.id = e.room_id where e.state <> 'cancelled';
comment on view gathering.pub_room_hours is 'Sự kiện nào dùng phòng nào giờ nào, bản nháp không nêu tên; để lớp nhắc trùng phòng';

create view gathering.pub_presence as
  select i.event_id, i.producer_id, e.unit_code, e.unit_on, e.starts_at
  from gathering.presence p join gathering.invitation i on i.id = p.invitation_id join gathering.event e on e.id = i.event_id
  where i.producer_id is not null;
comment on view gathering.pub_presence is 'Chủ thể nào có mặt ở sự kiện nào; để đếm chương trình đã tới bao nhiêu chủ thể';
