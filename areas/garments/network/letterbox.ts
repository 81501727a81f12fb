import { channelsOf, sizeWithin, type Picture, type Size } from '#science/imaging/picture.ts';
import { shrinkPicture } from '#science/imaging/shrink-picture.ts';

/** What the network saw in training where a picture was not square. */
const grey = 128 / 255;

/** A picture in the middle of a square: planes of red, green and blue 0..1, [3 x side x side]; `inner` is where the picture lies. */
export interface Letterbox {
  planes: Float32Array;
  inner: Size & { left: number; top: number };
}

/** Fits a picture into a square of `side` px, its proportions kept. A smaller one is not enlarged beyond its own pixels' neighbours. */
export function letterbox(picture: Picture, side: number): Letterbox {
  const scale = side / Math.max(picture.width, picture.height);
  const small = scale < 1 ? shrinkPicture(picture, sizeWithin(picture, side)) : enlargePicture(picture, scale);
  const { width, height, data } = small;
  const channels = channelsOf(small);
  const [left, top] = [Math.floor((side - width) / 2), Math.floor((side - height) / 2)];
  const planes = new Float32Array(3 * side * side).fill(grey);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < 3; c++) planes[c * side * side + (y + top) * side + x + left] = data[(y * width + x) * channels + c]! / 255;
  return { planes, inner: { left, top, width, height } };
}

/** Repeats pixels: for what is smaller than the network's input, which is smaller than any photo should be. */
function enlargePicture(picture: Picture, scale: number): Picture {
  if (scale === 1) return picture;
  const channels = channelsOf(picture);
  const [width, height] = [Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale))];
  const data = new Uint8ClampedArray(width * height * channels);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from =
        (Math.min(picture.height - 1, Math.floor(y / scale)) * picture.width + Math.min(picture.width - 1, Math.floor(x / scale))) *
        channels;
      for (let c = 0; c < channels; c++) data[(y * width + x) * channels + c] = picture.data[from + c]!;
    }
  return { width, height, data };
}
