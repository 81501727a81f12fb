-- Where a flat picture of a boutique's product lies among pictures that look alike; goes with its picture.
create table catalog_embeddings (
  picture_id uuid primary key references catalog_pictures (id) on delete cascade,
  -- 32-bit floats, least byte first; comparable within one version of the network.
  embedding bytea not null,
  network_version text not null,
  made_at timestamptz not null
);
