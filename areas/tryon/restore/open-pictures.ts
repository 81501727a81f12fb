import { isPhotoProblem, uprightLayer, uprightPhoto } from '#areas/garments/index.ts';
import type { KeptData } from '#platform/area/context.ts';
import type { PictureFile } from '../renderers/renderer.ts';
import type { LookPicture } from '../tryon-tables.ts';

/** As large as a look is drawn, px a side; a file of more bytes is none of ours. */
const side_max = 1024;
const bytes_max = 8 * 1024 * 1024;

export type OpenedPictures = Partial<Record<LookPicture, PictureFile>>;

/**
 * Opens the pictures of a look that lie in a zip and packs them anew: whoever wrote them may have written anything. Layers count
 * only all together and of one size. Empty without a preview; throws `garments.*` where it is no picture.
 */
export async function openPictures(kept: KeptData, look_id: string): Promise<OpenedPictures> {
  const read = (name: string): Promise<Buffer | undefined> => kept.read(`looks/${look_id}/${name}`, bytes_max);
  const [whole, moved] = [await read('preview.jpg'), await read('nudged.jpg')];
  if (!whole) return {};
  const preview = await photoOf(whole);
  const nudged = moved && (await photoOf(moved));
  const layers = await openLayers(read, preview).catch(undefinedIfBad);
  // What cannot be moved any more stays as it was moved last.
  if (!layers) return { preview: nudged ?? preview };
  return { preview, ...layers, ...(nudged ? { nudged } : {}) };
}

async function openLayers(
  read: (name: string) => Promise<Buffer | undefined>,
  { width, height }: PictureFile,
): Promise<Pick<OpenedPictures, 'person' | 'garment' | 'shading'> | undefined> {
  const [person, garment, shading] = [await read('person.jpg'), await read('garment.webp'), await read('shading.webp')];
  if (!person || !garment || !shading) return undefined;
  const layers = { person: await photoOf(person), garment: await layerOf(garment), shading: await layerOf(shading) };
  return Object.values(layers).every((one) => one.width === width && one.height === height) ? layers : undefined;
}

const photoOf = async (content: Buffer): Promise<PictureFile> => ({
  ...(await uprightPhoto(content, side_max)),
  media_type: 'image/jpeg',
});

const layerOf = async (content: Buffer): Promise<PictureFile> => ({
  ...(await uprightLayer(content, side_max)),
  media_type: 'image/webp',
});

/** Bad layers cost the look its layers alone; what fails here would fail again for every look. */
function undefinedIfBad(error: unknown): undefined {
  if (!isPhotoProblem(error)) throw error;
}
