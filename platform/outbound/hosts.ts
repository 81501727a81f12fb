import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import { newId } from '#platform/ids/new-id.ts';
import { breakerState, failures_max, settleBreaker } from './breaker.ts';
import { hostTables, newHostRow, type HostRow } from './host-tables.ts';
import { Visit } from './visit.ts';

/** How soon to look again whether another process has left; a visit takes about a second. */
const look_again_ms = 200;

/** What somebody hears who asks for a turn. */
export type TurnAnswer =
  | { kind: 'granted'; visit: Visit }
  | { kind: 'wait'; wait_ms: number }
  | { kind: 'refused'; detail: string; retry_after_s?: number };

interface HostsPorts {
  db: Database;
  clock: Clock;
  /** From the end of one visit to the beginning of the next. */
  interval_ms: number;
  /** Longer than any visit lasts: then a turn is given to others, because its visitor must have died. */
  lease_ms: number;
}

/** Hands out turns at hosts, one at a time for each host over all processes. The database decides, see decision 011. */
export class Hosts {
  readonly #ports: HostsPorts;

  constructor(ports: HostsPorts) {
    this.#ports = ports;
  }

  /** Takes the turn at a host, in one statement, or tells why not. */
  async takeTurn(host: string): Promise<TurnAnswer> {
    const { db, clock, lease_ms } = this.#ports;
    const now = clock.now();
    const at = now.toISOString();
    const lease = { lease_token: newId(), leased_until: new Date(now.getTime() + lease_ms).toISOString() };
    const granted = await hostTables(db)
      .insertInto('platform_hosts')
      .values({ ...newHostRow(host, at), ...lease })
      .onConflict((conflict) =>
        conflict
          .column('host')
          .doUpdateSet({ ...lease, updated_at: at })
          .where('platform_hosts.paused_at', 'is', null)
          .where('platform_hosts.next_visit_at', '<=', at)
          .where((is) => is.or([is('platform_hosts.leased_until', 'is', null), is('platform_hosts.leased_until', '<=', at)]))
          .where((is) => is.or([is('platform_hosts.closed_until', 'is', null), is('platform_hosts.closed_until', '<=', at)])),
      )
      .returning('failures')
      .executeTakeFirst();
    if (granted) return { kind: 'granted', visit: new Visit(host, lease.lease_token, granted.failures) };
    return whyNot(await this.#find(host), now);
  }

  /** Tells whether it is of use to stand in line: null when it is, else the refusal. */
  async refusal(host: string): Promise<Extract<TurnAnswer, { kind: 'refused' }> | null> {
    const row = await this.#find(host);
    const answer = row ? whyNot(row, this.#ports.clock.now()) : null;
    return answer?.kind === 'refused' ? answer : null;
  }

  /** Gives the turn back with what was learnt. A turn that has gone to somebody else meanwhile teaches nothing. */
  async giveBack(visit: Visit): Promise<void> {
    const { clock, db } = this.#ports;
    const now = clock.now();
    await hostTables(db)
      .transaction()
      .execute(async (tx) => {
        const row = await tx
          .selectFrom('platform_hosts')
          .selectAll()
          .where('host', '=', visit.host)
          .where('lease_token', '=', visit.token)
          .forUpdate()
          .executeTakeFirst();
        if (row)
          await tx
            .updateTable('platform_hosts')
            .set(this.#after(row, visit, now))
            .where('host', '=', visit.host)
            .execute();
      });
  }

  #after(row: HostRow, visit: Visit, now: Date): Partial<HostRow> {
    const at = now.toISOString();
    const free = { lease_token: null, leased_until: null, updated_at: at };
    const crawl_delay_ms = visit.crawl_delay_ms ?? row.crawl_delay_ms;
    if (!visit.has_asked) return visit.is_forbidden ? { ...free, crawl_delay_ms, last_outcome: 'forbidden' } : free;
    const pause_ms = Math.max(this.#ports.interval_ms, crawl_delay_ms ?? 0);
    return {
      ...free,
      ...settleBreaker(row, visit, now),
      crawl_delay_ms,
      next_visit_at: new Date(now.getTime() + pause_ms).toISOString(),
      last_visit_at: at,
      last_outcome: visit.is_forbidden ? 'forbidden' : visit.has_answered ? 'answered' : 'failed',
      last_status: visit.status,
      visits: row.visits + 1,
      ...(visit.has_answered ? { last_answer_at: at } : { failed_visits: row.failed_visits + 1 }),
    };
  }

  #find(host: string): Promise<HostRow | undefined> {
    return hostTables(this.#ports.db).selectFrom('platform_hosts').selectAll().where('host', '=', host).executeTakeFirst();
  }
}

/** Reads a row that just now let nobody in; by this moment it may let somebody in, who then asks again at once. */
function whyNot(row: HostRow | undefined, now: Date): TurnAnswer {
  if (!row) return { kind: 'wait', wait_ms: 0 };
  if (row.paused_at !== null) return { kind: 'refused', detail: 'an operator paused visits to this host' };
  const left_ms = (until: string | null) => (until === null ? 0 : Math.max(0, Date.parse(until) - now.getTime()));
  if (breakerState(row, now) === 'open')
    return { kind: 'refused', detail: 'left alone after failures, or as it asked', retry_after_s: left_ms(row.closed_until) / 1000 };
  const lease_ms = left_ms(row.leased_until);
  if (lease_ms > 0 && row.failures >= failures_max)
    return { kind: 'refused', detail: 'one visit is finding out whether the host is back', retry_after_s: lease_ms / 1000 };
  return { kind: 'wait', wait_ms: lease_ms > 0 ? Math.min(lease_ms, look_again_ms) : left_ms(row.next_visit_at) };
}
