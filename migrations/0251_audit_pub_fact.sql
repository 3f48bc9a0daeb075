create view audit.pub_fact as select seq, at, fact, subject, detail from audit.entry;
comment on view audit.pub_fact is 'Việc đã ghi trên một vật, không có tên người làm: tầng dưới đọc điều tầng trên đã làm mà không dựa vào tầng trên';
