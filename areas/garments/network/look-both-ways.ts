import type { TensorModel } from '#platform/vision-runtime/tensor-model.ts';
import type { Picture } from '#science/imaging/picture.ts';
import { letterbox, type Letterbox } from './letterbox.ts';

/** Answers of a network to a picture and to its mirror image, their means. */
export interface BothWays {
  /** Of each output but `mask`, the mean: the picture's own shape, without the count. */
  means: Record<string, Float32Array>;
  mask: CoarseMask;
}
/** Where the garment probably is: row-major [height x width] 0..1 over the picture, coarse. */
export interface CoarseMask {
  width: number;
  height: number;
  data: Float32Array;
}

/**
 * Shows a picture, fitted into a square of `side` px, and its mirror image to a network of ours, which gives a `mask` of half that
 * side, and takes the mean of both answers. Computes on the calling thread.
 */
export async function lookBothWays(model: TensorModel, picture: Picture, side: number): Promise<BothWays> {
  const box = letterbox(picture, side);
  const both = new Float32Array(box.planes.length * 2);
  both.set(box.planes);
  both.set(mirrored(box.planes, side), box.planes.length);
  const { mask, ...others } = await model.run({ picture: { data: both, dims: [2, 3, side, side] } });
  return {
    means: Object.fromEntries(Object.entries(others).map(([name, { data }]) => [name, meanOfHalves(data)])),
    mask: cropMask(meanOfHalves(withSecondMirrored(mask!.data, side / 2)), { box, side: side / 2 }),
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

/** Cuts off what the letterbox added; the mask has half of the input's size. */
function cropMask(mask: Float32Array, { box: { inner }, side }: { box: Letterbox; side: number }): CoarseMask {
  const [left, top] = [Math.floor(inner.left / 2), Math.floor(inner.top / 2)];
  const [width, height] = [Math.max(1, Math.round(inner.width / 2)), Math.max(1, Math.round(inner.height / 2))];
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data[y * width + x] = mask[(y + top) * side + x + left]!;
  return { width, height, data };
}
