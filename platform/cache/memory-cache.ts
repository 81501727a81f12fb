import { BentoCache, bentostore } from 'bentocache';
import { memoryDriver } from 'bentocache/drivers/memory';
import type { Metrics } from '#platform/telemetry/metrics.ts';
import type { Cache } from './cache.ts';

/** Beyond this the least used are dropped; a product is about 2 kB. */
const items_max = 20_000;

/** Makes the cache that lives in this process. Callers who ask for the same missing key share one making. */
export function makeMemoryCache(metrics: Metrics): Cache {
  const bento = new BentoCache({
    default: 'memory',
    stores: { memory: bentostore().useL1Layer(memoryDriver({ maxItems: items_max, serialize: false })) },
  });
  const read = async <T>(key: string): Promise<T | undefined> => {
    const value = await bento.get<T>({ key });
    (value === undefined ? metrics.cache_misses_total : metrics.cache_hits_total).inc();
    return value ?? undefined;
  };
  return {
    get: read,
    getOrMake: async (key, ttl_s, make) =>
      (await read<Awaited<ReturnType<typeof make>>>(key)) ?? bento.getOrSet({ key, ttl: ttl_s * 1000, factory: make }).catch(asItWas),
    set: async (key, ttl_s, value) => void (await bento.set({ key, ttl: ttl_s * 1000, value })),
    forget: async (key) => void (await bento.delete({ key })),
    stop: () => bento.disconnectAll(),
  };
}

/** Callers know their own errors, not the library's wrapper around them. */
function asItWas(error: unknown): never {
  throw (error as { code?: string }).code === 'E_FACTORY_ERROR' ? (error as Error).cause : error;
}
