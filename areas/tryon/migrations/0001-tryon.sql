-- A photo of a person, in which they are dressed. When it is over, all that is personal goes; the rest stays for 30 days.
create table tryon_photos (
  id uuid primary key,
  person_id uuid references people_persons (id) on delete set null,
  state text not null check (state in ('waiting', 'ready', 'refused', 'expired')),
  -- Where it is on its way in; null once it was looked at.
  upload_id uuid,
  width integer,
  height integer,
  -- Why it is of no use; for each shape of garment, what stands in its way; where the joints lie.
  problem text,
  garments jsonb,
  joints jsonb,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  expired_at timestamptz,
  check ((state = 'expired') = (expired_at is not null)),
  check (state <> 'expired' or (person_id is null and upload_id is null and joints is null and garments is null))
);
create index tryon_photos_of on tryon_photos (person_id) where person_id is not null;
create index tryon_photos_due on tryon_photos (expires_at) where expired_at is null;
create index tryon_photos_over on tryon_photos (expired_at) where expired_at is not null;

-- One photo, one or more garments, one look. The row is the truth, the queue only the nudge.
create table tryon_sessions (
  id uuid primary key,
  person_id uuid references people_persons (id) on delete set null,
  photo_id uuid,
  status text not null check (status in ('created', 'processing', 'completed', 'failed', 'cancelled', 'expired')),
  stage text not null,
  item_ids uuid[] not null,
  -- What was asked for, as it was then; and by which key, so that what is sent twice is made once.
  items jsonb,
  wishes jsonb,
  idempotency_key text,
  request_hash text,
  -- Counts how often it was begun: whoever began last may finish, and a photo that ends its process is given up.
  attempts integer not null default 0,
  progress real not null default 0,
  confidence real,
  parts jsonb,
  renderer jsonb,
  problem text,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  saved_at timestamptz,
  expires_at timestamptz not null,
  expired_at timestamptz,
  check ((status = 'expired') = (expired_at is not null)),
  check (saved_at is null or status = 'completed'),
  check (status <> 'expired' or (person_id is null and photo_id is null and items is null and wishes is null
    and idempotency_key is null and request_hash is null and parts is null)),
  unique (person_id, idempotency_key)
);
create index tryon_sessions_of on tryon_sessions (person_id) where person_id is not null;
create index tryon_sessions_line on tryon_sessions (id) where status in ('created', 'processing');
create index tryon_sessions_due on tryon_sessions (expires_at) where expired_at is null and saved_at is null;
create index tryon_sessions_over on tryon_sessions (expired_at) where expired_at is not null;

-- Each step that a session took, once.
create table tryon_transitions (
  session_id uuid not null references tryon_sessions (id) on delete cascade,
  from_status text,
  to_status text not null,
  reason text,
  at timestamptz not null,
  primary key (session_id, to_status)
);

-- What came of a session; the files lie in `tryon/SESSION/ATTEMPT/KIND`, encrypted.
create table tryon_pictures (
  id uuid primary key,
  session_id uuid not null references tryon_sessions (id) on delete cascade,
  attempt integer not null,
  kind text not null check (kind in ('preview', 'person', 'garment', 'shading')),
  media_type text not null,
  width integer not null,
  height integer not null,
  size_bytes integer not null,
  unique (session_id, kind)
);

create table tryon_feedback (
  session_id uuid primary key references tryon_sessions (id) on delete cascade,
  accuracy integer not null check (accuracy between 1 and 5),
  notes text,
  given_at timestamptz not null
);
