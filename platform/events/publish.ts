import { events, type EventName, type EventPayload } from '#contract/events.ts';
import type { Ctx } from '#platform/area/context.ts';
import { newId } from '#platform/ids/new-id.ts';
import type { OutboxTables } from './outbox-tables.ts';

/**
 * Announces news in the caller's transaction: it is told if and only if the transaction commits.
 * Returns the event's id. Throws when called outside a transaction, or when the payload is not as the contract says.
 */
export async function publish<N extends EventName>(tx: Ctx, name: N, payload: EventPayload<N>): Promise<string> {
  if (!tx.db.isTransaction) throw new Error(`publish(${name}) must be called inside a transaction`);
  const db = tx.db.withTables<OutboxTables>();
  const [id, now] = [newId(), tx.clock.now().toISOString()];
  await db
    .insertInto('platform_events')
    .values({ id, name, payload: JSON.stringify(events[name].parse(payload)), occurred_at: now })
    .execute();
  const waiting = (tx.subscribers.get(name) ?? []).map((subscriber) => ({ event_id: id, subscriber, next_attempt_at: now }));
  if (waiting.length > 0) await db.insertInto('platform_deliveries').values(waiting).execute();
  return id;
}
