-- What a look at a garment's photo told: guesses, and where it lies among garments that look alike.
create table garments_tags (
  garment_id uuid primary key references garments_garments (id) on delete cascade,
  photo_id uuid not null,
  guesses jsonb not null,
  -- 32-bit floats, least byte first; comparable within one version of the network.
  embedding bytea not null,
  network_version text not null,
  made_at timestamptz not null
);
