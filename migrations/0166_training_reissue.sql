alter table training.certificate drop constraint certificate_enrolment_id_key;
create index certificate_enrolment on training.certificate (enrolment_id);

create function training.one_certificate() returns trigger language plpgsql as $$
begin
  if exists (
    select from training.certificate f where f.enrolment_id = new.enrolment_id
      and not exists (select from training.certificate_ending x where x.number = f.number)
  ) then
    raise exception 'Enrolment % has a certificate that stands', new.enrolment_id
      using errcode = '23505', constraint = 'certificate_stands_once', schema = 'training', table = 'certificate';
  end if;
  return new;
end $$;
comment on function training.one_certificate() is 'Chứng nhận cấp nhầm đã hủy thì cấp lại được với số mới; mỗi lượt học chỉ một chứng nhận còn giá trị';
create trigger certificate_once before insert on training.certificate for each row execute function training.one_certificate();
