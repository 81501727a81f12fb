import { findFittingOwner, findOutcome } from '#areas/fit/index.ts';
import { findIntegratorOf } from '#areas/people/index.ts';
import type { WebhookType } from '#contract/webhooks.ts';
import { subscribe } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { newId } from '#platform/ids/new-id.ts';
import { enqueue } from '#platform/queue/enqueue.ts';
import { deliver_webhooks } from './deliver-webhooks.ts';
import { insertWaiting } from './delivery.store.ts';
import { listListening } from './endpoint.store.ts';

/** Queues messages about fittings: listens to fitting.outcome. */
export const queue_fittings = subscribe({
  event: 'fitting.outcome',
  name: 'inbox.queue-fittings',
  handle: async (tx, { fitting_id, feedback_id }, event_id) =>
    queue(tx, await findFittingOwner(tx, fitting_id), { type: 'fitting.outcome', subject_id: feedback_id, event_id }),
});

/** Queues messages about purchases: listens to outcome.recorded. */
export const queue_purchases = subscribe({
  event: 'outcome.recorded',
  name: 'inbox.queue-purchases',
  handle: async (tx, { outcome_id }, event_id) =>
    queue(tx, (await findOutcome(tx, outcome_id))?.person_id, { type: 'outcome.recorded', subject_id: outcome_id, event_id }),
});

interface News {
  type: WebhookType;
  subject_id: string;
  event_id: string;
}

/** One row for each endpoint of the integrator whose shopper it is, and a nudge, in the transaction that hears the news. */
async function queue(tx: Ctx, person_id: string | undefined, news: News): Promise<void> {
  const integrator = person_id === undefined ? undefined : await findIntegratorOf(tx, person_id);
  if (person_id === undefined || !integrator) return;
  const endpoint_ids = await listListening(tx, integrator.api_key_id, news.type);
  if (endpoint_ids.length === 0) return;
  const occurred_at = tx.clock.now().toISOString();
  await insertWaiting(
    tx,
    endpoint_ids.map((endpoint_id) => ({ id: newId(), endpoint_id, person_id, occurred_at, ...news })),
  );
  for (const endpoint_id of endpoint_ids) await enqueue(tx, deliver_webhooks, { endpoint_id }, { singleton_key: endpoint_id });
}
