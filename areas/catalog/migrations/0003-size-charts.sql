alter table catalog_products
  add column product_images text[] not null default '{}',
  add column is_available boolean,
  add column size_system text,
  add column size_notation text,
  add column size_type text,
  -- Measures that the page states for its sizes: bodies and garments, told apart by kind.
  add column charts jsonb not null default '[]' check (jsonb_typeof(charts) = 'array');

-- Charts that do not come with the program: read on a brand's own pages, or given by a person.
create table catalog_size_charts (
  id uuid primary key,
  brand_key text not null check (length(brand_key) between 1 and 80),
  brand text not null check (length(brand) between 1 and 80),
  sizing text not null check (sizing in ('women', 'men')),
  category text not null,
  -- The shop whose garments it is for; empty: all of the brand.
  retailer text not null check (length(retailer) <= 255),
  origin text not null check (origin in ('page', 'correction')),
  source text not null check (length(source) between 1 and 300),
  source_url text check (length(source_url) <= 2000),
  stated_at timestamptz not null,
  sizes jsonb not null check (jsonb_typeof(sizes) = 'array' and jsonb_array_length(sizes) > 1),
  -- Of a correction: whose it is (null once they are erased), how they want to be named, and what became of it.
  person_id uuid,
  credited_to text check (length(credited_to) <= 80),
  note text check (length(note) <= 500),
  status text not null check (status in ('proposed', 'accepted', 'rejected')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (origin = 'correction' or (person_id is null and status = 'accepted'))
);
-- One page speaks for a brand and kind at a shop: the newest reading replaces the one before.
create unique index catalog_size_charts_page on catalog_size_charts (brand_key, sizing, category, retailer) where origin = 'page';
create unique index catalog_size_charts_mine on catalog_size_charts (person_id, brand_key, sizing, category) where origin = 'correction' and person_id is not null;
create index catalog_size_charts_brand on catalog_size_charts (brand_key);
