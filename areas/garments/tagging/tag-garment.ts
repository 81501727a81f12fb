import { keepTensorModel } from '#platform/vision-runtime/keep-tensor-model.ts';
import { measureCloth } from '#science/imaging/pattern/measure-cloth.ts';
import { tellPattern } from '#science/imaging/pattern/tell-pattern.ts';
import { sizeWithin, type Picture } from '#science/imaging/picture.ts';
import { shrinkPicture } from '#science/imaging/shrink-picture.ts';
import type { GarmentReader, GarmentReading } from './garment-reader.ts';
import type { GarmentTags } from './garment-tags.ts';
import { guessCategory, isDenim } from './guess-category.ts';
import { guessFormality } from './guess-formality.ts';
import { guessSeasons } from './guess-seasons.ts';
import { patternByClass } from './pattern-by-class.ts';
import { network_file, own_reader, readGarment } from './read-garment.ts';
import { spreadMask } from './spread-mask.ts';
import { tagColors } from './tag-colors.ts';

/** A photo in sRGB, and [height x width] 0..255 what of it is the garment; null when nobody cut it out: the network's own mask serves. */
export interface GarmentPhoto {
  picture: Picture;
  alpha: Uint8Array | null;
}

/** px; colours and stripes are plain to see at that size, and a photo of 12 million pixels takes no longer than a small one. */
const looked_at = 512;
/**
 * Looks at one garment on one photo and guesses its tags. Computes for about 100 ms on the calling thread, so a server calls it
 * in a worker: `tag-photo-aside.ts`. The same photo gives the same tags.
 */
export async function tagGarment(photo: GarmentPhoto, reader: GarmentReader = own_reader): Promise<GarmentTags> {
  const { picture, alpha } = shrinkPhoto(photo);
  const reading = await reader.read(picture);
  const cloth = alpha ?? (await coarseCloth(picture, reading));
  const colors = tagColors(picture, cloth);
  const lab = colors[0]?.lab;
  const pattern = tellPattern(measureCloth(picture, cloth), patternByClass(reading.chances));
  return {
    category: guessCategory(reading.chances, colors),
    colors,
    pattern,
    seasons: guessSeasons(reading.chances, lab),
    formality: guessFormality(reading.chances, { lab, pattern: pattern.value, is_denim: isDenim(colors) }),
    embedding: reading.embedding,
  };
}

/** Nobody cut the garment out: about where it is says the reader, or else our own network. */
const coarseCloth = async (picture: Picture, { mask }: GarmentReading): Promise<Uint8Array> =>
  spreadMask(mask ?? (await readGarment(await keepTensorModel(network_file), picture)).mask, picture);

function shrinkPhoto({ picture, alpha }: GarmentPhoto): GarmentPhoto {
  const size = sizeWithin(picture, looked_at);
  const small = shrinkPicture(picture, size);
  if (alpha === null || small === picture) return { picture: small, alpha };
  const rgba = new Uint8ClampedArray(alpha.length * 3);
  for (let i = 0; i < alpha.length; i++) rgba[i * 3] = alpha[i]!;
  const mask = shrinkPicture({ width: picture.width, height: picture.height, data: rgba }, size);
  return { picture: small, alpha: Uint8Array.from({ length: size.width * size.height }, (_, i) => mask.data[i * 3]!) };
}
