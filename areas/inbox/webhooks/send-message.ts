import type { Ctx } from '#platform/area/context.ts';
import type { Posted } from '#platform/outbound/outbound.ts';
import { buildBody } from './build-body.ts';
import { secretsOf, signMessage } from './signing-secret.ts';
import type { DeliveryRow, EndpointRow } from './webhook-tables.ts';

/** What came of sending one message. */
export interface Sent {
  has_arrived: boolean;
  last_status: number | null;
  last_error: string | null;
  retry_after_s: number | null;
}

/** Signs and sends one message; undefined when there is nothing to say any more. Throws when the server stops meanwhile. */
export async function sendMessage(ctx: Ctx, endpoint: EndpointRow, delivery: DeliveryRow): Promise<Sent | undefined> {
  const body = await buildBody(ctx, endpoint, delivery);
  if (body === undefined) return undefined;
  const signed = signMessage(secretsOf(ctx, endpoint), { id: delivery.id, at: ctx.clock.now(), body });
  const headers = { 'content-type': 'application/json', ...signed };
  return toSent(await ctx.outbound.post(endpoint.url, { headers, body }, ctx.signal));
}

function toSent(posted: Posted): Sent {
  if ('failure' in posted) return { has_arrived: false, last_status: null, last_error: posted.failure, retry_after_s: null };
  const { status, retry_after_s } = posted;
  const has_arrived = status >= 200 && status < 300;
  const last_error = has_arrived ? null : `answered ${status}${status >= 300 && status < 400 ? ', redirects are not followed' : ''}`;
  return { has_arrived, last_status: status, last_error, retry_after_s };
}
