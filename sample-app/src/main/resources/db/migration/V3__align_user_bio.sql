-- Align: the constraint of the old column, on the new one.
-- seamless: align users (bio -> description)
alter table users add constraint users_description_not_blank check (description <> '');

-- The seal: a writer of one column alone fails loudly. It cannot be added while a row differs: the backfill comes first.
alter table users add constraint users_bio_seal check (bio is not distinct from description);
