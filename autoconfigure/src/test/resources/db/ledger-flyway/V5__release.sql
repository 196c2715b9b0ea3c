-- seamless: release users (bio -> description)
alter table users drop constraint seal;
