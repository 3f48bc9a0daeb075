create table evaluation.bundle (
  session_id text primary key references evaluation.session,
  bundle jsonb not null,
  seal text not null,
  sealed_at timestamptz not null
);
comment on table evaluation.bundle is 'Gói niêm phong khi đóng phiên: chương trình, ghế, phiếu, quy chế, kết quả; ai giữ gói tính lại được mà không cần hệ thống';
comment on column evaluation.bundle.seal is 'SHA-256 của gói dạng JSON chuẩn; sổ ghi giữ mã này ở dòng evaluation.closed';
create trigger bundle_stays before update or delete on evaluation.bundle
  for each row execute function evaluation.refuse_change();
