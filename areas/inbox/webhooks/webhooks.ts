import { deliver_webhooks } from './deliver-webhooks.ts';
import { queue_fittings, queue_purchases } from './queue-messages.ts';
import { webhooks_bound } from './routes.ts';
import { nudge_webhooks, sweep_webhooks } from './sweep-webhooks.ts';

/** Signed messages to integrators, as a part of the area. */
export const webhooks = {
  routes: webhooks_bound,
  jobs: [deliver_webhooks, nudge_webhooks, sweep_webhooks],
  subscriptions: [queue_fittings, queue_purchases],
};
