-- seamless: lift align users (bio -> description)
select 1;
