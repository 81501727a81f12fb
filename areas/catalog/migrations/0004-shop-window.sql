create table catalog_boutiques (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  name text not null check (length(name) between 1 and 80),
  city text not null check (length(city) between 1 and 80),
  country text not null check (country ~ '^[A-Z]{2}$'),
  story text not null check (length(story) <= 4000),
  ships text not null check (length(ships) between 1 and 120),
  returns_days integer not null check (returns_days between 0 and 365),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  created_at timestamptz not null,
  updated_at timestamptz not null
);

-- What a boutique's product has beside what every product has. One that is no longer sold keeps its address, and nothing else.
create table catalog_listings (
  product_id uuid primary key references catalog_products on delete cascade,
  boutique_id uuid references catalog_boutiques,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  description text not null check (length(description) <= 4000),
  -- Byte order, so that pages of a list meet wherever the database runs.
  name_key text collate "C" not null check (length(name_key) <= 200),
  search_text text not null check (length(search_text) <= 8000),
  search tsvector generated always as (to_tsvector('english', search_text)) stored,
  listed_at timestamptz not null,
  gone_at timestamptz,
  updated_at timestamptz not null,
  check ((gone_at is null) = (boutique_id is not null))
);
create index catalog_listings_new on catalog_listings (listed_at desc, product_id desc) where gone_at is null;
create index catalog_listings_name on catalog_listings (name_key, product_id) where gone_at is null;
create index catalog_listings_boutique on catalog_listings (boutique_id);
create index catalog_listings_search on catalog_listings using gin (search) where gone_at is null;

create table catalog_colors (
  product_id uuid not null references catalog_listings on delete cascade,
  name text not null check (length(name) between 1 and 40),
  position integer not null,
  hex text not null check (hex ~ '^#[0-9a-f]{6}$'),
  family text not null,
  primary key (product_id, name)
);
create index catalog_colors_family on catalog_colors (family, product_id);

-- One size and colour, with what lies there. `reserved` are promised to somebody: they never exceed what there is.
create table catalog_variants (
  id uuid primary key,
  product_id uuid not null references catalog_listings on delete cascade,
  size text not null check (length(size) between 1 and 40),
  color text not null,
  sku text check (length(sku) between 1 and 80),
  price_minor integer not null check (price_minor >= 0),
  on_hand integer not null check (on_hand >= 0),
  reserved integer not null default 0 check (reserved >= 0),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (product_id, size, color),
  foreign key (product_id, color) references catalog_colors (product_id, name),
  check (reserved <= on_hand)
);
create index catalog_variants_in_stock on catalog_variants (size, product_id) where on_hand > reserved;

-- The files lie in storage under the picture's id; another picture in its place has another id.
create table catalog_pictures (
  id uuid primary key,
  product_id uuid not null references catalog_listings on delete cascade,
  position integer not null check (position between 0 and 99),
  kind text not null check (kind in ('flat', 'worn', 'detail')),
  color text,
  alt text not null check (length(alt) between 1 and 300),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  has_alpha boolean not null,
  -- Of what was handed in: the same again is the same picture.
  sha256 text not null check (length(sha256) = 64),
  created_at timestamptz not null,
  unique (product_id, position),
  foreign key (product_id, color) references catalog_colors (product_id, name)
);
