import type { Database } from '#platform/db/database.ts';

/** What is known of a host, shared by all processes. Times are ISO-8601. */
export interface HostRow {
  host: string;
  next_visit_at: string;
  lease_token: string | null;
  leased_until: string | null;
  /** In a row. */
  failures: number;
  /** Since the host last answered; each is longer than the one before. */
  rests: number;
  closed_until: string | null;
  rest_reason: 'failures' | 'asked' | null;
  paused_at: string | null;
  crawl_delay_ms: number | null;
  last_visit_at: string | null;
  last_answer_at: string | null;
  last_outcome: 'answered' | 'failed' | 'forbidden' | null;
  last_status: number | null;
  visits: number;
  failed_visits: number;
  created_at: string;
  updated_at: string;
}

export interface RobotsRow {
  origin: string;
  host: string;
  /** The rules that are meant for us; '' where there is no robots.txt, null where it could not be had. */
  text: string | null;
  fetched_at: string;
  kept_until: string;
}

type HostTables = { platform_hosts: HostRow; platform_robots: RobotsRow };

export const hostTables = (db: Database) => db.withTables<HostTables>();

/** Makes the row of a host that nobody has visited yet; columns that are left out have their defaults. */
export const newHostRow = (host: string, now: string) =>
  ({
    host,
    next_visit_at: now,
    failures: 0,
    rests: 0,
    visits: 0,
    failed_visits: 0,
    lease_token: null,
    leased_until: null,
    closed_until: null,
    rest_reason: null,
    paused_at: null,
    crawl_delay_ms: null,
    last_visit_at: null,
    last_answer_at: null,
    last_outcome: null,
    last_status: null,
    created_at: now,
    updated_at: now,
  }) satisfies HostRow;
