-- The old column is the truth until it is no longer read. Compared with "is distinct from": a null is a value too, and a
-- row whose new column is filled may still be behind.
update users set description = bio where description is distinct from bio;
