-- A recusal binds every page of the dossier, so the fact stands one floor down; what was declared before follows.
insert into dossier.recusal (dossier_id, account_id, since)
  select dossier_id, account_id, min(declared_at) from evaluation.recusal group by dossier_id, account_id
  on conflict do nothing;
