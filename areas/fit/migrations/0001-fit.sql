-- What is known of a profile's body, in cm and kg. One row a profile; null is unknown.
create table fit_measurements (
  profile_id uuid primary key references people_profiles (id) on delete cascade,
  height_cm double precision,
  weight_kg double precision,
  age integer,
  chest_cm double precision,
  waist_cm double precision,
  hip_cm double precision,
  neck_cm double precision,
  shoulder_cm double precision,
  arm_length_cm double precision,
  inside_leg_cm double precision,
  updated_at timestamptz not null
);

create table fit_owned_garments (
  id uuid primary key,
  profile_id uuid not null references people_profiles (id) on delete cascade,
  brand text not null,
  category text not null,
  size text not null,
  sizing text check (sizing in ('women', 'men')),
  overall text not null,
  description text,
  garment_cm jsonb,
  created_at timestamptz not null
);
create index fit_owned_garments_of on fit_owned_garments (profile_id, created_at desc);

-- One shopper, one product, which size.
create table fit_fittings (
  id uuid primary key,
  person_id uuid not null references people_persons (id) on delete cascade,
  profile_id uuid not null references people_profiles (id) on delete cascade,
  product_id uuid not null,
  created_at timestamptz not null
);
create index fit_fittings_of on fit_fittings (person_id, id desc);
create index fit_fittings_of_profile on fit_fittings (profile_id, id desc);

-- Every advice given, so that what came of it can be held against it.
create table fit_advices (
  id uuid primary key,
  fitting_id uuid not null references fit_fittings (id) on delete cascade,
  recommended_size text,
  confidence double precision not null,
  scores jsonb not null,
  evidence jsonb not null,
  created_at timestamptz not null
);
create index fit_advices_of on fit_advices (fitting_id, id desc);

-- What happened. Saying it again for the same size replaces what was said.
create table fit_feedback (
  id uuid primary key,
  fitting_id uuid not null references fit_fittings (id) on delete cascade,
  advice_id uuid references fit_advices (id) on delete set null,
  size_tried text not null,
  fit_feedback jsonb not null,
  would_keep boolean not null,
  notes text,
  created_at timestamptz not null,
  unique (fitting_id, size_tried)
);

-- What came of each size of a product, over all shoppers; counted from the news, holds nobody's data.
create table fit_size_outcomes (
  product_id uuid not null,
  size text not null,
  tried integer not null default 0,
  kept integer not null default 0,
  felt_small integer not null default 0,
  felt_large integer not null default 0,
  primary key (product_id, size)
);

-- News that was counted already.
create table fit_counted_events (
  event_id uuid primary key,
  counted_at timestamptz not null
);
