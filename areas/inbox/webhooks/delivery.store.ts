import { sql } from 'kysely';
import type { Ctx } from '#platform/area/context.ts';
import type { DeliveryRow, WebhookTables } from './webhook-tables.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<WebhookTables>();

type NewDelivery = Pick<DeliveryRow, 'id' | 'endpoint_id' | 'type' | 'event_id' | 'subject_id' | 'person_id' | 'occurred_at'>;

/** Adds messages that wait; an event that an endpoint was told of already is left out. */
export async function insertWaiting(tx: Ctx, rows: readonly NewDelivery[]): Promise<void> {
  const now = tx.clock.now().toISOString();
  await tables(tx)
    .insertInto('inbox_webhook_deliveries')
    .values(rows.map((row) => ({ ...row, state: 'waiting' as const, attempts: 0, next_attempt_at: now, created_at: now })))
    .onConflict((conflict) => conflict.columns(['endpoint_id', 'event_id']).doNothing())
    .execute();
}

interface Claim {
  endpoint_id: string;
  limit: number;
  lease_s: number;
}

/** Takes messages that are due, for so long that nobody else does; who dies with them holds them up that long and no longer. */
export async function claimDue(ctx: Ctx, { endpoint_id, limit, lease_s }: Claim): Promise<DeliveryRow[]> {
  const now = ctx.clock.now();
  const due = tables(ctx)
    .selectFrom('inbox_webhook_deliveries')
    .select('id')
    .where('endpoint_id', '=', endpoint_id)
    .where('state', '=', 'waiting')
    .where('next_attempt_at', '<=', now.toISOString())
    .orderBy('next_attempt_at')
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked();
  return tables(ctx)
    .updateTable('inbox_webhook_deliveries')
    .set({
      attempts: (eb) => eb('attempts', '+', 1),
      last_attempt_at: now.toISOString(),
      next_attempt_at: new Date(now.getTime() + lease_s * 1000).toISOString(),
    })
    .where('id', 'in', due)
    .returningAll()
    .execute();
}

/** Writes down what came of one; undefined when it is gone with its person or endpoint. */
export const settleDelivery = (
  ctx: Ctx,
  id: string,
  result: Pick<DeliveryRow, 'state' | 'last_status' | 'last_error' | 'next_attempt_at' | 'delivered_at'>,
): Promise<DeliveryRow | undefined> =>
  tables(ctx).updateTable('inbox_webhook_deliveries').set(result).where('id', '=', id).returningAll().executeTakeFirst();

export async function deleteDelivery(ctx: Ctx, id: string): Promise<void> {
  await tables(ctx).deleteFrom('inbox_webhook_deliveries').where('id', '=', id).execute();
}

/** Lists the newest messages to an endpoint. */
export const listNewest = (ctx: Ctx, endpoint_id: string, limit: number): Promise<DeliveryRow[]> =>
  tables(ctx)
    .selectFrom('inbox_webhook_deliveries')
    .selectAll()
    .where('endpoint_id', '=', endpoint_id)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();

/** Makes what waits for an endpoint due now. */
export async function makeDue(tx: Ctx, endpoint_id: string): Promise<void> {
  await tables(tx)
    .updateTable('inbox_webhook_deliveries')
    .set({ next_attempt_at: tx.clock.now().toISOString(), attempts: 0 })
    .where('endpoint_id', '=', endpoint_id)
    .where('state', '=', 'waiting')
    .execute();
}

/** Finds the endpoints for which something is due. */
export async function listDueEndpoints(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select e.id from inbox_webhook_endpoints e
    where e.paused_at is null and exists (
      select from inbox_webhook_deliveries d
      where d.endpoint_id = e.id and d.state = 'waiting' and d.next_attempt_at <= ${ctx.clock.now().toISOString()}
    )
  `.execute(ctx.db);
  return rows.map(({ id }) => id);
}

/** Gives up what waits since before a moment. */
export async function giveUpBefore(ctx: Ctx, before: Date, last_error: string): Promise<void> {
  await tables(ctx)
    .updateTable('inbox_webhook_deliveries')
    .set({ state: 'failed', next_attempt_at: null, last_error })
    .where('state', '=', 'waiting')
    .where('created_at', '<', before.toISOString())
    .execute();
}

/** Keeps of each endpoint's settled messages those among its newest. */
export async function keepNewest(ctx: Ctx, count: number): Promise<void> {
  await sql`
    delete from inbox_webhook_deliveries d using (
      select id, row_number() over (partition by endpoint_id order by id desc) as place from inbox_webhook_deliveries
    ) n
    where n.id = d.id and n.place > ${count} and d.state <> 'waiting'
  `.execute(ctx.db);
}

/** Lists what was, or will be, told of a person, without what only its receiver needs. */
export const listDeliveriesAbout = (ctx: Ctx, person_id: string) =>
  tables(ctx)
    .selectFrom('inbox_webhook_deliveries')
    .select(['type', 'state', 'created_at', 'delivered_at'])
    .where('person_id', '=', person_id)
    .orderBy('id')
    .execute();

export async function deleteDeliveriesAbout(tx: Ctx, person_id: string): Promise<number> {
  const { numDeletedRows } = await tables(tx).deleteFrom('inbox_webhook_deliveries').where('person_id', '=', person_id).executeTakeFirst();
  return Number(numDeletedRows);
}

/** Adds a test that is being sent; should its process die, it stays as failed. */
export const insertTest = (ctx: Ctx, { id, endpoint_id }: Pick<DeliveryRow, 'id' | 'endpoint_id'>): Promise<DeliveryRow> => {
  const now = ctx.clock.now().toISOString();
  const test = {
    type: 'webhook.test' as const,
    state: 'failed' as const,
    attempts: 1,
    last_attempt_at: now,
    occurred_at: now,
    created_at: now,
  };
  return tables(ctx)
    .insertInto('inbox_webhook_deliveries')
    .values({ id, endpoint_id, ...test })
    .returningAll()
    .executeTakeFirstOrThrow();
};
