-- Expand: the new column, of the same type, with no constraint yet: an instance in phase OLD leaves it out.
-- seamless: expand users (bio -> description)
alter table users add column description varchar(280);
