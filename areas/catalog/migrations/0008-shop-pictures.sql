-- Pictures that lie with retailers, fetched to be tried on: by a hash of their address, kept for days.
create table catalog_shop_pictures (
  url_hash text primary key,
  fetched_at timestamptz not null
);
create index catalog_shop_pictures_at on catalog_shop_pictures (fetched_at);
