create schema training;
comment on schema training is 'Khóa tập huấn, lớp, ghi danh, điểm danh, bài kiểm tra, chứng nhận hoàn thành và bài học theo tiêu chí';

create table training.course (
  id text primary key,
  unit_code text not null,
  unit_on date not null,
  kind text not null check (kind in ('training', 'vocational', 'lecture')),
  title text not null,
  summary text not null,
  attendance_percent integer not null check (attendance_percent between 1 and 100),
  pass_percent integer check (pass_percent between 1 and 100),
  opened_by text not null,
  opened_at timestamptz not null,
  sample boolean not null default false
);
comment on table training.course is 'Khóa tập huấn, lớp nghề hoặc buổi nói chuyện của một đơn vị; mở nhiều lớp';
comment on column training.course.attendance_percent is 'Phần trăm số buổi phải có mặt để được cấp chứng nhận; đơn vị tự đặt';
comment on column training.course.pass_percent is 'Phần trăm câu đúng để đạt bài kiểm tra; trống khi khóa không kiểm tra';
create index course_unit on training.course (unit_code);

create table training.lecturer (
  id text primary key,
  unit_code text not null,
  unit_on date not null,
  name text not null,
  agency text not null,
  topics text not null,
  consent_on date not null,
  added_by text not null,
  added_at timestamptz not null,
  sample boolean not null default false
);
comment on table training.lecturer is 'Chuyên gia, giảng viên và các chủ đề; chỉ ghi khi người đó đồng ý công khai (consent_on), không có điện thoại';
create index lecturer_unit on training.lecturer (unit_code);

create table training.class (
  id text primary key,
  course_id text not null references training.course,
  name text not null,
  place text not null,
  room text not null,
  room_key text not null,
  capacity integer not null check (capacity between 1 and 2000),
  door_secret text not null,
  opened_by text not null,
  opened_at timestamptz not null,
  sample boolean not null default false
);
comment on table training.class is 'Một lớp của khóa: nơi, phòng, sức chứa; các buổi ở training.meeting';
comment on column training.class.room_key is 'Nơi và phòng viết thường, bỏ dấu: hai buổi cùng phòng không được trùng giờ';
comment on column training.class.door_secret is 'Khóa riêng của lớp để ký mã điểm danh ở cửa; không ra khỏi máy chủ';
create index class_course on training.class (course_id);
create index class_room on training.class (room_key);

create table training.class_ending (
  class_id text primary key references training.class,
  reason text not null,
  ended_by text not null,
  ended_at timestamptz not null
);
comment on table training.class_ending is 'Lớp đã hủy, vì sao';

create table training.meeting (
  id text primary key,
  class_id text not null references training.class,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  topic text not null default '',
  lecturer_id text references training.lecturer,
  check (ends_at > starts_at)
);
comment on table training.meeting is 'Một buổi của lớp: giờ, chủ đề, chuyên gia';
create index meeting_class on training.meeting (class_id, starts_at);
create index meeting_starts on training.meeting (starts_at);

create table training.enrolment (
  id text primary key,
  class_id text not null references training.class,
  position integer not null,
  account_id text references identity.account,
  person_name text,
  capacity_as text not null check (capacity_as in ('producer', 'officer', 'resident')),
  producer_id text references producer.producer,
  sex text check (sex in ('female', 'male')),
  ethnicity text,
  consent_on date,
  enrolled_by text not null,
  enrolled_at timestamptz not null,
  sample boolean not null default false,
  unique (class_id, position),
  check ((account_id is null) = (person_name is not null)),
  check ((capacity_as = 'producer') = (producer_id is not null)),
  check (consent_on is not null or (sex is null and ethnicity is null))
);
comment on table training.enrolment is 'Ghi danh vào lớp; theo thứ tự, những người đầu còn trong sức chứa có chỗ, sau đó là danh sách chờ';
comment on column training.enrolment.person_name is 'Chỉ khi cán bộ ghi thay người không có tài khoản';
comment on column training.enrolment.consent_on is 'Ngày người học đồng ý cho giữ giới tính, dân tộc để thống kê; chưa đồng ý thì hai cột ấy trống';
create index enrolment_account on training.enrolment (account_id) where account_id is not null;
create index enrolment_producer on training.enrolment (producer_id) where producer_id is not null;

create table training.enrolment_ending (
  enrolment_id text primary key references training.enrolment,
  ended_by text not null,
  ended_at timestamptz not null
);
comment on table training.enrolment_ending is 'Người học rút tên; người đứng đầu danh sách chờ có chỗ ngay';

create table training.attendance (
  meeting_id text not null references training.meeting,
  enrolment_id text not null references training.enrolment,
  how text not null check (how in ('scan', 'list')),
  marked_by text not null,
  marked_at timestamptz not null,
  primary key (meeting_id, enrolment_id)
);
comment on table training.attendance is 'Có mặt ở một buổi, một dòng cho mỗi người: quét mã ở cửa, hoặc cán bộ đánh dấu';
create index attendance_enrolment on training.attendance (enrolment_id);

create table training.attendance_strike (
  meeting_id text not null,
  enrolment_id text not null,
  reason text not null,
  struck_by text not null,
  struck_at timestamptz not null,
  primary key (meeting_id, enrolment_id),
  foreign key (meeting_id, enrolment_id) references training.attendance
);
comment on table training.attendance_strike is 'Dòng điểm danh sai, cán bộ bỏ đi và ghi vì sao';

