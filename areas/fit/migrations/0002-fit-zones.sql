-- What a shopper set by hand: for one kind of garment and one dimension the centimetres that feel good.
-- What is learned is never stored; it is computed from the evidence each time.
create table fit_zones (
  profile_id uuid not null references people_profiles (id) on delete cascade,
  kind text not null,
  name text not null,
  low_cm double precision not null,
  high_cm double precision not null check (high_cm > low_cm),
  set_at timestamptz not null,
  primary key (profile_id, kind, name)
);
