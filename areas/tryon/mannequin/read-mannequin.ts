import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { MannequinName } from '#contract/tryon.ts';
import { FileAnswer } from '#platform/area/area.ts';
import type { RenderWish } from '../renderers/renderer.ts';
import { standing_joints } from './standing-joints.ts';

const joints = { standing: standing_joints } satisfies Record<MannequinName, unknown>;
const size = { width: 768, height: 1024 };
/** A day, in s: it changes with a version of ours. */
const kept_s = 86_400;

const read = (name: MannequinName, file: 'mask' | 'picture'): Promise<Buffer> =>
  readFile(new URL(file === 'mask' ? `${name}-mask.png` : `${name}.jpg`, import.meta.url));

/** Reads a drawn figure as a photo whose joints and outline are known, so that no network needs to find them. */
export async function readMannequin(name: MannequinName): Promise<Pick<RenderWish, 'photo' | 'body'>> {
  const [content, mask] = [await read(name, 'picture'), await read(name, 'mask')];
  return { photo: { content, media_type: 'image/jpeg', ...size }, body: { joints: joints[name], mask } };
}

/** Shows it to anybody: it is of nobody. */
export async function showMannequin(name: MannequinName): Promise<FileAnswer> {
  const content = await read(name, 'picture');
  return new FileAnswer(`"${createHash('sha256').update(content).digest('hex').slice(0, 16)}"`, content, kept_s);
}
