import type { Category } from '#contract/catalog.ts';
import type { CheckedProductDraft } from './product-draft.ts';

/** Other words that people look for a kind of garment by. */
const also: Partial<Record<Category, string>> = {
  't-shirt': 'tee tshirt top',
  shirt: 'top',
  knitwear: 'knit sweater jumper pullover',
  jacket: 'outerwear',
  coat: 'outerwear',
  trousers: 'pants',
  jeans: 'denim pants trousers',
  shoes: 'footwear',
  accessory: 'accessories',
};

/** Longer than any real description; PostgreSQL indexes up to a megabyte. */
const text_max = 8000;

type Searched = Pick<CheckedProductDraft, 'product_name' | 'category' | 'sizing' | 'fit' | 'materials' | 'description'> & {
  boutique_name: string;
  colors: readonly { name: string; family: string }[];
};

/** Gives all words that a product is found by. */
export function searchText({ product_name, boutique_name, category, sizing, fit, colors, materials, description }: Searched): string {
  const words = colors.flatMap(({ name, family }) => [name, family]);
  const parts = [product_name, boutique_name, category, also[category], sizing, fit, ...words, ...materials, description];
  return foldText(parts.filter(Boolean).join(' ')).slice(0, text_max);
}

/** Makes `Crème` and `creme` one word. */
export const foldText = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
