import type { Redis } from 'ioredis';
import type { RedisLink } from '#platform/redis/redis-link.ts';

/** Beyond this many, everything is forgotten when Redis is back: that costs time; a list without end would cost the process. */
const keys_max = 10_000;
const keys_at_once = 500;

export interface OwedKeys {
  /** Does something that changes Redis; when that fails the key is owed, and no error reaches the caller. */
  unless: (key: string, act: () => Promise<unknown>) => Promise<void>;
  /** True while what Redis holds under this key may be old. */
  isOwed: (key: string) => boolean;
  /** Forgets what is owed; what Redis does not take stays owed. */
  settle: (link: RedisLink, forgetThere: (redis: Redis, keys: readonly string[]) => Promise<void>, everything: string) => Promise<void>;
}

/**
 * Remembers keys that Redis may hold an old value of, because it was away when they changed here. They are forgotten
 * as soon as Redis is back; were they not, an old price would come back for as long as it was meant to be kept.
 */
export function owedKeys(): OwedKeys {
  const keys = new Set<string>();
  let is_everything = false;
  const owe = (key: string): void => {
    if (keys.size < keys_max) keys.add(key);
    else is_everything = true;
  };
  return {
    isOwed: (key) => is_everything || keys.has(key),
    unless: async (key, act) => {
      await act().then(
        () => keys.delete(key),
        () => owe(key),
      );
    },
    settle: async (link, forgetThere, everything) => {
      if (is_everything) await link.ask((redis) => unlinkAll(redis, everything));
      is_everything = false;
      const now = [...keys];
      for (let from = 0; from < now.length; from += keys_at_once) {
        const some = now.slice(from, from + keys_at_once);
        await link.ask((redis) => forgetThere(redis, some));
        for (const key of some) keys.delete(key);
      }
    },
  };
}

async function unlinkAll(redis: Redis, pattern: string): Promise<void> {
  let cursor = '0';
  do {
    const [next, found] = await redis.scan(cursor, 'MATCH', pattern, 'COUNT', 1000);
    if (found.length > 0) await redis.unlink(...found);
    cursor = next;
  } while (cursor !== '0');
}
