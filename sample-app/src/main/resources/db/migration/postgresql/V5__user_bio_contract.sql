-- seamless: contract users (bio -> description)
-- Goes with its default and its indexes; the rows are not touched: ACCESS EXCLUSIVE for a moment.
-- Begun only when no live instance names the column any more.
set local lock_timeout = '3s';
set local statement_timeout = '30s';
-- squawk-ignore ban-drop-column
alter table users drop column if exists bio;
