import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Category } from '#contract/garment-kinds.ts';
import type { Product } from '#contract/catalog.ts';
import { useApi } from '#web/api/api-context.ts';
import { useIsKnown } from '#web/api/known.ts';
import { productQuery } from '#web/api/shop-queries.ts';
import { itemQuery } from '#web/api/wardrobe-queries.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { itemName } from '#web/wardrobe/item-name.ts';
import type { MirrorSearch } from './mirror-search.ts';

/** A garment that is to be put on. */
export interface Chosen {
  id: string;
  name: string;
  category: Category | null;
}

/** What the address asks to put on, as far as it is known by now. */
export function useChosen({ items = [], product: product_id }: MirrorSearch) {
  const t = useTranslate();
  const call = useApi();
  const is_known = useIsKnown();
  const queries = useQueryClient();
  const { data = [] } = useQuery({
    queryKey: ['items', items],
    // One that is gone, or somebody else's, is not there; the others are.
    queryFn: async () =>
      (await Promise.all(items.map((id) => queries.ensureQueryData(itemQuery(call, id)).catch(() => null)))).filter((one) => one !== null),
    placeholderData: keepPreviousData,
    enabled: is_known,
  });
  // What was taken off is still there for a moment.
  const owned = data.filter(({ id }) => items.includes(id));
  const found = useQuery({ ...productQuery(call, product_id ?? ''), enabled: product_id !== undefined });
  const product: Product | undefined = product_id === undefined ? undefined : found.data;
  const chosen: Chosen[] = [
    ...(product ? [{ id: product.id, name: product.product_name, category: product.category }] : []),
    ...owned.map((item) => ({ id: item.id, name: itemName(t, item), category: item.category })),
  ];
  return { chosen, owned, product };
}
