import sharp from 'sharp';
import type { Ctx } from '#platform/area/context.ts';
import { versionOf } from './tagging/local-reader.ts';
import { network_version } from './tagging/read-garment.ts';
import type { PhotoTags } from './tagging/tag-photo-aside.ts';

/** Where a picture lies among garments that look alike; comparable within one `network_version`. */
export interface Embedded {
  /** 32-bit floats, least byte first: [128], unit. */
  embedding: Uint8Array;
  network_version: string;
}

/** The version that embeddings are made with now; those of another are made anew. */
export const embeddingVersion = ({ config }: Ctx): string => (config.EMBEDDER_DIR ? versionOf(config.EMBEDDER_DIR) : network_version);

/** Tells where a picture of one garment lies among those that look alike, in a thread: WebP, PNG or JPEG; what is see-through is not the garment. Takes about 100 ms. */
export async function embedPicture(ctx: Ctx, content: Uint8Array, has_alpha: boolean): Promise<Embedded> {
  // As a photo is kept: else what is see-through would be black here and white there, and nothing alike.
  const photo = has_alpha ? await sharp(content).flatten({ background: 'white' }).jpeg({ quality: 92 }).toBuffer() : content;
  const task = {
    module: new URL('tagging/tag-photo-aside.ts', import.meta.url),
    name: 'tagPhoto',
    input: { content: photo, clean: has_alpha ? content : undefined, embedder_dir: ctx.config.EMBEDDER_DIR || undefined },
    bytes: photo.byteLength,
  };
  const { embedding, network_version: version } = await ctx.workers.run<PhotoTags>(task, ctx.signal);
  return { embedding, network_version: version };
}
