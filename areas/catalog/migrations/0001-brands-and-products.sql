create table catalog_brands (
  id uuid primary key,
  -- The name without marks and case: J.Crew, J Crew and jcrew are one brand.
  brand_key text not null unique check (brand_key <> ''),
  name text not null check (length(name) between 1 and 80),
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table catalog_products (
  id uuid primary key,
  retailer text not null check (length(retailer) between 1 and 255),
  product_code text not null check (length(product_code) between 1 and 80),
  -- Empty: read by Toile at the shop, shown to everybody. Else the hash of a reading that a shopper handed over.
  content_key text not null check (content_key = '' or length(content_key) = 64),
  product_url text not null check (length(product_url) between 1 and 2000),
  product_name text not null check (length(product_name) between 1 and 200),
  brand text not null check (length(brand) <= 80),
  product_image text check (product_image like 'https://%' and length(product_image) <= 2000),
  category text not null,
  sizing text check (sizing in ('women', 'men')),
  fit text check (fit in ('slim', 'regular', 'relaxed', 'oversized')),
  stretch text check (stretch in ('none', 'some', 'high')),
  price_minor integer check (price_minor >= 0),
  price_before_minor integer check (price_before_minor > price_minor),
  currency text check (currency ~ '^[A-Z]{3}$'),
  colors text[] not null,
  materials text[] not null,
  size_options jsonb not null check (jsonb_typeof(size_options) = 'array' and jsonb_array_length(size_options) > 0),
  quality jsonb not null check (jsonb_typeof(quality) = 'array'),
  read_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (retailer, product_code, content_key),
  check ((price_minor is null) = (currency is null))
);

-- Which links lead to which product of the shop's own page. One product has many links.
create table catalog_links (
  link_key text primary key check (length(link_key) between 1 and 800),
  product_id uuid not null references catalog_products on delete cascade,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index catalog_links_product on catalog_links (product_id);

-- Who handed over which reading: only they see it.
create table catalog_handed_over (
  person_id uuid not null,
  product_id uuid not null references catalog_products on delete cascade,
  link_key text not null check (length(link_key) between 1 and 800),
  handed_at timestamptz not null,
  created_at timestamptz not null,
  primary key (person_id, product_id)
);
create index catalog_handed_over_link on catalog_handed_over (person_id, link_key);
create index catalog_handed_over_product on catalog_handed_over (product_id);
