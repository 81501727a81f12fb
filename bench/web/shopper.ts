import type { CallInput, CallOutput, RouteKey } from '#contract/client.ts';
import { createClient } from '#contract/client.ts';

export interface Shopper {
  /** Who they are, as a browser sends it. */
  cookie: string;
  product_path: string;
  /** Of an advice that rests on what they told. */
  advice_path: string;
}

type Call = <K extends RouteKey>(key: K, input: CallInput<K>) => Promise<CallOutput<K>>;

/** Becomes somebody who told their measurements and asked for a size. */
export async function openAsShopper(url: string): Promise<Shopper> {
  const slug = await firstProduct(createClient({ base_url: url }));
  const entered = await fetch(`${url}/v1/auth/anonymous`, { method: 'POST', headers: { 'x-toile-client': 'web', origin: url } });
  const cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(';')[0]!)
    .join('; ');
  const call: Call = createClient({ base_url: url, headers: () => ({ cookie, 'x-toile-client': 'web', origin: url }) });
  const { profiles } = await call('GET /v1/profiles', {});
  const profile_id = profiles.find(({ is_self }) => is_self)!.id;
  await call('PATCH /v1/profiles/{id}/measurements', {
    params: { id: profile_id },
    body: { height_cm: 178, weight_kg: 74, chest_cm: 96, waist_cm: 84 },
  });
  const product = await call('GET /v1/products/{id}', { params: { id: slug } });
  const fitting = await call('POST /v1/tryon/start', { body: { product_id: product.id } });
  return { cookie, product_path: `/shop/${slug}`, advice_path: `/fitting/${fitting.session_id}` };
}

async function firstProduct(call: Call): Promise<string> {
  const { products } = await call('GET /v1/products', { query: { category: 'knitwear' } });
  if (!products[0]) throw new Error('the demo is not there');
  return products[0].slug;
}
