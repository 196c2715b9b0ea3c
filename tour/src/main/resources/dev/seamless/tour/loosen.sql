-- seamless: loosen users (bio -> description)
set local lock_timeout = '3s';
alter table users drop constraint if exists users_bio_seal;
alter table users drop constraint if exists users_description_not_blank;
