-- seamless: begin align users (bio -> description)
alter table users add constraint seal check (${equal});
