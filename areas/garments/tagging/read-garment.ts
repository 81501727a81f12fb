import { keepTensorModel } from '#platform/vision-runtime/keep-tensor-model.ts';
import type { TensorModel } from '#platform/vision-runtime/tensor-model.ts';
import type { Picture } from '#science/imaging/picture.ts';
import { lookBothWays } from '../network/look-both-ways.ts';
import { toClassChances } from './garment-classes.ts';
import type { GarmentReader, GarmentReading } from './garment-reader.ts';

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

/** Shows a photo to the garment network and reads its answer. About 10 ms. */
export async function readGarment(model: TensorModel, picture: Picture): Promise<Required<GarmentReading>> {
  const { means, mask } = await lookBothWays(model, picture, network_side);
  return { chances: toClassChances(means.classes!), embedding: unit(means.embedding!), mask };
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}
