-- How far somebody moved the points of the cloth, as the look is kept and shared; and the picture drawn so.
alter table tryon_sessions add column nudges jsonb;
alter table tryon_sessions add check (status <> 'expired' or nudges is null);
alter table tryon_pictures drop constraint tryon_pictures_kind_check;
alter table tryon_pictures add constraint tryon_pictures_kind_check
  check (kind in ('preview', 'person', 'garment', 'shading', 'nudged'));

-- A link by which anybody sees a look, until it ends or is taken back. Of its secret only a hash is kept.
create table tryon_shares (
  session_id uuid primary key references tryon_sessions (id) on delete cascade,
  token_hash text not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index tryon_shares_due on tryon_shares (expires_at);

-- Looks that were kept before they stood among the saved things; what was put there under a name that is no look's goes.
delete from wardrobe_saved w where kind = 'look'
  and not exists (select from tryon_sessions s where s.id = w.id and s.person_id = w.person_id and s.saved_at is not null);
insert into wardrobe_saved (person_id, kind, id, saved_at)
  select person_id, 'look', id, saved_at from tryon_sessions where saved_at is not null and person_id is not null
  on conflict do nothing;
