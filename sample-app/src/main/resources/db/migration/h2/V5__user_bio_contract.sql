-- seamless: contract users (bio -> description)
-- seamless: long contract users (bio -> description)
-- H2 locks the table, for readers and writers, while it copies all rows.
set lock_timeout 3000;
alter table users drop column if exists bio;
