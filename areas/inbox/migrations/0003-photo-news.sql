-- What came of photos while their person was elsewhere; one row gathers what happens until it is read.
create table inbox_photo_news (
  id uuid primary key,
  person_id uuid not null references people_persons (id) on delete cascade,
  -- Garment to what came of it: ready, doubtful or failed.
  outcomes jsonb not null,
  created_at timestamptz not null,
  read_at timestamptz
);
create index inbox_photo_news_of on inbox_photo_news (person_id, id);
