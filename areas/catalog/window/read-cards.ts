import type { ProductCard } from '#contract/for-sale.ts';
import type { Ctx } from '#platform/area/context.ts';
import { findCards, showCards } from './card.store.ts';

/** Shows products as the shop's grid does, by id; what is not for sale here (any more) is left out. */
export async function readCards(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, ProductCard>> {
  return new Map((await showCards(ctx, await findCards(ctx, ids))).map((card) => [card.id, card]));
}
