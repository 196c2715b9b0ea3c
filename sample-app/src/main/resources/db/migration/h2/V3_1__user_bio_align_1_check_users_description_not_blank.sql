-- seamless: begin align users (bio -> description)
-- seamless: long align users (bio -> description)
-- H2 locks the table, for readers and writers, while it reads all rows.
set lock_timeout 3000;
alter table users add constraint if not exists users_description_not_blank check (description <> '');
