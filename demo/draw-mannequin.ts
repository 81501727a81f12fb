import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { drawMannequin } from './figure/draw-mannequin.ts';

/** Draws, into areas/tryon/mannequin, where they are kept, the mannequin and where in the picture it stands: run it when the drawing changes. */
const folder = new URL('../areas/tryon/mannequin/', import.meta.url);
const { picture, figure, width, height } = await drawMannequin();
const raw = { width, height, channels: 4 } as const;
await writeFile(new URL('standing.jpg', folder), await sharp(picture, { raw }).removeAlpha().jpeg({ quality: 90 }).toBuffer());
await writeFile(
  new URL('standing-mask.png', folder),
  await sharp(figure, { raw }).extractChannel('alpha').png({ compressionLevel: 9 }).toBuffer(),
);
