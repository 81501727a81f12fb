import { findFeedback, findOutcome, findRecommended } from '#areas/fit/index.ts';
import { findIntegratorOf } from '#areas/people/index.ts';
import { webhook_bodies, type WebhookBody } from '#contract/webhooks.ts';
import type { Ctx } from '#platform/area/context.ts';
import type { DeliveryRow, EndpointRow } from './webhook-tables.ts';

type Message = Pick<DeliveryRow, 'type' | 'subject_id' | 'occurred_at'>;

/**
 * Builds what a message says, as things are now. undefined when there is nothing to say any more: what it is about is
 * gone, or the endpoint's owner no longer acts for that shopper.
 */
export async function buildBody(ctx: Ctx, endpoint: EndpointRow, message: Message): Promise<string | undefined> {
  const body = await bodyOf(ctx, endpoint, message);
  return body && JSON.stringify(webhook_bodies[body.type].parse(body));
}

async function bodyOf(ctx: Ctx, endpoint: EndpointRow, message: Message): Promise<WebhookBody | undefined> {
  const { type, subject_id, occurred_at: timestamp } = message;
  if (type === 'webhook.test') return { type, timestamp, data: { endpoint_id: endpoint.id } };
  if (subject_id === null) return undefined;
  return type === 'fitting.outcome'
    ? fittingBody(ctx, endpoint, { timestamp, subject_id })
    : purchaseBody(ctx, endpoint, { timestamp, subject_id });
}

interface About {
  timestamp: string;
  subject_id: string;
}

async function fittingBody(ctx: Ctx, { api_key_id }: EndpointRow, { timestamp, subject_id }: About): Promise<WebhookBody | undefined> {
  const row = await findFeedback(ctx, subject_id);
  const user_id = row && (await nameOf(ctx, api_key_id, row.person_id));
  if (!row || user_id === undefined) return undefined;
  const { profile_id, product_id, advice_id, recommended_size, size_tried, fit_feedback, would_keep } = row;
  const about = { user_id, profile_id, product_id, advice_id, recommended_size };
  const said = { feedback_id: row.id, session_id: row.fitting_id, size_tried, fit_feedback, would_keep };
  return { type: 'fitting.outcome', timestamp, data: { ...about, ...said } };
}

async function purchaseBody(ctx: Ctx, { api_key_id }: EndpointRow, { timestamp, subject_id }: About): Promise<WebhookBody | undefined> {
  const row = await findOutcome(ctx, subject_id);
  const user_id = row && (await nameOf(ctx, api_key_id, row.person_id));
  // An order line is named by whoever told of it, and to nobody else.
  if (!row || user_id === undefined || row.caller_id !== api_key_id) return undefined;
  const { external_id, profile_id, product_id, advice_id, size, outcome, reason, fit_feedback, at } = row;
  const recommended_size = advice_id === null ? null : await findRecommended(ctx, advice_id);
  const about = { user_id, profile_id, product_id, advice_id, recommended_size };
  return {
    type: 'outcome.recorded',
    timestamp,
    data: { ...about, outcome_id: row.id, external_id, size, outcome, reason, fit_feedback, at },
  };
}

/** The name that the endpoint's owner has for a shopper; undefined for everybody else's. */
async function nameOf(ctx: Ctx, api_key_id: string, person_id: string): Promise<string | undefined> {
  const integrator = await findIntegratorOf(ctx, person_id);
  return integrator?.api_key_id === api_key_id ? integrator.user_id : undefined;
}
