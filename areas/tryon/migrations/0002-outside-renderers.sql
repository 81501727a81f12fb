-- Of what a look was drawn, as one number: the same photo, garments and renderer again need not be asked for again.
alter table tryon_sessions add column content_key text;
alter table tryon_sessions add check (status <> 'expired' or content_key is null);
create index tryon_sessions_alike on tryon_sessions (person_id, content_key) where content_key is not null;

-- What is known of an outside renderer, by all processes: whether it is left alone, until when, and why.
create table tryon_outside_renderers (
  name text primary key,
  failures integer not null default 0,
  rests integer not null default 0,
  closed_until timestamptz,
  rest_reason text,
  refusal text
);

-- Each look that was asked of an outside renderer, for the limits of a minute and a day; kept for two days.
create table tryon_outside_calls (
  id uuid primary key,
  renderer text not null,
  person_id uuid references people_persons (id) on delete set null,
  -- Pictures that it costs.
  calls integer not null,
  -- False when it is known that nothing was drawn.
  is_paid boolean not null default true,
  at timestamptz not null
);
create index tryon_outside_calls_at on tryon_outside_calls (at);
create index tryon_outside_calls_of on tryon_outside_calls (person_id) where person_id is not null;
