-- Expand: the new column, of the same type, with no constraint yet: an instance in phase OLD leaves it out.
alter table users add column description varchar(280);

-- Only where this very run created the table, and so nobody writes it yet; elsewhere see step 3.
update users set description = bio where ${newTable};
