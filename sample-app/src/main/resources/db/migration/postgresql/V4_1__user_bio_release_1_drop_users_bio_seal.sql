-- seamless: begin release users (bio -> description)
-- ACCESS EXCLUSIVE for a moment.
set local lock_timeout = '3s';
set local statement_timeout = '30s';
alter table users drop constraint if exists users_bio_seal;
