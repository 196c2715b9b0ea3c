create table users (id bigint primary key, name varchar(255), bio varchar(255), nick varchar(255));
${seed}
