import type { Picture } from '#science/imaging/picture.ts';
import { resizePlane } from '#science/imaging/resize-plane.ts';
import { shrinkPicture } from '#science/imaging/shrink-picture.ts';
import { channelsOf } from '#science/imaging/picture.ts';
import { keepTensorModel } from '#platform/vision-runtime/keep-tensor-model.ts';

const side = 256;
const model_file = new URL(import.meta.resolve('@mediapipe/selfie_segmentation/selfie_segmentation.tflite'));

/** Gives the opacity 0..1 of people in a picture, [height x width]. Coarse at edges: the network looks at 256 x 256 px. */
export async function findPersonMask(picture: Picture): Promise<Float32Array> {
  const model = await keepTensorModel(model_file);
  const data = squareOf(picture);
  const told = await model.run({ [model.input_names[0]!]: { data, dims: [1, side, side, 3] } });
  return resizePlane(told[model.output_names[0]!]!.data, { width: side, height: side }, picture);
}

/** The whole picture, squeezed into the square. */
function squareOf(picture: Picture): Float32Array {
  const small = shrinkPicture(picture, { width: Math.min(side, picture.width), height: Math.min(side, picture.height) });
  const channels = channelsOf(small);
  const data = new Float32Array(side * side * 3);
  for (let c = 0; c < 3; c++) {
    const plane = Float32Array.from({ length: small.width * small.height }, (_, i) => small.data[i * channels + c]! / 255);
    const wide = resizePlane(plane, small, { width: side, height: side });
    for (let i = 0; i < wide.length; i++) data[i * 3 + c] = wide[i]!;
  }
  return data;
}
