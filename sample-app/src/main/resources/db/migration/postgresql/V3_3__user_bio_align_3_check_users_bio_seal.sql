-- seamless: part align users (bio -> description)
-- Holds for what is written from now on; the rows are not read: ACCESS EXCLUSIVE for a moment.
set local lock_timeout = '3s';
set local statement_timeout = '30s';
alter table users drop constraint if exists users_bio_seal, add constraint users_bio_seal check (bio is not distinct from description) not valid;
