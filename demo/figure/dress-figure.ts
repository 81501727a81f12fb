import { paletteOf, type Colorway } from '../garments/palette.ts';
import { printOf, type Recipe } from '../garments/recipe.ts';
import type { Worn } from './draw-figure.ts';
import { wornLegs, wornSkirt } from './worn-lower.ts';
import { wornTop } from './worn-top.ts';
import type { Layer } from '../cloth/layer.ts';

/** What goes with everything. */
const plain_tee = { recipe: { kind: 'tee', seed: 3 }, color: { hex: '#e4dfd3' } } as const;
const plain_trousers = {
  recipe: { kind: 'trousers', fabric: 'wool', make: 'tailored', hem_cm: 18, seed: 6 },
  color: { hex: '#4b4a47' },
} as const;

/** Puts a garment on the figure, with plain things where it leaves the figure bare; null for what is not worn so (shoes, bags). */
export function dressFigure(recipe: Recipe, color: Colorway, thread: string): Worn[] | null {
  const layers = layersOf(recipe);
  if (!layers) return null;
  const own = { layers, palette: paletteOf(recipe, color, thread) };
  if (recipe.kind === 'dress') return [own];
  const is_lower = recipe.kind === 'trousers' || recipe.kind === 'skirt';
  const other = is_lower ? plain_tee : plain_trousers;
  const beside = recipe.kind === 'skirt' ? tuckedTee() : layersOf(other.recipe)!;
  return [{ layers: beside, palette: paletteOf(other.recipe, other.color, thread) }, own];
}

const base = { seed: 40, rib: false, is_buttoned: false, is_long_sleeved: true, room: 0 } as const;

const hip_pockets = [-1, 1].map((sign) => ({ x: sign * 62, y: 540, w: 64, h: 66 }));
const chest_pockets = [-1, 1].map((sign) => ({ x: sign * 58, y: 340, w: 56, h: 62, has_flap: true }));
const chore_pockets = [{ x: -56, y: 340, w: 48, h: 56 }, ...[-1, 1].map((sign) => ({ x: sign * 64, y: 556, w: 70, h: 88 }))];

/** A tee that ends inside a waistband. */
const tuckedTee = (): Layer[] => wornTop({ ...base, fabric: 'jersey', hem: 482, neck: 'crew', is_long_sleeved: false, room: -18 });

/** Where a front is open, a plain tee shows beneath; it is dyed as labels are, which are pale in every palette. */
const overTee = (layers: readonly Layer[]): Layer[] => [
  ...wornTop({ ...base, fabric: 'jersey', hem: 600, neck: 'crew', is_long_sleeved: false }).map((layer) => ({ ...layer, dye: 'label' })),
  ...layers,
];

function coatLayers({ fabric, front }: Recipe & { kind: 'coat' }): Layer[] {
  const coat = { ...base, fabric, hem: 900, is_buttoned: true, room: 12 } as const;
  return front === 'mac' ? wornTop({ ...coat, neck: 'collar', buttons: 1 }) : overTee(wornTop({ ...coat, neck: 'notch', buttons: 3 }));
}

function layersOf(recipe: Recipe): Layer[] | null {
  const print = recipe.print && printOf(recipe.print);
  switch (recipe.kind) {
    case 'tee':
      return wornTop({ ...base, fabric: 'jersey', print, hem: 634, neck: 'crew', is_long_sleeved: recipe.is_long ?? false });
    case 'knit':
      return wornTop({ ...base, fabric: recipe.fabric, hem: 626, neck: recipe.neck, rib: true, room: 6 });
    case 'cardigan':
      return overTee(
        wornTop({
          ...base,
          fabric: recipe.fabric,
          hem: 630,
          neck: 'v',
          rib: true,
          is_buttoned: true,
          room: 7,
          patches: recipe.pockets ? hip_pockets : [],
        }),
      );
    case 'shirt':
      return wornTop({
        ...base,
        fabric: recipe.fabric,
        print,
        hem: 672,
        neck: 'collar',
        is_buttoned: true,
        room: 3,
        patches: recipe.pocket ? [{ x: 54, y: 330, w: 46, h: 54 }] : [],
      });
    case 'jacket':
      return wornTop({
        ...base,
        fabric: recipe.fabric,
        print,
        hem: 676,
        neck: 'collar',
        is_buttoned: true,
        room: 9,
        patches: recipe.pockets === 'chore' ? chore_pockets : chest_pockets,
      });
    case 'coat':
      return coatLayers(recipe);
    case 'trousers':
      return wornLegs({
        fabric: recipe.fabric,
        hem: recipe.hem_cm * 4.1,
        is_short: recipe.hem_cm > 26 && recipe.make === 'chino',
        has_crease: recipe.make === 'tailored',
      });
    case 'skirt':
      return wornSkirt({ fabric: recipe.fabric, hem: 850, hem_half: 178, pleats: recipe.pleats, gloss: recipe.gloss, waist: 470 });
    case 'dress':
      return dressLayers(recipe);
    default:
      return null;
  }
}

function dressLayers(recipe: Recipe & { kind: 'dress' }): Layer[] {
  const { fabric } = recipe;
  const print = recipe.print && printOf(recipe.print);
  const cut = { ...base, fabric, print, is_long_sleeved: false } as const;
  if (recipe.front === 'plain') return wornTop({ ...cut, hem: 866, neck: 'crew', room: 2 });
  return [
    ...wornTop({ ...cut, hem: 474, neck: 'wrap', room: -16 }),
    ...wornSkirt({ fabric, print, hem: 880, hem_half: 186, pleats: 0, waist: 462, waist_half: 101 }),
  ];
}
