import { knowsApiKey } from '#areas/people/index.ts';
import type { WebhookDelivery, WebhookEndpoint, WebhookType } from '#contract/webhooks.ts';
import type { Ctx } from '#platform/area/context.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { newId } from '#platform/ids/new-id.ts';
import { readPostAddress } from '#platform/outbound/post-address.ts';
import { enqueue } from '#platform/queue/enqueue.ts';
import { deliver_webhooks } from './deliver-webhooks.ts';
import { listNewest, makeDue } from './delivery.store.ts';
import {
  deleteEndpoint,
  findEndpoint,
  insertEndpoint,
  listEndpoints,
  lockEndpoint,
  lockEndpointsOf,
  updateEndpoint,
} from './endpoint.store.ts';
import { badEndpoint, tooManyEndpoints, whoseEndpoint } from './errors.ts';
import { newSigningSecret, wrapSecret } from './signing-secret.ts';
import { log_max } from './sweep-webhooks.ts';
import type { DeliveryRow, EndpointRow } from './webhook-tables.ts';

/** One for each system that listens, and some for trying things out. */
const endpoints_max = 10;
/** Time enough to put a new secret everywhere; a stolen one ends with it. */
const old_secret_kept_ms = 24 * 3600 * 1000;

interface NewEndpoint {
  url: string;
  description?: string | undefined;
  event_types: WebhookType[];
  api_key_id?: string | undefined;
}

/** The endpoints of the key that asks; an operator sees all, or those of one key. */
export const listMyEndpoints = async (ctx: Ctx, api_key_id: string | undefined): Promise<WebhookEndpoint[]> =>
  (await listEndpoints(ctx, ctx.actor.api_key?.id ?? api_key_id)).map(showEndpoint);

/** Adds an endpoint. Its secret is in this answer and nowhere else. */
export async function addEndpoint(ctx: Ctx, input: NewEndpoint): Promise<WebhookEndpoint & { secret: string }> {
  const { description = null, event_types } = input;
  const api_key_id = await ownerOf(ctx, input.api_key_id);
  const url = addressOf(ctx, input.url);
  const [id, secret] = [newId(), newSigningSecret()];
  const row: EndpointRow = {
    ...unpaused,
    id,
    api_key_id,
    url,
    description,
    event_types: [...new Set(event_types)],
    wrapped_secret: wrapSecret(ctx, id, secret.bytes),
    wrapped_old_secret: null,
    old_secret_until: null,
    last_delivered_at: null,
    created_at: ctx.clock.now().toISOString(),
  };
  await inTransaction(ctx, async (tx) => {
    await lockEndpointsOf(tx, api_key_id);
    if ((await listEndpoints(tx, api_key_id)).length >= endpoints_max) throw tooManyEndpoints();
    await insertEndpoint(tx, row);
    await recordAct(tx, { action: 'inbox.webhook_endpoint_added', subject: `webhook_endpoint:${id}`, detail: { api_key_id } });
  });
  return { ...showEndpoint(row), secret: secret.text };
}

const unpaused = { paused_at: null, paused_reason: null, failing_since: null, last_error: null };

interface Change {
  url?: string | undefined;
  description?: string | null | undefined;
  event_types?: WebhookType[] | undefined;
  is_paused?: boolean | undefined;
}

/** Changes an endpoint. One that goes on is tried at once with what waits for it. */
export async function changeEndpoint(ctx: Ctx, id: string, { url, is_paused, ...change }: Change): Promise<WebhookEndpoint> {
  const address = url === undefined ? undefined : addressOf(ctx, url);
  return inTransaction(ctx, async (tx) => {
    const row = await myEndpoint(tx, id, lockEndpoint);
    const goes_on = is_paused === false && row.paused_at !== null;
    const stops = is_paused === true && row.paused_at === null;
    const changed = await updateEndpoint(tx, id, {
      ...Object.fromEntries(Object.entries({ ...change, url: address }).filter(([, value]) => value !== undefined)),
      ...(goes_on ? unpaused : {}),
      ...(stops ? { paused_at: tx.clock.now().toISOString(), paused_reason: 'asked' as const } : {}),
    });
    if (goes_on) {
      await makeDue(tx, id);
      await enqueue(tx, deliver_webhooks, { endpoint_id: id }, { singleton_key: id });
    }
    await recordAct(tx, { action: 'inbox.webhook_endpoint_changed', subject: `webhook_endpoint:${id}` });
    return showEndpoint(changed ?? row);
  });
}

/** Removes an endpoint with all that waits for it. */
export const removeEndpoint = (ctx: Ctx, id: string): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    await myEndpoint(tx, id, lockEndpoint);
    await deleteEndpoint(tx, id);
    await recordAct(tx, { action: 'inbox.webhook_endpoint_removed', subject: `webhook_endpoint:${id}` });
  });

/** Gives an endpoint a new secret. The one before signs too for a day; one before that no longer. */
export const rotateSecret = (ctx: Ctx, id: string): Promise<WebhookEndpoint & { secret: string }> =>
  inTransaction(ctx, async (tx) => {
    const row = await myEndpoint(tx, id, lockEndpoint);
    const secret = newSigningSecret();
    const change = {
      wrapped_secret: wrapSecret(tx, id, secret.bytes),
      wrapped_old_secret: row.wrapped_secret,
      old_secret_until: new Date(tx.clock.now().getTime() + old_secret_kept_ms).toISOString(),
    };
    await updateEndpoint(tx, id, change);
    await recordAct(tx, { action: 'inbox.webhook_secret_rotated', subject: `webhook_endpoint:${id}` });
    return { ...showEndpoint({ ...row, ...change }), secret: secret.text };
  });

/** The newest messages to an endpoint of the caller's. */
export async function listDeliveries(ctx: Ctx, id: string): Promise<WebhookDelivery[]> {
  await myEndpoint(ctx, id);
  return (await listNewest(ctx, id, log_max)).map(showDelivery);
}

/** An endpoint, if it is the key's that asks; an operator may touch all. Missing and somebody else's look alike. */
export async function myEndpoint(ctx: Ctx, id: string, find = findEndpoint): Promise<EndpointRow> {
  const row = await find(ctx, id);
  const { api_key } = ctx.actor;
  if (!row || (api_key && api_key.id !== row.api_key_id)) throw notFound('webhook endpoint');
  return row;
}

async function ownerOf(ctx: Ctx, named: string | undefined): Promise<string> {
  const api_key_id = ctx.actor.api_key?.id ?? named;
  if (api_key_id === undefined) throw whoseEndpoint();
  if (!(await knowsApiKey(ctx, api_key_id))) throw notFound('API key');
  return api_key_id;
}

/** Only its form is judged; where its name leads is looked up, and checked, each time a message is sent. */
function addressOf({ config }: Ctx, url: string): string {
  try {
    return readPostAddress(url, new Set(config.WEBHOOK_HOSTS)).href;
  } catch (error) {
    throw badEndpoint(error);
  }
}

function showEndpoint({ wrapped_secret: _secret, wrapped_old_secret: _old_secret, ...row }: EndpointRow): WebhookEndpoint {
  return { ...row, is_paused: row.paused_at !== null };
}

/** What the wire shows of a message. */
export function showDelivery({
  endpoint_id: _endpoint_id,
  event_id: _event_id,
  subject_id: _subject_id,
  person_id: _person_id,
  ...row
}: DeliveryRow): WebhookDelivery {
  return row;
}
