-- Contract: no live instance names the old column any more.
alter table users drop column bio;
