-- The book is asked what one person did; without this the answer reads all of it.
create index entry_actor on audit.entry (actor, seq);
