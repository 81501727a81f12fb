import { type EffectGroup, fitOrdinalEffects } from '#science/numerics/ordinal-effects.ts';
import { fit_edges } from '../size-model/fit-scale.ts';
import type { LearningTrial } from './to-trial.ts';

/** How much larger than its chart something runs, in tolerances, with the sd of that. */
export type Offset = { mean: number; sd: number };
/** What is learned of garments from everybody's answers. `tried`: by how many different shoppers. */
export type LearnedOffsets = {
  products: Map<string, Offset & { tried: number }>;
  brands: Map<string, Offset>;
  categories: Map<string, Offset>;
  /** How far products of a brand, brands, and categories lie apart when nothing else is known: sd. */
  product_sd: number;
  brand_sd: number;
  category_sd: number;
};

/** Of fewer shoppers a figure would be about those few, and a shopper's own answer would come back as "others". */
const shoppers_min = 5;
/** How far people draw their lines apart, in tolerances (as in the size model). */
export const answer_sd = 0.7;
const sweeps = 40;
/** Where learning of the spreads starts, squared tolerances; they move to what the answers say. */
const start = { shopper: 0.3, category: 0.1, brand: 0.1, product: 0.2 };

/**
 * Learns how large categories, brands and products run, from how sizes turned out against the room that the wearers' bodies
 * let expect. The scale is the size model's, not learned: who buys a size chose it, so a slope fitted to such data would lie.
 */
export function learnOffsets(trials: readonly LearningTrial[]): LearnedOffsets {
  // One scale for all rows: the usual spread of room and answers together.
  const unit = Math.sqrt(answer_sd ** 2 + trials.reduce((sum, { room }) => sum + room.variance, 0) / trials.length);
  const keys = {
    shopper: trials.map(({ shopper }) => shopper),
    category: trials.map(({ category }) => category),
    brand: trials.map(({ brand }) => brand ?? ''),
    product: trials.map(({ product }) => product),
  };
  const coded = Object.fromEntries(Object.entries(keys).map(([name, words]) => [name, codesOf(words)])) as Record<keyof typeof keys, Coded>;
  const groups = (Object.keys(keys) as (keyof typeof keys)[]).map((name): EffectGroup => ({
    index: coded[name].index,
    size: coded[name].words.length,
    variance: start[name] / unit ** 2,
    is_learned: true,
  }));
  const fit = fitOrdinalEffects(
    {
      outcomes: Uint8Array.from(trials, ({ level }) => level),
      levels: fit_edges.length - 1,
      groups,
      offsets: Float64Array.from(trials, ({ room }) => room.mean / unit),
      cuts: Float64Array.from(fit_edges.slice(1, -1), (edge) => edge / unit),
    },
    sweeps,
  );
  const offsetsOf = (g: number, words: readonly string[]) =>
    words.map((word, at): [string, Offset] => [word, { mean: fit.means[g]![at]! * unit, sd: Math.sqrt(fit.variances[g]![at]!) * unit }]);
  const shoppersOf = shoppersBy(trials);
  return {
    categories: new Map(offsetsOf(1, coded.category.words).filter(([word]) => shoppersOf('category', word) >= shoppers_min)),
    brands: new Map(offsetsOf(2, coded.brand.words).filter(([word]) => shoppersOf('brand', word) >= shoppers_min)),
    products: new Map(
      offsetsOf(3, coded.product.words).flatMap(([product, offset]) => {
        const tried = shoppersOf('product', product);
        return tried < shoppers_min ? [] : [[product, { ...offset, tried }] as const];
      }),
    ),
    category_sd: Math.sqrt(fit.prior_variances[1]!) * unit,
    brand_sd: Math.sqrt(fit.prior_variances[2]!) * unit,
    product_sd: Math.sqrt(fit.prior_variances[3]!) * unit,
  };
}

type Coded = { index: Int32Array; words: string[] };

function codesOf(words: readonly string[]): Coded {
  const codes = new Map<string, number>();
  for (const word of words) if (!codes.has(word)) codes.set(word, codes.size);
  return { index: Int32Array.from(words, (word) => codes.get(word)!), words: [...codes.keys()] };
}

/** Counts the different shoppers who tried something of a product, brand or category. */
function shoppersBy(trials: readonly LearningTrial[]): (kind: 'product' | 'brand' | 'category', word: string) => number {
  const known = new Map<string, Set<string>>();
  for (const trial of trials)
    for (const kind of ['product', 'brand', 'category'] as const) {
      const key = `${kind} ${trial[kind] ?? ''}`;
      known.set(key, (known.get(key) ?? new Set()).add(trial.shopper));
    }
  return (kind, word) => known.get(`${kind} ${word}`)?.size ?? 0;
}

/** Below this share of what was open before, nothing was learned. */
const learned_share_min = 0.05;

/**
 * Says how large a garment runs by what is learned of its category, brand and product, as a reading beside the size model's
 * own prior (what the learned figure had from its prior is taken out again); null when nothing was learned.
 */
export function readOffset(
  offsets: LearnedOffsets,
  garment: { product_id: string; brand: string; category: string },
): (Offset & { tried: number }) | null {
  const category = offsets.categories.get(garment.category) ?? { mean: 0, sd: offsets.category_sd };
  const brand = offsets.brands.get(garment.brand.trim().toLowerCase()) ?? { mean: 0, sd: offsets.brand_sd };
  const product = offsets.products.get(garment.product_id) ?? { mean: 0, sd: offsets.product_sd };
  const open = offsets.brand_sd ** 2 + offsets.product_sd ** 2;
  const left = brand.sd ** 2 + product.sd ** 2;
  const learned_share = 1 - left / open;
  if (!(learned_share > learned_share_min)) return readCategory(offsets, category);
  return {
    mean: category.mean + (brand.mean + product.mean) / learned_share,
    sd: Math.sqrt(category.sd ** 2 + left / learned_share),
    tried: 'tried' in product ? product.tried : 0,
  };
}

/** Of a brand that nobody told of, the category still says how such garments run; brand and product stay as open as they were. */
function readCategory({ category_sd, brand_sd, product_sd }: LearnedOffsets, category: Offset): (Offset & { tried: number }) | null {
  const unknown = brand_sd ** 2 + product_sd ** 2;
  const left = category.sd ** 2 + unknown;
  const learned_share = 1 - left / (category_sd ** 2 + unknown);
  if (!(learned_share > learned_share_min)) return null;
  return { mean: category.mean / learned_share, sd: Math.sqrt(left / learned_share), tried: 0 };
}
