-- seamless: long align users (bio -> description)
-- H2 locks the table, for readers and writers, while it reads all rows.
set lock_timeout 3000;
alter table users add constraint if not exists users_bio_seal check (bio is not distinct from description);
-- seamless: lift align users (bio -> description)
