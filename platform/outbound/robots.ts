import robotsParser from 'robots-parser';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import { applicableRules } from './applicable-rules.ts';
import { fetchOnce, type Answer, type Way } from './fetch-once.ts';
import { hostTables, type RobotsRow } from './host-tables.ts';
import { nextAddress, redirects_max } from './next-address.ts';
import { throwIfStopped } from './outbound-errors.ts';
import { retryAfter } from './retry-after.ts';
import type { Visit } from './visit.ts';

/** Its types describe another module format than it has. */
const parseRobots = robotsParser as unknown as typeof robotsParser.default;

/** RFC 9309 §2.4: not longer than a day. */
const kept_s = 24 * 3600;
/** A robots.txt that cannot be had forbids everything (§2.3.1.4); asked again soon, because the shop may be back. */
const kept_unreachable_s = 600;
/** §2.5: at least this much is read; what is beyond is not. */
const read_max_bytes = 500 * 1024;
/** Comparing a path with the rules costs up to this many steps; no real file with a real link comes near (about 0.3 s). */
const steps_max = 300_000_000;
/** A shop that wants more between two pages does not want to be read at all, or mistyped; nobody waits longer for a page. */
const crawl_delay_max_s = 30;

export type RobotsVerdict = 'allowed' | 'forbidden' | 'unreachable';

interface RobotsPorts {
  way: Way;
  clock: Clock;
  db: Database;
}

/** Knows the robots.txt of the sites visited, shared by all processes. */
export class Robots {
  readonly #ports: RobotsPorts;

  constructor(ports: RobotsPorts) {
    this.#ports = ports;
  }

  /**
   * Tells whether a page may be read, and notes on the visit what was asked of the host and how long it wants between
   * two pages. Throws the signal's reason when it aborts, or what the database throws.
   */
  async verdict(url: URL, visit: Visit, signal: AbortSignal): Promise<RobotsVerdict> {
    const text = await this.#text(url, visit, signal);
    if (text === null) return 'unreachable';
    const is_allowed = text.length * url.href.length <= steps_max && this.#isAllowed(url, text, visit);
    visit.is_forbidden = !is_allowed;
    return is_allowed ? 'allowed' : 'forbidden';
  }

  #isAllowed(url: URL, text: string, visit: Visit): boolean {
    const robots = parseRobots(new URL('/robots.txt', url).href, text);
    const delay_s = robots.getCrawlDelay(this.#productToken) ?? 0;
    visit.crawl_delay_ms = delay_s > 0 ? Math.min(delay_s, crawl_delay_max_s) * 1000 : 0;
    return !robots.isDisallowed(url.href, this.#productToken);
  }

  get #productToken(): string {
    return this.#ports.way.user_agent.split('/', 1)[0]!;
  }

  async #text(url: URL, visit: Visit, signal: AbortSignal): Promise<string | null> {
    const known = await this.#find(url.origin);
    if (known) return known.text;
    const text = await this.#fetch(new URL('/robots.txt', url), visit, signal);
    await this.#keep(url, text);
    return text;
  }

  #find(origin: string): Promise<RobotsRow | undefined> {
    const { db, clock } = this.#ports;
    return hostTables(db)
      .selectFrom('platform_robots')
      .selectAll()
      .where('origin', '=', origin)
      .where('kept_until', '>', clock.now().toISOString())
      .executeTakeFirst();
  }

  async #keep({ origin, hostname }: URL, text: string | null): Promise<void> {
    const now = this.#ports.clock.now();
    const kept_until = new Date(now.getTime() + (text === null ? kept_unreachable_s : kept_s) * 1000).toISOString();
    // PostgreSQL's text holds no NUL; a robots.txt with one is cut by RFC 9309's own "as far as it can be read".
    const row = { host: hostname, text: text?.replaceAll('\0', '') ?? null, fetched_at: now.toISOString(), kept_until };
    await hostTables(this.#ports.db)
      .insertInto('platform_robots')
      .values({ origin, ...row })
      .onConflict((conflict) => conflict.column('origin').doUpdateSet(row))
      .execute();
  }

  /** Gives the rules that are meant for us; '' where there are none, null where they cannot be had. */
  async #fetch(at: URL, visit: Visit, signal: AbortSignal): Promise<string | null> {
    const { way, clock } = this.#ports;
    let url: URL | null = at;
    try {
      for (let hop = 0; hop <= redirects_max && url; hop += 1) {
        const answer: Answer = await fetchOnce(way, url, { max_bytes: read_max_bytes, overflow: 'cut', signal });
        url = nextAddress(url, answer, way.allowed);
        if (url) continue;
        if (answer.status >= 500 || answer.status === 429) {
          visit.failed(answer.status, retryAfter(answer.headers['retry-after'], clock.now()));
          return null;
        }
        visit.answered(null);
        return answer.status === 200 ? applicableRules(answer.bytes.toString('utf8').replace(/^\uFEFF/, ''), this.#productToken) : '';
      }
      // Too many redirects: as if there were no file (§2.3.1.2).
      visit.answered(null);
      return '';
    } catch {
      throwIfStopped(signal);
      visit.failed(null);
      signal.throwIfAborted();
      return null;
    }
  }
}
