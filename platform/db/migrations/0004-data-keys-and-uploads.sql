-- What encrypts the files of one person (or boutique), wrapped by the master key. Whoever took over another's things holds theirs too.
create table platform_data_keys (
  id uuid primary key,
  owner_id uuid not null,
  wrapped_key bytea not null,
  created_at timestamptz not null
);
create index platform_data_keys_of on platform_data_keys (owner_id, created_at, id);

-- Files on their way in, piece by piece. The pieces lie in storage, encrypted; this says which of them count.
create table platform_uploads (
  id uuid primary key,
  owner_id uuid not null,
  -- null: not said yet.
  length_bytes integer check (length_bytes > 0),
  bytes_max integer not null check (bytes_max > 0),
  offset_bytes integer not null default 0 check (offset_bytes >= 0),
  -- In their order: {id, size_bytes}.
  parts jsonb not null default '[]',
  created_at timestamptz not null,
  expires_at timestamptz not null,
  check (length_bytes <= bytes_max),
  check (offset_bytes <= coalesce(length_bytes, bytes_max))
);
create index platform_uploads_of on platform_uploads (owner_id);
create index platform_uploads_ending on platform_uploads (expires_at);

-- Folders of files whose rows are gone: deleted as soon as the place answers, and asked again until it did.
create table platform_doomed_files (
  prefix text primary key,
  owner_id uuid,
  doomed_at timestamptz not null
);
create index platform_doomed_files_of on platform_doomed_files (owner_id);
