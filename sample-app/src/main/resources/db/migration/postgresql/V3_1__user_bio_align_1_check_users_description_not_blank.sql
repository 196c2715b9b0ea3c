-- seamless: begin align users (bio -> description)
-- Holds for what is written from now on; the rows are not read: ACCESS EXCLUSIVE for a moment.
set local lock_timeout = '3s';
set local statement_timeout = '30s';
alter table users drop constraint if exists users_description_not_blank, add constraint users_description_not_blank CHECK (((description)::text <> ''::text)) not valid;
