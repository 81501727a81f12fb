-- What became of the demo in this house. Without a row nobody has decided yet.
create table demo_state (
  is_one boolean primary key default true check (is_one),
  state text not null check (state in ('wanted', 'seeded', 'unwanted')),
  -- Invented shoppers did what they did so long before this; it stays when a seeding that was broken off goes on.
  began_at timestamptz not null,
  updated_at timestamptz not null
);
