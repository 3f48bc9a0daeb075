create schema platform;
comment on schema platform is 'Máy móc dùng chung, không biết nghiệp vụ';

create table platform.caught_mail (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  recipient text not null,
  subject text not null,
  body text not null
);
comment on table platform.caught_mail is 'Hộp thư mẫu: thư của bản trình diễn khi chưa nối máy chủ thư';
