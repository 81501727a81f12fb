import robotsParser from 'robots-parser';
import type { Clock } from '#platform/clock/clock.ts';
import { fetchOnce, type Answer, type Way } from './fetch-once.ts';
import { nextAddress, redirects_max } from './next-address.ts';

/** Its types describe another module format than it has. */
const parseRobots = robotsParser as unknown as typeof robotsParser.default;

/** RFC 9309 §2.4: not longer than a day. */
const kept_s = 24 * 3600;
/** A robots.txt that cannot be had forbids everything (§2.3.1.4); asked again soon, because the shop may be back. */
const kept_unreachable_s = 600;
/** §2.5: at least this much is read; what is beyond is not. */
const read_max_bytes = 500 * 1024;
const sites_max = 1000;
/** Comparing a path with the rules costs up to this many steps; no real file with a real link comes near (about 0.3 s). */
const steps_max = 300_000_000;

export type RobotsVerdict = 'allowed' | 'forbidden' | 'unreachable';

interface Site {
  text: string | null;
  until: number;
}

interface RobotsPorts {
  way: Way;
  clock: Clock;
}

/** Keeps the robots.txt of the sites visited. In memory: each process asks for itself. */
export class Robots {
  readonly #sites = new Map<string, Site>();
  readonly #ports: RobotsPorts;

  constructor(ports: RobotsPorts) {
    this.#ports = ports;
  }

  /** Tells whether a page may be read. Only the signal's reason is thrown, when it aborts. */
  async verdict(url: URL, signal: AbortSignal): Promise<RobotsVerdict> {
    const text = await this.#text(url, signal);
    if (text === null) return 'unreachable';
    if (text.length * url.href.length > steps_max) return 'forbidden';
    const robots = parseRobots(new URL('/robots.txt', url).href, text);
    const product_token = this.#ports.way.user_agent.split('/', 1)[0]!;
    return robots.isDisallowed(url.href, product_token) ? 'forbidden' : 'allowed';
  }

  async #text(url: URL, signal: AbortSignal): Promise<string | null> {
    const now = this.#ports.clock.now().getTime();
    const known = this.#sites.get(url.origin);
    if (known && known.until > now) return known.text;
    const text = await this.#fetch(new URL('/robots.txt', url), signal);
    this.#sites.delete(url.origin);
    this.#sites.set(url.origin, { text, until: now + (text === null ? kept_unreachable_s : kept_s) * 1000 });
    const [oldest] = this.#sites.keys();
    if (this.#sites.size > sites_max && oldest !== undefined) this.#sites.delete(oldest);
    return text;
  }

  /** Gives the rules; '' where there are none, null where they cannot be had. */
  async #fetch(at: URL, signal: AbortSignal): Promise<string | null> {
    const { way } = this.#ports;
    let url: URL | null = at;
    try {
      for (let hop = 0; hop <= redirects_max && url; hop += 1) {
        const answer: Answer = await fetchOnce(way, url, { max_bytes: read_max_bytes, overflow: 'cut', signal });
        url = nextAddress(url, answer, way.allowed);
        if (url) continue;
        if (answer.status === 200) return answer.bytes.toString('utf8').replace(/^\uFEFF/, '');
        return answer.status >= 500 || answer.status === 429 ? null : '';
      }
      // Too many redirects: as if there were no file (§2.3.1.2).
      return '';
    } catch {
      signal.throwIfAborted();
      return null;
    }
  }
}
