-- A profile beside others of the same height and weight, by its own eye: -1 flatter or narrower, 0 average, 1 fuller; null is not said.
create table fit_builds (
  profile_id uuid primary key references people_profiles (id) on delete cascade,
  belly smallint check (belly between -1 and 1),
  chest smallint check (chest between -1 and 1),
  hip smallint check (hip between -1 and 1),
  updated_at timestamptz not null
);
