import { channelsOf, type Picture } from './picture.ts';

/** Gives a picture as a mirror shows it, left for right; rows and channels stay in their order. */
export function mirrorPicture(picture: Picture): Picture {
  const { width, height, data } = picture;
  const channels = channelsOf(picture);
  const mirrored = new Uint8Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < channels; c++) mirrored[(y * width + x) * channels + c] = data[(y * width + width - 1 - x) * channels + c]!;
  return { width, height, data: mirrored };
}
