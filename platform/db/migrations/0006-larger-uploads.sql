-- A zip of a whole wardrobe is larger than two gigabytes.
alter table platform_uploads
  alter column length_bytes type bigint,
  alter column bytes_max type bigint,
  alter column offset_bytes type bigint;
