-- What was learned, version by version; the weights themselves lie in storage. At most one version of a name is in use.
create table platform_models (
  name text not null check (length(name) between 1 and 60),
  version integer not null check (version > 0),
  state text not null check (state in ('candidate', 'refused', 'promoted', 'retired')),
  refused_because text,
  storage_key text not null,
  size_bytes bigint not null,
  figures jsonb not null,
  trained_at timestamptz not null,
  promoted_at timestamptz,
  primary key (name, version),
  check ((state = 'refused') = (refused_because is not null)),
  check (state <> 'promoted' or promoted_at is not null)
);
create unique index platform_models_in_use on platform_models (name) where state = 'promoted';
