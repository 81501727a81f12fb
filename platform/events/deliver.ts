import { sql } from 'kysely';
import { events, type EventName } from '#contract/events.ts';
import type { Subscription } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import type { OutboxTables } from './outbox-tables.ts';

/** Doubles each time; after the last attempt the delivery stays, visible, and is tried every hour. */
const first_delay_ms = 1000;
const delay_ms_max = 3_600_000;

interface Waiting {
  event_id: string;
  subscriber: string;
  attempts: number;
  name: string;
  payload: unknown;
}

/**
 * Tells the oldest waiting news to its listener. Returns false when nothing waits.
 * The handler and the mark "delivered" commit together, so a crash between them repeats both or neither.
 */
export async function deliverNext(ctx: Ctx, subscriptions: ReadonlyMap<string, Subscription>): Promise<boolean> {
  let failed: { waiting: Waiting; error: unknown } | undefined;
  const found = await inTransaction(ctx, async (tx) => {
    const waiting = await claimOldest(tx, [...subscriptions.keys()]);
    if (!waiting) return false;
    try {
      await handle(tx, subscriptions, waiting);
    } catch (error) {
      failed = { waiting, error };
      throw error;
    }
    return true;
  }).catch((error: unknown) => {
    if (!failed) throw error;
    return true;
  });
  if (failed) await postpone(ctx, failed.waiting, failed.error);
  return found;
}

/** Only for listeners of this program: during an update an older one must not swallow what a newer one waits for. */
async function claimOldest(tx: Ctx, known: string[]): Promise<Waiting | undefined> {
  return tx.db
    .withTables<OutboxTables>()
    .selectFrom('platform_deliveries as d')
    .innerJoin('platform_events as e', 'e.id', 'd.event_id')
    .select(['d.event_id', 'd.subscriber', 'd.attempts', 'e.name', 'e.payload'])
    .where('d.subscriber', '=', sql<string>`any(${known})`)
    .where('d.delivered_at', 'is', null)
    .where('d.next_attempt_at', '<=', tx.clock.now().toISOString())
    .orderBy('d.next_attempt_at')
    .orderBy('d.event_id')
    .limit(1)
    .forUpdate('d')
    .skipLocked()
    .executeTakeFirst();
}

async function handle(tx: Ctx, subscriptions: ReadonlyMap<string, Subscription>, waiting: Waiting): Promise<void> {
  const subscription = subscriptions.get(waiting.subscriber);
  if (!subscription) throw new Error(`nobody is called ${waiting.subscriber}`);
  await subscription.handle(tx, events[waiting.name as EventName].parse(waiting.payload), waiting.event_id);
  await tx.db
    .withTables<OutboxTables>()
    .updateTable('platform_deliveries')
    .set({ delivered_at: tx.clock.now().toISOString() })
    .where('event_id', '=', waiting.event_id)
    .where('subscriber', '=', waiting.subscriber)
    .execute();
}

async function postpone(ctx: Ctx, waiting: Waiting, error: unknown): Promise<void> {
  const attempts = waiting.attempts + 1;
  const delay_ms = Math.min(first_delay_ms * 2 ** (attempts - 1), delay_ms_max);
  ctx.log.error(
    { err: error, event: waiting.name, subscriber: waiting.subscriber, attempts },
    'an event was not understood; it will be told again',
  );
  await ctx.db
    .withTables<OutboxTables>()
    .updateTable('platform_deliveries')
    .set({
      attempts,
      next_attempt_at: new Date(ctx.clock.now().getTime() + delay_ms).toISOString(),
      last_error: String(error).slice(0, 500),
    })
    .where('event_id', '=', waiting.event_id)
    .where('subscriber', '=', waiting.subscriber)
    .execute();
}
