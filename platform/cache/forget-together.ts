import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { RedisLink } from '#platform/redis/redis-link.ts';
import type { Cache } from './cache.ts';

/** Lets this process forget what others say they forgot; returns how to tell them of ours. */
export function forgetTogether(
  link: RedisLink,
  name: string,
  forgetHere: (key: string) => void,
): (redis: Redis, keys: readonly string[]) => Promise<unknown> {
  const [me, channel] = [randomUUID(), `${link.prefix}:forgotten:${name}`];
  link.listen(channel, (message) => {
    const [from, ...keys] = message.split('\n');
    if (from !== me) for (const key of keys) forgetHere(key);
  });
  return (redis, keys) => redis.publish(channel, [me, ...keys].join('\n'));
}

/**
 * Makes memory whose values never leave this process, while forgetting one is told to the other processes: a session
 * that ended here ends there. While Redis is away they learn of it when their time runs out.
 */
export function makeLinkedMemory(memory: Cache, link: RedisLink): Cache {
  const tell = forgetTogether(link, 'memory', (key) => void memory.forget(key));
  const forget = async (key: string): Promise<void> => {
    await memory.forget(key);
    await link.ask((redis) => tell(redis, [key])).catch(() => undefined);
  };
  return { ...memory, forget };
}
