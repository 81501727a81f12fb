import { sql } from 'kysely';
import type { WebhookType } from '#contract/webhooks.ts';
import type { Ctx } from '#platform/area/context.ts';
import type { EndpointRow, WebhookTables } from './webhook-tables.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<WebhookTables>();

/** Lists endpoints, of one API key or of all, oldest first. */
export function listEndpoints(ctx: Ctx, api_key_id: string | undefined): Promise<EndpointRow[]> {
  const query = tables(ctx).selectFrom('inbox_webhook_endpoints').selectAll().orderBy('id');
  return (api_key_id === undefined ? query : query.where('api_key_id', '=', api_key_id)).execute();
}

export const findEndpoint = (ctx: Ctx, id: string): Promise<EndpointRow | undefined> =>
  tables(ctx).selectFrom('inbox_webhook_endpoints').selectAll().where('id', '=', id).executeTakeFirst();

/** Finds an endpoint and keeps others from changing it until the transaction ends. */
export const lockEndpoint = (tx: Ctx, id: string): Promise<EndpointRow | undefined> =>
  tables(tx).selectFrom('inbox_webhook_endpoints').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** Lets one at a time add endpoints to a key. Held until the transaction ends. */
export async function lockEndpointsOf(tx: Ctx, api_key_id: string): Promise<void> {
  if (!tx.db.isTransaction) throw new Error('lockEndpointsOf must be called inside a transaction');
  await sql`select pg_advisory_xact_lock(hashtextextended(${`inbox.webhooks:${api_key_id}`}, 0))`.execute(tx.db);
}

export async function insertEndpoint(tx: Ctx, row: EndpointRow): Promise<void> {
  await tables(tx).insertInto('inbox_webhook_endpoints').values(row).execute();
}

/** Changes what is named; undefined when there is no such endpoint. */
export const updateEndpoint = (ctx: Ctx, id: string, change: Partial<EndpointRow>): Promise<EndpointRow | undefined> =>
  tables(ctx)
    .updateTable('inbox_webhook_endpoints')
    .set({ ...change, id: (eb) => eb.ref('id') })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();

export async function deleteEndpoint(tx: Ctx, id: string): Promise<void> {
  await tables(tx).deleteFrom('inbox_webhook_endpoints').where('id', '=', id).execute();
}

/** Finds which endpoints of a key want to hear of something now. */
export async function listListening(ctx: Ctx, api_key_id: string, type: WebhookType): Promise<string[]> {
  const rows = await tables(ctx)
    .selectFrom('inbox_webhook_endpoints')
    .select('id')
    .where('api_key_id', '=', api_key_id)
    .where('paused_at', 'is', null)
    .where(sql<boolean>`${type} = any(event_types)`)
    .execute();
  return rows.map(({ id }) => id);
}

/** Notes that a message arrived. */
export async function noteArrival(ctx: Ctx, id: string): Promise<void> {
  await updateEndpoint(ctx, id, { failing_since: null, last_error: null, last_delivered_at: ctx.clock.now().toISOString() });
}

interface Failure {
  last_error: string;
  /** It said itself that it wants nothing any more. */
  is_gone: boolean;
  /** Failing for longer than this it is left alone. */
  longest_s: number;
}

/** Notes that a message did not arrive; one that is gone, or has failed for too long, is paused. */
export async function noteFailure(ctx: Ctx, id: string, { last_error, is_gone, longest_s }: Failure): Promise<void> {
  const now = ctx.clock.now().toISOString();
  await sql`
    update inbox_webhook_endpoints e set
      last_error = ${last_error}, failing_since = coalesce(e.failing_since, ${now}),
      paused_at = coalesce(e.paused_at, case when p.reason is not null then ${now}::timestamptz end),
      paused_reason = coalesce(e.paused_reason, p.reason)
    from (
      select id, case
        when ${is_gone} then 'gone'
        when failing_since <= ${now}::timestamptz - make_interval(secs => ${longest_s}) then 'failing'
      end as reason from inbox_webhook_endpoints
    ) p
    where e.id = ${id} and p.id = e.id
  `.execute(ctx.db);
}

/** Forgets secrets that no longer sign. */
export async function forgetOldSecrets(ctx: Ctx): Promise<void> {
  await tables(ctx)
    .updateTable('inbox_webhook_endpoints')
    .set({ wrapped_old_secret: null, old_secret_until: null })
    .where('old_secret_until', '<=', ctx.clock.now().toISOString())
    .execute();
}
