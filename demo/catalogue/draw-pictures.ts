import sharp from 'sharp';
import type { Workers } from '#platform/workers/workers.ts';
import type { GarmentPicture } from '../cloth/picture.ts';
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

/** Sharp at half the width of a laptop; at 1200 all of them take longer than ten seconds. */
const long_side_usual_px = 1000;
/** Products in hand at once: while one is drawn, others are packed, and the line for workers stays short for everybody else. */
const lanes = 3;
/** Smallest file at which the weave still shows; more effort takes twice the time for a twentieth of the bytes. */
const packing = { quality: 82, alphaQuality: 88, effort: 2 } as const;
/** Plain muslin under close looks. */
const muslin = '#e8e3d7';

/**
 * Draws flat pictures and close looks of products, in their order, and hands each over as soon as it is packed.
 * Throws the signal's reason when stopped, or what `onPicture` throws; pictures handed over before stay.
 */
export async function drawPictures(products: readonly DemoProduct[], room: DrawingRoom, onPicture: OnPicture): Promise<void> {
  const waiting = products.values();
  const lane = async (): Promise<void> => {
    for (const product of waiting) await drawOne(product, room, onPicture);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

async function drawOne(
  product: DemoProduct,
  { workers, signal, long_side_px = long_side_usual_px }: DrawingRoom,
  onPicture: OnPicture,
): Promise<void> {
  signal?.throwIfAborted();
  const input: DrawingOrder = {
    recipe: product.recipe,
    colors: product.colors,
    long_side_px,
    garment_cm: product.sizes[Math.floor(product.sizes.length / 2)]!.garment_cm,
    thread_hex: demo_boutiques.find(({ slug }) => slug === product.boutique_slug)!.thread_hex,
  };
  const pictures = await workers.run<GarmentPicture[]>(
    { module: new URL('draw-product.ts', import.meta.url), name: 'drawProduct', input },
    signal,
  );
  for (const [i, color] of product.colors.entries()) {
    for (const picture of await pack(product, color.name, pictures[i]!)) {
      signal?.throwIfAborted();
      await onPicture(picture);
    }
  }
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
