import type { FabricName } from '../cloth/fabrics.ts';
import type { Drawing, Print } from '../cloth/layer.ts';
import { bag } from './bag.ts';
import { cardigan } from './cardigan.ts';
import { coat } from './coat.ts';
import { dress } from './dress.ts';
import { jacket } from './jacket.ts';
import { knit, type KnitStyle } from './knit.ts';
import { scarf } from './scarf.ts';
import { shirt, type ShirtStyle } from './shirt.ts';
import { boots } from './boots.ts';
import { loafers } from './loafers.ts';
import { trainers } from './trainers.ts';
import { skirt } from './skirt.ts';
import { checks, flowers, stripes } from './stripes.ts';
import { tee } from './tee.ts';
import type { TopCut } from './top-block.ts';
import { trousers, type LegStyle } from './trousers.ts';

/** The garment's own dimensions, cm; girths all round, sleeves from the middle of the neck. */
export type GarmentCm = Partial<Record<'chest' | 'waist' | 'hip' | 'shoulders' | 'sleeves' | 'length' | 'inseam', number>>;

export type PrintRecipe =
  | { kind: 'stripes'; period: number; width: number; across: boolean; from?: number }
  | { kind: 'checks'; period: number; width: number }
  | { kind: 'flowers'; period: number; size: number };

/** How a garment is made, beside its measurements: plain data, so that it can be sent to a worker thread. */
export type Recipe = { seed: number; print?: PrintRecipe } & (
  | { kind: 'tee'; is_long?: boolean; pocket?: boolean }
  | { kind: 'knit'; fabric: KnitStyle['fabric']; neck: KnitStyle['neck'] }
  | { kind: 'cardigan'; fabric: KnitStyle['fabric']; pockets: boolean }
  | { kind: 'shirt'; fabric: ShirtStyle['fabric']; pocket: boolean }
  | { kind: 'jacket'; fabric: FabricName; pockets: 'chore' | 'overshirt' }
  | { kind: 'coat'; fabric: FabricName; front: 'notch' | 'mac' }
  | { kind: 'trousers'; fabric: FabricName; make: LegStyle['make']; hem_cm: number; fade?: boolean }
  | { kind: 'skirt'; fabric: FabricName; pleats: number; hem_cm: number; gloss?: number }
  | { kind: 'dress'; fabric: FabricName; front: 'wrap' | 'plain'; hem_cm: number }
  | { kind: 'scarf'; fabric: FabricName }
  | { kind: 'trainers' | 'loafers' | 'boots' | 'bag' }
);

/** Cuts a garment to its measurements and draws it. Deterministic: the seed lies in the recipe. */
export function drawingOf(recipe: Recipe, cm: GarmentCm): Drawing {
  const { seed } = recipe;
  const print = recipe.print && printOf(recipe.print);
  switch (recipe.kind) {
    case 'tee':
      return tee(topCut(cm, recipe.is_long ? longSleeve(cm) : short), { seed, print, pocket: recipe.pocket });
    case 'knit':
      return knit(knitCut(cm, neck_drops[recipe.neck]), { seed, fabric: recipe.fabric, neck: recipe.neck, print });
    case 'cardigan':
      return cardigan(knitCut(cm, 240), { seed, fabric: recipe.fabric, pockets: recipe.pockets });
    case 'shirt':
      return shirt({ ...topCut(cm, longSleeve(cm, cuff_depth)), tail: 58 }, { seed, print, fabric: recipe.fabric, pocket: recipe.pocket });
    case 'jacket':
      return jacket(jacketCut(cm, recipe.pockets), { seed, print, fabric: recipe.fabric, pockets: recipe.pockets });
    case 'coat':
      return coat(
        { ...topCut(cm, { ...longSleeve(cm), bicep: 108, cuff: 122 }), slope: 46 },
        { seed, fabric: recipe.fabric, front: recipe.front },
      );
    case 'trousers':
      return trousers(legCut(cm, recipe.hem_cm), { seed, fabric: recipe.fabric, make: recipe.make, fade: recipe.fade });
    case 'skirt':
      return skirt(
        { ...flat(cm), length: unit(cm.length, 70), hem_half: recipe.hem_cm * 5 },
        { seed, fabric: recipe.fabric, pleats: recipe.pleats, gloss: recipe.gloss },
      );
    case 'dress':
      return dress(
        { ...topCut(cm, { ...short, sleeve: 190 }), ...dressWaist(cm), hem_half: recipe.hem_cm * 5 },
        { seed, print, fabric: recipe.fabric, front: recipe.front },
      );
    case 'scarf':
      return scarf({ seed, fabric: recipe.fabric, print });
    case 'bag':
      return bag({ seed });
    default:
      return { trainers, loafers, boots }[recipe.kind]();
  }
}

/** Units in a centimetre. */
const scale = 10;
const unit = (cm: number | undefined, otherwise: number): number => (cm ?? otherwise) * scale;
/** What a cuff adds to the sleeve it is sewn to, units. */
const cuff_depth = 62;
/** How deep a knit's neck is cut, units; a roll-neck only as far as the roll hides. */
const neck_drops = { crew: 92, v: 215, roll: 44 } as const;
const short = { sleeve: 215, bicep: 182, cuff: 110 } as const;

type SleeveCut = Pick<TopCut, 'sleeve' | 'bicep' | 'cuff'>;

function longSleeve(cm: GarmentCm, cuff = 0): SleeveCut {
  return { sleeve: unit(cm.sleeves, 83) - unit(cm.shoulders, 44) / 2 - cuff, bicep: 114, cuff: 98 };
}

function topCut(cm: GarmentCm, sleeve: SleeveCut): TopCut {
  return {
    ...sleeve,
    half: unit(cm.chest, 104) / 4,
    hem_half: unit(cm.hip ?? cm.chest, 104) / 4,
    length: unit(cm.length, 70),
    shoulder_half: unit(cm.shoulders, 44) / 2,
    neck_half: 88,
    neck_drop: 92,
  };
}

/** A ribbed hem draws in what the body is wide. */
function knitCut(cm: GarmentCm, neck_drop: number): TopCut {
  const cut = topCut(cm, longSleeve(cm, cuff_depth));
  return { ...cut, neck_drop, hem_half: Math.min(cut.half, cut.hem_half) * 0.95 };
}

function jacketCut(cm: GarmentCm, pockets: 'chore' | 'overshirt'): TopCut {
  const cut = topCut(cm, { ...longSleeve(cm), bicep: 124, cuff: 128 });
  return { ...cut, slope: 44, tail: pockets === 'overshirt' ? 38 : 0 };
}

const flat = (cm: GarmentCm): { waist_half: number; hip_half: number } => ({
  waist_half: unit(cm.waist, 80) / 4,
  hip_half: unit(cm.hip, 102) / 4,
});

const legCut = (cm: GarmentCm, hem_cm: number) => ({
  ...flat(cm),
  rise: unit((cm.length ?? 106) - (cm.inseam ?? 78), 28),
  inseam: unit(cm.inseam, 78),
  hem: hem_cm * scale,
});

const dressWaist = (cm: GarmentCm) => ({ waist_half: unit(cm.waist, 80) / 4, waist_at: 410 });

/** Makes the print of a recipe. */
export function printOf(print: PrintRecipe): Print {
  if (print.kind === 'stripes') return stripes(print);
  return print.kind === 'checks' ? checks(print) : flowers(print);
}
