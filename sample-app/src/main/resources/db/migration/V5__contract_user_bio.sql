-- Contract: no live instance names the old column any more.
-- seamless: contract users (bio -> description)
alter table users drop column bio;
