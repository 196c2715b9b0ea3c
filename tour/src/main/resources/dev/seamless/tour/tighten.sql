-- seamless: tighten users (bio -> description)
set local lock_timeout = '3s';
alter table users add constraint users_bio_not_blank check (bio <> '') not valid;
alter table users validate constraint users_bio_not_blank;
