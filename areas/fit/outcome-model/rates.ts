import { type EffectLayout, effectOf } from './effect-layout.ts';
import { word_columns } from './effect-terms.ts';
import { fit_outcome, outcome_words, type TrialColumns } from './trials.ts';

/** Outcomes counted by word: [words x outcomes], row-major. */
type Counts = Float64Array;
/** Sums over the trials of a product: how many, gaps, sizes, and of those that fitted. */
type ProductSums = { count: Float64Array; gap: Float64Array; size: Float64Array; fit_count: Float64Array; fit_gap: Float64Array };
export type RateCounts = { all: Counts; category: Counts; product: Counts; product_size: Counts; sums: ProductSums };

const levels = outcome_words.length;
/** How many trials of its own a word needs to count as much as what stands above it. */
const weight_of_above = { category: 20, product: 10, product_size: 10 };

/** Counts outcomes by category, product and size of a product. `gaps`: [count]. */
export function countRates(
  columns: TrialColumns,
  rows: Int32Array,
  { layout, gaps }: { layout: EffectLayout; gaps: Float64Array },
): RateCounts {
  const pair = productSizeTerm(layout);
  const products = layout.widths[word_columns.product]!;
  const blank = () => new Float64Array(products);
  const counts: RateCounts = {
    all: new Float64Array(levels),
    category: new Float64Array(levels * layout.widths[word_columns.category]!),
    product: new Float64Array(levels * products),
    product_size: new Float64Array(levels * layout.sizes[pair]!),
    sums: { count: blank(), gap: blank(), size: blank(), fit_count: blank(), fit_gap: blank() },
  };
  for (const row of rows) {
    const outcome = columns.outcome[row]!;
    const product = columns.words[word_columns.product]![row]!;
    const add = (into: Counts, at: number) => {
      if (at >= 0) into[at * levels + outcome]!++;
    };
    add(counts.all, 0);
    add(counts.category, columns.words[word_columns.category]![row]!);
    add(counts.product, product);
    add(counts.product_size, effectOf(layout, pair, { columns, row }));
    if (product >= 0) addSums(counts.sums, product, { gap: gaps[row]!, size: columns.size_value[row]!, is_fit: outcome === fit_outcome });
  }
  return counts;
}

function addSums(sums: ProductSums, product: number, { gap, size, is_fit }: { gap: number; size: number; is_fit: boolean }): void {
  sums.count[product]!++;
  sums.gap[product]! += gap;
  sums.size[product]! += size;
  if (!is_fit) return;
  sums.fit_count[product]!++;
  sums.fit_gap[product]! += gap;
}

function productSizeTerm({ terms }: EffectLayout): number {
  return terms.findIndex(({ columns }) => columns[0] === word_columns.product && columns[1] === word_columns.size);
}

/** Smoothed shares of each outcome, and how many trials speak, for a trial's product and size. */
export type TrialRates = { product: number[]; product_count: number; product_size: number[]; product_size_count: number; above: number[] };

/** Reads rates off the counts, each leaning on what stands above it. */
export function ratesOf(counts: RateCounts, layout: EffectLayout, at: { columns: TrialColumns; row: number }): TrialRates {
  const { columns, row } = at;
  const all = leaned(counts.all, 0, { above: outcome_words.map(() => 1 / levels), weight: levels });
  const category = leaned(counts.category, columns.words[word_columns.category]![row]!, {
    above: all.shares,
    weight: weight_of_above.category,
  });
  const product = leaned(counts.product, columns.words[word_columns.product]![row]!, {
    above: category.shares,
    weight: weight_of_above.product,
  });
  const pair = effectOf(layout, productSizeTerm(layout), at);
  const product_size = leaned(counts.product_size, pair, { above: product.shares, weight: weight_of_above.product_size });
  return {
    product: product.shares,
    product_count: product.count,
    product_size: product_size.shares,
    product_size_count: product_size.count,
    above: all.shares,
  };
}

/** Shares of outcomes at one word, with `weight` imagined trials spread like what stands above. */
export function leaned(
  counts: Counts,
  at: number,
  { above, weight }: { above: readonly number[]; weight: number },
): { shares: number[]; count: number } {
  const own = at < 0 ? [0, 0, 0] : Array.from(counts.subarray(at * levels, (at + 1) * levels));
  const count = own.reduce((sum, each) => sum + each, 0);
  return { shares: own.map((each, k) => (each + weight * above[k]!) / (count + weight)), count };
}
