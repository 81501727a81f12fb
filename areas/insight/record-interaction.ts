import { readProductOnSale } from '#areas/catalog/index.ts';
import { me } from '#areas/people/index.ts';
import type { told_kinds } from '#contract/insight.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { insertInteractions, type NewInteraction } from './interaction.store.ts';
import { announce } from './announce.ts';

interface Told {
  kind: (typeof told_kinds)[number];
  product_id: string;
  size?: string | undefined;
  context?: string | undefined;
}

/** Notes what somebody did with a product they can see; the same within a minute counts once. Throws `request.not_found`, `catalog.product_gone`. */
export async function recordInteraction(ctx: Ctx, { kind, product_id, size, context }: Told): Promise<void> {
  const person_id = me(ctx);
  await readProductOnSale(ctx, product_id);
  const told: NewInteraction = {
    source: 'told',
    person_id,
    product_id,
    kind,
    size: size ?? null,
    context: context ?? null,
    at: ctx.clock.now().toISOString(),
  };
  await inTransaction(ctx, async (tx) => announce(tx, await insertInteractions(tx, [told])));
}
