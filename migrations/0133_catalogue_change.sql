-- A sequence moves before the change is committed, stands still at its first step, and runs ahead on a replica: counts and
-- ETags of the old rows were kept under the new number. A row is seen exactly when its change is.
create table catalogue.change (id bigint generated always as identity primary key);
comment on table catalogue.change is 'Mỗi lần bảng đổi một dòng; những dòng đang có là phiên bản của bảng. Dòng cũ được bỏ bớt';

create or replace function catalogue.refresh(ids text[]) returns integer language plpgsql as $$
declare touched integer; step bigint;
begin
  insert into catalogue.change default values returning id into step;
  if step % 200 = 0 then
    delete from catalogue.change where id in (select id from catalogue.change where id < step - 100 for update skip locked);
  end if;
  delete from catalogue.listing where product_id = any(ids);
  insert into catalogue.listing (product_id, slug, code, name, summary, producer_id, producer_slug, producer_name, producer_kind,
      group_text, group_no, commune_code, commune_name, province_code, province_name, number, stars, issued_on, last_day, expires_on,
      end_kind, renewal_filed_on, suspended_from, suspended_to, decision_number, decided_on, authority, picture, picture_description, sample, folded)
    select product_id, slug, code, name, summary, producer_id, producer_slug, producer_name, producer_kind,
      group_text, group_no, commune_code, commune_name, province_code, province_name, number, stars, issued_on, last_day, expires_on,
      end_kind, renewal_filed_on, suspended_from, suspended_to, decision_number, decided_on, authority, picture, picture_description, sample, folded
    from catalogue.entry where product_id = any(ids);
  get diagnostics touched = row_count;
  return touched;
end $$;

drop sequence catalogue.version;
