import sharp from 'sharp';
import { channelsOf, type Picture } from '#science/imaging/picture.ts';

/** A picture with its mask. */
export interface SheetEntry {
  picture: Picture;
  /** [height x width], 0..255. */
  alpha: Uint8ClampedArray;
  quality: number;
  label: string;
}

/** Pixels of a tile's side, of its label, and pairs of tiles a row: a sheet that a screen shows whole. */
const [tile, label_height, pairs] = [180, 14, 5];
/** What is cut away is tinted with a colour that garments seldom have. */
const tint = [200, 0, 160];

/** Writes a sheet of pictures and their cut-outs side by side, least sure first; gives the file's path. */
export async function drawContactSheet(entries: readonly SheetEntry[], file: string): Promise<string> {
  const sorted = entries.toSorted((one, other) => one.quality - other.quality);
  const parts = await Promise.all(
    sorted.map(async ({ picture, alpha, label }, i) => {
      const [left, top] = [(i % pairs) * 2 * tile, Math.floor(i / pairs) * (tile + label_height)];
      return [
        { input: writeLabel(label), left, top },
        { input: await toTile(picture), left, top: top + label_height },
        { input: await toTile(tinted(picture, alpha)), left: left + tile, top: top + label_height },
      ];
    }),
  );
  const height = Math.ceil(entries.length / pairs) * (tile + label_height);
  const sheet = sharp({ create: { width: pairs * 2 * tile, height, channels: 3, background: '#333' } });
  await sheet.composite(parts.flat()).jpeg({ quality: 85 }).toFile(file);
  return file;
}

function tinted(picture: Picture, alpha: Uint8ClampedArray): Picture {
  const channels = channelsOf(picture);
  const data = new Uint8ClampedArray(alpha.length * 3);
  for (let i = 0; i < data.length; i++) {
    const share = alpha[Math.floor(i / 3)]! / 255;
    const value = picture.data[Math.floor(i / 3) * channels + (i % 3)]!;
    data[i] = value * share + (0.3 * value + 0.7 * tint[i % 3]!) * (1 - share);
  }
  return { width: picture.width, height: picture.height, data };
}

function toTile(picture: Picture): Promise<Buffer> {
  const { width, height, data } = picture;
  return sharp(data, { raw: { width, height, channels: channelsOf(picture) } })
    .resize(tile, tile, { fit: 'contain' })
    .png()
    .toBuffer();
}

function writeLabel(text: string): Buffer {
  const safe = text.replace(/[<&]/g, ' ');
  return Buffer.from(
    `<svg width="${tile * 2}" height="${label_height}"><text x="2" y="11" font-size="11" fill="white">${safe}</text></svg>`,
  );
}
