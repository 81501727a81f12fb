import type { Category, DimensionName } from '#contract/catalog.ts';
import type { FitWord, GarmentEvidence } from './evidence.ts';

/** What a dimension means on a kind of garment. */
export type KindDimension = {
  /** Share of the discomfort that this dimension can cause. */
  weight: number;
  /** Half of the range that feels right, cm. */
  tolerance_cm: number;
  /** What the cut adds to the body it is made for, cm, slim to oversized. */
  design_cm: readonly [slim: number, regular: number, relaxed: number, oversized: number];
};
export type GarmentKind = { main: DimensionName; dimensions: Partial<Record<DimensionName, KindDimension>> };

const fits: readonly FitWord[] = ['slim', 'regular', 'relaxed', 'oversized'];

/**
 * Tops. Chest ease: pattern-trade bands (close 0-2.9 cm, fitted 3-4, semi 4.1-5, loose 5.1-8, very loose > 8) are for
 * bespoke blocks; ready-to-wear adds the half grade that one size must bridge. A top hangs straighter than the body, so
 * it has more room at the waist than at the chest. Tolerances: half of the preferred ranges in menswear fit trials
 * (chest 5.2-8.3 cm) plus about one centimetre that nobody notices.
 */
function top(chest: KindDimension['design_cm'], extra: Partial<GarmentKind['dimensions']> = {}): GarmentKind {
  const shifted = (by: number) => chest.map((ease) => ease + by) as unknown as KindDimension['design_cm'];
  return {
    main: 'chest',
    dimensions: {
      chest: { weight: 1, tolerance_cm: 3, design_cm: chest },
      waist: { weight: 0.4, tolerance_cm: 4, design_cm: shifted(8) },
      hip: { weight: 0.2, tolerance_cm: 4, design_cm: shifted(-4) },
      neck: { weight: 0.1, tolerance_cm: 1.2, design_cm: [2.5, 3, 4, 5] },
      shoulders: { weight: 0.4, tolerance_cm: 1.5, design_cm: [-1, 0, 2, 6] },
      sleeves: { weight: 0.25, tolerance_cm: 2, design_cm: [0.5, 1, 1.5, 3] },
      length: { weight: 0.2, tolerance_cm: 3, design_cm: [-1, 0, 1, 2] },
      ...extra,
    },
  };
}

/** Bottoms. Trousers: waist 0.75-1 in, seat 1.5-2 in for a classic cut; inside leg ends above the floor. */
function bottom(waist: KindDimension['design_cm'], hip: KindDimension['design_cm']): GarmentKind {
  return {
    main: 'waist',
    dimensions: {
      waist: { weight: 1, tolerance_cm: 2.5, design_cm: waist },
      hip: { weight: 0.7, tolerance_cm: 3, design_cm: hip },
      inseam: { weight: 0.3, tolerance_cm: 2.5, design_cm: [-3, -3, -3, -3] },
    },
  };
}

const shirt = top([6, 11, 15, 22], { neck: { weight: 0.3, tolerance_cm: 1, design_cm: [1.5, 1.5, 2, 3] } });
const dress: GarmentKind = {
  main: 'chest',
  dimensions: {
    chest: { weight: 1, tolerance_cm: 3, design_cm: [4, 6.5, 11, 18] },
    waist: { weight: 0.8, tolerance_cm: 3, design_cm: [4, 7, 12, 20] },
    hip: { weight: 0.6, tolerance_cm: 3.5, design_cm: [4, 7, 12, 20] },
    shoulders: { weight: 0.3, tolerance_cm: 1.5, design_cm: [-1, 0, 2, 6] },
    sleeves: { weight: 0.15, tolerance_cm: 2, design_cm: [0.5, 1, 1.5, 3] },
    length: { weight: 0.2, tolerance_cm: 4, design_cm: [-1, 0, 1, 2] },
  },
};
const trousers = bottom([1.5, 2.5, 4, 6], [3, 5.5, 9, 14]);
const skirt: GarmentKind = {
  main: 'waist',
  dimensions: {
    waist: { weight: 1, tolerance_cm: 2.5, design_cm: [1.5, 2, 3, 5] },
    hip: { weight: 0.6, tolerance_cm: 3, design_cm: [4, 6, 10, 16] },
    length: { weight: 0.15, tolerance_cm: 4, design_cm: [-1, 0, 1, 2] },
  },
};

const kinds: Readonly<Record<Category, GarmentKind>> = {
  't-shirt': top([4, 8, 13, 20]),
  shirt,
  knitwear: top([4, 8, 13, 20]),
  jacket: top([7, 11, 15, 22]),
  coat: top([10, 14, 19, 27]),
  trousers,
  jeans: bottom([0.5, 1.5, 3, 5], [2, 4, 8, 13]),
  shorts: { ...trousers, dimensions: { waist: trousers.dimensions.waist!, hip: trousers.dimensions.hip! } },
  dress,
  skirt,
  // No size of these is advised; fittings that began while they were read as something else still end.
  shoes: top([4, 8, 13, 20]),
  bag: top([4, 8, 13, 20]),
  accessory: top([4, 8, 13, 20]),
  other: top([4, 8, 13, 20]),
};

/** Gives what matters on a category of garment, and how much. */
export function kindOf(category: Category): GarmentKind {
  return kinds[category];
}

/** How sure the design ease is, cm at the chest: shops use the same word for cuts some centimetres apart. */
const design_sd_known = 2;
/** Without a word it may be slim or relaxed: regular plus or minus most of a step. */
const design_sd_unknown = 4;
/** Stretch lets a cut be closer to the body. */
const stretch_shift = { none: 0.5, some: -0.5, high: -2 };

/** Gives the ease that a garment is meant to have at a dimension, and how uncertain that is (cm, before `girth_share`). */
export function designEase(garment: GarmentEvidence, name: DimensionName): { ease_cm: number; sd: number } | null {
  const dimension = kindOf(garment.category).dimensions[name];
  if (!dimension) return null;
  const is_girth = name === 'chest' || name === 'waist' || name === 'hip';
  const shift = is_girth && garment.stretch ? stretch_shift[garment.stretch] : 0;
  const ease_cm = dimension.design_cm[fits.indexOf(garment.fit ?? 'regular')]! + shift;
  return { ease_cm, sd: garment.fit === null ? design_sd_unknown : design_sd_known };
}
