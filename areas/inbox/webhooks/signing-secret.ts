import { createHmac, randomBytes } from 'node:crypto';
import type { Ctx } from '#platform/area/context.ts';
import type { EndpointRow } from './webhook-tables.ts';

/** Standard Webhooks asks for 24 to 64 bytes. */
const secret_bytes = 32;

/** Makes a secret: the bytes, and how its owner is shown them. */
export function newSigningSecret(): { bytes: Buffer; text: string } {
  const bytes = randomBytes(secret_bytes);
  return { bytes, text: `whsec_${bytes.toString('base64')}` };
}

/** Wraps a secret for the database; it opens for this endpoint only. */
export const wrapSecret = ({ keys }: Ctx, endpoint_id: string, bytes: Buffer): Buffer => keys.wrap(bytes, labelOf(endpoint_id));

/** The secrets that sign now, newest first. */
export function secretsOf({ keys, clock }: Ctx, { id, wrapped_secret, wrapped_old_secret, old_secret_until }: EndpointRow): Buffer[] {
  const is_old_valid = old_secret_until !== null && Date.parse(old_secret_until) > clock.now().getTime();
  const wrapped = [wrapped_secret, ...(is_old_valid && wrapped_old_secret ? [wrapped_old_secret] : [])];
  return wrapped.map((one) => keys.unwrap(one, labelOf(id)));
}

const labelOf = (endpoint_id: string): string => `inbox.webhook_secret:${endpoint_id}`;

interface Signed {
  id: string;
  at: Date;
  body: string;
}

/**
 * Makes the headers of a message by Standard Webhooks 1.0.0: HMAC-SHA256 over `id.timestamp.body`, one signature for each
 * secret. https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function signMessage(secrets: readonly Buffer[], { id, at, body }: Signed): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const sign = (secret: Buffer) => `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': secrets.map(sign).join(' ') };
}
