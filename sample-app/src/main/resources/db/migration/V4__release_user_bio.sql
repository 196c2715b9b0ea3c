-- Release: an instance in phase NEW leaves out the old column, so nothing may depend on it being written.
-- seamless: release users (bio -> description)
alter table users drop constraint users_bio_seal;
alter table users drop constraint users_bio_not_blank;