create table training.material (
  id text primary key,
  course_id text not null references training.course,
  title text not null,
  file text not null,
  file_name text not null,
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg')),
  bytes integer not null,
  added_by text not null,
  added_at timestamptz not null,
  sample boolean not null default false
);
comment on table training.material is 'Tài liệu của khóa; file là SHA-256 của nội dung trong kho tệp';
create index material_course on training.material (course_id, added_at);

create table training.question (
  id text primary key,
  course_id text not null references training.course,
  position integer not null,
  wording text not null,
  options text[] not null check (cardinality(options) between 2 and 6),
  answer integer not null,
  added_by text not null,
  added_at timestamptz not null,
  unique (course_id, position),
  check (answer between 1 and cardinality(options))
);
comment on table training.question is 'Câu hỏi chọn một của bài kiểm tra; không thêm nữa khi đã có người làm bài';

create table training.answer_sheet (
  id text primary key,
  enrolment_id text not null references training.enrolment,
  attempt integer not null,
  choices jsonb not null,
  correct integer not null,
  total integer not null check (total > 0),
  passed boolean not null,
  handed_in_at timestamptz not null,
  unique (enrolment_id, attempt),
  check (correct between 0 and total)
);
comment on table training.answer_sheet is 'Bài làm: mức đã chọn theo câu, số câu đúng lúc nộp';

create table training.certificate (
  number text primary key,
  enrolment_id text not null unique references training.enrolment,
  layout text not null,
  facts jsonb not null,
  issued_on date not null,
  issued_by text not null,
  issued_at timestamptz not null,
  sample boolean not null default false
);
comment on table training.certificate is 'Chứng nhận hoàn thành khóa; facts là nội dung đã in, in lại bằng nhau từng byte';
comment on column training.certificate.number is 'Đơn vị, năm, số thứ tự và sáu ký tự ngẫu nhiên: không dò được số của người khác';
create sequence training.certificate_serial;

create table training.certificate_ending (
  number text primary key references training.certificate,
  reason text not null,
  ended_by text not null,
  ended_at timestamptz not null
);
comment on table training.certificate_ending is 'Chứng nhận cấp nhầm bị hủy, vì sao';

create table training.lesson (
  id text primary key,
  unit_code text not null,
  unit_on date not null,
  law_text text not null,
  rubric text not null,
  criterion text not null,
  title text not null,
  body text not null,
  course_id text references training.course,
  published_by text not null,
  published_at timestamptz not null,
  sample boolean not null default false
);
comment on table training.lesson is 'Bài học ngắn cho một tiêu chí của một bộ tiêu chí; khóa kèm theo nếu có';
create index lesson_criterion on training.lesson (law_text, rubric, criterion);

create table training.lesson_ending (
  lesson_id text primary key references training.lesson,
  ended_by text not null,
  ended_at timestamptz not null
);
comment on table training.lesson_ending is 'Bài học thôi hiển thị';

create table training.smallest_cell (
  unit_code text not null,
  from_date date not null,
  people integer not null check (people between 2 and 100),
  basis text not null,
  set_by text not null,
  set_at timestamptz not null,
  primary key (unit_code, from_date)
);
comment on table training.smallest_cell is 'Ô thống kê dưới số người này không hiện; chưa đặt thì là 5';

create function training.append_only() returns trigger language plpgsql as $$
begin
  raise exception 'training.% only grows: strike with a reason', tg_table_name using errcode = '42501';
end $$;
create trigger attendance_stays before update or delete on training.attendance for each row execute function training.append_only();
create trigger certificate_stays before update or delete on training.certificate for each row execute function training.append_only();
create trigger answer_sheet_stays before update or delete on training.answer_sheet for each row execute function training.append_only();

create view training.pub_seat as
  select e.id as enrolment_id, e.class_id, e.account_id, e.producer_id, e.capacity_as,
    rank() over (partition by e.class_id order by e.position) as place_in_line,
    rank() over (partition by e.class_id order by e.position) <= c.capacity as seated
  from training.enrolment e join training.class c on c.id = e.class_id
  where not exists (select from training.enrolment_ending x where x.enrolment_id = e.id);
comment on view training.pub_seat is 'Ai có chỗ, ai đang chờ, tính từ thứ tự ghi danh; người đã rút không còn ở đây';

create view training.pub_attended as
  select a.meeting_id, a.enrolment_id, a.how, a.marked_at from training.attendance a
  where not exists (
    select from training.attendance_strike s where s.meeting_id = a.meeting_id and s.enrolment_id = a.enrolment_id
  );
comment on view training.pub_attended is 'Điểm danh còn giá trị';

create view training.pub_lesson as
  select l.id, l.law_text, l.rubric, l.criterion, l.title, l.unit_code, l.unit_on, l.course_id, l.published_at, l.sample
  from training.lesson l where not exists (select from training.lesson_ending x where x.lesson_id = l.id);
comment on view training.pub_lesson is 'Bài học đang hiển thị, theo tiêu chí';

create view training.pub_material_file as select file from training.material;
comment on view training.pub_material_file is 'Tệp mà tài liệu khóa học nói tới, cho việc tự kiểm tra kho tệp';
