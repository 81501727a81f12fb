-- A thing worn, and how far its photo is. Whose it is decides the area that made it: a person's wardrobe, a boutique.
create table garments_garments (
  id uuid primary key,
  owner_id uuid not null,
  photo_state text not null check (photo_state in ('none', 'waiting', 'processing', 'ready', 'failed')),
  clean_state text not null check (clean_state in ('none', 'processing', 'ready', 'doubtful', 'failed')),
  -- Where a photo is on its way in; null once it was taken, or given up.
  upload_id uuid,
  -- Which photo the pictures were made from; null: there is none.
  photo_id uuid,
  -- Why the newest photo, or its cut-out, came to nothing.
  problem text,
  doubts jsonb not null default '[]',
  -- Whether the background goes once the photo is there, and what then stands behind the garment.
  wants_clean boolean not null,
  bg_color text not null check (bg_color in ('transparent', 'app-white')),
  clean_format text not null check (clean_format in ('png', 'webp', 'jpeg')),
  -- How often the work in hand was begun; one that kills its process must not be begun for ever.
  attempts integer not null default 0,
  working_since timestamptz,
  created_at timestamptz not null,
  check ((photo_state in ('waiting', 'processing')) = (upload_id is not null)),
  check (clean_state = 'none' or photo_id is not null),
  check (bg_color <> 'transparent' or clean_format <> 'jpeg')
);
create index garments_garments_of on garments_garments (owner_id);
create index garments_garments_working on garments_garments (working_since) where working_since is not null;

-- What can be seen of a garment. A picture that is made anew gets a new id, so that its address changes.
create table garments_pictures (
  id uuid primary key,
  garment_id uuid not null references garments_garments (id) on delete cascade,
  photo_id uuid not null,
  kind text not null check (kind in ('original', 'clean', 'studio', 'thumb', 'mask')),
  media_type text not null,
  width integer not null,
  height integer not null,
  size_bytes integer not null,
  created_at timestamptz not null,
  unique (garment_id, kind)
);
