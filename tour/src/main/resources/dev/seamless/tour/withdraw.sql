-- seamless: withdraw users (bio -> description)
set local lock_timeout = '3s';
alter table users drop column if exists description;
