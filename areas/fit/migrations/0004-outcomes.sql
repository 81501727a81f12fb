-- What became of purchases, as a shop or the shopper reports it. Saying it again under the same external_id replaces it.
create table fit_outcomes (
  id uuid primary key,
  -- Who told: an API key or a person. Without a foreign key, because it is one or the other; rows leave with the person.
  caller_id uuid not null,
  external_id text not null,
  person_id uuid not null references people_persons (id) on delete cascade,
  profile_id uuid not null references people_profiles (id) on delete cascade,
  product_id uuid not null,
  size text not null,
  outcome text not null check (outcome in ('kept', 'returned')),
  reason text check (reason in ('too_small', 'too_large', 'other')),
  fit_feedback jsonb,
  advice_id uuid references fit_advices (id) on delete set null,
  -- Whether this row is the one that counts for its wearer, product and size.
  is_counted boolean not null,
  at timestamptz not null,
  told_at timestamptz not null,
  unique (caller_id, external_id),
  check (outcome = 'returned' or reason is null)
);
create index fit_outcomes_of on fit_outcomes (person_id);
create index fit_outcomes_of_profile on fit_outcomes (profile_id, at desc);
