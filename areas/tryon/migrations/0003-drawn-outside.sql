-- An outside renderer has drawn its look once: what could not be kept of it is not paid for again.
alter table tryon_sessions add column is_drawn_outside boolean not null default false;
