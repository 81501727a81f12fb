import type { Log } from '#platform/telemetry/log.ts';
import { readRedisUrl } from './read-redis-url.ts';
import { RedisLink } from './redis-link.ts';

/** Links to the Redis in REDIS_URL, which the settings have checked; undefined when none is named. */
export async function openRedis(url: string, log: Log): Promise<RedisLink | undefined> {
  const place = readRedisUrl(url);
  if (!place) return undefined;
  const link = new RedisLink(place, log);
  await link.start();
  return link;
}
