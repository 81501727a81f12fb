import { normalQuantile } from '#science/numerics/normal-quantile.ts';
import { seededRandom } from '#science/numerics/seeded-random.ts';
import { type Trial, type TrialSchema } from './trials.ts';

export const sample_schema: TrialSchema = { numbers: ['height_cm', 'weight_kg'], words: ['fit_word'] };

/** How the made-up world is: cm of body that a size step spans, and how far apart products and shoppers lie, in cm. */
const step_cm = 4;
const product_sd_cm = 3;
const shopper_sd_cm = 3;
const noise_cm = 2;
const tolerance_cm = 3.5;
const labels = ['XS', 'S', 'M', 'L', 'XL'];

/**
 * Makes up trials from a world in which every product runs a little large or small and every shopper likes more or less room:
 * for tests, where the truth must be known. `offsets_cm` says by how much each product is larger than its label.
 */
export function makeTrials(count: number, seed: number): { trials: Trial[]; offsets_cm: ReadonlyMap<string, number> } {
  const random = seededRandom(seed);
  const normal = () => normalQuantile(0.5 * 1e-9 + random() * (1 - 1e-9));
  const offsets = Array.from({ length: Math.ceil(count / 40) }, () => product_sd_cm * normal());
  const shoppers = Array.from({ length: Math.ceil(count / 3) }, () => {
    const height_cm = 168 + 7 * normal();
    const weight_kg = 66 + 0.7 * (height_cm - 168) + 11 * normal();
    return { height_cm, weight_kg, chest_cm: 92 + 0.7 * (weight_kg - 66) + 2 * normal() + shopper_sd_cm * normal() };
  });
  const trials = Array.from({ length: count }, (): Trial => {
    const [p, s] = [Math.floor(random() * offsets.length), Math.floor(random() * shoppers.length)];
    const { height_cm, weight_kg, chest_cm } = shoppers[s]!;
    const wanted = (92 + 0.7 * (weight_kg - 66) - 84) / step_cm + 0.7 * normal();
    const size = Math.max(0, Math.min(labels.length - 1, Math.round(wanted)));
    const room_cm = 84 + size * step_cm + offsets[p]! - chest_cm + noise_cm * normal();
    return {
      shopper: `shopper ${s}`,
      product: `product ${p}`,
      brand: `brand ${p % 7}`,
      category: p % 2 === 0 ? 'shirt' : 'dress',
      size: labels[size]!,
      size_value: 84 + size * step_cm,
      numbers: { height_cm, weight_kg: random() < 0.1 ? null : weight_kg },
      words: { fit_word: p % 3 === 0 ? 'slim' : 'regular' },
      outcome: room_cm < -tolerance_cm ? 0 : room_cm > tolerance_cm ? 2 : 1,
    };
  });
  return { trials, offsets_cm: new Map(offsets.map((cm, p) => [`product ${p}`, cm])) };
}
