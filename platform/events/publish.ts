import { events, type EventName, type EventPayload } from '#contract/events.ts';
import type { Ctx } from '#platform/area/context.ts';
import { newId } from '#platform/ids/new-id.ts';
import type { OutboxTables } from './outbox-tables.ts';

/** PostgreSQL takes 65535 parameters in a statement; a listener costs three, and an event has few. */
const at_once = 1000;

/**
 * Announces news in the caller's transaction: it is told if and only if the transaction commits.
 * Returns the event's id. Throws when called outside a transaction, or when the payload is not as the contract says.
 */
export async function publish<N extends EventName>(tx: Ctx, name: N, payload: EventPayload<N>): Promise<string> {
  const [id = ''] = await publishAll(tx, name, [payload]);
  return id;
}

/** Announces many at once, in the order given, in two statements for each thousand. Returns their ids. */
export async function publishAll<N extends EventName>(tx: Ctx, name: N, payloads: readonly EventPayload<N>[]): Promise<string[]> {
  if (!tx.db.isTransaction) throw new Error(`publish(${name}) must be called inside a transaction`);
  const occurred_at = tx.clock.now().toISOString();
  const news = payloads.map((payload) => ({ id: newId(), name, payload: JSON.stringify(events[name].parse(payload)), occurred_at }));
  for (let from = 0; from < news.length; from += at_once) await insertNews(tx, news.slice(from, from + at_once));
  return news.map(({ id }) => id);
}

async function insertNews(tx: Ctx, news: readonly (OutboxTables['platform_events'] & { name: EventName })[]): Promise<void> {
  const db = tx.db.withTables<OutboxTables>();
  await db.insertInto('platform_events').values(news).execute();
  const waiting = news.flatMap(({ id, name, occurred_at }) =>
    (tx.subscribers.get(name) ?? []).map((subscriber) => ({ event_id: id, subscriber, next_attempt_at: occurred_at })),
  );
  if (waiting.length > 0) await db.insertInto('platform_deliveries').values(waiting).execute();
}
