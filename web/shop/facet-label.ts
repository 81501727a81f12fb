import type { Category } from '#contract/catalog.ts';
import type { ColorFamily } from '#contract/for-sale.ts';
import type { Translate } from '#web/messages/translate.ts';
import type { ListFilter } from './shop-search.ts';

/** What a value of a filter is called: kinds and colours in the shopper's language, boutiques and sizes as they are. */
export function facetLabel(t: Translate, name: ListFilter, { value, label }: { value: string; label?: string | undefined }): string {
  if (name === 'category') return t(`category.${value as Category}`);
  if (name === 'color') return t(`color.${value as ColorFamily}`);
  return label ?? value;
}
