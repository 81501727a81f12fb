import { rankAlike, type Embedded } from '#areas/garments/index.ts';
import type { ProductCard } from '#contract/for-sale.ts';
import type { Category } from '#contract/garment-kinds.ts';
import type { Ctx } from '#platform/area/context.ts';
import { listProductEmbeddings } from '../pictures/embedding.store.ts';
import { readCards } from './read-cards.ts';

interface Asked {
  embedded: Embedded;
  /** What it is, as far as it is known. */
  category: Category | null;
  /** A product that is not wanted: it is the one itself. */
  except: string | null;
  count: number;
}

/** Lists what boutiques sell that looks like something, the likest first; whether its pictures were looked at already decides, not when. */
export async function listAlike(ctx: Ctx, { embedded, category, except, count }: Asked): Promise<ProductCard[]> {
  const all = (await listProductEmbeddings(ctx, embedded.network_version)).filter(({ product_id }) => product_id !== except);
  const candidates = all.map(({ product_id, category: kind, ...one }) => ({ ...one, id: product_id, is_same_kind: kind === category }));
  const ids = rankAlike(embedded, candidates, count);
  const cards = await readCards(ctx, ids);
  return ids.flatMap((id) => cards.get(id) ?? []);
}
