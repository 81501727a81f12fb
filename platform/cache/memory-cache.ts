import { BentoCache, bentostore } from 'bentocache';
import { memoryDriver } from 'bentocache/drivers/memory';
import type { Metrics } from '#platform/telemetry/metrics.ts';
import type { Cache } from './cache.ts';
import { makeOnce } from './make-once.ts';

/** Beyond this the least used are dropped; a product is about 2 kB. */
const items_usual_max = 20_000;

/** Makes the cache that lives in this process. Callers who ask for the same missing key share one making. */
export function makeMemoryCache(metrics?: Metrics, items_max = items_usual_max): Cache {
  const bento = new BentoCache({
    default: 'memory',
    stores: { memory: bentostore().useL1Layer(memoryDriver({ maxItems: items_max, serialize: false })) },
  });
  const once = makeOnce();
  const read = async (key: string): Promise<unknown> => {
    const value: unknown = await bento.get({ key });
    (value === undefined ? metrics?.cache_misses_total : metrics?.cache_hits_total)?.inc();
    return value;
  };
  const set = async (key: string, ttl_s: number, value: unknown) => void (await bento.set({ key, ttl: ttl_s * 1000, value }));
  const look = async (key: string) => {
    const value = await read(key);
    return value === undefined ? undefined : { value };
  };
  return {
    set,
    get: async <T>(key: string) => ((await read(key)) ?? undefined) as T | undefined,
    getOrMake: (key, ttl_s, make) => once.make(key, { look: () => look(key), make, keep: (value) => set(key, ttl_s, value) }),
    forget: async (key) => {
      once.forget(key);
      await bento.delete({ key });
    },
    check: () => Promise.resolve(),
    stop: () => bento.disconnectAll(),
  };
}
