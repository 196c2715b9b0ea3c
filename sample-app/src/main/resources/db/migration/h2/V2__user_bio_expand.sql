-- seamless: expand users (bio -> description)
-- seamless: long expand users (bio -> description)
-- H2 locks the table, for readers and writers, while it copies all rows.
set lock_timeout 3000;
alter table users add column if not exists description character varying(280);
