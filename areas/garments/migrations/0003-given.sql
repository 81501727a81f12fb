-- A picture that came cut out already is kept as it was given, so that its own edges are there whenever they are asked for.
alter table garments_pictures drop constraint garments_pictures_kind_check;
alter table garments_pictures add constraint garments_pictures_kind_check check (kind in ('original', 'clean', 'studio', 'thumb', 'mask', 'given'));
