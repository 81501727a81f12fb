import type { Ctx } from '#platform/area/context.ts';
import { loadModel } from '#platform/models/keep-model.ts';
import type { GarmentEvidence } from '../size-model/evidence.ts';
import { kindOf } from '../size-model/garment-kind.ts';
import { readOffset } from './learn-offsets.ts';
import { size_model_form, type SizeModel } from './learn-size-model.ts';

/** The one name under which all that is learned of sizes is kept. */
export const size_model_name = 'size';

/**
 * Gives what is learned of sizes; null when nothing is in use. That the store of models does not answer is logged, and
 * advice goes on from the priors: it is less sharp, not wrong.
 */
export async function findSizeModel(ctx: Ctx): Promise<SizeModel | null> {
  try {
    return await readSizeModel(ctx);
  } catch (error) {
    ctx.log.error({ error }, 'the learned size model cannot be read; advice goes on from the priors');
    return null;
  }
}

/** Gives what is learned of sizes, null for nothing or another form; fails when it cannot be read, for whoever must know. */
export async function readSizeModel(ctx: Ctx): Promise<SizeModel | null> {
  const in_use = await loadModel(ctx, size_model_name);
  if (!in_use) return null;
  if (isOurForm(in_use.content)) return in_use.content;
  ctx.log.warn({ version: in_use.version }, 'the learned size model is of another form; advice goes on from the priors');
  return null;
}

/** What the registry gives back is what was put there, by this program or by another version of it. */
const isOurForm = (content: unknown): content is SizeModel => (content as Partial<SizeModel> | null)?.form === size_model_form;

/** Tells a garment what others found of it. */
export function withOthers<G extends GarmentEvidence>(model: SizeModel | null, garment: G): G {
  const { product_id } = garment;
  // Of a garment at home only the brand and the category are known.
  const offset = model && readOffset(model.offsets, { ...garment, product_id: product_id ?? '' });
  if (!offset) return garment;
  const { main, dimensions } = kindOf(garment.category);
  const { tolerance_cm } = dimensions[main]!;
  return { ...garment, others_say: { offset_cm: offset.mean * tolerance_cm, sd_cm: offset.sd * tolerance_cm, tried: offset.tried } };
}
