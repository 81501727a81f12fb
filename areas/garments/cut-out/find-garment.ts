import { keepTensorModel } from '#platform/vision-runtime/keep-tensor-model.ts';
import { sizeWithin, type Picture } from '#science/imaging/picture.ts';
import type { Raster } from '#science/imaging/raster.ts';
import { shrinkPicture } from '#science/imaging/shrink-picture.ts';
import { lookBothWays } from '../network/look-both-ways.ts';

/** px; what the network was exported for. */
const network_side = 128;
const network_file = new URL('../network/mask-network.onnx', import.meta.url);

/** Says about where the garment is on a photo, 0..1, as our mask network sees it: a prior for the cut-out. About 20 ms. */
export async function findGarment(picture: Picture): Promise<Raster> {
  const small = shrinkPicture(picture, sizeWithin(picture, network_side));
  const { mask } = await lookBothWays(await keepTensorModel(network_file), small, network_side);
  return { left: 0, top: 0, ...mask };
}
