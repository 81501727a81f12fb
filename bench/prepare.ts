import { areas } from '#areas.ts';
import { findOrReadProduct } from '#areas/catalog/index.ts';
import { makeApiKey } from '#areas/people/api-keys/api-keys.ts';
import { makePerson } from '#areas/people/sign-in/enter-anonymously.ts';
import { startSession } from '#areas/people/sign-in/start-session.ts';
import type { Ctx } from '#platform/area/context.ts';
import { loadConfig } from '#platform/config/load-config.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { openPlatform } from '#platform/start/open-platform.ts';
import { fakeOutbound } from '#platform/testing/fake-outbound.ts';
import { sampleProductPage, sampleProductUrl } from '#platform/testing/sample-product-page.ts';

const at_once = 25;

/** Opens the house's database beside a running server, does something with it, and leaves. */
export async function beside<T>(data_dir: string, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const outbound = fakeOutbound();
  outbound.pages.set(sampleProductUrl(), sampleProductPage());
  const config = loadConfig({ DATA_DIR: data_dir, DEMO: 'false', LOG_LEVEL: 'warn', DATABASE_POOL_MAX: '8' });
  const platform = await openPlatform(config, areas, { outbound });
  try {
    return await work(platform.systemCtx());
  } finally {
    await platform.close();
  }
}

/** Makes shoppers with tokens of their own, the way the server does; returns their headers. */
export async function makeShoppers(ctx: Ctx, count: number): Promise<Record<string, string>[]> {
  const headers: Record<string, string>[] = [];
  while (headers.length < count) {
    const batch = await Promise.all(
      Array.from({ length: Math.min(at_once, count - headers.length) }, () =>
        inTransaction(ctx, async (tx) => startSession(tx, await makePerson(tx), { wants_cookie: false, user_agent: 'bench' })),
      ),
    );
    headers.push(...batch.map(({ answer }) => ({ authorization: `Bearer ${answer.access_token}` })));
  }
  return headers;
}

/** Reads the sample product as if from its shop, so that everybody sees it. */
export const makeProduct = async (ctx: Ctx): Promise<string> => (await findOrReadProduct(ctx, { product_url: sampleProductUrl() })).id;

/** An integrator's key, whose limit is its own. */
export const makeIntegratorKey = async (ctx: Ctx): Promise<string> =>
  (await makeApiKey(ctx, { name: 'bench', scopes: ['fit', 'act_for', 'catalog:read'], rate_limit_per_minute: 1_000_000 })).secret;
