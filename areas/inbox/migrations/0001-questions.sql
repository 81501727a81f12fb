-- "Did it fit?": one question a fitting. The row is the truth, the queue only the nudge.
create table inbox_questions (
  id uuid primary key,
  fitting_id uuid not null unique,
  person_id uuid not null references people_persons (id) on delete cascade,
  profile_id uuid not null references people_profiles (id) on delete cascade,
  product_id uuid not null,
  state text not null check (state in ('planned', 'asked', 'answered', 'dismissed', 'withdrawn')),
  due_at timestamptz not null,
  asked_at timestamptz,
  -- As advised when it was asked; after an answer the size that the answer is about.
  size text,
  answer text,
  read_at timestamptz,
  closed_at timestamptz,
  mail_state text not null default 'none' check (mail_state in ('none', 'waiting', 'sending', 'sent', 'refused', 'unsure')),
  mailed_at timestamptz,
  check ((state = 'answered') = (answer is not null)),
  check (state in ('planned', 'withdrawn') or (asked_at is not null and size is not null))
);
create index inbox_questions_of on inbox_questions (person_id, id desc);
-- Whoever looks at a garment in two fittings is asked once.
create unique index inbox_questions_open on inbox_questions (profile_id, product_id) where state in ('planned', 'asked');
create index inbox_questions_due on inbox_questions (due_at) where state = 'planned';
