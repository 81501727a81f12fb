import type { WebhookDelivery } from '#contract/webhooks.ts';
import type { Ctx } from '#platform/area/context.ts';
import { newId } from '#platform/ids/new-id.ts';
import { insertTest, settleDelivery } from './delivery.store.ts';
import { myEndpoint, showDelivery } from './endpoints.ts';
import { sendMessage } from './send-message.ts';

/** Sends a test message now, also to a paused endpoint, and says what came of it. It is not repeated, and pauses nothing. */
export async function testEndpoint(ctx: Ctx, id: string): Promise<WebhookDelivery> {
  const endpoint = await myEndpoint(ctx, id);
  const row = await insertTest(ctx, { id: newId(), endpoint_id: id });
  const sent = await sendMessage(ctx, endpoint, row);
  const has_arrived = sent?.has_arrived ?? false;
  const settled = await settleDelivery(ctx, row.id, {
    state: has_arrived ? 'delivered' : 'failed',
    last_status: sent?.last_status ?? null,
    last_error: sent?.last_error ?? null,
    next_attempt_at: null,
    delivered_at: has_arrived ? ctx.clock.now().toISOString() : null,
  });
  return showDelivery(settled ?? row);
}
