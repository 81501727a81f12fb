-- How often a version of the network was shown a picture that it has not embedded; goes with its picture, and when it is embedded.
create table catalog_embedding_tries (
  picture_id uuid primary key references catalog_pictures (id) on delete cascade,
  network_version text not null,
  tries int not null check (tries > 0)
);
