import sharp from 'sharp';
import { channelsOf, type Picture } from '#science/imaging/picture.ts';

/** px of a tile: about what a phone shows. */
const [tile_width, tile_height] = [240, 320];

/** Writes pictures side by side, `columns` a row; gives the file's path. */
export async function writeSheet(pictures: readonly Picture[], columns: number, file: string): Promise<string> {
  const tiles = await Promise.all(
    pictures.map(async (picture, index) => ({
      input: await sharp(picture.data, { raw: { width: picture.width, height: picture.height, channels: channelsOf(picture) } })
        .resize(tile_width, tile_height, { fit: 'contain', background: '#888' })
        .png()
        .toBuffer(),
      left: (index % columns) * tile_width,
      top: Math.floor(index / columns) * tile_height,
    })),
  );
  const height = Math.ceil(pictures.length / columns) * tile_height;
  await sharp({ create: { width: columns * tile_width, height, channels: 3, background: '#888' } })
    .composite(tiles)
    .jpeg({ quality: 88 })
    .toFile(file);
  return file;
}
