import type { GarmentCm } from '../garments/recipe.ts';
import type { DemoBoutique, DemoCategory, DemoDraft, DemoFit, DemoProduct, DemoSizing, DemoStretch, Range } from './product.ts';

const fits: readonly DemoFit[] = ['slim', 'regular', 'relaxed', 'oversized'];
type ByFit = readonly [slim: number, regular: number, relaxed: number, oversized: number];

/** What a cut adds to the body it is made for, cm all round. The same words mean the same room in all of Toile. */
const chest_ease: Partial<Record<DemoCategory, ByFit>> = {
  't-shirt': [4, 8, 13, 20],
  shirt: [6, 11, 15, 22],
  knitwear: [4, 8, 13, 20],
  jacket: [7, 11, 15, 22],
  coat: [10, 14, 19, 27],
  dress: [4, 6.5, 11, 18],
};
const waist_ease: Partial<Record<DemoCategory, ByFit>> = {
  jeans: [0.5, 1.5, 3, 5],
  trousers: [1.5, 2.5, 4, 6],
  shorts: [1.5, 2.5, 4, 6],
  skirt: [1.5, 2, 3, 5],
  dress: [4, 7, 12, 20],
};
const hip_ease: Partial<Record<DemoCategory, ByFit>> = {
  jeans: [2, 4, 8, 13],
  trousers: [3, 5.5, 9, 14],
  shorts: [3, 5.5, 9, 14],
  skirt: [4, 6, 10, 16],
  dress: [4, 7, 12, 20],
};
/** A top hangs straighter than the body: more room at the waist than at the chest, less at the hip. */
const top_waist = 8;
const top_hip = -4;
/** Cloth that gives can lie closer. */
const by_stretch: Record<DemoStretch, number> = { none: 0.5, some: -0.5, high: -2 };
const shoulder_ease: ByFit = [-1, 0, 2, 6];
const sleeve_ease: ByFit = [0.5, 1, 1.5, 3];

/** Bodies of each sizing at a chest of `chest` cm, and what they gain a centimetre of it. */
const builds: Record<DemoSizing, { chest: number; shoulders: [number, number]; sleeves: [number, number] }> = {
  men: { chest: 99, shoulders: [44.5, 0.17], sleeves: [86.5, 0.15] },
  women: { chest: 93, shoulders: [39.5, 0.15], sleeves: [79, 0.1] },
};
/** Lengths grow so much a size. */
const length_step_cm = 1.5;
const inseam_step_cm = 0.5;
const leg_length_step_cm = 1;

/** Measures every size of a product from its boutique's chart and the room that its cut claims. One size where none applies. */
export function measureSizes(draft: DemoDraft, boutique: DemoBoutique): DemoProduct['sizes'] {
  if (draft.category === 'shoes') return shoeSizes(draft.sizing).map((label) => ({ label, garment_cm: {} }));
  const chart = boutique.charts.find(({ sizing, categories }) => sizing === draft.sizing && categories.includes(draft.category));
  if (!chart) return [{ label: 'One size', garment_cm: {} }];
  const middle = Math.floor(chart.sizes.length / 2);
  return chart.sizes.map(({ label, body_cm }, i) => ({
    label,
    garment_cm: measure(draft, { chest: mid(body_cm.chest), waist: mid(body_cm.waist), hip: mid(body_cm.hip) }, i - middle),
  }));
}

const shoeSizes = (sizing: DemoSizing | null): string[] =>
  Array.from({ length: sizing === 'women' ? 6 : sizing === 'men' ? 7 : 10 }, (_, i) => String((sizing === 'men' ? 40 : 36) + i));

const mid = (range: Range | undefined): number => (range ? (range[0] + range[1]) / 2 : 0);

function measure(draft: DemoDraft, body: { chest: number; waist: number; hip: number }, steps: number): GarmentCm {
  const fit = fits.indexOf(draft.fit ?? 'regular');
  const shift = by_stretch[draft.stretch ?? 'none'];
  const chest = chest_ease[draft.category]?.[fit];
  const waist = waist_ease[draft.category]?.[fit] ?? chest! + top_waist;
  const hip = hip_ease[draft.category]?.[fit] ?? chest! + top_hip;
  const is_leg = draft.inseam_cm !== undefined;
  const cm: GarmentCm = {
    ...(chest === undefined ? {} : { chest: body.chest + chest + shift, ...reach(draft, body.chest, fit) }),
    waist: body.waist + waist + shift,
    hip: body.hip + hip + shift,
    length: (draft.length_cm ?? 70) + steps * (is_leg ? leg_length_step_cm : length_step_cm),
    ...(draft.inseam_cm === undefined ? {} : { inseam: draft.inseam_cm + steps * inseam_step_cm }),
  };
  return Object.fromEntries(Object.entries(cm).map(([name, value]) => [name, Math.round(value * 2) / 2]));
}

/** Shoulders, and sleeves where they reach the wrist. */
function reach(draft: DemoDraft, chest: number, fit: number): GarmentCm {
  const build = builds[draft.sizing ?? 'women'];
  const off = chest - build.chest;
  const shoulders = build.shoulders[0] + build.shoulders[1] * off + shoulder_ease[fit]!;
  if (isShortSleeved(draft)) return { shoulders };
  return { shoulders, sleeves: build.sleeves[0] + build.sleeves[1] * off + sleeve_ease[fit]! + (draft.sleeve_extra_cm ?? 0) };
}

const isShortSleeved = ({ recipe }: DemoDraft): boolean => (recipe.kind === 'tee' && !recipe.is_long) || recipe.kind === 'dress';
