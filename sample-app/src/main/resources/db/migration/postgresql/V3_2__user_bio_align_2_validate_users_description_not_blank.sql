-- seamless: part align users (bio -> description)
-- seamless: long align users (bio -> description)
-- Reads every row under SHARE UPDATE EXCLUSIVE: others read and write meanwhile.
set local lock_timeout = '3s';
set local statement_timeout = 0;
alter table users validate constraint users_description_not_blank;
