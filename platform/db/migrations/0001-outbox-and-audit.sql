-- News waiting to be told. One row an event, one row for each listener that has yet to hear it.
create table platform_events (
  id uuid primary key,
  name text not null,
  payload jsonb not null,
  occurred_at timestamptz not null
);

create table platform_deliveries (
  event_id uuid not null references platform_events (id) on delete cascade,
  subscriber text not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  delivered_at timestamptz,
  last_error text,
  primary key (event_id, subscriber)
);

create index platform_deliveries_waiting on platform_deliveries (next_attempt_at, event_id) where delivered_at is null;

-- Who did what. Each row's hash covers the row before it, so a changed or missing row shows.
create table platform_audit (
  seq bigint primary key,
  at timestamptz not null,
  actor_id uuid,
  action text not null,
  subject text not null,
  detail jsonb not null,
  previous_hash text not null,
  hash text not null
);

-- How far the audit log reaches, sealed with the master key.
create table platform_audit_head (
  is_head boolean primary key check (is_head),
  seq bigint not null,
  hash text not null,
  seal text not null
);
