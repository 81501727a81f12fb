import { createHash } from 'node:crypto';
import type { Ctx } from '#platform/area/context.ts';
import type { RenderWish } from '../renderer.ts';
import type { OutsideRenderer } from './outside-renderer.ts';

/**
 * Gives one number for all that a look is drawn of: photo, garments in their order, renderer, model and how it is asked. Keyed, so
 * that nobody who reads the table can find out whether a photo they have is among them.
 */
export function contentKey({ keys }: Ctx, { name, recipe }: OutsideRenderer, { photo, garments }: RenderWish): string {
  const hash = createHash('sha256').update(JSON.stringify([name, recipe, garments.map(({ shape, category }) => [shape, category])]));
  for (const { content } of [photo, ...garments.map(({ picture }) => picture)]) hash.update(`${content.byteLength} `).update(content);
  return keys.mac(hash.digest('hex'), 'tryon.content_key');
}
