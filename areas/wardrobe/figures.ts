import { sql } from 'kysely';
import { me } from '#areas/people/index.ts';
import type { wardrobe_routes as routes } from '#contract/wardrobe.ts';
import type { Ctx } from '#platform/area/context.ts';
import type * as z from 'zod';
import { listItems, settledBefore } from './item.store.ts';
import { categoryOf, colorsOf } from './present-item.ts';

type Figures = z.output<typeof routes.readWardrobeFigures.response>;

/** More than any wardrobe holds: all are counted. */
const all = 10_000;

/** Says what a wardrobe is made of: how many, which colours, what is never worn, what a wear costs in each currency. */
export async function readFigures(ctx: Ctx): Promise<Figures> {
  const person_id = me(ctx);
  const shelf = await listItems(ctx, person_id, { shelf: 'worn', limit: all });
  const due = await listItems(ctx, person_id, { shelf: 'worn', limit: all, is_wash_due: 'true' });
  const settled_before = settledBefore(ctx);
  return {
    items: shelf.length,
    archived: await countArchived(ctx, person_id),
    never_worn: shelf.filter(({ worn_count, created_at }) => worn_count === 0 && created_at < settled_before).length,
    wash_due: due.length,
    // However they are written.
    colors: tally(shelf.flatMap((row) => colorsOf(row).map((name) => name.toLowerCase()))).map(([name, count]) => ({
      name,
      count,
    })),
    categories: tally(shelf.map(categoryOf)).map(([category, count]) => ({ category, count })),
    costs: costsOf(shelf),
  };
}

async function countArchived(ctx: Ctx, person_id: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from wardrobe_items where person_id = ${person_id} and archived_at is not null
  `.execute(ctx.db);
  return rows[0]?.count ?? 0;
}

/** How often each occurs, the most frequent first. */
function tally<T>(values: readonly T[]): [T, number][] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a);
}

/** Money of different currencies is never added. */
function costsOf(items: readonly { currency: string | null; price_minor: number | null; worn_count: number }[]): Figures['costs'] {
  const sums = new Map<string, { price_minor: number; worn_count: number }>();
  for (const { currency, price_minor, worn_count } of items) {
    if (currency === null || price_minor === null) continue;
    const sum = sums.get(currency) ?? { price_minor: 0, worn_count: 0 };
    sums.set(currency, { price_minor: sum.price_minor + price_minor, worn_count: sum.worn_count + worn_count });
  }
  const by_name = [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return by_name.map(([currency, { price_minor, worn_count }]) => ({
    currency,
    price_minor,
    worn_count,
    cost_per_wear_minor: Math.round(price_minor / Math.max(1, worn_count)),
  }));
}
