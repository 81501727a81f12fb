import sharp from 'sharp';
import type { PictureFile, Renderer } from './renderer.ts';

/** A renderer for tests: lays each garment over the middle of the photo, as no tailor would. Counts how often it was asked. */
export function sampleRenderer(name = 'sample'): Renderer & { asked: () => number } {
  let count = 0;
  return {
    name,
    asked: () => count,
    render: async (_ctx, { photo, garments }, { onProgress }) => {
      count += 1;
      const size = { width: photo.width, height: photo.height };
      const hung = await Promise.all(
        garments.map(({ picture }) =>
          sharp(picture.content)
            .resize(Math.round(photo.width / 2))
            .toBuffer(),
        ),
      );
      onProgress(0.5);
      const draw = sharp(photo.content).composite(hung.map((input) => ({ input })));
      const preview: PictureFile = { content: await draw.jpeg().toBuffer(), media_type: 'image/jpeg', ...size };
      const flat = await sharp({ create: { ...size, channels: 3, background: '#808080' } })
        .webp()
        .toBuffer();
      const garment: PictureFile = { content: flat, media_type: 'image/webp', ...size };
      const layers = { person: photo, garment, shading: garment };
      return {
        preview,
        layers,
        confidence: 0.8,
        parts: garments.map(({ index }) => ({ garment: index, name: 'torso' as const, confidence: 0.8 })),
      };
    },
  };
}
