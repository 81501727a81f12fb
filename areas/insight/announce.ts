import type { Ctx } from '#platform/area/context.ts';
import { publish } from '#platform/events/publish.ts';
import type { InteractionRow } from './interaction.store.ts';

/** Tells the others what people did; of invented shoppers nobody hears. In the transaction that adds it to the log. */
export async function announce(tx: Ctx, rows: readonly InteractionRow[]): Promise<void> {
  for (const { id: interaction_id, person_id, product_id, kind, size, at } of rows)
    if (person_id !== null) await publish(tx, 'interaction.recorded', { interaction_id, person_id, product_id, kind, size, at });
}
