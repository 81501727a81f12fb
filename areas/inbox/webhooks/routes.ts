import { webhook_routes as routes } from '#contract/webhooks.ts';
import { bind, type BoundRoute } from '#platform/area/area.ts';
import { addEndpoint, changeEndpoint, listDeliveries, listMyEndpoints, removeEndpoint, rotateSecret } from './endpoints.ts';
import { testEndpoint } from './test-endpoint.ts';

export const webhooks_bound: BoundRoute[] = [
  bind(routes.listWebhookEndpoints, async (ctx, { query }) => ({
    webhook_endpoints: await listMyEndpoints(ctx, query.api_key_id),
    next_cursor: null,
  })),
  bind(routes.addWebhookEndpoint, (ctx, { body }) => addEndpoint(ctx, body)),
  bind(routes.changeWebhookEndpoint, (ctx, { params, body }) => changeEndpoint(ctx, params.id, body)),
  bind(routes.removeWebhookEndpoint, async (ctx, { params }) => {
    await removeEndpoint(ctx, params.id);
    return { status: 'success' as const };
  }),
  bind(routes.rotateWebhookSecret, (ctx, { params }) => rotateSecret(ctx, params.id)),
  bind(routes.testWebhookEndpoint, (ctx, { params }) => testEndpoint(ctx, params.id)),
  bind(routes.listWebhookDeliveries, async (ctx, { params }) => ({
    deliveries: await listDeliveries(ctx, params.id),
    next_cursor: null,
  })),
];
