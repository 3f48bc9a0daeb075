-- The page of a source reads and checks its own lines only.
create index line_source on support.line (source_id, account);
