import type { RedisLink } from '#platform/redis/redis-link.ts';
import type { Metrics } from '#platform/telemetry/metrics.ts';
import type { Cache } from './cache.ts';
import { makeLinkedMemory } from './forget-together.ts';
import { makeMemoryCache } from './memory-cache.ts';
import { makeSharedCache } from './shared-cache.ts';

/** Makes the cache that may be shared and the one that never leaves this process; without Redis both are memory. */
export function openCaches(link: RedisLink | undefined, metrics: Metrics): { cache: Cache; memory: Cache } {
  const memory = makeMemoryCache(metrics);
  if (!link) return { memory, cache: makeMemoryCache(metrics) };
  return { memory: makeLinkedMemory(memory, link), cache: makeSharedCache(link, metrics) };
}
