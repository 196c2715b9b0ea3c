-- seamless: expand users (bio -> description)
-- Adds an empty column: ACCESS EXCLUSIVE for a moment, the rows are not touched.
-- The type is that of the other column.
set local lock_timeout = '3s';
set local statement_timeout = '30s';
-- squawk-ignore prefer-text-field
alter table users add column if not exists description character varying(280);
