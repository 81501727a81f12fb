create table people_persons (
  id uuid primary key,
  name text,
  -- Always lower case; null while anonymous.
  email text unique check (email = lower(email)),
  password_hash text,
  role text not null default 'shopper' check (role in ('shopper', 'boutique', 'operator')),
  prefs jsonb not null,
  created_at timestamptz not null,
  last_login timestamptz,
  check ((email is null) = (password_hash is null)),
  check (email is not null or role = 'shopper')
);

create table people_profiles (
  id uuid primary key,
  person_id uuid not null references people_persons (id) on delete cascade,
  name text not null,
  is_self boolean not null,
  sizing text check (sizing in ('women', 'men')),
  created_at timestamptz not null
);
create index people_profiles_of on people_profiles (person_id, created_at);
create unique index people_profiles_one_self on people_profiles (person_id) where is_self;

-- A browser's cookie or a family of refresh tokens.
create table people_sessions (
  id uuid primary key,
  person_id uuid not null references people_persons (id) on delete cascade,
  kind text not null check (kind in ('browser', 'token')),
  secret_hash bytea unique,
  user_agent text not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null,
  check ((kind = 'browser') = (secret_hash is not null))
);
create index people_sessions_of on people_sessions (person_id);
create index people_sessions_ending on people_sessions (expires_at);

-- Used tokens stay until their family ends, so that a second use is noticed.
create table people_refresh_tokens (
  token_hash bytea primary key,
  session_id uuid not null references people_sessions (id) on delete cascade,
  created_at timestamptz not null,
  used_at timestamptz
);
create index people_refresh_tokens_of on people_refresh_tokens (session_id);

create table people_api_keys (
  id uuid primary key,
  name text not null,
  secret_hash bytea not null unique,
  scopes text[] not null,
  rate_limit_per_minute integer not null check (rate_limit_per_minute > 0),
  created_by uuid references people_persons (id) on delete set null,
  created_at timestamptz not null,
  last_used_at timestamptz
);

-- An integrator's own names for its shoppers.
create table people_integrator_shoppers (
  api_key_id uuid not null references people_api_keys (id) on delete cascade,
  external_id text not null,
  person_id uuid not null references people_persons (id) on delete cascade,
  primary key (api_key_id, external_id)
);
create index people_integrator_shoppers_of on people_integrator_shoppers (person_id);

create table people_signing_keys (
  kid uuid primary key,
  public_jwk jsonb not null,
  wrapped_private_key bytea not null,
  created_at timestamptz not null
);

-- How often a client or an e-mail knocked in one minute; hashed, kept an hour.
create table people_log_in_counts (
  client_hash bytea not null,
  minute timestamptz not null,
  count integer not null,
  primary key (client_hash, minute)
);
