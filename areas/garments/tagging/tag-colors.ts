import { toCielab } from '#science/imaging/cielab.ts';
import { dominantColors } from '#science/imaging/dominant-colors.ts';
import type { Picture } from '#science/imaging/picture.ts';
import { toSrgb } from '#science/imaging/to-srgb.ts';
import { nameColor } from './color-names.ts';
import type { ColorTag } from './garment-tags.ts';
import { steadyLight } from './steady-light.ts';

/** Of the cloth: smaller colours are buttons and labels. */
const color_share_min = 0.08;
/** Of no meaning; the same photo gets the same tags. */
const seed = 1;

/** Finds and names one to three colours of a garment, the largest first; none without cloth. */
export function tagColors(picture: Picture, alpha: Uint8Array): ColorTag[] {
  const found = dominantColors(steadyLight(picture), alpha, { count: 3, share_min: color_share_min, seed });
  const tags = found.map(({ color, share }) => {
    const lab = toCielab(toSrgb(color));
    return { lab, share, ...nameColor(lab) };
  });
  return joinNames(tags);
}

/** Two shades that people call the same are one colour to them; the larger one stands for both. */
function joinNames(tags: readonly ColorTag[]): ColorTag[] {
  const joined = new Map<string, ColorTag>();
  for (const tag of tags) {
    const known = joined.get(tag.name);
    joined.set(tag.name, known ? { ...known, share: known.share + tag.share } : tag);
  }
  return [...joined.values()].toSorted((one, other) => other.share - one.share);
}
