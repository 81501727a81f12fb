/** Kinds of garment whose size follows the body. This file has no schemas, so that a browser may load it. */
export const sized_categories = [
  't-shirt',
  'shirt',
  'knitwear',
  'jacket',
  'coat',
  'trousers',
  'jeans',
  'shorts',
  'dress',
  'skirt',
  'other',
] as const;
/** Their sizes do not follow the measures of a body that Toile knows, so no size is advised and no size chart kept. */
export const unsized_categories = ['shoes', 'bag', 'accessory'] as const;
export const categories = [...sized_categories, ...unsized_categories] as const;

export type SizedCategory = (typeof sized_categories)[number];
export type Category = (typeof categories)[number];

/** The kind by which a garment's size is found; what the body does not decide is among the others. */
export const sizedKind = (one: Category): SizedCategory => (isSized(one) ? one : 'other');

/** Tells whether a size can be advised for a kind of garment. */
export const isSized = (one: Category): one is SizedCategory => (sized_categories as readonly string[]).includes(one);

/** What decides where a garment hangs on a body. */
export const garment_shapes = ['top', 'dress', 'skirt', 'trousers', 'shorts'] as const;
export type WornShape = (typeof garment_shapes)[number];

/** Kinds that can be tried on in a photo, and how each hangs. */
const worn_shapes = {
  't-shirt': 'top',
  shirt: 'top',
  knitwear: 'top',
  jacket: 'top',
  coat: 'top',
  trousers: 'trousers',
  jeans: 'trousers',
  shorts: 'shorts',
  dress: 'dress',
  skirt: 'skirt',
} as const satisfies Partial<Record<Category, WornShape>>;
export type WearableCategory = keyof typeof worn_shapes;

/** Tells whether a kind of garment can be tried on in a photo. */
export const isWearable = (one: Category): one is WearableCategory => Object.hasOwn(worn_shapes, one);

/** Says how a kind of garment hangs. */
export const wornShape = (one: WearableCategory): WornShape => worn_shapes[one];
