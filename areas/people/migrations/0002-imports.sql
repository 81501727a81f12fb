-- A zip of somebody's data that is brought back; what it is made of is `steps`, one after the other.
create table people_imports (
  id uuid primary key,
  person_id uuid not null references people_persons (id) on delete cascade,
  -- In platform_uploads, while the zip is there. No foreign key: an upload ends by itself.
  upload_id uuid not null,
  state text not null check (state in ('waiting', 'reading', 'done', 'failed')),
  problem text,
  steps integer check (steps >= 0),
  steps_done integer not null default 0,
  -- {added, known, photos, skipped, not_taken}
  result jsonb not null,
  -- How often the step in hand was begun: one that ends its process is left out at last.
  attempts integer not null default 0,
  created_at timestamptz not null,
  touched_at timestamptz not null,
  check ((state = 'failed') = (problem is not null))
);
create index people_imports_of on people_imports (person_id, id);
