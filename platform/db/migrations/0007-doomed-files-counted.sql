-- How many files went with a folder that was deleted beside its owner's own deletion, whose receipt counts them still. Null: they are there yet.
alter table platform_doomed_files add column files_gone int;
