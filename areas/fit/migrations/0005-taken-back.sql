-- Purchases that a shopper took back: told again by the shop under the same id, they stay forgotten. Leaves with the person.
create table fit_taken_back (
  caller_id uuid not null,
  external_id text not null,
  person_id uuid not null references people_persons (id) on delete cascade,
  taken_back_at timestamptz not null,
  primary key (caller_id, external_id)
);
create index fit_taken_back_of on fit_taken_back (person_id);
