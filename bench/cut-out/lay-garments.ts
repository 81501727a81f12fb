import sharp from 'sharp';
import type { Picture } from '#science/imaging/picture.ts';
import type { Raster } from '#science/imaging/raster.ts';

/** A photo and where its garment is: 1 inside, [height x width]. */
export interface MaskedPhoto {
  /** Three channels. */
  picture: Picture;
  mask: Uint8Array;
}
type Box = Pick<Raster, 'left' | 'top' | 'width' | 'height'>;

/** A patch of floor smaller than this share of its photo's shorter side shows too little. */
const floor_share_min = 0.24;
const long_side = 480;

/** Cuts the largest square-like piece of bare floor out of a photo, enlarged; undefined where there is hardly any. JPEG. */
export async function cutFloor({ picture, mask }: MaskedPhoto): Promise<Buffer | undefined> {
  const box = largestBare(mask, picture);
  const side = Math.min(box.width, box.height);
  if (side < floor_share_min * Math.min(picture.width, picture.height)) return undefined;
  const scale = box.width >= box.height ? { width: long_side } : { height: long_side };
  return open(picture)
    .extract(box)
    .resize({ ...scale, kernel: 'cubic' })
    .jpeg({ quality: 92 })
    .toBuffer();
}

interface Laying {
  floor: Buffer;
  garments: readonly MaskedPhoto[];
  is_upright: boolean;
  /** 0..1, the next number by chance. */
  random: () => number;
}

/** Lays two garments beside each other, or one above the other, on a floor, each with a soft shadow. JPEG. */
export async function layTwo({ floor, garments, is_upright, random }: Laying): Promise<Buffer> {
  const [width, height] = is_upright ? [480, 640] : [640, 480];
  const [cell_width, cell_height] = is_upright ? [width, height / 2] : [width / 2, height];
  const layers: { input: Buffer; left: number; top: number }[] = [];
  for (const [i, garment] of garments.entries()) {
    const share = 0.7 + random() * 0.25;
    const cut = await cutGarment(garment, (cell_width - 12) * share, (cell_height - 12) * share);
    const left = (is_upright ? 0 : cell_width * i) + 6 + Math.floor(random() * (cell_width - cut.width - 12));
    const top = (is_upright ? cell_height * i : 0) + 6 + Math.floor(random() * (cell_height - cut.height - 12));
    layers.push({ input: cut.shadow, left: left + 3, top: top + 3 }, { input: cut.png, left, top });
  }
  const ground = await sharp(floor).resize(width, height, { fit: 'cover' }).toBuffer();
  return sharp(ground).composite(layers).jpeg({ quality: 90 }).toBuffer();
}

async function cutGarment({ picture, mask }: MaskedPhoto, width_max: number, height_max: number) {
  const box = boxOf(mask, picture);
  const scale = Math.min(width_max / box.width, height_max / box.height);
  const [width, height] = [Math.max(1, Math.round(box.width * scale)), Math.max(1, Math.round(box.height * scale))];
  const size = [width, height, { fit: 'fill' }] as const;
  const grey = sharp(Buffer.from(mask.map((value) => value * 255)), { raw: { ...sizeOf(picture), channels: 1 } });
  const alpha = await grey
    .extract(box)
    .resize(...size)
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  const opacity = { raw: { width, height, channels: 1 as const } };
  const rgb = open(picture)
    .extract(box)
    .resize(...size);
  const dim = Buffer.from(alpha.map((value) => value * 0.35));
  const dark = sharp({ create: { width, height, channels: 3, background: '#14120f' } });
  const shade = await dark.joinChannel(dim, opacity).png().toBuffer();
  return {
    width,
    height,
    png: await rgb.joinChannel(alpha, opacity).png().toBuffer(),
    shadow: await sharp(shade).blur(3).png().toBuffer(),
  };
}

const sizeOf = ({ width, height }: Picture) => ({ width, height });
const open = (picture: Picture) => sharp(picture.data as Uint8Array, { raw: { ...sizeOf(picture), channels: 3 } });

function boxOf(mask: Uint8Array, { width, height }: Picture): Box {
  let [left, top, right, bottom] = [width, height, 0, 0];
  mask.forEach((value, i) => {
    if (value === 0) return;
    const [x, y] = [i % width, Math.floor(i / width)];
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x + 1), Math.max(bottom, y + 1)];
  });
  return { left, top, width: right - left, height: bottom - top };
}

/** The rectangle without garment whose shorter side is longest: rows of columns, the heights above each on a stack. */
function largestBare(mask: Uint8Array, { width, height }: Picture): Box {
  let best: Box = { left: 0, top: 0, width: 0, height: 0 };
  const bare = new Int32Array(width + 1);
  for (let y = 0; y < height; y++) {
    const open_from: { left: number; high: number }[] = [];
    for (let x = 0; x <= width; x++) {
      if (x < width) bare[x] = mask[y * width + x] === 1 ? 0 : bare[x]! + 1;
      let left = x;
      while (open_from.length > 0 && open_from.at(-1)!.high >= bare[x]!) {
        const { left: from, high } = open_from.pop()!;
        left = from;
        if (Math.min(high, x - from) > Math.min(best.width, best.height))
          best = { left: from, top: y - high + 1, width: x - from, height: high };
      }
      open_from.push({ left, high: bare[x]! });
    }
  }
  return best;
}
