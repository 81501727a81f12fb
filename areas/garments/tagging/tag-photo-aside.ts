import sharp from 'sharp';
import type { GarmentGuesses } from '#contract/garments.ts';
import type { Picture } from '#science/imaging/picture.ts';
import type { GarmentTags } from './garment-tags.ts';
import { keepLocalReader } from './local-reader.ts';
import { own_reader } from './read-garment.ts';
import { tagGarment } from './tag-garment.ts';

export interface Tagging {
  /** The photo, as it is kept. */
  content: Uint8Array;
  /** Its cut-out, see-through around the garment. */
  clean?: Uint8Array | undefined;
  /** A folder with the model that looks at it; none: our own network does. */
  embedder_dir?: string | undefined;
}

export interface PhotoTags {
  guesses: GarmentGuesses;
  /** 32-bit floats, least byte first. */
  embedding: Uint8Array;
  network_version: string;
}

/** Larger than what is looked at (`tag-garment.ts`), so that decoding loses nothing, px. */
const side = 640;

/** Opens a photo and tells what is on it. Runs in a thread: see `tag-photo.ts`. */
export async function tagPhoto({ content, clean, embedder_dir }: Tagging): Promise<PhotoTags> {
  const reader = embedder_dir ? await keepLocalReader(embedder_dir) : own_reader;
  const picture = await readPicture(content);
  const tags = await tagGarment({ picture, alpha: clean ? await readAlpha(clean, picture) : null }, reader);
  return { guesses: guessesOf(tags), embedding: bytesOf(tags.embedding), network_version: reader.version };
}

async function readPicture(content: Uint8Array): Promise<Picture> {
  const small = sharp(content).resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
  const { data, info } = await small.removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

const readAlpha = (clean: Uint8Array, { width, height }: Picture): Promise<Uint8Array> =>
  sharp(clean).ensureAlpha().extractChannel('alpha').resize({ width, height, fit: 'fill' }).toColourspace('b-w').raw().toBuffer();

/** In the words of the wire. */
function guessesOf({ category, colors, pattern, seasons, formality }: GarmentTags): GarmentGuesses {
  const { value, confidence, second } = category;
  return {
    category: { value, confidence, second: second?.value ?? null },
    colors: colors.map(({ name, lab, share, confidence: sure }) => ({ name, lab: [...lab], share, confidence: sure })),
    pattern,
    season: seasons,
    formality,
  };
}

function bytesOf(embedding: Float32Array): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(embedding.length * 4));
  embedding.forEach((value, i) => bytes.setFloat32(i * 4, value, true));
  return new Uint8Array(bytes.buffer);
}
