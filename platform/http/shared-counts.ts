import type { FastifyRateLimitStore } from '@fastify/rate-limit';
import type { Redis } from 'ioredis';
import type { RedisLink } from '#platform/redis/redis-link.ts';

type Counted = Parameters<FastifyRateLimitStore['incr']>[1];
interface Count {
  current: number;
  ttl: number;
}

/** Counts in one step and gives the count a time to end, so that none stays for ever. Answers the count and what is left of its window. */
const count_up = `local current = redis.call('INCR', KEYS[1])
if current == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return {current, redis.call('PTTL', KEYS[1])}`;

/**
 * Makes the store in which several processes count together, in Redis. While it is away each process counts for itself:
 * N processes then allow at most N times as much, nobody is refused for it, and nothing stands open.
 */
export function sharedCounts(link: RedisLink, own_max: number): new () => FastifyRateLimitStore {
  const own = ownCounts(own_max);
  return class implements FastifyRateLimitStore {
    incr(key: string, counted: Counted, window_ms: number): void {
      const inRedis = (redis: Redis) => redis.eval(count_up, 1, `${link.prefix}:limit:${key}`, window_ms) as Promise<[number, number]>;
      link.ask(inRedis).then(
        ([current, ttl]) => counted(null, { current, ttl }),
        () => counted(null, own(key, window_ms)),
      );
    }

    /** One store for every class of routes: the key names the class. */
    child(): FastifyRateLimitStore {
      return this;
    }
  };
}

/** Counts in this process; of more than `keys_max` clients the one that came first starts afresh. */
function ownCounts(keys_max: number): (key: string, window_ms: number) => Count {
  const counts = new Map<string, { current: number; ends_ms: number }>();
  return (key, window_ms) => {
    const now_ms = Date.now();
    const known = counts.get(key);
    const count = known && known.ends_ms > now_ms ? known : { current: 0, ends_ms: now_ms + window_ms };
    count.current += 1;
    if (count !== known) {
      counts.delete(key);
      counts.set(key, count);
      if (counts.size > keys_max) counts.delete(counts.keys().next().value ?? '');
    }
    return { current: count.current, ttl: count.ends_ms - now_ms };
  };
}
