import type { WebhookDelivery, WebhookEndpoint, WebhookType } from '#contract/webhooks.ts';
import type { TestHouse } from './test-house.ts';
import { accountVisitor, callHouse } from './test-visitor.ts';

export type NewEndpoint = WebhookEndpoint & { secret: string };

/** Gives an integrator a key of its own and an endpoint, the way a real one comes by them. */
export async function testIntegrator(house: TestHouse, { url, event_types }: { url: string; event_types: WebhookType[] }) {
  // A new one each time: tokens end within minutes, and tests let days pass.
  const operator = await accountVisitor(house, 'operator');
  const { body: key } = await operator.call<{ id: string; secret: string }>('POST', '/v1/api-keys', {
    name: 'shop',
    scopes: ['fit', 'act_for'],
    rate_limit_per_minute: 100_000,
  });
  const headers = { authorization: `Bearer ${key.secret}` };
  const call = <T = object>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object) =>
    callHouse<T>(house, { method, url: path, headers, ...(payload ? { payload } : {}) });
  const { body: endpoint } = await call<NewEndpoint>('POST', '/v1/webhook-endpoints', { url, event_types });
  const path = `/v1/webhook-endpoints/${endpoint.id}`;
  const log = async () => (await call<{ deliveries: WebhookDelivery[] }>('GET', `${path}/deliveries`)).body.deliveries;
  const state = async () => {
    const { body } = await call<{ webhook_endpoints: WebhookEndpoint[] }>('GET', '/v1/webhook-endpoints');
    return body.webhook_endpoints.find(({ id }) => id === endpoint.id);
  };
  return { operator, key, call, endpoint, secret: endpoint.secret, path, log, state };
}
