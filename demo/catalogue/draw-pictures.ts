import sharp from 'sharp';
import type { Workers } from '#platform/workers/workers.ts';
import type { GarmentPicture, Picture } from '../cloth/picture.ts';
import { demo_boutiques } from './boutiques.ts';
import type { DrawingOrder } from './draw-product.ts';
import type { DemoProduct } from './product.ts';

export interface DemoPicture {
  product_slug: string;
  color: string;
  kind: 'flat' | 'worn' | 'detail';
  /** Order within product and colour, from 0. */
  position: number;
  width: number;
  height: number;
  alt: string;
  webp: Buffer;
}

export interface DrawingRoom {
  workers: Workers;
  signal?: AbortSignal;
  /** Longer side of a flat picture. */
  long_side_px?: number;
}

type OnPicture = (picture: DemoPicture) => void | Promise<void>;

/** Sharp at half the width of a laptop; at 1200 there is two fifths more to draw. */
const long_side_usual_px = 1000;
/** Products in hand at once: while one is drawn, others are packed, and the line for workers stays short for everybody else. */
const lanes = 3;
/** The weave still shows. What shops serve is packed again with more care (areas/catalog/pictures); this one is only kept. */
const packing = { quality: 82, alphaQuality: 88, effort: 0 } as const;
/** After the flat picture and two close looks. */
const last_position = 3;
/** Plain muslin under close looks. */
const muslin = '#e8e3d7';

/**
 * Draws products in their order and hands each picture over as soon as it is packed: first everything flat with its close
 * looks, then the figure wearing each.
 * Throws the signal's reason when stopped, or what `onPicture` throws; pictures handed over before stay.
 */
export async function drawPictures(products: readonly DemoProduct[], room: DrawingRoom, onPicture: OnPicture): Promise<void> {
  for (const draw of [drawFlat, drawFigureIn]) {
    const waiting = products.values();
    const lane = async (): Promise<void> => {
      for (const product of waiting) {
        for await (const picture of draw(product, room)) {
          room.signal?.throwIfAborted();
          await onPicture(picture);
        }
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  }
}

async function* drawFlat(product: DemoProduct, room: DrawingRoom): AsyncGenerator<DemoPicture> {
  const pictures = await order<GarmentPicture[]>(product, 'drawProduct', room);
  for (const [i, color] of product.colors.entries()) yield* await pack(product, color.name, pictures[i]!);
}

async function* drawFigureIn(product: DemoProduct, room: DrawingRoom): AsyncGenerator<DemoPicture> {
  const picture = await order<Picture | null>(product, 'drawWorn', room);
  if (!picture) return;
  const { width, height, rgba } = picture;
  const webp = await sharp(rgba, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .webp(packing)
    .toBuffer();
  const color = product.colors[0]!.name;
  const alt = `A tailor’s figure wearing the ${product.name} in ${color.toLowerCase()}`;
  yield { product_slug: product.slug, color, kind: 'worn', position: last_position, width, height, alt, webp };
}

function order<T>(
  product: DemoProduct,
  name: 'drawProduct' | 'drawWorn',
  { workers, signal, long_side_px = long_side_usual_px }: DrawingRoom,
): Promise<T> {
  signal?.throwIfAborted();
  const input: DrawingOrder = {
    recipe: product.recipe,
    colors: product.colors,
    long_side_px,
    garment_cm: product.sizes[Math.floor(product.sizes.length / 2)]!.garment_cm,
    thread_hex: demo_boutiques.find(({ slug }) => slug === product.boutique_slug)!.thread_hex,
  };
  return workers.run<T>({ module: new URL('draw-product.ts', import.meta.url), name, input }, signal);
}

/** Packs one colour: the whole garment on nothing, then its close looks on muslin. */
async function pack(product: DemoProduct, color: string, picture: GarmentPicture): Promise<DemoPicture[]> {
  const { width, height, rgba, details } = picture;
  const raw = { raw: { width, height, channels: 4 as const } };
  const told = { product_slug: product.slug, color };
  const flat = sharp(rgba, raw).webp(packing).toBuffer();
  const close = details.map(({ left, top, size }) => {
    const side = Math.min(size, width, height);
    const [x, y] = [Math.max(0, Math.min(width - side, left)), Math.max(0, Math.min(height - side, top))];
    return sharp(rgba, raw)
      .extract({ left: x, top: y, width: side, height: side })
      .flatten({ background: muslin })
      .webp(packing)
      .toBuffer({ resolveWithObject: true });
  });
  return [
    { ...told, kind: 'flat', position: 0, width, height, alt: `${product.name} in ${color.toLowerCase()}, laid flat`, webp: await flat },
    ...(await Promise.all(close)).map(({ data, info }, i): DemoPicture => ({
      ...told,
      kind: 'detail',
      position: i + 1,
      width: info.width,
      height: info.height,
      webp: data,
      alt: `The ${details[i]!.name} of the ${product.name} in ${color.toLowerCase()}, close`,
    })),
  ];
}
