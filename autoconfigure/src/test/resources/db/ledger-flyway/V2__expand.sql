-- seamless: expand users (bio -> description)
alter table users add column description varchar(255);
