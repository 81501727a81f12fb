-- What a shop gave to recognise a page by, for the link it was asked for. Shown to the shop again, so that it need not send the page.
create table catalog_page_tags (
  -- Of the whole link: a link may be longer than an index entry.
  link_sha256 text primary key check (length(link_sha256) = 64),
  product_id uuid not null references catalog_products on delete cascade,
  -- After redirects; the validators belong to this address.
  url text not null,
  etag text,
  last_modified text,
  -- Which reading code made the product; another one must see the page whole.
  reading_version text not null,
  read_whole_at timestamptz not null,
  updated_at timestamptz not null
);
create index catalog_page_tags_product on catalog_page_tags (product_id);

-- Which fetched products are in use, and when they may be asked for again. Whose use it was is not kept.
create table catalog_upkeep (
  product_id uuid primary key references catalog_products on delete cascade,
  last_used_at timestamptz not null,
  -- The shop has no page for it any more (404, 410).
  gone_at timestamptz,
  -- In a row.
  refusals integer not null default 0,
  refresh_after timestamptz,
  updated_at timestamptz not null
);
create index catalog_upkeep_used on catalog_upkeep (last_used_at);

-- One run of the pipeline over many sources, with its report.
create table catalog_runs (
  id uuid primary key,
  kind text not null check (kind in ('import', 'pages', 'refresh')),
  -- A command goes through its sources itself; nobody else can go on with them.
  is_in_place boolean not null default false,
  wanted integer not null check (wanted >= 0),
  read integer not null default 0 check (read <= wanted),
  loaded integer not null default 0,
  changed integer not null default 0,
  stale integer not null default 0,
  refused integer not null default 0,
  started_at timestamptz not null,
  ended_at timestamptz,
  updated_at timestamptz not null,
  check (loaded + refused = read)
);
create index catalog_runs_open on catalog_runs (started_at) where ended_at is null;

-- What a run is made of. A source ends once: that is what makes the report add up when jobs repeat.
create table catalog_run_sources (
  run_id uuid not null references catalog_runs on delete cascade,
  source_no integer not null,
  -- A link, or the name of a file; from operators and from kept products, never from shoppers.
  source text not null,
  product_id uuid,
  attempts integer not null default 0,
  outcome text check (outcome in ('new', 'changed', 'unchanged', 'refused')),
  code text,
  reason text,
  ended_at timestamptz,
  primary key (run_id, source_no),
  check ((outcome is null) = (ended_at is null))
);

-- How often which host's pages were refused, by day. Of pages that shoppers handed over only the count.
create table catalog_refusals (
  host text not null,
  code text not null,
  day date not null,
  is_handed_over boolean not null,
  count integer not null default 1,
  last_at timestamptz not null,
  reason text,
  -- Without query: what stands there may tell of a person.
  example_link text,
  primary key (host, code, day, is_handed_over),
  check (not is_handed_over or (reason is null and example_link is null))
);
