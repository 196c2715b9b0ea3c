-- seamless: retreat users (bio -> description)
set local lock_timeout = '3s';
alter table users add column if not exists bio varchar(280);
