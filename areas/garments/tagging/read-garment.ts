import { keepTensorModel } from '#platform/vision-runtime/keep-tensor-model.ts';
import type { TensorModel } from '#platform/vision-runtime/tensor-model.ts';
import type { Picture } from '#science/imaging/picture.ts';
import { toClassChances } from './garment-classes.ts';
import type { CoarseMask, GarmentReader, GarmentReading } from './garment-reader.ts';
import { letterbox, type Letterbox } from './letterbox.ts';

/** px; what the network was exported for. */
export const network_side = 144;
/** Bytes of the file may change, what an embedding means changes with this. */
export const network_version = 'garment-1';
export const network_file = new URL('../network/garment-network.onnx', import.meta.url);

/** Our own network: the first reader. Its embedding has 128 numbers. */
export const own_reader: GarmentReader = {
  version: network_version,
  read: async (picture) => readGarment(await keepTensorModel(network_file), picture),
};

/** Shows a photo and its mirror image to the garment network and takes the mean of both answers. About 10 ms. */
export async function readGarment(model: TensorModel, picture: Picture): Promise<Required<GarmentReading>> {
  const box = letterbox(picture, network_side);
  const both = new Float32Array(box.planes.length * 2);
  both.set(box.planes);
  both.set(mirrored(box.planes, network_side), box.planes.length);
  const { classes, mask, embedding } = await model.run({ picture: { data: both, dims: [2, 3, network_side, network_side] } });
  return {
    chances: toClassChances(meanOfHalves(classes!.data)),
    embedding: unit(meanOfHalves(embedding!.data)),
    mask: cropMask(meanOfHalves(withSecondMirrored(mask!.data, network_side / 2)), box),
  };
}

function mirrored(planes: Float32Array, side: number): Float32Array {
  return planes.map((_, i) => planes[i - (i % side) + side - 1 - (i % side)]!);
}

function withSecondMirrored(masks: Float32Array, side: number): Float32Array {
  const half = masks.length / 2;
  const out = masks.slice();
  out.set(mirrored(masks.subarray(half), side), half);
  return out;
}

function meanOfHalves(data: Float32Array): Float32Array {
  const half = data.length / 2;
  return data.slice(0, half).map((value, i) => (value + data[half + i]!) / 2);
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

/** Cuts off what the letterbox added; the mask has half of the input's size. */
function cropMask(mask: Float32Array, { inner }: Letterbox): CoarseMask {
  const side = network_side / 2;
  const [left, top] = [Math.floor(inner.left / 2), Math.floor(inner.top / 2)];
  const [width, height] = [Math.max(1, Math.round(inner.width / 2)), Math.max(1, Math.round(inner.height / 2))];
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data[y * width + x] = mask[(y + top) * side + x + left]!;
  return { width, height, data };
}
