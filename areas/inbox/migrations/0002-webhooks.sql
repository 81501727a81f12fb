-- Where an integrator wants to be told; secrets are wrapped by the master key.
create table inbox_webhook_endpoints (
  id uuid primary key,
  api_key_id uuid not null references people_api_keys (id) on delete cascade,
  url text not null,
  description text,
  event_types text[] not null,
  wrapped_secret bytea not null,
  wrapped_old_secret bytea,
  old_secret_until timestamptz,
  paused_at timestamptz,
  paused_reason text check (paused_reason in ('asked', 'failing', 'gone')),
  failing_since timestamptz,
  last_error text,
  last_delivered_at timestamptz,
  created_at timestamptz not null,
  check ((paused_at is null) = (paused_reason is null)),
  check ((wrapped_old_secret is null) = (old_secret_until is null))
);
create index inbox_webhook_endpoints_of on inbox_webhook_endpoints (api_key_id, id);

-- One event for one endpoint. Holds ids only: what is said is read when it is sent, so that who left is not spoken of.
create table inbox_webhook_deliveries (
  id uuid primary key,
  endpoint_id uuid not null references inbox_webhook_endpoints (id) on delete cascade,
  type text not null,
  -- null for a test
  event_id uuid,
  -- What it is about: a row of feedback, or an outcome.
  subject_id uuid,
  person_id uuid references people_persons (id) on delete cascade,
  occurred_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
  attempts integer not null default 0,
  last_status integer,
  last_error text,
  last_attempt_at timestamptz,
  next_attempt_at timestamptz,
  delivered_at timestamptz,
  created_at timestamptz not null,
  unique (endpoint_id, event_id),
  check ((state = 'waiting') = (next_attempt_at is not null))
);
create index inbox_webhook_deliveries_newest on inbox_webhook_deliveries (endpoint_id, id desc);
create index inbox_webhook_deliveries_due on inbox_webhook_deliveries (next_attempt_at) where state = 'waiting';
create index inbox_webhook_deliveries_of on inbox_webhook_deliveries (person_id);
