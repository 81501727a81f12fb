import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { channelsOf, type Picture } from '#science/imaging/picture.ts';
import { garment_classes, toClassChances, type ClassChances, type GarmentClass } from './garment-classes.ts';
import type { GarmentReader } from './garment-reader.ts';

type Library = typeof import('@huggingface/transformers');
type Tensors = Record<string, { data: Float32Array; dims: number[] }>;

/** What each class is called when it is asked for in words. */
const words: Record<GarmentClass, string> = {
  dress: 'a dress',
  hat: 'a hat',
  longsleeve: 'a sweater or a long-sleeved top',
  outwear: 'a jacket or a coat',
  pants: 'a pair of trousers',
  shirt: 'a shirt with a collar and buttons',
  shoes: 'a pair of shoes',
  shorts: 'a pair of shorts',
  skirt: 'a skirt',
  't-shirt': 'a t-shirt',
};
/** Cosines of picture and words lie close together; both families learn about this factor (Radford et al. 2021, arXiv 2103.00020, 2.5). */
const sharpness = 100;

/** How the two families that can be asked in words name their halves, and pad what they are asked. */
const families = {
  clip: { vision: 'CLIPVisionModelWithProjection', text: 'CLIPTextModelWithProjection', padding: true },
  siglip: { vision: 'SiglipVisionModel', text: 'SiglipTextModel', padding: 'max_length' },
} as const;

/**
 * Opens a folder that holds a CLIP or SigLIP model as transformers.js keeps them: `config.json` and `files`. Nothing is
 * fetched. Throws an Error that says what is missing.
 */
export async function openLocalReader(folder: string): Promise<GarmentReader> {
  const family = readFamily(folder);
  const library = await importLibrary();
  library.env.allowRemoteModels = false;
  library.env.localModelPath = dirname(resolve(folder));
  const name = basename(resolve(folder));
  const options = { local_files_only: true, dtype: 'fp32' } as const;
  const { vision, text, padding } = families[family];
  const processor = await library.AutoProcessor.from_pretrained(name, options);
  const eyes = await library[vision].from_pretrained(name, options);
  const tokenizer = await library.AutoTokenizer.from_pretrained(name, options);
  const asked = tokenizer(
    garment_classes.map((one) => `a photo of ${words[one]}`),
    { padding, truncation: true },
  );
  const said = rowsOf((await (await library[text].from_pretrained(name, options))(asked)) as Tensors);
  return {
    version: versionOf(folder),
    read: async (picture) => {
      const seen = (await eyes(await processor(toImage(library, picture)))) as Tensors;
      const embedding = rowsOf(seen)[0]!;
      return { chances: chancesOf(embedding, said), embedding };
    },
  };
}

const kept = new Map<string, Promise<GarmentReader>>();

/** Gives the reader of a folder, opened at the first ask of this thread. A failed opening is tried again. */
export function keepLocalReader(folder: string): Promise<GarmentReader> {
  const known = kept.get(folder);
  if (known) return known;
  const opening = openLocalReader(folder);
  kept.set(folder, opening);
  opening.catch(() => kept.delete(folder));
  return opening;
}

/** Tells which family a folder's model is of. Throws an Error that says what is missing. */
function readFamily(folder: string): keyof typeof families {
  let config: { model_type?: unknown };
  try {
    config = JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8')) as { model_type?: unknown };
  } catch (cause) {
    throw new Error(`EMBEDDER_DIR: ${folder} has no config.json that can be read. Put a CLIP or SigLIP model for transformers.js there.`, {
      cause,
    });
  }
  const family = config.model_type;
  if (family !== 'clip' && family !== 'siglip')
    throw new Error(`EMBEDDER_DIR: ${folder} holds a model of type ${String(family)}; clip and siglip can be asked in words.`);
  return family;
}

const files = ['preprocessor_config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/vision_model.onnx', 'onnx/text_model.onnx'];

/** Tells at the start of a server, without opening the model, that a folder can serve. Throws an Error that says what is missing. */
export async function checkLocalReader(folder: string): Promise<void> {
  readFamily(folder);
  const missing = files.filter((file) => !existsSync(join(folder, file)));
  if (missing.length > 0) throw new Error(`EMBEDDER_DIR: ${folder} lacks ${missing.join(', ')}.`);
  await importLibrary();
}

async function importLibrary(): Promise<Library> {
  try {
    return await import('@huggingface/transformers');
  } catch (cause) {
    throw new Error('EMBEDDER_DIR needs the library transformers.js: npm install --no-save @huggingface/transformers@4.3.2', { cause });
  }
}

function toImage(library: Library, picture: Picture): InstanceType<Library['RawImage']> {
  const { width, height, data } = picture;
  return new library.RawImage(new Uint8ClampedArray(data), width, height, channelsOf(picture)).rgb();
}

/** The one output that is an embedding, its rows of length one. */
function rowsOf(outputs: Tensors): Float32Array[] {
  const tensor = outputs.image_embeds ?? outputs.text_embeds ?? outputs.pooler_output;
  if (!tensor) throw new Error(`EMBEDDER_DIR: the model gives ${Object.keys(outputs).join(', ')}, and no embedding.`);
  const [count = 0, length = 0] = tensor.dims;
  return Array.from({ length: count }, (_, i) => unit(tensor.data.slice(i * length, (i + 1) * length)));
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

function chancesOf(embedding: Float32Array, said: readonly Float32Array[]): ClassChances {
  const cosines = said.map((row) => row.reduce((sum, value, i) => sum + value * embedding[i]!, 0));
  const most = Math.max(...cosines);
  const powers = cosines.map((cosine) => Math.exp(sharpness * (cosine - most)));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return toClassChances(powers.map((power) => power / total));
}

/** Gives the version of what embeddings of a folder's model mean, without opening it. Another model, or the same converted anew, has another version: its configuration and the sizes of its files. */
export function versionOf(folder: string): string {
  const weights = readdirSync(join(folder, 'onnx')).toSorted();
  const sizes = weights.map((file) => `${file} ${statSync(join(folder, 'onnx', file)).size}`);
  const seal = createHash('sha256')
    .update(readFileSync(join(folder, 'config.json')))
    .update(sizes.join('\n'));
  return `local-${seal.digest('hex').slice(0, 12)}`;
}
