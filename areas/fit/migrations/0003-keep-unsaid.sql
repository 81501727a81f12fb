-- Whoever answers "did it fit?" with one tap says how it felt, and not whether they keep it.
alter table fit_feedback alter column would_keep drop not null;
alter table fit_size_outcomes add column kept_unsaid integer not null default 0;
