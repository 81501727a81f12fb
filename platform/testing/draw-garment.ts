import sharp from 'sharp';
import type { Picture } from '#science/imaging/picture.ts';

const shapes = {
  't-shirt': 'M110 40 Q150 62 190 40 L230 56 L290 140 L250 166 L222 132 L222 360 L78 360 L78 132 L50 166 L10 140 L70 56 Z',
  jumper: 'M110 40 Q150 62 190 40 L226 54 L262 330 L226 336 L212 140 L216 360 L84 360 L88 140 L74 336 L38 330 L74 54 Z',
  /** Wide sleeves that lie on the body down to the hem. */
  blouse: 'M110 40 Q150 62 190 40 L226 54 L286 350 L216 356 L210 330 L90 330 L84 356 L14 350 L74 54 Z',
  vest: 'M104 40 Q150 120 196 40 L214 46 Q206 120 226 150 L226 360 L74 360 L74 150 Q94 120 86 46 Z',
  /** Thin straps, far above where the neckline ends. */
  camisole: 'M84 60 L94 60 L104 150 Q150 200 196 150 L206 60 L216 60 L212 170 Q226 190 226 220 L222 330 L78 330 L74 220 Q74 190 88 170 Z',
  trousers: 'M96 30 L204 30 L226 370 L166 370 L150 130 L134 370 L74 370 Z',
  shorts: 'M90 60 L210 60 L236 240 L162 240 L150 180 L138 240 L64 240 Z',
  skirt: 'M90 60 L210 60 L250 300 L50 300 Z',
} as const;

export type DrawnGarment = keyof typeof shapes;

/** A garment of one colour, cut out: 300 x 400 px, RGBA. */
export async function drawGarment(kind: DrawnGarment, color: string): Promise<Picture> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="400"><path d="${shapes[kind]}" fill="${color}"/></svg>`;
  const data = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer();
  return { width: 300, height: 400, data };
}
