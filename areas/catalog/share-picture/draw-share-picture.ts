import sharp, { type OverlayOptions } from 'sharp';
import type { Ctx } from '#platform/area/context.ts';
import type { TextBlock } from './outline-text.ts';

export interface ShareFacts {
  product_name: string;
  boutique: string;
  city: string;
  price: string;
  /** The garment as WebP, cut out or not; none where there is no picture. */
  garment: Uint8Array | null;
}

/** What networks show of a link, px (Open Graph). */
const size = { width: 1200, height: 630 };
const cloth = { x: 520, width: 680 };
/** How much of the cloth the garment may take, px. */
const garment_max = 540;
/** px. */
const blur_room = 32;
const [paper, muslin, ink, ink_2] = ['#f4f1ea', '#e8e3d7', '#17150f', '#57524a'];

/** Draws what is shown of a product where its link is passed on: the garment on cloth, whose it is, and what it costs. */
export async function drawSharePicture(ctx: Ctx, { garment, ...facts }: ShareFacts): Promise<Uint8Array> {
  const texts = await ctx.workers.run<string>(
    { module: new URL('outline-text.ts', import.meta.url), name: 'outlineTexts', input: blocksOf(facts) },
    ctx.signal,
  );
  const ground = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">
    <rect width="100%" height="100%" fill="${paper}"/>
    <rect x="${cloth.x}" width="${cloth.width}" height="100%" fill="${muslin}"/>
    <path d="M64 548H456" stroke="${ink}" stroke-width="1.75"/>${texts}</svg>`;
  const layers = garment ? await layGarment(garment) : [];
  return sharp(Buffer.from(ground)).composite(layers).jpeg({ quality: 84, mozjpeg: true }).toBuffer();
}

function blocksOf({ product_name, boutique, city, price }: Omit<ShareFacts, 'garment'>): TextBlock[] {
  const shared = { x: 64, width_max: 400, lines_max: 1, color: ink } as const;
  return [
    { ...shared, text: 'Toile', font: 'display', size_px: 44, y: 104 },
    { ...shared, text: `${boutique}, ${city}`, font: 'sans', size_px: 24, y: 250, color: ink_2 },
    { ...shared, text: product_name, font: 'display', size_px: 64, y: 326, lines_max: 3 },
    { ...shared, text: price, font: 'sans', size_px: 28, y: 590 },
  ];
}

/** The garment in the middle of the cloth, over its own soft shadow where it is cut out. */
async function layGarment(webp: Uint8Array): Promise<OverlayOptions[]> {
  const { data, info } = await sharp(webp)
    .resize({ width: garment_max, height: garment_max, fit: 'inside' })
    .ensureAlpha()
    .png()
    .toBuffer({ resolveWithObject: true });
  const left = Math.round(cloth.x + (cloth.width - info.width) / 2);
  const top = Math.round((size.height - info.height) / 2);
  // The blur needs room around the garment, or the shadow ends in a straight line.
  const room = { top: blur_room, bottom: blur_room, left: blur_room, right: blur_room, background: '#0000' };
  const spread = await sharp(data).extend(room).png().toBuffer();
  const shadow = await sharp(spread).linear([0, 0, 0, 0.3], [40, 30, 15, 0]).blur(9).png().toBuffer();
  return [
    { input: shadow, left: left + 3 - blur_room, top: top + 9 - blur_room },
    { input: data, left, top },
  ];
}
