--liquibase formatted sql

--changeset team:1 labels:v1
create table users (id bigint primary key, name varchar(255), bio varchar(255), nick varchar(255));
insert into users (id, bio) values (1, 'before');

--changeset team:2 labels:v2
-- seamless: expand users (bio -> description)
alter table users add column description varchar(255);

--changeset team:3 labels:v3
-- seamless: begin align users (bio -> description)
alter table users add constraint seal check (${equal});

--changeset team:4 labels:v4
-- seamless: lift align users (bio -> description)
select 1;

--changeset team:5 labels:v5
-- seamless: release users (bio -> description)
alter table users drop constraint seal;

--changeset team:6 labels:v6
-- seamless: contract users (bio -> description)
alter table users drop column bio;
