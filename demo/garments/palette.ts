import { mix, rgb, type Palette, type Rgb } from '../cloth/color.ts';
import type { Recipe } from './recipe.ts';

/** What a garment is dyed with; all but the first are chosen to go with it when left out. */
export interface Colorway {
  hex: string;
  /** Stripes, flowers, faded places. */
  second_hex?: string;
  button_hex?: string;
  stitch_hex?: string;
}

const ink: Rgb = [20, 18, 15];
const bone = rgb('#f1ece0');
const horn = rgb('#3a2a1f');
const copper = rgb('#c48c4a');

/** Gives the colour of each dye a drawing may name. `thread` is the maker's line on the label. */
export function paletteOf(recipe: Recipe, color: Colorway, thread: string): Palette {
  const main = rgb(color.hex);
  const is_light = main[0] * 0.3 + main[1] * 0.59 + main[2] * 0.11 > 150;
  const second = color.second_hex ? rgb(color.second_hex) : mix(main, bone, 0.4);
  return {
    main,
    second,
    fade: second,
    rib: main,
    band: main,
    shade: ink,
    label: rgb('#f3efe4'),
    label_ink: rgb(thread),
    inside: mix(main, ink, recipe.kind === 'shirt' ? 0.3 : 0.42),
    lining: mix(main, [225, 215, 190], recipe.kind === 'coat' ? 0.4 : 0.55),
    button: color.button_hex ? rgb(color.button_hex) : recipe.kind === 'shirt' ? bone : horn,
    stitch: color.stitch_hex
      ? rgb(color.stitch_hex)
      : isDenim(recipe) && !is_light
        ? copper
        : mix(main, is_light ? ink : [255, 255, 255], is_light ? 0.25 : 0.35),
    metal: rgb('#b98a4e'),
    ...shoe(recipe, main),
  };
}

const isDenim = (recipe: Recipe): boolean => recipe.kind === 'trousers' && recipe.make === 'jeans';

/** Sole, inside and laces follow the kind of shoe. */
function shoe(recipe: Recipe, main: Rgb): Palette {
  const is_trainer = recipe.kind === 'trainers';
  return {
    sole: is_trainer ? rgb('#ddd5c2') : mix(main, ink, 0.62),
    hollow: mix(main, [24, 18, 12], 0.62),
    insole: rgb(is_trainer ? '#cac2ae' : '#b08c68'),
    tongue: mix(main, is_trainer ? [190, 182, 164] : ink, 0.2),
    lace: is_trainer ? mix(main, [255, 255, 255], 0.55) : mix(main, ink, 0.5),
    trim: mix(main, ink, 0.14),
  };
}
