import type { BoutiqueDraft } from './boutique-draft.ts';
import type { ProductDraft } from './product-draft.ts';

// What tests put up for sale.

export const sampleBoutique = (changes: Partial<BoutiqueDraft> = {}): BoutiqueDraft => ({
  slug: 'loja-azul',
  name: 'Loja Azul',
  city: 'Porto',
  country: 'PT',
  story: 'Two sisters and a loom.',
  language: 'en',
  ships_in_days: 1,
  returns_days: 30,
  currency: 'EUR',
  ...changes,
});

const body = (chest: [number, number]) => ({ chest });

/** A shirt in two colours and three sizes: navy in all, of white only M, and of navy L nothing is left. */
export const sampleProduct = (changes: Partial<ProductDraft> = {}): ProductDraft => ({
  boutique: 'loja-azul',
  slug: 'oxford-shirt',
  product_name: 'Oxford shirt',
  description: 'A shirt that gets better each time it is washed.',
  category: 'shirt',
  sizing: 'men',
  fit: 'regular',
  stretch: 'none',
  materials: ['100% cotton'],
  price_minor: 8900,
  colors: [
    { name: 'Navy', hex: '#1c2740' },
    { name: 'White', hex: '#fafafa' },
  ],
  variants: [
    { size: 'S', color: 'Navy', on_hand: 3 },
    { size: 'M', color: 'Navy', on_hand: 1 },
    { size: 'L', color: 'Navy', on_hand: 0 },
    { size: 'M', color: 'White', on_hand: 2 },
  ],
  charts: [
    {
      kind: 'body',
      unit: 'cm',
      title: 'Size chart',
      sizes: [
        { label: 'S', cm: body([88, 93]) },
        { label: 'M', cm: body([94, 99]) },
        { label: 'L', cm: body([100, 106]) },
      ],
    },
    {
      kind: 'garment',
      unit: 'cm',
      title: 'Measured flat, doubled',
      sizes: [
        { label: 'S', cm: body([104, 104]) },
        { label: 'M', cm: body([110, 110]) },
        { label: 'L', cm: body([117, 117]) },
      ],
    },
  ],
  ...changes,
});
