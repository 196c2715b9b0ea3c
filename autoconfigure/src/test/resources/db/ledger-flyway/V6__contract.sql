-- seamless: contract users (bio -> description)
alter table users drop column bio;
