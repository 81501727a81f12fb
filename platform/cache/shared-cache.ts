import type { Redis } from 'ioredis';
import type { RedisLink } from '#platform/redis/redis-link.ts';
import type { Metrics } from '#platform/telemetry/metrics.ts';
import type { Cache } from './cache.ts';
import { forgetTogether } from './forget-together.ts';
import { makeOnce } from './make-once.ts';
import { makeMemoryCache } from './memory-cache.ts';
import { owedKeys } from './owed-keys.ts';

/** What others forget while Redis is away is not told here, so nothing stays in memory longer than this. */
const memory_kept_s = 5;
/** A reader that began before a value was forgotten must not put the old one back: longer than a read from the database takes. */
const refused_ms = 2000;
/** Sets a value, unless it was forgotten a moment ago: then an empty text stands in its place. */
const set_unless_forgotten = `if redis.call('GET', KEYS[1]) ~= '' then redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) end`;

/** In memory values are wrapped, because null is one too. */
interface Found {
  value: unknown;
}

/**
 * Makes the cache that several processes share: Redis, with some seconds of memory before it. No failure of Redis
 * reaches a caller: while it is away each process remembers for itself, and what changed meanwhile is forgotten
 * in Redis as soon as it is back.
 */
export function makeSharedCache(link: RedisLink, metrics: Metrics): Cache {
  const [memory, owed, once] = [makeMemoryCache(), owedKeys(), makeOnce()];
  const forgetHere = async (key: string): Promise<void> => {
    // What is being made may be of before: Redis refuses it only for a moment, and this memory not at all.
    once.forget(key);
    await memory.forget(key);
  };
  const tell = forgetTogether(link, 'cache', (key) => void forgetHere(key));
  const place = (key: string): string => `${link.prefix}:cache:${link.life}:${key}`;
  const inMemory = (key: string, left_s: number, found: Found) => memory.set(key, Math.min(left_s, memory_kept_s), found);

  const look = async (key: string): Promise<Found | undefined> => {
    const found = (await memory.get<Found>(key)) ?? (await lookInRedis(key));
    (found ? metrics.cache_hits_total : metrics.cache_misses_total).inc();
    return found;
  };
  const lookInRedis = async (key: string): Promise<Found | undefined> => {
    if (owed.isOwed(key)) return undefined;
    const answer = await link.ask((redis) => Promise.all([redis.get(place(key)), redis.pttl(place(key))])).catch(() => undefined);
    const [text, left_ms] = answer ?? [];
    if (!text || !left_ms || left_ms <= 0) return undefined;
    const found: Found = { value: JSON.parse(text) };
    await inMemory(key, left_ms / 1000, found);
    return found;
  };
  const set = async (key: string, ttl_s: number, value: unknown): Promise<void> => {
    await inMemory(key, ttl_s, { value });
    const ttl_ms = Math.max(1, Math.ceil(ttl_s * 1000));
    await owed.unless(key, () => link.ask((redis) => redis.eval(set_unless_forgotten, 1, place(key), JSON.stringify(value), ttl_ms)));
  };
  const forgetThere = async (redis: Redis, keys: readonly string[]): Promise<void> => {
    await Promise.all(keys.map((key) => redis.set(place(key), '', 'PX', refused_ms)));
    await tell(redis, keys);
  };

  link.onReturn(() => owed.settle(link, forgetThere, place('*')));
  return {
    set,
    get: async <T>(key: string) => ((await look(key))?.value ?? undefined) as T | undefined,
    getOrMake: (key, ttl_s, make) => once.make(key, { look: () => look(key), make, keep: (value) => set(key, ttl_s, value) }),
    forget: async (key) => {
      await forgetHere(key);
      await owed.unless(key, () => link.ask((redis) => forgetThere(redis, [key])));
    },
    check: () => link.check(),
    stop: () => memory.stop(),
  };
}
