-- The hosts that Toile visits, as guests who know what the others of the house do. One row a host.
create table platform_hosts (
  host text primary key check (length(host) between 1 and 255),
  -- Nobody visits before this.
  next_visit_at timestamptz not null,
  -- Who visits now. A visitor that died leaves its turn when the lease ends.
  lease_token uuid,
  leased_until timestamptz,
  -- The breaker: failures in a row, rests taken since the host last answered, and until when it is left alone.
  failures integer not null default 0,
  rests integer not null default 0,
  closed_until timestamptz,
  rest_reason text check (rest_reason in ('failures', 'asked')),
  -- An operator's switch: nobody visits while it is set.
  paused_at timestamptz,
  crawl_delay_ms integer,
  last_visit_at timestamptz,
  last_answer_at timestamptz,
  last_outcome text check (last_outcome in ('answered', 'failed', 'forbidden')),
  last_status integer,
  visits bigint not null default 0,
  failed_visits bigint not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((lease_token is null) = (leased_until is null)),
  check ((closed_until is null) = (rest_reason is null))
);

-- robots.txt of each origin. No text: it could not be had, which forbids everything.
create table platform_robots (
  origin text primary key check (length(origin) <= 300),
  host text not null,
  text text,
  fetched_at timestamptz not null,
  kept_until timestamptz not null
);
create index platform_robots_host on platform_robots (host);
