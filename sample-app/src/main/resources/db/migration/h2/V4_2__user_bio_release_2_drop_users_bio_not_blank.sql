-- H2 locks the table for a moment.
set lock_timeout 3000;
alter table users drop constraint if exists users_bio_not_blank;
-- seamless: lift release users (bio -> description)
