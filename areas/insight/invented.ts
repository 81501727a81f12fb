import type { InteractionKind } from '#contract/insight.ts';
import type { Ctx } from '#platform/area/context.ts';
import { insertInteractions } from './interaction.store.ts';

/** What an invented shopper of the demo did. */
export interface InventedInteraction {
  /** Names the shopper; there is no person behind it. */
  shopper_key: string;
  product_id: string;
  kind: InteractionKind;
  at: string;
  size?: string | null;
  would_keep?: boolean | null;
  reason?: string | null;
}

/**
 * Adds what invented shoppers did to the log, so that a fresh house has something to show. Idempotent. They are no people,
 * are not counted among what people do, and nobody is told of them. Returns how many were new.
 */
export async function recordInteractions(ctx: Ctx, invented: readonly InventedInteraction[]): Promise<number> {
  return (
    await insertInteractions(
      ctx,
      invented.map((one) => ({ ...one, source: 'demo' as const })),
    )
  ).length;
}
