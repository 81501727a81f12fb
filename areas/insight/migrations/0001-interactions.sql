-- The log of what people do with products. Of invented shoppers (source demo) there is no person, only a key.
create table insight_interactions (
  id uuid primary key,
  source text not null check (source in ('told', 'event', 'demo')),
  person_id uuid references people_persons on delete cascade,
  shopper_key text check (length(shopper_key) between 1 and 80),
  product_id uuid not null,
  kind text not null,
  size text check (length(size) between 1 and 40),
  would_keep boolean,
  reason text check (length(reason) between 1 and 40),
  context text check (length(context) between 1 and 60),
  -- The news that it follows from, which may be told twice.
  event_id uuid unique,
  at timestamptz not null,
  check ((source = 'demo') = (person_id is null)),
  check ((source = 'demo') = (shopper_key is not null)),
  check ((source = 'event') = (event_id is not null))
);
-- What is told again within a minute is the same: a page that was loaded anew, a button that was pressed twice.
create unique index insight_interactions_minute
  on insight_interactions (person_id, product_id, kind, date_trunc('minute', at at time zone 'UTC')) where source = 'told';
create unique index insight_interactions_demo on insight_interactions (shopper_key, product_id, kind, at) where source = 'demo';
create index insight_interactions_product on insight_interactions (product_id, kind, at);
create index insight_interactions_at on insight_interactions (at);
