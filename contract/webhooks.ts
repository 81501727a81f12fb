import * as z from 'zod';
import { fitFeedback } from './fit.ts';
import { outcomeKind, returnReason } from './outcomes.ts';
import { route } from './route.ts';
import { done, id, listOf, time, withId } from './values.ts';

/** What an integrator may hear of, by the names of the events it follows from. */
export const webhook_types = ['fitting.outcome', 'outcome.recorded'] as const;
export const webhookType = z.enum(webhook_types);
export type WebhookType = z.infer<typeof webhookType>;

/** Whom and what a message is about; `user_id` is the receiver's own name for its shopper. */
const about = { user_id: z.string(), profile_id: id, product_id: id, advice_id: id.nullable(), recommended_size: z.string().nullable() };

/** The bodies that are sent, by type, in the shape of Standard Webhooks 1.0.0. */
export const webhook_bodies = {
  'fitting.outcome': z.object({
    type: z.literal('fitting.outcome'),
    timestamp: time,
    data: z.object({
      ...about,
      feedback_id: id,
      session_id: id,
      size_tried: z.string(),
      fit_feedback: fitFeedback,
      would_keep: z.boolean().nullable(),
    }),
  }),
  'outcome.recorded': z.object({
    type: z.literal('outcome.recorded'),
    timestamp: time,
    data: z.object({
      ...about,
      outcome_id: id,
      external_id: z.string(),
      size: z.string(),
      outcome: outcomeKind,
      reason: returnReason.nullable(),
      fit_feedback: fitFeedback.nullable(),
      at: time,
    }),
  }),
  'webhook.test': z.object({ type: z.literal('webhook.test'), timestamp: time, data: z.object({ endpoint_id: id }) }),
} as const;
export type WebhookBody = z.infer<(typeof webhook_bodies)[keyof typeof webhook_bodies]>;

export const webhookEndpoint = z.object({
  id,
  api_key_id: id,
  url: z.string(),
  description: z.string().nullable(),
  event_types: z.array(webhookType),
  is_paused: z.boolean(),
  paused_reason: z
    .enum(['asked', 'failing', 'gone'])
    .nullable()
    .meta({ description: '`failing`: no message arrived for a day; `gone`: it answered 410' }),
  paused_at: time.nullable(),
  failing_since: time.nullable().meta({ description: 'The first failure since a message last arrived' }),
  last_error: z.string().nullable().meta({ description: 'As `answered 500`, `timed_out`, `unreachable`, `private_address`' }),
  last_delivered_at: time.nullable(),
  old_secret_until: time.nullable().meta({ description: 'Until then messages are signed with the secret before, too' }),
  created_at: time,
});
export type WebhookEndpoint = z.infer<typeof webhookEndpoint>;
const withSecret = webhookEndpoint.extend({ secret: z.string().meta({ description: '`whsec_…`; shown in this answer only' }) });

export const webhookDelivery = z.object({
  id: id.meta({ description: 'The header webhook-id; the same however often it is sent' }),
  type: z.enum([...webhook_types, 'webhook.test']),
  state: z.enum(['waiting', 'delivered', 'failed']),
  attempts: z.int(),
  last_status: z.int().nullable(),
  last_error: z.string().nullable(),
  created_at: time,
  last_attempt_at: time.nullable(),
  next_attempt_at: time.nullable(),
  delivered_at: time.nullable(),
});
export type WebhookDelivery = z.infer<typeof webhookDelivery>;

const url = z.string().trim().min(1).max(2000);
const description = z.string().trim().max(200);
const event_types = z.array(webhookType).min(1).max(webhook_types.length);
/** A key speaks for itself; an operator names it. */
const api_key_id = id.optional().meta({ description: 'Whose; only an operator gives it' });

/** Of integrators, with their own key; operators see all. */
const integrators = { area: 'inbox', access: 'operator', scope: 'fit' } as const;

export const webhook_routes = {
  listWebhookEndpoints: route({
    ...integrators,
    method: 'GET',
    path: '/v1/webhook-endpoints',
    cost: 'read',
    summary: 'Where your messages go, and how that does',
    query: z.object({ api_key_id }),
    status: 200,
    response: listOf('webhook_endpoints', webhookEndpoint),
    errors: [],
  }),
  addWebhookEndpoint: route({
    ...integrators,
    method: 'POST',
    path: '/v1/webhook-endpoints',
    cost: 'write',
    summary: 'Have signed messages sent to an address of yours',
    body: z.object({ url, description: description.optional(), event_types, api_key_id }),
    status: 201,
    response: withSecret,
    errors: ['inbox.bad_endpoint', 'inbox.too_many_endpoints'],
  }),
  changeWebhookEndpoint: route({
    ...integrators,
    method: 'PATCH',
    path: '/v1/webhook-endpoints/{id}',
    cost: 'write',
    summary: 'Change an endpoint, pause it, or let it go on',
    params: withId,
    body: z.object({
      url: url.optional(),
      description: description.nullable().optional(),
      event_types: event_types.optional(),
      is_paused: z.boolean().optional(),
    }),
    status: 200,
    response: webhookEndpoint,
    errors: ['inbox.bad_endpoint', 'request.not_found'],
  }),
  removeWebhookEndpoint: route({
    ...integrators,
    method: 'DELETE',
    path: '/v1/webhook-endpoints/{id}',
    cost: 'write',
    summary: 'Send nothing there any more',
    params: withId,
    status: 200,
    response: done,
    errors: ['request.not_found'],
  }),
  rotateWebhookSecret: route({
    ...integrators,
    method: 'POST',
    path: '/v1/webhook-endpoints/{id}/rotate-secret',
    cost: 'write',
    summary: 'Get a new secret; for 24 hours messages are signed with both',
    params: withId,
    status: 200,
    response: withSecret,
    errors: ['request.not_found'],
  }),
  testWebhookEndpoint: route({
    ...integrators,
    method: 'POST',
    path: '/v1/webhook-endpoints/{id}/test',
    cost: 'create_session',
    summary: 'Send a `webhook.test` now and say what came of it',
    params: withId,
    status: 200,
    response: webhookDelivery,
    errors: ['request.not_found'],
  }),
  listWebhookDeliveries: route({
    ...integrators,
    method: 'GET',
    path: '/v1/webhook-endpoints/{id}/deliveries',
    cost: 'read',
    summary: 'The newest 100 messages to an endpoint, and what came of each',
    params: withId,
    status: 200,
    response: listOf('deliveries', webhookDelivery),
    errors: ['request.not_found'],
  }),
} as const;
