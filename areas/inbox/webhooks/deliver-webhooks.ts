import * as z from 'zod';
import { id } from '#contract/values.ts';
import { job } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { enqueue } from '#platform/queue/enqueue.ts';
import { claimDue, deleteDelivery, settleDelivery } from './delivery.store.ts';
import { findEndpoint, noteArrival, noteFailure } from './endpoint.store.ts';
import { failing_max_s, pauseAfter } from './retry-pace.ts';
import { sendMessage, type Sent } from './send-message.ts';
import type { DeliveryRow, EndpointRow } from './webhook-tables.ts';

/** Messages on their way to one endpoint at a time: quick for a thousand, and no flood for who receives them. */
const together = 4;
/** Then the others' turn comes; the rest is handed in again. */
const rounds_max = 25;
/** Longer than any message takes. */
const lease_s = 60;

/**
 * Sends what is due for one endpoint. The rows are the truth and this only the nudge: a row that was claimed by a process
 * that died is due again when its lease ends, and is sent again under the same id.
 */
export const deliver_webhooks = job({
  name: 'inbox.deliver-webhooks',
  payload: z.object({ endpoint_id: id }),
  retry_limit: 3,
  retry_delay_s: 30,
  waits_once: true,
  at_once: 4,
  run: deliver,
});

async function deliver(ctx: Ctx, { endpoint_id }: { endpoint_id: string }): Promise<void> {
  for (let round = 0; round < rounds_max; round += 1) {
    const endpoint = await findEndpoint(ctx, endpoint_id);
    if (!endpoint || endpoint.paused_at !== null) return;
    const due = await claimDue(ctx, { endpoint_id, limit: together, lease_s });
    const arrived = await Promise.all(due.map((delivery) => attempt(ctx, endpoint, delivery)));
    // Where nothing arrives the others need not be tried now; the sweep comes back for them.
    if (due.length < together || !arrived.includes(true)) return;
  }
  await enqueue(ctx, deliver_webhooks, { endpoint_id }, { singleton_key: endpoint_id });
}

async function attempt(ctx: Ctx, endpoint: EndpointRow, delivery: DeliveryRow): Promise<boolean> {
  const sent = await sendMessage(ctx, endpoint, delivery);
  if (!sent) {
    await deleteDelivery(ctx, delivery.id);
    return true;
  }
  await (sent.has_arrived ? noteArrival(ctx, endpoint.id) : noteTrouble(ctx, endpoint.id, sent));
  await settleDelivery(ctx, delivery.id, resultOf(ctx, delivery, sent));
  return sent.has_arrived;
}

const noteTrouble = (ctx: Ctx, endpoint_id: string, { last_status, last_error }: Sent): Promise<void> =>
  noteFailure(ctx, endpoint_id, { last_error: last_error ?? '', is_gone: last_status === 410, longest_s: failing_max_s });

function resultOf(
  { clock }: Ctx,
  { id: delivery_id, attempts }: DeliveryRow,
  { has_arrived, last_status, last_error, retry_after_s }: Sent,
) {
  const now = clock.now();
  if (has_arrived) return { state: 'delivered' as const, last_status, last_error, next_attempt_at: null, delivered_at: now.toISOString() };
  const pause_s = pauseAfter(attempts, delivery_id, retry_after_s);
  if (pause_s === null) return { state: 'failed' as const, last_status, last_error, next_attempt_at: null, delivered_at: null };
  const next_attempt_at = new Date(now.getTime() + pause_s * 1000).toISOString();
  return { state: 'waiting' as const, last_status, last_error, next_attempt_at, delivered_at: null };
}
