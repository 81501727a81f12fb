import sharp from 'sharp';
import { composeLook, type Pixels } from '#science/look-layers/compose-look.ts';
import { findAnchors } from '#science/look-layers/find-anchors.ts';
import { nudgeCloth, type Nudges } from '#science/look-layers/nudge-cloth.ts';
import type { DrawnFile } from '../renderers/drawn-look.ts';

/** The layers of a look as files, and how far each point of its cloth was moved. */
export interface NudgeInput {
  person: Uint8Array;
  garment: Uint8Array;
  shading: Uint8Array;
  nudges: Nudges;
}

/** As the first drawing (render-aside.ts). */
const quality = 90;

/** Draws a look as a browser shows it whose person moved the cloth, by the same code. Runs in a thread, for a third of a second. */
export async function nudgeAside({ person, garment, shading, nudges }: NudgeInput): Promise<DrawnFile> {
  const [under, cloth, light] = await Promise.all([person, garment, shading].map(openPixels));
  const anchors = findAnchors(cloth!);
  const move = (layer: Pixels): Pixels => (anchors ? nudgeCloth(layer, anchors, nudges) : layer);
  const { width, height } = under!;
  const drawn = new Uint8ClampedArray(width * height * 4);
  composeLook({ person: under!, garment: move(cloth!), shading: move(light!) }, 0, drawn);
  const raw = { width, height, channels: 4 } as const;
  const content = await sharp(drawn, { raw }).removeAlpha().jpeg({ quality }).toBuffer();
  return { content, media_type: 'image/jpeg', width, height };
}

async function openPixels(content: Uint8Array): Promise<Pixels> {
  const { data, info } = await sharp(content).toColourspace('srgb').ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength) };
}
