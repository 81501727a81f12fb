-- What a person owns. A row has the id of its garment, whose photo is kept by `garments`.
-- Only what the person said stands here; what Toile sees in the photo is read beside it, so that no guess can overwrite a word.
create table wardrobe_items (
  id uuid primary key,
  person_id uuid not null references people_persons (id) on delete cascade,
  -- The client's own id for it, so that what is sent twice is made once.
  client_id uuid,
  title text,
  description text,
  category text,
  colors text[],
  sizes text[],
  price_minor bigint check (price_minor >= 0),
  currency text,
  pattern text,
  tags text[],
  formality real check (formality between 0 and 1),
  season text[],
  bought_on date,
  wears_per_wash integer check (wears_per_wash > 0),
  -- What its photo tells, as `garments` told it last; it fills in what the person left unsaid.
  guesses jsonb,
  archived_at timestamptz,
  archive_reason text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((archived_at is null) = (archive_reason is null)),
  unique (person_id, client_id)
);
create index wardrobe_items_of on wardrobe_items (person_id, id);

create table wardrobe_wears (
  id uuid primary key,
  item_id uuid not null references wardrobe_items (id) on delete cascade,
  worn_on date not null,
  noted_at timestamptz not null,
  unique (item_id, worn_on)
);
create table wardrobe_washes (
  id uuid primary key,
  item_id uuid not null references wardrobe_items (id) on delete cascade,
  washed_on date not null,
  noted_at timestamptz not null,
  unique (item_id, washed_on)
);

-- Put aside for later. What it is belongs to other areas.
create table wardrobe_saved (
  person_id uuid not null references people_persons (id) on delete cascade,
  kind text not null check (kind in ('product', 'look', 'outfit')),
  id uuid not null,
  saved_at timestamptz not null,
  primary key (person_id, kind, id)
);
create index wardrobe_saved_of on wardrobe_saved (person_id, saved_at desc, id desc);
